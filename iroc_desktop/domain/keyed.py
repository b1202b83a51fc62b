"""Lists whose entries are fields of their own, so that each merges by itself: lines and favourite pages.

It must not drop an entry it does not understand: that stays in the log.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from iroc_desktop.domain.lines import Line
from iroc_desktop.domain.operations import JsonValue
from iroc_desktop.domain.plain import fields_of, record_from

LINE: Final = "line"
"""Fields are named `line/<id>/<part>`."""

PAGE: Final = "page"
"""Fields are named `page/<page id>`, and say whether it is a favourite."""


def line_fields(line: Line) -> dict[str, JsonValue]:
    """Return a line as fields of the list it stands in."""
    return {f"{LINE}/{line.id}/{name}": value for name, value in fields_of(line).items()}


def lines_from(fields: Mapping[str, JsonValue]) -> tuple[Line, ...]:
    """Return the lines that the fields of a list describe, in no particular order."""
    parts: dict[str, dict[str, JsonValue]] = {}
    for name, value in fields.items():
        head, _, rest = name.partition("/")
        if head == LINE:
            line_id, _, part = rest.rpartition("/")
            parts.setdefault(line_id, {})[part] = value
    return tuple(record_from(Line, line_id, given) for line_id, given in parts.items())


def favourite_fields(page_id: str, *, favourite: bool) -> dict[str, JsonValue]:
    """Return whether a page is a favourite, as a field of the practitioner's list."""
    return {f"{PAGE}/{page_id}": favourite}


def favourites_from(fields: Mapping[str, JsonValue]) -> frozenset[str]:
    """Return the ids of the pages that the fields call favourites."""
    pages = (name.partition("/") for name, value in fields.items() if value)
    return frozenset(page_id for head, _, page_id in pages if head == PAGE)
