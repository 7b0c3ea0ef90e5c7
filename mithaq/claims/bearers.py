"""The people of an article and the titles they bear. Not for who speaks: speakers asks here who a title means."""

from collections import Counter
from collections.abc import Sequence

from mithaq.model.annotation import Annotation
from mithaq.model.values import CountryValue, PersonValue

# Who stands beside the bearer of a title, and one office with two names.
_BESIDE = ("deputy", "former", "assistant", "vice", "under", "acting deputy")
# A title in the article's words: how many it has at least, characters before a name, mentions looked at.
_TITLE_WORDS, _TITLE_WITHIN, _MENTIONS = 3, 80, 40
# So often is the state named that an article is about.
_FEW = 3
_TOP_DIPLOMATS = {"foreign minister", "secretary of state"}


class People(dict[str, Annotation]):
    """The people of an article by name, each where it is named most fully; ``mentions`` are all of them in order."""

    def __init__(self, mentions: Sequence[Annotation], countries: Sequence[Annotation] = ()) -> None:
        super().__init__()
        self._titles: dict[str, list[Annotation]] | None = None
        self._countries = [found for found in countries if isinstance(found.value, CountryValue)]
        self.mentions = mentions
        for found in mentions:
            if isinstance(found.value, PersonValue):
                known = self.get(found.value.name)
                if known is None or len(found.text) > len(known.text):
                    self[found.value.name] = found

    def realm(self, states: Sequence[str], before: int) -> Annotation | None:
        """The state that "the Kingdom" means: of the states with that form, the one named last before, else named at all."""
        named = [found for found in self._countries if getattr(found.value, "iso", None) in states]
        return next((found for found in reversed(named) if found.span.start < before), named[0] if named else None)

    def main_state(self) -> str | None:
        """The state that "the government" means where an article names none beside it: the one it names far most often."""
        counts = Counter(str(getattr(found.value, "iso", "")) for found in self._countries)
        ranked = [*counts.most_common(2), ("", 0), ("", 0)]
        first, second = ranked[0], ranked[1]
        return first[0] if first[1] >= _FEW and first[1] > 2 * second[1] else None

    def bearer(self, offices: Sequence[str], country: str | None, before: int) -> Annotation | None:
        """Who bears a title at a place: the only one who does, else the one the article names most.

        Where the only bearer comes up later and the title has no country, people named before whose office the article
        does not give may be meant as well ("the prime minister" of a leader introduced by name alone).
        """
        bearers = [name for name in self if any(bears(self[name].value, office, country) for office in offices)]
        counts = Counter(found.value.name for found in self.mentions if isinstance(found.value, PersonValue))
        if len(bearers) == 1 and country is None and self._first_named(bearers[0]) > before:
            bearers += [name for name in self if self._first_named(name) < before and not _office(self[name])]
        if not bearers:
            return None
        return self[max(bearers, key=lambda name: (counts[name], -self._first_named(name)))]

    def called(self, title: str, text: str) -> Annotation | None:
        """The person before whose name the article writes that title, word by word; a title of one word tells nobody."""
        words = title.split()
        if len(words) < _TITLE_WORDS:
            return None
        if self._titles is None:
            self._titles = {}
            for found in self.mentions:
                before = _words_before(text, found.span.start)
                self._titles.setdefault(before[-1] if before else "", []).append(found)
        named = (found for found in self._titles.get(words[-1], ())[:_MENTIONS])
        bearer = next((one for one in named if _words_before(text, one.span.start)[-len(words) :] == words), None)
        return self[bearer.value.name] if bearer is not None and isinstance(bearer.value, PersonValue) else None

    def bearers(self, office: str, country: str | None) -> list[Annotation]:
        """Everybody of the article who bears a title, in the order they are named."""
        return [found for found in self.values() if bears(found.value, office, country)]

    def _first_named(self, name: str) -> int:
        return next(
            found.span.start
            for found in self.mentions
            if isinstance(found.value, PersonValue) and found.value.name == name
        )


def _words_before(text: str, place: int) -> list[str]:
    return text[max(0, place - _TITLE_WITHIN) : place].split()


def _office(found: Annotation) -> str | None:
    return found.value.role if isinstance(found.value, PersonValue) else None


def bears(value: object, office: str, country: str | None) -> bool:
    """Is it a person who bears that title ("minister" is borne by a foreign minister, not by a deputy minister)?"""
    if not isinstance(value, PersonValue) or not value.role or not office:
        return False
    rest = value.role.removesuffix(office)
    same = (rest != value.role and not rest.startswith(_BESIDE)) or {value.role, office} == _TOP_DIPLOMATS
    return same and (country is None or value.country in (None, country))
