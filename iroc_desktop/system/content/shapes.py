"""Checks a document against its JSON Schema, and tells the first fault as a typed error.

It must not check what a schema cannot say, such as whether two files fit together.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from iroc_desktop.domain.content_errors import BadContentError, ContentFault, ContentProblem
from iroc_desktop.system.content.documents import LONGEST_NAME, Document, Place

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError


class Shape:
    """One schema, ready to check many documents."""

    def __init__(self, schema_file: Path) -> None:
        """Read a schema.

        Raises:
            BadContentError: if the schema itself is missing or damaged, which means a broken installation.
        """
        # at import it would cost a third of a bare window's start, before any content is needed
        from jsonschema import Draft202012Validator

        self._validator = Draft202012Validator(_schema(schema_file))

    def check(self, document: Document) -> None:
        """Refuse a document that does not have this shape.

        Raises:
            BadContentError: for the fault that comes first in the file.
        """
        faults = [_told(document, error) for error in self._validator.iter_errors(document.value)]
        if faults:
            place, problem = min(faults, key=lambda fault: document.line(fault[0]))
            document.refuse(place, problem)


def _schema(file: Path) -> dict[str, Any]:
    try:
        schema = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise _broken(file, ContentFault.FILE_MISSING) from error
    except (OSError, ValueError) as error:
        raise _broken(file, ContentFault.UNREADABLE) from error
    if not isinstance(schema, dict):
        raise _broken(file, ContentFault.UNREADABLE)
    return schema


def _broken(file: Path, kind: ContentFault) -> BadContentError:
    return BadContentError(file.name, 0, "", ContentProblem(kind))


def _told(document: Document, error: ValidationError) -> tuple[Place, ContentProblem]:
    place: Place = tuple(error.absolute_path)
    keyword = str(error.validator)
    if "propertyNames" in error.absolute_schema_path:
        place = (*place, str(error.instance))
    if keyword in _ABOUT_A_NAME:
        kind, names_in = _ABOUT_A_NAME[keyword]
        name = names_in(error)
        inner = (*place, name)
        return (inner if inner in document.lines else place), ContentProblem(kind, name=name[:LONGEST_NAME])
    if keyword in _LIMITS:
        return place, ContentProblem(_LIMITS[keyword], limit=int(cast("int", error.validator_value)))
    if keyword == "uniqueItems":
        return place, ContentProblem(ContentFault.REPEATED)
    return place, ContentProblem(_EXPECTING[keyword], expected=_expected(error.validator_value))


def _missing(error: ValidationError) -> str:
    needed = cast("list[str]", error.validator_value)
    return next(name for name in needed if name not in cast("dict[str, object]", error.instance))


def _unknown(error: ValidationError) -> str:
    schema = error.schema
    known = schema.get("properties", {}) if isinstance(schema, dict) else {}
    return next(name for name in cast("dict[str, object]", error.instance) if name not in known)


def _expected(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else (str(value),)


_ABOUT_A_NAME: Final[dict[str, tuple[ContentFault, Callable[[ValidationError], str]]]] = {
    "required": (ContentFault.MISSING_FIELD, _missing),
    "additionalProperties": (ContentFault.UNKNOWN_FIELD, _unknown),
}
_LIMITS: Final = {
    "minLength": ContentFault.TOO_SHORT,
    "maxLength": ContentFault.TOO_LONG,
    "minItems": ContentFault.TOO_FEW,
    "maxItems": ContentFault.TOO_MANY,
    "minProperties": ContentFault.TOO_FEW,
    "maxProperties": ContentFault.TOO_MANY,
    "minimum": ContentFault.TOO_LOW,
    "maximum": ContentFault.TOO_HIGH,
}
_EXPECTING: Final = {
    "type": ContentFault.WRONG_TYPE,
    "enum": ContentFault.NOT_ALLOWED,
    "const": ContentFault.NOT_ALLOWED,
    "pattern": ContentFault.BAD_FORM,
}
