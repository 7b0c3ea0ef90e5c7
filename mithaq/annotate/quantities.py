"""Dates, money and figures together: they share one lattice, because each claims words the others must leave alone."""

from collections.abc import Iterable, Sequence
from functools import cache

from mithaq.annotate.dates import DateReader
from mithaq.annotate.figures import FigureReader
from mithaq.annotate.money import MoneyReader
from mithaq.annotate.numbers import NumberReader
from mithaq.languages import LanguagePack, load_pack
from mithaq.model.annotation import Annotation
from mithaq.model.article import Article
from mithaq.model.span import Span
from mithaq.text.lattice import Unit
from mithaq.text.lexicon import Lexicon
from mithaq.text.prepare import PreparedText, prepare

_TABLES = ("numbers", "months", "calendar", "qualifiers", "units", "currencies", "marks", "roles", "countries")
_KINDS = ("date", "money", "figure")


class QuantityReader:
    """Reads the dates, money and figures of one language. Build once, use for many articles."""

    def __init__(self, pack: LanguagePack) -> None:
        self._lexicon = Lexicon(pack, _TABLES)
        label_sets = self._lexicon.label_sets()
        self._numbers = NumberReader(pack)
        self._dates = DateReader(pack, label_sets)
        self._money = MoneyReader(pack, label_sets)
        self._figures = FigureReader(pack, label_sets)

    def read(self, prepared: PreparedText, country: str | None = None) -> list[Annotation]:
        """The annotations in order of place. ``country`` settles currency names that several countries share."""
        return list(_annotations(prepared.article.text, self.read_units(prepared, country)))

    def read_numbers(self, prepared: PreparedText) -> list[Unit]:
        """The numbers alone, ordinals left out, as units labelled ``number``; values under the same name."""
        units = self._numbers.read(prepared.article.text, prepared.lattice(self._lexicon))
        return [unit for unit in units if "number" in unit.labels]

    def read_units(self, prepared: PreparedText, country: str | None = None) -> Sequence[Unit]:
        """The lattice with dates, amounts and quantities joined; a joined unit holds its rule's name under ``rule``."""
        text = prepared.article.text
        units: Sequence[Unit] = prepared.lattice(self._lexicon)
        units = self._numbers.read(text, units)
        units = self._dates.read(text, units, prepared.article.published)
        units = self._money.read(units, country)
        return self._figures.read(text, units)


def _annotations(text: str, units: Iterable[Unit]) -> Iterable[Annotation]:
    for unit in units:
        for kind in _KINDS:
            if kind in unit.labels:
                yield Annotation(Span(unit.start, unit.end), text[unit.start : unit.end], unit.values[kind])


@cache
def quantity_reader(language: str) -> QuantityReader:
    """The reader of one language. Raises PackError when it has no pack."""
    return QuantityReader(load_pack(language))


def read_quantities(
    text: str, language: str, published: str | None = None, country: str | None = None
) -> list[Annotation]:
    """Dates, money and figures of a plain string, in order of place.

    ``published`` is the EDTF day that relative dates are counted from; without it they stay unresolved. ``country``
    (ISO 3166-1) settles currency names that several countries share. Raises PackError when the language has no pack.

    >>> for found in read_quantities("Donors pledged $4.3bn for 5 million refugees by June 2022.", "en"):
    ...     print(found.kind, found.text, sep=": ")
    money: $4.3bn
    figure: 5 million refugees
    date: by June 2022
    """
    article = Article("", "", None, language, published, None, None, text)
    return quantity_reader(language).read(prepare(article, load_pack(language)), country)


def read_dates(text: str, language: str, published: str | None = None) -> list[Annotation]:
    """The dates, durations and recurring sets of a plain string; values are in EDTF or ISO 8601.

    >>> [found.value.edtf for found in read_dates("انعقد الاجتماع أمس الأربعاء 11 مايو/أيار 2022", "ar", "2022-05-12")]
    ['2022-05-11']
    >>> [found.value.edtf for found in read_dates("avant fin juin, puis à l'automne 2023", "fr", "2022-05-12")]
    ['../2022-06', '2023-23']
    >>> [found.value.edtf for found in read_dates("It ended yesterday.", "en")]
    [None]
    """
    return [found for found in read_quantities(text, language, published) if found.kind == "date"]


def read_money(text: str, language: str, country: str | None = None) -> list[Annotation]:
    """The amounts of money of a plain string; currencies are ISO 4217 codes, None where the words do not tell.

    >>> [(found.value.amount, found.value.currency) for found in read_money("نحو 700 مليون دولار", "ar")]
    [(700000000.0, 'USD')]
    >>> [(found.value.amount, found.value.currency) for found in read_money("20 دينارا", "ar", country="KW")]
    [(20.0, 'KWD')]
    >>> [(found.value.amount, found.value.currency) for found in read_money("20 دينارا", "ar")]
    [(20.0, None)]
    """
    return [found for found in read_quantities(text, language, None, country) if found.kind == "money"]


def read_figures(text: str, language: str) -> list[Annotation]:
    """The quantities of a plain string that are neither dates nor money: value, unit, qualifier.

    >>> [(found.value.value, found.value.unit) for found in read_figures("أكثر من (210) خلايا إرهابية", "ar")]
    [(210.0, 'cells')]
    >>> [found.value.qualifier for found in read_figures("près de 2,5 millions de personnes", "fr")]
    ['nearly']
    """
    return [found for found in read_quantities(text, language) if found.kind == "figure"]
