"""Statements in English and French: who speaks, how, in which words; the sentences are ours, the expectations by hand."""

import pytest

from mithaq.annotate.layers import annotate
from mithaq.claims.read import claim_reader
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.claim import Statement
from mithaq.model.extraction import Extraction
from mithaq.text.prepare import prepare


def read(code: str, text: str) -> Extraction:
    article = Article("test", "test.txt", None, code, "2022-05-12", "explicit", None, text)
    return claim_reader(code).read(annotate(prepare(article, load_pack(code))))


def statements(code: str, text: str) -> list[Statement]:
    return [claim.content for claim in read(code, text).claims if isinstance(claim.content, Statement)]


def said(code: str, text: str) -> list[tuple[str, str]]:
    return [(found.act, found.speaker.name) for found in statements(code, text)]


def words(code: str, text: str) -> list[tuple[str, str | None]]:
    return [(found.quote, found.content.of(text) if found.content else None) for found in statements(code, text)]


ENGLISH = [
    # Subject and verb, with a title, an apposition, a relative clause, a parenthesis between them.
    ("Antony Blinken said that time is short.", [("say", "Antony Blinken")]),
    ("Antony Blinken, who was visiting Rabat, warned that time is short.", [("warn", "Antony Blinken")]),
    ("The U.S. secretary of state, Antony Blinken, urged both sides to wait.", [("urge", "Antony Blinken")]),
    # An auxiliary, an adverb, a date between subject and verb.
    ("The European Union has repeatedly condemned the attacks.", [("condemn", "European Union")]),
    ("Turkey on Monday rejected the offer.", [("deny", "TR")]),
    # Several verbs chained to one speaker.
    (
        "The ministers welcomed the agreement, called for calm and reaffirmed their commitment to the region.",
        [("welcome", "participants"), ("urge", "participants"), ("commit", "participants")],
    ),
    # Participles belong to the subject of their sentence, not to a body named inside it.
    ("France rejected the plan of the African Union, adding that it would wait.", [("deny", "FR"), ("say", "FR")]),
    # The meaning of a noun decides.
    ("The leaders expressed deep concern over the fighting.", [("concern", "participants")]),
    ("The leaders voiced their condemnation of the attack.", [("condemn", "participants")]),
    ("The leaders expressed their gratitude to Morocco.", [("commend", "participants")]),
    # Nobody in particular, a document, a gathering, scientists, a state by its government or capital.
    ("A European diplomat said the talks had failed.", [("say", "sources")]),
    ("The joint statement calls for an immediate ceasefire.", [("urge", "statement")]),
    ("Scientists say the reef is dying.", [("say", "experts")]),
    ("The Turkish government announced new measures.", [("announce", "TR")]),
    ("Moscow denied the report.", [("deny", "RU")]),
    # Passives report their agent, not their subject; expectations report nobody.
    ("Russia was accused by the United Nations of blocking grain.", [("accuse", "United Nations")]),
    ("The minister is expected to announce a plan.", []),
    ("Turkey was told to wait.", []),
    ("The plan was described as risky.", []),
    # Nouns that look like verbs, and verbs that report only with a clause.
    ("U.S. demands for a ceasefire grew.", []),
    ("France continued its operation in Mali.", []),
    ("He found a letter.", []),
    # According to.
    ("According to the World Bank, growth will slow.", [("say", "World Bank")]),
]

