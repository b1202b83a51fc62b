"""Records that are one row each, lists of lines, favourites and arrangements, in the fold tables.

It must not know what any of them means.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final, Generic, Protocol, TypeVar

from sqlalchemy import Select, Table, bindparam, select

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.keyed import favourite_fields, line_fields
from iroc_desktop.domain.lines import Line
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.plain import fields_of
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.store import session_rows
from iroc_desktop.store.columns import record_of
from iroc_desktop.store.record_kinds import LINES, RECORDS
from iroc_desktop.store.recording import Recording


class _Record(Protocol):
    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Record)

ARRANGEMENTS: Final = Entity(EntityKind.ARRANGEMENTS, "arrangements")
"""There is one set, under the same id on every machine."""

_OWNERS: Final = ("person_id", "plan_id")


class SqlRecords(Generic[R]):
    """Records of one kind."""

    def __init__(self, recording: Recording, kind: EntityKind) -> None:
        self._recording = recording
        self._connection = recording.connection
        self._kind = kind
        self._class, self._table = RECORDS[kind]

    def get(self, record_id: str) -> R:
        """Return one record.

        Raises:
            RecordMissingError: if there is no such record.
        """
        row = self._connection.execute(_one(self._table), {"id": record_id}).one_or_none()
        if row is None:
            raise RecordMissingError
        found: R = record_of(self._class, self._table, row)
        return found

    def put(self, record: R) -> None:
        """Write the fields that differ."""
        self._recording.write(Entity(self._kind, record.id), fields_of(record))

    def of(self, owner_id: str) -> Sequence[R]:
        """Return the records of an owner, in the order in which they were first written."""
        found = self._connection.execute(_all_of(self._table), {"id": owner_id})
        return [record_of(self._class, self._table, row) for row in found]


# made once for each table: each unit of work has ten of these repositories, and seldom asks one


@cache
def _one(table: Table) -> Select[Any]:
    return select(table).where(table.columns.id == bindparam("id"))


@cache
def _all_of(table: Table) -> Select[Any]:
    columns = table.columns
    (owner,) = (columns[name] for name in _OWNERS if name in columns)
    order = (columns.first_lamport, columns.first_replica, columns.id)
    return select(table).where(owner == bindparam("id")).order_by(*order)


class SqlLines:
    """One list of lines for each person."""

    def __init__(self, recording: Recording, kind: EntityKind) -> None:
        self._recording = recording
        self._connection = recording.connection
        self._kind = kind
        self._table = LINES[kind]

    def of(self, person_id: str) -> Sequence[Line]:
        """Return a person's lines in their order, those taken away included."""
        columns = self._table.columns
        query = (
            select(self._table).where(columns.person_id == person_id).order_by(columns.position, columns.id)
        )
        return [record_of(Line, self._table, row) for row in self._connection.execute(query)]

    def put(self, person_id: str, line: Line) -> None:
        """Write what differs."""
        self._recording.write(Entity(self._kind, person_id), line_fields(line))


class SqlFavourites:
    """The favourite pages of practitioners."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._connection = recording.connection

    def of(self, practitioner_id: str) -> frozenset[str]:
        """Return the ids of a practitioner's favourite pages."""
        columns = session_rows.favourite.columns
        query = select(columns.page_id).where(columns.practitioner_id == practitioner_id)
        return frozenset(self._connection.execute(query).scalars())

    def put(self, practitioner_id: str, page_id: str, *, favourite: bool) -> None:
        """Write whether a page is a favourite."""
        entity = Entity(EntityKind.FAVOURITES, practitioner_id)
        self._recording.write(entity, favourite_fields(page_id, favourite=favourite))


class SqlArrangements:
    """The organisation's own choices."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._connection = recording.connection

    def get(self) -> Arrangements:
        """Return them; empty and off if nobody chose yet."""
        row = self._connection.execute(select(session_rows.arrangements)).one_or_none()
        return record_of(Arrangements, session_rows.arrangements, row) if row else Arrangements()

    def put(self, arrangements: Arrangements) -> None:
        """Write the fields that differ."""
        self._recording.write(ARRANGEMENTS, fields_of(arrangements))
