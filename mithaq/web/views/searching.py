"""Search: what was asked, what was found by its words, what by its meaning, and where the words stand."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mithaq.errors import UsageError
from mithaq.model.claim import CLAIM_KINDS
from mithaq.model.span import Span
from mithaq.publish.excerpts import one_line
from mithaq.record.glance import Head, Placed
from mithaq.record.search import Match, Phrase, Wanted
from mithaq.record.search_words import SearchWord, search_variants, search_words
from mithaq.web.desk import Desk
from mithaq.web.meaning import NAMED, Part, canonical_names, has_phrase, phrase_of
from mithaq.web.views.articles import ArticleFilters, choose_articles
from mithaq.web.views.asking import Asked, ask
from mithaq.web.views.citing import cite_words, head_of
from mithaq.web.views.gathered import gathered
from mithaq.web.views.matching import day_of
from mithaq.web.views.shapes import Count, Page, SearchHit, SearchView, Snippet

_MOST_HITS = 1000
_ENOUGH = 30
_AROUND = 90
_SNIPPETS = 2
# So many texts are looked through at one time for words exactly as written.
_CHECKED = 200


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """``words`` as typed; those in quotation marks are a phrase. ``kind`` is a kind of claim the article must make,
    ``speaker`` somebody who speaks in it, ``since`` and ``until`` EDTF days of publication."""

    words: str
    language: str | None = None
    kind: str | None = None
    speaker: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    match: Match
    near: bool


def search(desk: Desk, query: SearchQuery, page: int = 1, page_size: int = 25) -> SearchView:
    """Articles that have the words first, then those that have others for the same; at most a thousand. Without words,
    speaker and kind: the articles of the days or the language.

    Raises UsageError for a kind, date or query that cannot be.
    """
    asked, found = desk.recall(_answer, query)
    heads = gathered(desk).heads
    languages = Counter(heads[one.match.article_row].language for one in found)
    start = (page - 1) * page_size
    hits = _hits(desk, found[start : start + page_size], asked, query)
    understood = tuple(dict.fromkeys(concept for part in asked.parts for concept in part.concepts))
    counts = tuple(Count(code, count) for code, count in sorted(languages.items()))
    return SearchView(query.words, Page(tuple(hits), page, page_size, len(found)), understood, counts)


def _answer(desk: Desk, query: SearchQuery) -> tuple[Asked, tuple[_Found, ...]]:
    """What was asked for, and everything that was found."""
    asked, narrowed = ask(desk, query.words), _narrowed(desk, query)
    if asked.is_empty and not (narrowed.speakers or narrowed.kind):
        return asked, _of_the_days(desk, query)
    heads = gathered(desk).heads
    found = [one for one in _find(desk, asked, narrowed) if one.match.article_row in heads]
    return asked, tuple(_checked(desk, found, asked) if asked.exact else found)


def _of_the_days(desk: Desk, query: SearchQuery) -> tuple[_Found, ...]:
    """Every article of the days and the language, latest first; none where neither was asked for."""
    if not (query.since or query.until or query.language):
        return ()
    chosen = choose_articles(desk, ArticleFilters(query.language, None, query.since, query.until))
    return tuple(_Found(Match(head.row, head.id, 0.0), near=False) for head in chosen[:_MOST_HITS])


def _narrowed(desk: Desk, query: SearchQuery) -> Wanted:
    if query.kind and query.kind not in CLAIM_KINDS:
        raise UsageError(f"there is no kind {query.kind[:40]!r}; use one of {', '.join(CLAIM_KINDS)}")
    since, until = day_of(query.since, 0), day_of(query.until, 1)
    return Wanted(
        speakers=_speakers(desk, query), kind=query.kind or None, language=query.language or None,
        since=since.isoformat() if since else None, until=until.isoformat() if until else None,
    )  # fmt: skip


def _speakers(desk: Desk, query: SearchQuery) -> tuple[Phrase, ...]:
    asked = phrase_of(query.speaker or "")
    return canonical_names(desk, asked) if asked else ()


def _find(desk: Desk, asked: Asked, narrowed: Wanted) -> list[_Found]:
    """By all the words; then by words or their meaning; and, where that gives little, by some of the words."""
    phrases = tuple(exact.kept for exact in asked.exact)
    found: dict[int, _Found] = {}
    short = tuple((part.words, *part.others) for _, part in asked.short)
    groups = (*phrases, *short, *(tuple((form,) for form in forms) for forms in asked.words))
    if groups or narrowed.speakers or narrowed.kind:
        wanted = replace(narrowed, groups=groups, widely=bool(short))
        _note(found, desk.glance.search(wanted, _MOST_HITS), near=False)
    meant = (*phrases, *((*_own(part), *part.others) for part in asked.parts))
    if asked.parts and len(found) < _MOST_HITS:
        _note(found, desk.glance.search(replace(narrowed, groups=meant, widely=True), _MOST_HITS), near=True)
        if len(found) < _ENOUGH and not phrases:
            wanted = replace(narrowed, groups=meant, widely=True, any_group=True)
            _note(found, desk.glance.search(wanted, _ENOUGH), near=True)
    return list(found.values())[:_MOST_HITS]


def _checked(desk: Desk, found: Sequence[_Found], asked: Asked) -> list[_Found]:
    """Those in which the exact words really stand: they are kept by forms, under which others may be kept too."""
    heads, kept = gathered(desk).heads, []
    for first in range(0, len(found), _CHECKED):
        some = found[first : first + _CHECKED]
        texts = desk.glance.texts(one.match.article_row for one in some)
        for one in some:
            text = f"{heads[one.match.article_row].title or ''}\n{texts[one.match.article_row]}"
            words = search_words(text)
            if all(exact.places(text, words) for exact in asked.exact):
                kept.append(one)
    return kept


def _own(part: Part) -> tuple[Phrase, ...]:
    """A single word in all its forms; several words as they stand."""
    return tuple((form,) for form in search_variants(part.words[0])) if len(part.words) == 1 else (part.words,)


def _note(found: dict[int, _Found], matches: Iterable[Match], *, near: bool) -> None:
    for match in matches:
        found.setdefault(match.article_row, _Found(match, near))


def _hits(desk: Desk, found: Sequence[_Found], asked: Asked, query: SearchQuery) -> list[SearchHit]:
    heads = gathered(desk).heads
    texts = desk.glance.texts(one.match.article_row for one in found)
    told = _told(desk, [one.match.article_row for one in found], query) if asked.is_empty else {}
    hits = []
    for one in found:
        head, text = heads[one.match.article_row], texts[one.match.article_row]
        words = search_words(text)
        own = _places(words, ((form,) for forms in asked.words for form in forms))
        own += [place for exact in asked.exact for place in exact.places(text, words)]
        short = {name for name, _ in asked.short}
        own += [Span(word.start, word.end) for word in words if text[word.start : word.end] in short]
        meant = {part: _places(words, (part.words, *part.others)) for part in asked.parts if part.others}
        through = tuple(dict.fromkeys(concept for part, places in meant.items() if places for concept in part.concepts))
        every = [*own, *(place for some in meant.values() for place in some), *told.get(head.row, ())]
        snippets = tuple(_snippets(head, text, _apart(every or _named(desk, head, asked))))
        hits.append(
            SearchHit(head_of(head), one.near, through if one.near else (), snippets, round(one.match.score, 4))
        )
    return hits


def _told(desk: Desk, rows: Sequence[int], query: SearchQuery) -> dict[int, list[Span]]:
    """Where a query for a speaker or a kind alone leads: to what the speaker says, to the claims of the kind."""
    speakers = _speakers(desk, query)
    if not (speakers or query.kind):
        return {}
    claims = desk.glance.claims_of(rows)
    spoken = {claim.id for claim in claims if claim.kind == "statement" and _speaks(claim, speakers)}
    wanted = [
        claim
        for claim in claims
        if claim.kind == (query.kind or "statement")
        and (not speakers or claim.id in spoken or (claim.within or "") in spoken)
    ] or [claim for claim in claims if claim.id in spoken]
    places: dict[int, list[Span]] = {}
    for claim in wanted:
        said = claim.content.get("content") if claim.kind == "statement" else None
        places.setdefault(claim.article.row, []).append(Span(*said) if said else claim.span)
    return places


def _speaks(claim: Placed, speakers: Sequence[Phrase]) -> bool:
    speaker = claim.content["speaker"]
    names = (phrase_of(speaker["name"]), phrase_of(speaker["mention"]))
    return any(has_phrase(name, asked) for name in names for asked in speakers)


def _places(words: Sequence[SearchWord], phrases: Iterable[Phrase]) -> list[Span]:
    """Where the phrases stand, in order; one that lies in another is left out."""
    wanted: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        if phrase:
            wanted.setdefault(phrase[0], []).append(phrase)
    places, end = [], 0
    for number, word in enumerate(words):
        fitting = [
            phrase for phrase in wanted.get(word.form, ())
            if tuple(other.form for other in words[number : number + len(phrase)]) == phrase
        ]  # fmt: skip
        if fitting and word.start >= end:
            end = words[number + max(map(len, fitting)) - 1].end
            places.append(Span(word.start, end))
    return places


def _apart(places: Iterable[Span]) -> list[Span]:
    """In order, those that share a word with an earlier one left out."""
    kept: list[Span] = []
    for place in sorted(places, key=lambda place: (place.start, -place.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


def _named(desk: Desk, head: Head, asked: Asked) -> list[Span]:
    """Names that are worth what was asked for, however the article writes them."""
    found = []
    for _, _, value, span in desk.glance.mentions([head.row], NAMED):
        forms = set(phrase_of(json.loads(value)["name"]))
        if any(forms & set(word) for word in asked.words):
            found.append(span)
    return found


def _snippets(head: Head, text: str, places: Sequence[Span]) -> Iterable[Snippet]:
    """The stretches with most of the places, in the order of the text; the beginning where there is no place."""
    if not places:
        yield _snippet(head, text, Span(0, min(len(text), 2 * _AROUND)), ())
        return
    windows: list[list[Span]] = []
    for place in places:
        if windows and place.end - windows[-1][0].start <= 2 * _AROUND:
            windows[-1].append(place)
        else:
            windows.append([place])
    best = sorted(windows, key=lambda window: -len({text[place.start : place.end].casefold() for place in window}))[
        :_SNIPPETS
    ]
    for window in sorted(best, key=lambda window: window[0].start):
        yield _snippet(head, text, _around(text, window), window)


def _around(text: str, window: Sequence[Span]) -> Span:
    """Some words more on both sides."""
    start, end = max(0, window[0].start - _AROUND // 2), min(len(text), window[-1].end + _AROUND // 2)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _snippet(head: Head, text: str, around: Span, window: Sequence[Span]) -> Snippet:
    # A character for a character, so that the marks stay where they are.
    shown = "".join(" " if letter.isspace() else letter if one_line(letter) else "\ufffd" for letter in around.of(text))
    marks = tuple((place.start - around.start, place.end - around.start) for place in window)
    cited = window[0] if window else around
    return Snippet(shown, marks, cite_words(head, cited, cited.of(text)))
