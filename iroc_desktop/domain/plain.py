"""Frozen records as plain JSON values and back, by their declared types.

It must not guess: an unknown type is a mistake in the program, and an unknown field is left alone.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from iroc_desktop.domain.operations import JsonValue

T = TypeVar("T")


def plain(value: JsonValue) -> JsonValue:
    """Return a value as JSON knows it: records and mappings as objects, days as ISO texts."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(plain(each) for each in value)
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, Mapping):
        return {plain(key): plain(each) for key, each in value.items()}
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    return value


def fields_of(record: Any) -> dict[str, JsonValue]:  # noqa: ANN401 - any frozen record with an id
    """Return a record as fields of an operation; the id is the entity's, not a field."""
    return {each.name: plain(getattr(record, each.name)) for each in fields(record) if each.name != "id"}


def record_from(kind: type[T], record_id: str, given: Mapping[str, JsonValue]) -> T:
    """Return the record with an id that the fields describe; what they do not say has its default."""
    return _record(kind, {**given, "id": record_id})


def complete(kind: type[Any], given: Mapping[str, JsonValue]) -> bool:
    """Return whether the fields say everything that has no default, but for the id."""
    needed = (each for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING)
    return all(each.name in given for each in needed if each.name != "id")


def restored(kind: Any, value: JsonValue) -> Any:  # noqa: ANN401 - a declared type, known only at run time
    """Return the value of a declared type that `plain` wrote as JSON."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else restored(_but_none(kind), value)
    if origin is tuple:
        return tuple(restored(get_args(kind)[0], each) for each in value)
    if origin is frozenset:
        return frozenset(restored(get_args(kind)[0], each) for each in value)
    if origin is not None and issubclass(origin, Mapping):
        key_kind, value_kind = get_args(kind)
        return MappingProxyType(
            {restored(key_kind, key): restored(value_kind, each) for key, each in value.items()}
        )
    return _single(kind, value)


def _single(kind: Any, value: JsonValue) -> Any:  # noqa: ANN401 - a declared type, known only at run time
    if is_dataclass(kind):
        return _record(kind, value)  # type: ignore[arg-type]  # `is_dataclass` is true of classes here
    if issubclass(kind, Enum):
        return kind(value)
    if kind is date:
        return date.fromisoformat(value)
    return value


def _record(kind: type[T], given: Mapping[str, JsonValue]) -> T:
    declared: Any = kind  # a class can be hashed, which its declared type does not say
    hints = _hints(declared)
    return kind(**{name: restored(hints[name], value) for name, value in given.items() if name in hints})


@cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401 - a class, as the cache sees it
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}


def _but_none(kind: Any) -> Any:  # noqa: ANN401 - a declared type, known only at run time
    (only,) = (each for each in get_args(kind) if each is not types.NoneType)
    return only
