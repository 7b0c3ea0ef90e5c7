"""Values and claim contents as plain JSON-ready dictionaries, and back. The one place that knows the field names."""

import dataclasses
import functools
import types
import typing
from typing import Any

from mithaq.model.annotation import KIND_OF_VALUE
from mithaq.model.claim import KIND_OF_CONTENT, Content
from mithaq.model.span import Span
from mithaq.model.values import Value

VALUE_OF_KIND = {kind: type_ for type_, kind in KIND_OF_VALUE.items()}
CONTENT_OF_KIND = {kind: type_ for type_, kind in KIND_OF_CONTENT.items()}


def to_plain(thing: object) -> Any:
    """Dataclasses become dictionaries, without extras that nothing is told of; tuples lists, spans ``[start, end]``,
    whole floats integers.
    """
    if isinstance(thing, Span):
        return [thing.start, thing.end]
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        told = ((field, getattr(thing, field.name)) for field in dataclasses.fields(thing))
        return {field.name: to_plain(part) for field, part in told if part or not field.metadata.get("extra")}
    if isinstance(thing, tuple | list):
        return [to_plain(part) for part in thing]
    if isinstance(thing, float) and thing.is_integer() and abs(thing) < 2**53:
        return int(thing)
    return thing


def value_from_plain(kind: str, plain: dict[str, Any]) -> Value:
    """The value of an annotation of ``kind``. Raises KeyError for an unknown kind, TypeError for a wrong field."""
    return typing.cast(Value, _build(VALUE_OF_KIND[kind], plain))


def content_from_plain(kind: str, plain: dict[str, Any]) -> Content:
    """The content of a claim of ``kind``. Raises KeyError for an unknown kind, TypeError for a wrong field."""
    return typing.cast(Content, _build(CONTENT_OF_KIND[kind], plain))


@functools.cache
def _hints(wanted: type) -> dict[str, Any]:
    return typing.get_type_hints(wanted)


def _build(wanted: Any, plain: Any) -> Any:
    if plain is None:
        return None
    if wanted is Span:
        return Span(plain[0], plain[1])
    if dataclasses.is_dataclass(wanted) and isinstance(wanted, type):
        hints = _hints(wanted)
        return wanted(**{name: _build(hints[name], part) for name, part in plain.items()})
    origin = typing.get_origin(wanted)
    if origin in (typing.Union, types.UnionType):
        inner = [option for option in typing.get_args(wanted) if option is not type(None)]
        return _build(inner[0], plain) if len(inner) == 1 else plain
    if origin is tuple:
        inner_type = typing.get_args(wanted)[0]
        return tuple(_build(inner_type, part) for part in plain)
    if wanted is float and isinstance(plain, int):
        return float(plain)
    return plain
