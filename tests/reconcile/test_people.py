"""The people of a record, brought together across articles."""

from mithaq.model.annotation import Annotation
from mithaq.model.article import Article
from mithaq.model.extraction import Extraction
from mithaq.model.span import Span
from mithaq.model.values import PersonValue
from mithaq.reconcile.people import Office, merge_people


def article(text: str, published: str | None, *people: tuple[str, PersonValue]) -> Extraction:
    read = Article(text, f"{text[:8]}.txt", None, "ar", published, "explicit" if published else None, None, text)
    layers = tuple(
        Annotation(Span(text.index(form), text.index(form) + len(form)), form, value) for form, value in people
    )
    return Extraction(read, layers, (), ())


ARABIC = article(
    "التقى ناصر بوريطة نظيره", "2021-06-28", ("ناصر بوريطة", PersonValue("Nasser Bourita", "foreign minister", "MA"))
)
FRENCH = article(
    "Nacer Bourita a parlé", "2022-05-12", ("Nacer Bourita", PersonValue("Nacer Bourita", "foreign minister", "MA"))
)
ANOTHER = article("Karim Bourita chante", "2022-05-12", ("Karim Bourita", PersonValue("Karim Bourita", "singer", "MA")))
ELSEWHERE = article("Nasser Bourita of Peru", None, ("Nasser Bourita", PersonValue("Naser Bourita", None, "PE")))


def test_spellings_of_one_name_are_one_person_with_forms_offices_and_reasons() -> None:
    [person] = merge_people([ARABIC, FRENCH])
    assert person.forms == (("Nacer Bourita", 1), ("ناصر بوريطة", 1))
    assert person.offices == (Office("foreign minister", "MA", "2021-06-28", "2022-05-12"),)
    assert person.seen_in == tuple(sorted((ARABIC.article.id, FRENCH.article.id)))
    assert len(person.reasons) == 1


def test_people_who_share_a_surname_stay_two() -> None:
    assert len(merge_people([ARABIC, ANOTHER])) == 2


def test_people_of_different_countries_stay_two() -> None:
    assert len(merge_people([ARABIC, ELSEWHERE])) == 2


def test_the_order_of_reading_changes_nothing() -> None:
    assert merge_people([ARABIC, FRENCH, ANOTHER]) == merge_people([ANOTHER, FRENCH, ARABIC])
