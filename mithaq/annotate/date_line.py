"""The publication date where a page prints it as a line of its own. Not for dates inside sentences."""

import re
from dataclasses import replace

from mithaq.annotate.quantities import read_quantities
from mithaq.model.article import Article
from mithaq.model.edtf import is_day
from mithaq.model.values import DateValue

_LINES_LOOKED_AT = 12
_LONGEST_LINE = 60
_CLOCK = re.compile(r"\d{1,2}\s*[:h]\s*\d{2}|[\W_]+", re.UNICODE)


def with_date_line(article: Article) -> Article:
    """The article with ``published`` filled from a line that is nothing but a full date; itself when it has one.

    Looks at the first and last lines only. A date without a year does not count: nothing is guessed.
    """
    if article.published is not None:
        return article
    lines = [line.strip() for line in article.text.split("\n") if line.strip()]
    for line in [*lines[:_LINES_LOOKED_AT], *lines[-2:]]:
        if len(line) > _LONGEST_LINE or not any(character.isdigit() for character in line):
            continue
        dates = [found for found in read_quantities(line, article.language) if found.kind == "date"]
        if len(dates) != 1 or not isinstance(dates[0].value, DateValue):
            continue
        value, rest = dates[0].value, line.replace(dates[0].text, " ")
        if value.edtf and value.basis == "explicit" and is_day(value.edtf) and len(_CLOCK.sub("", rest)) <= 12:
            return replace(article, published=value.edtf, published_basis="date_line")
    return article
