"""How a party of the record is called in a language: a state by its name, "participants" in words, others by name."""

from mithaq.publish.readable import readable_country
from mithaq.publish.words import words_in


def party_name(code: str, language: str) -> str:
    """The name for a state's ISO code or for one of the collective codes; any other name as it stands."""
    if len(code) == 2 and code.isascii() and code.isupper():
        return readable_country(code, language)
    return words_in(language).say("party", code)
