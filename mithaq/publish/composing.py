"""What every line of the brief is made with: words, names, dates in the brief's language, and citations."""

from collections.abc import Iterable
from dataclasses import dataclass

from mithaq.model.claim import Claim, Speaker, Statement
from mithaq.model.extraction import Extraction
from mithaq.publish.excerpts import one_line, shorten
from mithaq.publish.grouping import Evidence, Group
from mithaq.publish.naming import Names
from mithaq.publish.outline import Citation
from mithaq.publish.readable import readable_date, readable_number, readable_unit
from mithaq.publish.subjects import SEPARATOR, readable_known_unit, readable_subject, readable_value
from mithaq.publish.translating import Piece, translate
from mithaq.publish.words import Words

# The record writes roles, like units, as short English words.
_RECORD_LANGUAGE = "en"
_SHORT, _LONG = 80, 180


@dataclass(frozen=True, slots=True)
class Composer:
    """``numbers`` are the numbers of the cited articles by their ids."""

    words: Words
    names: Names
    numbers: dict[str, int]

    def date(self, edtf: str | None) -> str:
        """A date in words; empty for None."""
        return readable_date(edtf, self.words.language)

    def name_all(self, names: Iterable[str]) -> str:
        """Names as one phrase, each once; empty when there are none."""
        shown = list(dict.fromkeys(self.names.of(name) for name in names))
        return self.words.enumerate(shown) if shown else ""

    def join(self, *parts: str) -> str:
        """The parts that are not empty, set apart by dashes."""
        return self.words.say("marks", "dash").join(part for part in parts if part)

    def role(self, role: str | None) -> str:
        """A role in words; empty where the language has none for it."""
        if role and self.words.knows("role", role.lower()):
            return self.words.say("role", role.lower())
        return role if role and self.words.language == _RECORD_LANGUAGE else ""

    def counted_of(self, of: str | None) -> str:
        """What a figure counts: a body, or what became of the people who are counted; empty for None."""
        return (readable_known_unit(of, self.words.language) or self.names.of(of)) if of else ""

    def about(self, about: str) -> str:
        """What a disagreement is about: names, codes, units and dates in words."""
        parts = ((readable_subject(part, self.words.language), part) for part in about.split(SEPARATOR))
        shown = (self.names.of(part) if known is None else known for known, part in parts)
        return SEPARATOR.join(part for part in shown if part)

    def value(self, value: str) -> str:
        """What a side of a disagreement gives: an amount, a date, a code, else a name."""
        known = readable_value(value, self.words.language)
        return self.names.of(value) if known is None else known

    def explain(self, sentence: str) -> str:
        """Why something was concluded; a sentence that reconciling does not make stays as it is."""
        pieces = translate(sentence, self.words.language)
        return one_line(sentence) if pieces is None else "".join(map(self._piece, pieces))

    def _piece(self, piece: Piece) -> str:
        match piece.kind:
            case "about":
                return self.about(piece.text)
            case "amount" | "value":
                return self.value(piece.text)
            case "date":
                return self.date(piece.text)
            case "count":
                return readable_number(int(piece.text), self.words.language)
            case "name":
                return self.names.of(piece.text)
            case "words":
                return one_line(piece.text)
            case "unit":
                return readable_unit(piece.text, self.words.language)
            case _:
                return piece.text

    def attribution(self, group: Group) -> str:
        """``according to …`` when every telling of it stands in the words of somebody; else empty."""
        speakers = [item.said_by for item in group]
        named = [speaker.name for speaker in speakers if speaker is not None]
        if len(named) < len(speakers):
            return ""
        return self.words.say("page", "according", speaker=self.name_all(named))

    def cite(self, group: Group, slot: str | None = None) -> tuple[Citation, ...]:
        """One citation a place, by number and place; the excerpt shows the words of ``slot`` where it has some."""
        found: dict[str, Citation] = {}
        for item in group:
            citation = self._citation(item, slot)
            found.setdefault(citation.anchor, citation)
        return tuple(sorted(found.values(), key=lambda citation: (citation.number, citation.span)))

    def _citation(self, item: Evidence, slot: str | None) -> Citation:
        claim, text = item.claim, item.article.text
        focus = dict(claim.slot_spans).get(slot or "", claim.span)
        excerpt = shorten(claim.text, _SHORT, max(0, focus.start - claim.span.start))
        if isinstance(claim.content, Statement) and claim.content.content is not None:
            excerpt = shorten(claim.content.content.of(text), _LONG)
        elif claim.kind in ("statement", "commitment"):
            excerpt = shorten(claim.text, _LONG)
        return Citation(
            self.numbers[item.article.id], item.article.language, claim.span, claim.span.of(text), excerpt
        )  # fmt: skip


def gather_evidence(extractions: Iterable[Extraction]) -> dict[str, list[Evidence]]:
    """The claims of the articles by kind, each list in the order of the articles and the places in them."""
    found: dict[str, list[Evidence]] = {}
    for extraction in extractions:
        speakers = _speakers(extraction.claims)
        for claim in sorted(extraction.claims, key=lambda claim: (claim.span, claim.kind, claim.id)):
            said_by = speakers.get(claim.within or "")
            found.setdefault(claim.kind, []).append(Evidence(extraction.article, claim, said_by))
    return found


def _speakers(claims: tuple[Claim, ...]) -> dict[str, Speaker]:
    return {claim.id: claim.content.speaker for claim in claims if isinstance(claim.content, Statement)}
