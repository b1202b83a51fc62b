"""What all tables share: their metadata, how columns are written, and how records become rows and come back.

It must not know any table.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final, TypeVar

from sqlalchemy import Column, MetaData, Row, Table, Text

from iroc_desktop.domain.operations import JsonValue, canonical
from iroc_desktop.domain.plain import plain, record_from

T = TypeVar("T")

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_JSON: Final = "json"
_DOCUMENT: Final = "document"


def text_column(name: str) -> Column[str]:
    """Return a column of text that is never NULL."""
    return Column(name, Text, nullable=False)


def json_column(name: str) -> Column[str]:
    """Return a column of JSON text that is never NULL; one named "document" holds a whole record."""
    return Column(name, Text, nullable=False, info={_JSON: True})


def row_of(table: Table, record: object) -> dict[str, JsonValue]:
    """Return a record as a row: its fields by the names of the columns that it has."""
    row: dict[str, JsonValue] = {}
    for column in table.columns:
        if column.name == _DOCUMENT:
            row[column.name] = canonical(plain(record)).decode()
        elif hasattr(record, column.name):
            value = getattr(record, column.name)
            row[column.name] = _cell(value, as_json=_JSON in column.info)
    return row


def record_of(kind: type[T], table: Table, row: Row[Any]) -> T:
    """Return the record that `row_of` wrote."""
    cells = row._mapping  # noqa: SLF001 - SQLAlchemy's documented way to read a row by its columns' names
    if _DOCUMENT in table.columns:
        return record_from(kind, cells["id"], json.loads(cells[_DOCUMENT]))
    given = {
        column.name: json.loads(cells[column.name]) if _JSON in column.info else plain(cells[column.name])
        for column in table.columns
    }
    return record_from(kind, cells["id"], given)


def _cell(value: JsonValue, *, as_json: bool) -> JsonValue:
    if as_json:
        return canonical(plain(value)).decode()
    return value if isinstance(value, date) else plain(value)
