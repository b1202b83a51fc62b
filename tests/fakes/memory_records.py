"""Sessions, plans and worksheets of the store that lives in memory, folded from its list each time.

They must not do anything the real store would refuse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.kept_sheets import Sheet, sheet_fields, sheets_from
from iroc_desktop.domain.keyed import favourite_fields, favourites_from, line_fields, lines_from
from iroc_desktop.domain.lines import Line, in_order
from iroc_desktop.domain.operations import Entity, EntityKind, JsonValue
from iroc_desktop.domain.plain import complete, fields_of, plain, record_from, restored
from iroc_desktop.domain.session import OpenSession
from iroc_desktop.domain.store_errors import RecordMissingError
from tests.fakes.memory_erasures import must_not_be_erased


class Unit(Protocol):
    """What these need of the unit of work."""

    sessions_open: dict[str, OpenSession]
    erased: tuple[Erased, ...]

    def fields(self, entity: Entity) -> dict[str, JsonValue]:
        """Return the displayed fields of one entity."""

    def entities(self, kind: EntityKind) -> list[str]:
        """Return the ids of one kind, in the order in which they were first written."""

    def in_progress_out_of_sight(self, person_id: str, conversation_id: str) -> bool:
        """Return whether a conversation in progress, or its person, is in the bin or blocked."""

    def write(self, entity: Entity, given: dict[str, JsonValue]) -> None:
        """Append the fields that differ."""


class Identified(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """Return it."""


R = TypeVar("R", bound=Identified)


@dataclass
class MemoryRecords(Generic[R]):
    """Records of one kind."""

    unit: Unit
    kind: EntityKind
    record_class: type[R]

    def get(self, record_id: str) -> R:
        """Return one record."""
        fields = self.unit.fields(Entity(self.kind, record_id))
        if not complete(self.record_class, fields):
            raise RecordMissingError
        return record_from(self.record_class, record_id, fields)

    def put(self, record: R) -> None:
        """Write the fields that differ."""
        self.unit.write(Entity(self.kind, record.id), fields_of(record))

    def of(self, owner_id: str) -> Sequence[R]:
        """Return the records of an owner, in the order of writing."""
        every = (self.get(each) for each in self.unit.entities(self.kind))
        return [each for each in every if owner_id in (_owner(each, "person_id"), _owner(each, "plan_id"))]


def _owner(record: object, name: str) -> object:
    return getattr(record, name, None)


@dataclass
class MemoryLines:
    """One list of lines for each person."""

    unit: Unit
    kind: EntityKind

    def of(self, person_id: str) -> Sequence[Line]:
        """Return the lines in their order."""
        return in_order(lines_from(self.unit.fields(Entity(self.kind, person_id))))

    def put(self, person_id: str, line: Line) -> None:
        """Write what differs."""
        self.unit.write(Entity(self.kind, person_id), line_fields(line))


@dataclass
class MemoryFavourites:
    """Favourite pages."""

    unit: Unit

    def of(self, practitioner_id: str) -> frozenset[str]:
        """Return the pages of a practitioner."""
        return favourites_from(self.unit.fields(Entity(EntityKind.FAVOURITES, practitioner_id)))

    def put(self, practitioner_id: str, page_id: str, *, favourite: bool) -> None:
        """Write whether a page is a favourite."""
        entity = Entity(EntityKind.FAVOURITES, practitioner_id)
        self.unit.write(entity, favourite_fields(page_id, favourite=favourite))


@dataclass
class MemoryArrangements:
    """The organisation's own choices."""

    unit: Unit

    def get(self) -> Arrangements:
        """Return them."""
        return record_from(Arrangements, "", self.unit.fields(ARRANGEMENTS))

    def put(self, arrangements: Arrangements) -> None:
        """Write the fields that differ."""
        self.unit.write(ARRANGEMENTS, fields_of(arrangements))


ARRANGEMENTS = Entity(EntityKind.ARRANGEMENTS, "arrangements")


@dataclass
class MemoryOpenSessions:
    """Sessions in progress, written and read as the real store does."""

    unit: Unit

    def get(self, session_id: str) -> OpenSession:
        """Return one session."""
        if session_id not in self.unit.sessions_open:
            raise RecordMissingError
        return self.unit.sessions_open[session_id]

    def put(self, opened: OpenSession) -> None:
        """Add or replace."""
        session = Entity(EntityKind.SESSION, opened.id)
        must_not_be_erased(self.unit.erased, session, {"person_id": opened.session.person_id})
        again: OpenSession = restored(OpenSession, plain(opened))
        self.unit.sessions_open[opened.id] = again

    def remove(self, session_id: str) -> None:
        """Forget it."""
        self.unit.sessions_open.pop(session_id, None)

    def of(self, person_id: str) -> OpenSession | None:
        """Return a person's session."""
        own = (each for each in self.all() if each.session.person_id == person_id)
        return next(own, None)

    def around(self, conversation_id: str) -> OpenSession | None:
        """Return the session around a conversation."""
        own = (each for each in self.all() if each.session.conversation_id == conversation_id)
        return next(own, None)

    def all(self) -> Sequence[OpenSession]:
        """Return every session."""
        every = self.unit.sessions_open.values()
        return [
            each
            for each in every
            if not self.unit.in_progress_out_of_sight(each.session.person_id, each.session.conversation_id)
        ]


@dataclass
class MemorySheets:
    """Printed sheets, one list for each person."""

    unit: Unit

    def of(self, person_id: str) -> Sequence[Sheet]:
        """Return a person's sheets."""
        return sheets_from(self.unit.fields(Entity(EntityKind.SHEETS, person_id)))

    def add(self, sheet: Sheet) -> None:
        """Keep a sheet."""
        self.unit.write(Entity(EntityKind.SHEETS, sheet.person_id), sheet_fields(sheet))
