"""Properties of the readers together: nothing raises, offsets hold, what is composed is read back."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.annotate import quantities
from mithaq.annotate.quantities import quantity_reader, read_dates, read_figures, read_money, read_quantities
from mithaq.errors import PackError
from mithaq.languages import load_pack
from mithaq.model.article import Article
from mithaq.model.edtf import bounds, is_edtf
from mithaq.model.values import DateValue, FigureValue, MoneyValue
from mithaq.text.prepare import prepare

LANGUAGES = ("ar", "en", "fr")
# No deadlines: the first text of a language builds its reader.
# fmt: off
MONTHS = {
    "ar": ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
}
WEEKDAYS = {
    "ar": ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
}
SINCE = {"ar": "منذ {}", "en": "since {}", "fr": "depuis {}"}
UNTIL = {"ar": "حتى {}", "en": "until {}", "fr": "jusqu'au {}"}
SPAN = {"ar": "من {} إلى {}", "en": "from {} to {}", "fr": "du {} au {}"}
SCALES = {
    "ar": ((1e6, "مليون"), (1e9, "مليار")), "en": ((1e6, "million"), (1e9, "billion")),
    "fr": ((1e6, "millions"), (1e9, "milliards")),
}
CURRENCIES = {
    "ar": (("{} دولار", "USD"), ("{} يورو", "EUR"), ("{} ريال سعودي", "SAR")),
    "en": (("{} dollars", "USD"), ("${}", "USD"), ("{} euros", "EUR"), ("€{}", "EUR")),
    "fr": (("{} dollars", "USD"), ("{} €", "EUR"), ("{} francs suisses", "CHF")),
}
COUNTED = {"ar": ("{} شخص", "people"), "en": ("{} people", "people"), "fr": ("{} personnes", "people")}
QUALIFIERS = {
    "ar": (("{}", "exact"), ("أكثر من {}", "more_than"), ("نحو {}", "about"), ("ما لا يقل عن {}", "at_least")),
    "en": (("{}", "exact"), ("more than {}", "more_than"), ("about {}", "about"), ("at least {}", "at_least")),
    "fr": (("{}", "exact"), ("plus de {}", "more_than"), ("environ {}", "about"), ("au moins {}", "at_least")),
}
# fmt: on
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@st.composite
def written_days(draw: st.DrawFn) -> tuple[str, str, date]:
    """A language, a day written as its press writes it, and the day."""
    language, day = draw(st.sampled_from(LANGUAGES)), draw(DAYS)
    month = MONTHS[language][day.month - 1]
    forms = [f"{day.day} {month} {day.year}", f"{WEEKDAYS[language][day.weekday()]} {day.day} {month} {day.year}"]
    if language == "en":
        forms.append(f"{month} {day.day}, {day.year}")
        forms.append(f"{day.month:02d}/{day.day:02d}/{day.year}")
    else:
        forms.append(f"{day.day:02d}/{day.month:02d}/{day.year}")
    forms.append(day.isoformat())
    form = draw(st.sampled_from(forms))
    return language, form.translate(ARABIC_INDIC) if language == "ar" and draw(st.booleans()) else form, day


@st.composite
def written_numbers(draw: st.DrawFn) -> tuple[str, str, float]:
    """A language, a number written with its marks or a scale word, and its value."""
    language = draw(st.sampled_from(LANGUAGES))
    if draw(st.booleans()):
        factor, scale = draw(st.sampled_from(SCALES[language]))
        tenths = draw(st.integers(11, 9999))
        mark = "," if language == "fr" else "."
        return language, f"{tenths // 10}{mark}{tenths % 10} {scale}", round(tenths * factor / 10)
    whole = draw(st.integers(3, 999_999).filter(lambda number: not 1000 <= number <= 2200))
    written = f"{whole:,}".replace(",", {"ar": ",", "en": ",", "fr": "\u202f"}[language])
    return language, written, float(whole)


def dates(text: str, language: str, published: str | None = None) -> list[str | None]:
    return [found.value.edtf for found in read_dates(text, language, published) if isinstance(found.value, DateValue)]


@settings(deadline=None)
@given(written_days())
def test_a_written_day_reads_back(written: tuple[str, str, date]) -> None:
    language, text, day = written
    assert dates(text, language) == [day.isoformat()]


@settings(deadline=None)
@given(st.sampled_from(LANGUAGES), DAYS)
def test_open_dates_read_back(language: str, day: date) -> None:
    text = f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"
    assert dates(SINCE[language].format(text), language) == [f"{day.isoformat()}/.."]
    assert dates(UNTIL[language].format(text), language) == [f"../{day.isoformat()}"]


@settings(deadline=None)
@given(st.sampled_from(LANGUAGES), DAYS, st.integers(1, 4000))
def test_a_span_reads_back(language: str, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    ends = [f"{day.day} {MONTHS[language][day.month - 1]} {day.year}" for day in (first, last)]
    assert dates(SPAN[language].format(*ends), language) == [f"{first.isoformat()}/{last.isoformat()}"]


@settings(deadline=None)
@given(written_numbers(), st.data())
def test_an_amount_reads_back(written: tuple[str, str, float], data: st.DataObject) -> None:
    language, number, value = written
    template, currency = data.draw(st.sampled_from(CURRENCIES[language]))
    around, qualifier = data.draw(st.sampled_from(QUALIFIERS[language]))
    joined = (
        number + " d'euros"
        if template == "{} €" and number.endswith(("millions", "milliards"))
        else template.format(number)
    )
    joined = joined.replace("millions dollars", "millions de dollars").replace(
        "milliards dollars", "milliards de dollars"
    )
    joined = joined.replace("millions francs", "millions de francs").replace("milliards francs", "milliards de francs")
    (found,) = read_money(around.format(joined), language)
    assert found.value == MoneyValue(value, currency, qualifier)  # type: ignore[arg-type]


@settings(deadline=None)
@given(written_numbers(), st.data())
def test_a_quantity_reads_back(written: tuple[str, str, float], data: st.DataObject) -> None:
    language, number, value = written
    template, unit = COUNTED[language]
    around, qualifier = data.draw(st.sampled_from(QUALIFIERS[language]))
    joined = template.format(number).replace("millions personnes", "millions de personnes")
    (found,) = read_figures(around.format(joined.replace("milliards personnes", "milliards de personnes")), language)
    assert found.value == FigureValue(value, unit, qualifier)  # type: ignore[arg-type]


FRAGMENTS = st.sampled_from(
    [
        "منذ",
        "حتى",
        "بين",
        "و",
        "من",
        "إلى",
        "قبل",
        "بعد",
        "5",
        "2022",
        "31",
        "٠٥",
        "مايو",
        "رمضان",
        "1443",
        "هـ",
        "/",
        "-",
        ".",
        ",",
        "(",
        ")",
        "مليون",
        "نصف",
        "دولار",
        "$",
        "%",
        "أمس",
        "الأحد",
        "أيام",
        "ونصف",
        "since",
        "by",
        "the",
        "third",
        "week",
        "of",
        "last",
        "next",
        "May",
        "2.5",
        "3/4",
        "billion",
        "half",
        "a",
        "and",
        "years",
        "ago",
        "Q3",
        "Monday",
        "th",
        "1990s",
        "€",
        "depuis",
        "d'ici",
        "fin",
        "mi-",
        "le",
        "un",
        "et",
        "demi",
        "milliards",
        "ans",
        "il y a",
        "dans",
        "veille",
        "siècle",
        "XXIe",
        "mille",
        "\n",
        "\u200f",
        "\xa0",
        "«",
        "»",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(LANGUAGES),
    st.lists(FRAGMENTS, max_size=14),
    st.sampled_from([None, "2022-05-12", "0001-01-03", "9999-12-30"]),
)
def test_nothing_raises_offsets_hold_and_values_are_sound(
    language: str, fragments: list[str], published: str | None
) -> None:
    text = " ".join(fragments)
    end = 0
    for found in read_quantities(text, language, published):
        assert found.text == found.span.of(text) != ""
        assert found.span.start >= end, "annotations follow each other"
        end = found.span.end
        if isinstance(found.value, DateValue) and found.value.edtf and found.value.timex == "DATE":
            assert is_edtf(found.value.edtf)


@settings(deadline=None)
@given(st.sampled_from(LANGUAGES), st.text(max_size=60))
def test_no_text_raises(language: str, text: str) -> None:
    for found in read_quantities(text, language, "2022-05-12"):
        assert found.text == found.span.of(text)


@settings(deadline=None)
@given(st.sampled_from(LANGUAGES), st.lists(FRAGMENTS, max_size=12))
def test_closed_intervals_do_not_run_backwards(language: str, fragments: list[str]) -> None:
    for edtf in dates(" ".join(fragments), language, "2022-05-12"):
        span = bounds(edtf) if edtf else None
        if span and span[0] and span[1]:
            assert span[0] <= span[1]


def test_the_plain_functions_agree_with_the_whole() -> None:
    text, published = "In May 2022, 5 states paid $3 million.", "2022-05-12"
    apart = [*read_dates(text, "en", published), *read_figures(text, "en"), *read_money(text, "en")]
    assert sorted(apart, key=lambda found: found.span) == read_quantities(text, "en", published)


def test_every_annotation_can_be_traced_to_its_rule() -> None:
    text = "In May 2022, 5 states paid $3 million."
    article = Article("", "", None, "en", "2022-05-12", None, None, text)
    units = quantity_reader("en").read_units(prepare(article, load_pack("en")))
    rules = {rule.name for layer in ("dates", "money", "figures") for rule in load_pack("en").layer(layer)}
    made = [unit.values["rule"] for unit in units if unit.labels & {"date", "money", "figure"}]
    assert len(made) == 3 and set(made) <= rules


def test_an_unknown_language_is_told() -> None:
    with pytest.raises(PackError):
        read_quantities("5 states", "xx")


def test_the_documented_examples_hold() -> None:
    import doctest

    result = doctest.testmod(quantities)
    assert result.attempted > 0 and result.failed == 0
