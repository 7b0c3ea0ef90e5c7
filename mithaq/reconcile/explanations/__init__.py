"""The sentences by which reconciling says why, each written once, as a template with named slots; see the tables beside.

``en.toml`` makes what the record keeps; the other tables say the same to readers of other languages. A kept sentence is
recognised as what one template makes of some values, so that it can be said again. Not for when a sentence applies.
"""

from mithaq.reconcile.explanations.composing import explain
from mithaq.reconcile.explanations.recognising import Explanation, recognise
from mithaq.reconcile.explanations.templates import Slot, Template, load_templates

__all__ = ["Explanation", "Slot", "Template", "explain", "load_templates", "recognise"]
