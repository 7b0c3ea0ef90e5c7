"""The people of a record as a table: every written form, offices over time, where each was seen, why names were joined."""

from collections.abc import Sequence

from mithaq.model.extraction import Extraction
from mithaq.publish.readable import readable_country, readable_date
from mithaq.reconcile.people import Office, merge_people

PEOPLE_COLUMNS = ("name", "forms", "offices", "articles", "files", "joined_because")


def people_rows(extractions: Sequence[Extraction]) -> tuple[tuple[str, ...], ...]:
    """A row a person, those seen in most articles first."""
    files = {extraction.article.id: extraction.article.file for extraction in extractions}
    return tuple(
        (
            person.name,
            "; ".join(f"{form} ({count})" for form, count in person.forms),
            "; ".join(_office(office) for office in person.offices),
            str(len(person.seen_in)),
            "; ".join(sorted(files[article] for article in person.seen_in)),
            "; ".join(person.reasons),
        )
        for person in merge_people(extractions)
    )


def _office(office: Office) -> str:
    where = f", {readable_country(office.country, 'en')}" if office.country else ""
    days = [readable_date(day, "en") for day in dict.fromkeys((office.first, office.last)) if day]
    return f"{office.role}{where}" + (f" ({' – '.join(days)})" if days else "")
