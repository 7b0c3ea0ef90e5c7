"""Puts values into the English sentences, which are what the record keeps."""

from mithaq.reconcile.explanations.templates import ONLY_FORM, Slot, load_templates

RECORD_LANGUAGE = "en"


def explain(key: str, **values: object) -> str:
    """The English sentence ``table.key`` with its slots filled. Raises KeyError for a key or a value that is missing."""
    template = load_templates(RECORD_LANGUAGE)[key][ONLY_FORM]
    return "".join(str(values[part.name]) if isinstance(part, Slot) else part for part in template.parts)
