"""What a disagreement is about, and the values of its sides, in words. Names are left to those who know them."""

from mithaq.publish.readable import readable_currency, readable_date, readable_number, readable_unit
from mithaq.publish.words import words_in
from mithaq.reconcile.amounts import read_amount

# Between the parts of what something is about.
SEPARATOR = " · "
# No date of the record is longer; words of articles are.
_LONGEST_DATE = 60


def readable_subject(part: str, language: str) -> str | None:
    """A code, a currency, a unit or a date that something is about, in words; None for anything else: a name, say."""
    words = words_in(language)
    if words.knows("subject", part):
        return words.say("subject", part)
    if words.knows("party", part):
        return None
    if words.knows("currency", part):
        return readable_currency(part, language)
    return _known_date(part, language) or readable_known_unit(part, language)


def readable_known_unit(unit: str, language: str) -> str | None:
    """The name of a unit; None where the language has none for it."""
    shown = readable_unit(unit, language)
    return shown if shown != unit or words_in(language).knows("unit", unit) else None


def readable_value(value: str, language: str) -> str | None:
    """The value of a side: an amount, a date, a stage, a change of membership; None for anything else."""
    words = words_in(language)
    amount = read_amount(value)
    if amount is not None:
        return value if is_year(value) else readable_number(amount.value, language, amount.qualifier)
    for table in ("stage", "subject"):
        if words.knows(table, value):
            return words.say(table, value)
    return _known_date(value, language)


def is_year(value: str) -> bool:
    """Is the number rather a year? Years take no separators."""
    return len(value) == 4 and value.isdecimal() and 1900 <= int(value) <= 2100


def _known_date(code: str, language: str) -> str | None:
    shown = readable_date(code, language) if len(code) <= _LONGEST_DATE else code
    return shown if shown != code else None
