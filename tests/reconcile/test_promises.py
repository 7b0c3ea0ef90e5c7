"""Which reports tell one and the same promise."""

from mithaq.model.extraction import Extraction
from mithaq.model.values import MoneyValue, PlaceValue
from mithaq.reconcile import reconcile

from .examples import commitment, extraction, meeting


def aid(name: str, language: str, text: str, promise: str, sum_told: str, amount: float = 436e6) -> Extraction:
    """A report of the meeting in Rome with one promise of money by the US."""
    city = {"en": "Rome", "fr": "Rome", "ar": "روما"}[language]
    return extraction(
        name, text,
        [(city, meeting("Rome", "2021-06-28")), (promise, commitment(promise, by="US"))],
        language=language, published="2021-06-29",
        named=[(sum_told, MoneyValue(amount, "USD", "exact")), (city, PlaceValue("Rome", "IT"))],
    )  # fmt: skip


ENGLISH = aid(
    "en", "en", "In Rome the US said it would give $436 million in aid.", "give $436 million in aid", "$436 million"
)
FRENCH = aid(
    "fr", "fr", "A Rome, les Etats-Unis apporteront 436 millions de dollars d'aide.",
    "apporteront 436 millions de dollars d'aide", "436 millions de dollars",
)  # fmt: skip
ARABIC = aid(
    "ar", "ar", "وفي روما قالت واشنطن إنها ستقدم 436 مليون دولار مساعدات.",
    "ستقدم 436 مليون دولار مساعدات", "436 مليون دولار",
)  # fmt: skip


def promises(*articles: Extraction) -> list[int]:
    """How many claims stand behind each promise."""
    return sorted(len(fact.supported_by) for fact in reconcile(articles).facts if fact.kind == "commitment")


def test_a_sum_that_one_actor_promises_in_three_languages_is_one_promise() -> None:
    assert promises(ENGLISH, FRENCH, ARABIC) == [3]


def test_another_sum_is_another_promise() -> None:
    other = aid(
        "fr", "fr", "A Rome, les Etats-Unis apporteront 40 millions de dollars d'aide.",
        "apporteront 40 millions de dollars d'aide", "40 millions de dollars", 40e6,
    )  # fmt: skip
    assert promises(ENGLISH, other) == [1, 1]
