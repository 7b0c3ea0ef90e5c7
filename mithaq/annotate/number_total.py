"""Adds up the parts of one number as its words come, and refuses a part that cannot belong. Not for finding the parts."""

SCALES = frozenset(("number_scale", "number_hundred"))
_BELOW_TEN = ("number_unit", "number_one")
_HUNDREDS = ("number_hundred", "number_additive_hundred")
_ROUND = ("number_hundred", "number_additive_hundred", "number_scale", "number_dual")
_FLAGS = {"number_vague": "vague", "number_about": "about", "number_fraction": "fraction", "number_part": "fraction"}


def clean(value: float) -> float:
    """``value`` without the noise of binary fractions in its last digit (16.4 times a million)."""
    return float(f"{value:.15g}") if abs(value) >= 1 else value


class NumberTotal:
    """``value`` so far; ``limit`` is the scale last said, below which all that follows must stay."""

    __slots__ = ("count", "current", "flags", "last", "limit", "total")

    def __init__(self) -> None:
        self.total = self.current = 0.0
        self.count = 0
        self.last = ""
        self.limit = float("inf")
        self.flags: set[str] = set()

    @property
    def value(self) -> float:
        """What the parts make together."""
        return clean(self.total + self.current)

    def takes_and(self, kind: str, value: float) -> bool:
        """May "and" join a part of this kind here? "ثلاثة و عشرون", "مئة و خمسون", "مليون و200 ألف", "ثلاثة ونصف"."""
        if kind in ("number_fraction", "number_and_half"):
            return self.last not in ("number_vague", "number_about", "number_fraction", "number_article")
        if kind in SCALES or kind == "number_dual":
            return self.last in ("number_scale", "number_dual", "number_hundred") and value < self.limit
        if kind == "digits":
            return self.last in _ROUND and "vague" not in self.flags
        if kind == "number_ten":
            return self.last in (*_BELOW_TEN, *_ROUND)
        return self.last in (*_ROUND, "number_ten") and "vague" not in self.flags

    def add(self, kind: str, value: float) -> bool:
        """Take a part in; False when it cannot belong, and nothing has changed."""
        if not self._fits(kind, value):
            return False
        if kind in SCALES:
            if not self._scale(kind, value):
                return False
        elif kind == "number_dual":
            # Two thousand: what follows stays below one thousand, and a half is half a thousand.
            self.total, self.limit = self.total + value, value / 2
        elif kind == "number_part":
            self.current *= value
        elif kind in ("number_fraction", "number_and_half") and self.last in ("number_scale", "number_dual"):
            self.total += value * self.limit
        else:
            self.current += value
        if kind in _FLAGS:
            self.flags.add(_FLAGS[kind])
        self.last = kind
        self.count += 1
        return True

    def _scale(self, kind: str, value: float) -> bool:
        if self.last == "number_fraction" and self.count > 1 and value == self.limit:
            # "ثلاثة ملايين ونصف المليون": the scale is only said again.
            return True
        base = self.current or (1.0 if not self.count or self.last in ("number_scale", "number_dual") else 0.0)
        if not base:
            return False
        self.current = base * value
        if kind == "number_scale":
            self.total, self.current, self.limit = self.total + self.current, 0.0, value
        return True

    def _fits(self, kind: str, value: float) -> bool:
        if not self.count:
            return kind not in ("number_part", "number_and_half")
        last = self.last
        if kind in SCALES:
            return self._scale_fits(kind, value)
        if last == "number_article":
            return kind == "number_and_half"
        if kind in ("number_article", "number_vague", "number_about"):
            return False
        if kind == "number_part":
            return last in (*_BELOW_TEN, "number_teen", "number_ten", "digits") and self.total == 0
        if kind == "number_and_half":
            return last not in ("number_vague", "number_about", "number_fraction", "number_and_half")
        if kind == "digits":
            return last in _ROUND and 0 < value < (100 if last in _HUNDREDS else self.limit)
        if last == "digits":
            return kind == "number_fraction"
        if kind in ("number_teen", "number_ten"):
            return last in (*_BELOW_TEN, *_ROUND)
        if kind in _BELOW_TEN:
            return last in ("number_ten", *_ROUND)
        if kind == "number_fraction":
            return last != "number_fraction"
        return last in ("number_scale", "number_dual")

    def _scale_fits(self, kind: str, value: float) -> bool:
        if self.last == "number_scale":
            return value < self.limit and self.current == 0 and kind == "number_scale"
        if self.last == "number_fraction" and self.count > 1 and self.limit != float("inf"):
            return value == self.limit
        return self.last != "number_ten" or kind == "number_scale"
