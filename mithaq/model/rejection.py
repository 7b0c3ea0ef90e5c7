"""What was looked at and refused, and why. Nothing is dropped silently."""

from dataclasses import dataclass

from mithaq.model.span import Span

ARTICLE_REASONS = {
    "empty": "there is no text in it",
    "binary": "it is not text",
    "encoding": "its characters cannot be decoded",
    "too_large": "it is larger than the limit",
    "no_article": "no article was found in the page",
    "no_pack": "there is no language pack for its language",
    "unreadable": "it cannot be opened",
    "unsupported": "this kind of file is not read",
    "failed": "reading it failed",
}

CLAIM_REASONS = {
    "no_speaker": "a reporting verb without anybody who speaks",
    "negated": "the words deny it",
    "call_on_others": "a call on others, not an undertaking",
    "no_actor": "an undertaking without an actor",
    "not_future": "it speaks of the past",
    "value_only": "a value or a hope without an action",
    "hypothetical": "it would only be done in a case that is imagined",
    "not_own": "somebody speaks of what another will do",
    "question": "it is asked, not said",
    "no_action": "what lies ahead is no act of the actor: it is, meets, arrives or happens",
    "no_party": "a sum without giver or receiver",
    "price": "a price, fine, budget or fee",
    "no_meeting_facts": "a meeting is mentioned without place, date, body or host",
    "phone_call": "a telephone call is not a meeting",
    "ordinal": "a number that orders, not counts",
    "repeated": "the article says the same more fully elsewhere",
}


@dataclass(frozen=True, slots=True)
class Rejection:
    """A place that looked like a claim of ``kind`` and was refused for ``reason`` (a key of ``CLAIM_REASONS``)."""

    article_id: str
    kind: str
    reason: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not read: ``reason`` is a key of ``ARTICLE_REASONS``, ``message`` one line for the user."""

    source: str
    reason: str
    message: str
