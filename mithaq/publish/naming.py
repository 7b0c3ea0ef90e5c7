"""What to call a party in the language of the brief. Reads names off the articles; knows no catalogue."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

from mithaq.model.extraction import Extraction
from mithaq.model.values import OrganisationValue, PersonValue, PlaceValue
from mithaq.publish.excerpts import one_line
from mithaq.publish.parties import party_name

# Marks beside a name that are no part of it.
AROUND_NAMES = "\"'“”„«»‹›‘’()[]،,.: "


class Names:
    """Names in one language: states by the table of countries, others as articles in that language write them.

    The record keeps organisations and places in English and persons in Latin script; where no article in the
    language names one, that name is shown.
    """

    def __init__(self, language: str, extractions: Iterable[Extraction]) -> None:
        self.language = language
        self._surface = _surfaces(language, extractions) if language != "en" else {}

    def of(self, name: str | None) -> str:
        """The name to show; empty for None."""
        if name is None:
            return ""
        known = party_name(name, self.language)
        return known if known != name else self._surface.get(name, one_line(name))


def _surfaces(language: str, extractions: Iterable[Extraction]) -> dict[str, str]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    persons = set()
    for extraction in extractions:
        if extraction.article.language != language:
            continue
        for annotation in extraction.annotations:
            value = annotation.value
            if isinstance(value, PersonValue | OrganisationValue | PlaceValue):
                surface = one_line(annotation.text).strip(AROUND_NAMES)
                if surface and not (isinstance(value, PersonValue) and _is_latin(surface)):
                    found[value.name][surface] += 1
            if isinstance(value, PersonValue):
                persons.add(value.name)
    return {name: usual_form(forms, name in persons) for name, forms in found.items()}


def usual_form(forms: Counter[str], is_person: bool) -> str:
    """The usual form; for a person one that has more than the surname, where there is one.

    ``forms`` counts how often each came; there is at least one.
    """

    def rank(form: str) -> tuple[bool, int, int, str]:
        return (not (is_person and " " in form), -forms[form], -len(form), form)

    return min(forms, key=rank)


def _is_latin(text: str) -> bool:
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in text if letter.isalpha())