FRENCH = [
    ("Antony Blinken a déclaré que le temps était compté.", [("say", "Antony Blinken")]),
    (
        "Le secrétaire d'État américain, Antony Blinken, a appelé les deux parties au calme.",
        [("urge", "Antony Blinken")],
    ),
    ("Antony Blinken, qui se trouvait à Rabat, a prévenu que le temps était compté.", [("warn", "Antony Blinken")]),
    ("L'Union européenne a fermement condamné les attaques.", [("condemn", "European Union")]),
    ("La Turquie rejette cette offre.", [("deny", "TR")]),
    # Reflexive verbs, verbs of several words, verbs behind a verb.
    ("La Turquie s'est félicitée de cet accord.", [("welcome", "TR")]),
    ("Les ministres se sont engagés à poursuivre leurs efforts.", [("commit", "participants")]),
    ("L'ONU a mis en garde contre une famine.", [("warn", "United Nations")]),
    ("La France vient d'annoncer un plan.", [("announce", "FR")]),
    ("La France se dit préoccupée par la situation.", [("concern", "FR")]),
    # Several verbs, participles.
    (
        "Les ministres ont salué l'accord et ont appelé au calme, soulignant l'urgence d'agir.",
        [("welcome", "participants"), ("urge", "participants"), ("affirm", "participants")],
    ),
    ("Les dirigeants ont exprimé leur vive préoccupation.", [("concern", "participants")]),
    ("La France a réaffirmé son soutien à l'accord.", [("affirm", "FR")]),
    # Who speaks.
    ("Un diplomate européen a confié que les discussions avaient échoué.", [("say", "sources")]),
    ("Le communiqué final appelle à un cessez-le-feu.", [("urge", "statement")]),
    ("Des scientifiques préviennent que le récif se meurt.", [("warn", "experts")]),
    ("La France et l'Allemagne ont annoncé un plan.", [("announce", "FR, DE")]),
    # Not reported by their subject.
    ("La Russie a été accusée par l'ONU de bloquer les céréales.", [("accuse", "United Nations")]),
    ("La Turquie a été prévenue.", []),
    ("La demande de la Turquie reste sans réponse.", []),
    ("La France soutient cette opération.", []),
    # According to.
    ("Selon la Banque mondiale, la croissance va ralentir.", [("say", "World Bank")]),
    ("La croissance va ralentir, d'après l'ONU.", [("say", "United Nations")]),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_speaker_and_act(text: str, expected: list[tuple[str, str]]) -> None:
    assert said("en", text) == expected


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french_speaker_and_act(text: str, expected: list[tuple[str, str]]) -> None:
    assert said("fr", text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        # Behind the clause; the quotation alone; part of it quoted.
        ("en", "NATO said that time is short.", [("indirect", "that time is short.")]),
        ("en", 'Antony Blinken said: "We will not wait."', [("direct", '"We will not wait."')]),
        ("en", 'NATO said it would act "without delay".', [("mixed", 'it would act "without delay".')]),
        # Before the clause, around it, and going on after it.
        ("en", '"We will not wait," Antony Blinken told reporters.', [("direct", '"We will not wait,"')]),
        ("en", "The talks have failed, NATO said.", [("indirect", "The talks have failed")]),
        (
            "en",
            '"We will not wait," NATO said. "Time is short."',
            [("direct", '"We will not wait," NATO said. "Time is short."')],
        ),
        # A title that no list knows, a hearer, or a full stop inside the marks stands between the words and the clause.
        ("en", '"We will not wait," euro fund watchdog Antony Blinken said.', [("direct", '"We will not wait,"')]),
        ("en", "Progress has been made, Antony Blinken told Americans.", [("indirect", "Progress has been made")]),
        ("en", '"We will not wait." Antony Blinken said.', [("direct", '"We will not wait."')]),
        # An adverbial before the subject is not what was said.
        ("en", "In Rabat, Antony Blinken said the talks had failed.", [("indirect", "the talks had failed.")]),
        # A quotation of several sentences, and one that the next paragraph goes on with.
        ("en", '"We are ready. We will act," said Antony Blinken.', [("direct", '"We are ready. We will act,"')]),
        (
            "en",
            'Antony Blinken said: "We are ready.\n\n"We will act."',
            [("direct", '"We are ready.\n\n"We will act."')],
        ),
        # Up to the verb that is chained to it.
        (
            "en",
            "France urged calm and warned that time is short.",
            [("indirect", "calm"), ("indirect", "that time is short.")],
        ),
        ("fr", "« Nous sommes prêts », a déclaré lundi Emmanuel Macron.", [("direct", "« Nous sommes prêts »")]),
        ("fr", "Les discussions ont échoué, a indiqué l'ONU.", [("indirect", "Les discussions ont échoué")]),
        ("fr", "L'ONU a dit que le temps était « compté ».", [("mixed", "que le temps était « compté ».")]),
        ("fr", "Selon l'ONU, le temps est compté.", [("indirect", "le temps est compté.")]),
    ],
)
def test_what_was_said_and_how(code: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert words(code, text) == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Antony Blinken met Nasser Bourita. He said that time is short.", "Antony Blinken"),
        ("en", "The World Bank cut its forecast. It warned that growth would slow.", "World Bank"),
        ("en", "France and Germany met on Monday. They said that time is short.", "FR, DE"),
        ("fr", "Emmanuel Macron est arrivé à Rabat. « Le moment est venu », a-t-il dit.", "Emmanuel Macron"),
        ("fr", "La France et l'Allemagne négocient. Elles ont assuré que tout irait bien.", "FR, DE"),
    ],
)
def test_a_pronoun_means_the_subject_before_it(code: str, text: str, expected: str) -> None:
    assert [found.speaker.name for found in statements(code, text)] == [expected]


def test_a_title_alone_is_the_person_who_bears_it() -> None:
    text = "Secretary of State Antony Blinken arrived in Rabat. The secretary of state said that time is short."
    [found] = statements("en", text)
    assert (found.speaker.name, found.role) == ("Antony Blinken", "secretary of state")


def test_a_participle_before_the_subject_waits_for_it() -> None:
    text = "While stressing the need for calm, the ministers urged both sides to talk."
    assert said("en", text) == [("affirm", "participants"), ("urge", "participants")]


def test_who_is_reported_inside_a_report_does_not_take_it_over() -> None:
    text = "The United Nations said Turkey had rejected the plan, adding that talks would go on."
    assert said("en", text) == [("say", "United Nations"), ("deny", "TR"), ("say", "United Nations")]
    whole, inner, _ = words("en", text)
    assert whole[1] == "Turkey had rejected the plan"
    assert inner[1] == "the plan"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Washington has not confirmed the report."),
        ("en", "The ministers did not say when they would meet."),
        ("fr", "La France n'a pas confirmé cette visite."),
        ("fr", "La Russie ne dit pas quand elle partira."),
    ],
)
def test_what_is_not_said_is_refused(code: str, text: str) -> None:
    extraction = read(code, text)
    assert [claim for claim in extraction.claims if claim.kind == "statement"] == []
    assert "negated" in {found.reason for found in extraction.rejections if found.kind == "statement"}


def test_a_denial_with_a_negation_stays_a_denial() -> None:
    assert said("en", "Turkey has not denied the report.") == [("deny", "TR")]
