"""Gives commitments and statements their lines of effort, by the words of a profile. Not for what they assert."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from mithaq.languages import LanguagePack
from mithaq.model.claim import Claim, Commitment, Statement
from mithaq.text.lattice import Unit
from mithaq.text.lexicon import Lexicon
from mithaq.text.prepare import PreparedText

DEFAULT_PROFILE = "coalition"
_MOST = 3


class ThemeReader:
    """Reads the themes of one profile (a label ``theme_<profile>`` of the table ``themes``) in one language."""

    def __init__(self, pack: LanguagePack, profile: str = DEFAULT_PROFILE) -> None:
        self._lexicon = Lexicon(pack, ("themes",))
        self._label = f"theme_{profile}"

    def read(self, prepared: PreparedText, claims: Sequence[Claim]) -> list[Claim]:
        """The claims, with the themes their words name, the most named first, at most three."""
        units = [unit for unit in prepared.lattice(self._lexicon) if self._label in unit.labels]
        starts = [unit.start for unit in units]
        return [self._with_themes(claim, units, starts) for claim in claims]

    def _with_themes(self, claim: Claim, units: Sequence[Unit], starts: Sequence[int]) -> Claim:
        content = claim.content
        if not isinstance(content, Commitment | Statement):
            return claim
        place = content.content if isinstance(content, Statement) and content.content else claim.span
        first = bisect_left(starts, place.start)
        counts: Counter[str] = Counter()
        for unit in units[first:]:
            if unit.end > place.end:
                break
            counts[str(unit.values[self._label])] += 1
        themes = tuple(sorted(counts, key=lambda theme: (-counts[theme], theme))[:_MOST])
        return replace(claim, content=replace(content, themes=themes)) if themes else claim
