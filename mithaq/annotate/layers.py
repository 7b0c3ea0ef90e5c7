"""Lays all annotations over a prepared text."""

from mithaq.annotate.names import name_reader
from mithaq.annotate.quantities import quantity_reader
from mithaq.annotate.quotations import read_quotations
from mithaq.text.annotated import AnnotatedArticle, sort_annotations
from mithaq.text.boilerplate import inside
from mithaq.text.prepare import PreparedText


def annotate(prepared: PreparedText) -> AnnotatedArticle:
    """Dates, money, figures, names and quotations of one article. Raises PackError when its language has no pack."""
    language = prepared.pack.code
    annotations = [*quantity_reader(language).read(prepared), *name_reader(language).read(prepared)]
    for quotation in read_quotations(prepared.article.text):
        if not inside(quotation.span, prepared.skipped):
            annotations.append(quotation)
    return AnnotatedArticle(prepared, sort_annotations(annotations))
