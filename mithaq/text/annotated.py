"""An article with its layers: the joint between the annotators and the claim readers. Not for laying the layers."""

from collections.abc import Iterable
from dataclasses import dataclass

from mithaq.model.annotation import Annotation
from mithaq.model.span import Span
from mithaq.text.prepare import PreparedText


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """``annotations`` are sorted by place, then kind; layers of different kinds may overlap."""

    prepared: PreparedText
    annotations: tuple[Annotation, ...]

    def of_kind(self, *kinds: str) -> tuple[Annotation, ...]:
        """The annotations of some kinds, in order of place."""
        return tuple(annotation for annotation in self.annotations if annotation.kind in kinds)

    def inside(self, place: Span, *kinds: str) -> tuple[Annotation, ...]:
        """The annotations of some kinds that lie wholly inside a place."""
        return tuple(found for found in self.of_kind(*kinds) if place.contains(found.span))


def sort_annotations(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """In order of place, longer first, then kind; exact repeats of one kind and place once."""
    ordered = sorted(annotations, key=lambda found: (found.span.start, -found.span.end, found.kind))
    seen: set[tuple[Span, str]] = set()
    kept = []
    for annotation in ordered:
        key = (annotation.span, annotation.kind)
        if key not in seen:
            seen.add(key)
            kept.append(annotation)
    return tuple(kept)
