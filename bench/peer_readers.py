"""What other programs read, put in this program's types so that all are scored alike. Not for comparing: peers does."""

import re
import subprocess
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from mithaq.model.annotation import Annotation
from mithaq.model.article import Article
from mithaq.model.edtf import is_edtf, week_of
from mithaq.model.span import Span
from mithaq.model.values import DateValue, FigureValue, MoneyValue, Timex

_TIMEX = re.compile(
    r"<TIMEX3 [^>]*type=\"(?P<type>\w+)\"[^>]*value=\"(?P<value>[^\"]*)\"[^>]*>(?P<text>[^<]*)</TIMEX3>"
)
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_HEIDELTIME_NAMES = {"ar": "ARABIC", "en": "ENGLISH", "fr": "FRENCH"}
_LONGEST_RUN_SECONDS = 120


def read_with_dateparser(article: Article) -> list[Annotation]:
    """dateparser's search: every hit is a day."""
    from dateparser.search import search_dates  # type: ignore[import-not-found,import-untyped,unused-ignore]

    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
    if article.published:
        settings["RELATIVE_BASE"] = datetime.fromisoformat(article.published[:10]).replace(tzinfo=None)
    found: list[Annotation] = []
    position = 0
    for words, moment in search_dates(article.text, languages=[article.language], settings=settings) or ():
        start = article.text.find(words, position)
        if start < 0:
            continue
        position = start + len(words)
        found.append(Annotation(Span(start, position), words, DateValue(moment.date().isoformat())))
    return found


def read_with_quantulum(article: Article) -> list[Annotation]:
    """quantulum3: amounts in a currency are money, other quantities figures; lengths of time are left to the dates."""
    from quantulum3 import parser  # type: ignore[import-not-found,import-untyped,unused-ignore]

    found: list[Annotation] = []
    for line in re.finditer(r"[^\n]+", article.text):
        for quantity in parser.parse(line.group()):
            start, end = (line.start() + place for place in quantity.span)
            kind, unit = quantity.unit.entity.name, quantity.unit.name
            value: MoneyValue | FigureValue
            if kind == "currency":
                value = MoneyValue(float(quantity.value), _currency_code(quantity.unit))
            elif kind == "time":
                continue
            else:
                value = FigureValue(float(quantity.value), unit)
            found.append(Annotation(Span(start, end), article.text[start:end], value))
    return found


def _currency_code(unit: Any) -> str | None:
    known = {"dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "yen": "JPY", "united states dollar": "USD"}
    code = getattr(unit, "currency_code", None)
    return str(code) if code else known.get(str(unit.name).lower())


def read_with_heideltime(article: Article, java: str, jar: Path) -> list[Annotation]:
    """HeidelTime standalone, document type news."""
    published = article.published or datetime.now(UTC).date().isoformat()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(article.text, encoding="utf-8")
        command = [java, "-jar", str(jar), str(path), "-l", _HEIDELTIME_NAMES[article.language], "-t", "NEWS"]
        command += ["-dct", published[:10], "-c", str(jar.parent / "config.props")]
        ran = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST_RUN_SECONDS, check=True)
    found: list[Annotation] = []
    position = 0
    for hit in _TIMEX.finditer(ran.stdout):
        start = article.text.find(hit["text"], position)
        value = timex_value(hit["value"], hit["type"])
        if start >= 0 and value is not None:
            position = start + len(hit["text"])
            resolved = value if article.published or value.timex != "DATE" else _unanchored(value, hit["text"])
            found.append(Annotation(Span(start, position), hit["text"], resolved))
    return found


def _unanchored(value: DateValue, words: str) -> DateValue:
    """Without a publication day a value whose year is not among the words was only guessed."""
    return value if value.edtf and value.edtf[:4] in words else DateValue(None)


def timex_value(value: str, kind: str) -> DateValue | None:
    """A TIMEX3 value in EDTF; unresolved where it says only "past" or "future"; None for clock times.

    >>> timex_value("2021-FA", "DATE").edtf, timex_value("2022-W19", "DATE").edtf, timex_value("P7Y", "DURATION").edtf
    ('2021-23', '2022-05-09/2022-05-15', 'P7Y')
    """
    if kind == "TIME":
        value = value.partition("T")[0]
    timex: Timex = "DURATION" if kind == "DURATION" else "SET" if kind == "SET" else "DATE"
    if value.startswith("P") and value[1:2].isdigit():
        return DateValue(value, timex)
    week = re.fullmatch(r"(\d{4})-W(\d\d)", value)
    if week:
        return DateValue(week_of(date.fromisocalendar(int(week[1]), int(week[2]), 1)))
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value)
    if season:
        return DateValue(f"{season[1]}-{_SEASONS[season[2]]}")
    quarter = re.fullmatch(r"(\d{4})-Q([1-4])", value)
    if quarter:
        first = int(quarter[2]) * 3 - 2
        return DateValue(f"{quarter[1]}-{first:02d}/{quarter[1]}-{first + 2:02d}")
    if re.fullmatch(r"\d{3}", value):
        value += "X"
    return DateValue(value if is_edtf(value) else None)
