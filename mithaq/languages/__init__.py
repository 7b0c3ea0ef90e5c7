"""What is known of each language, as data, and how it is loaded."""

from mithaq.languages.load import LanguagePack, Rule, Word, available_languages, load_pack, universal_rows

__all__ = ["LanguagePack", "Rule", "Word", "available_languages", "load_pack", "universal_rows"]
