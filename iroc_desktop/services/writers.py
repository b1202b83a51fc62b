"""Who wrote what stands in the record: the practitioner who first put it there, and when.

It must not tell what was written, nor who changed it later: its history does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from iroc_desktop.domain.operations import Action, Entity, Operation
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Piece:
    """Something somebody wrote: a whole record, or one entry of a list."""

    entity: Entity
    part: str = ""
    """How the names of the entry's fields begin, such as `line/<id>`; empty for the whole record."""


@dataclass(frozen=True, slots=True)
class Written:
    """Who wrote a piece, and on which day, as the machine's clock claimed."""

    by: str = field(repr=False)
    """The practitioner's name; empty for somebody this record does not know."""
    on: date


class Writers:
    """The names behind what was written."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def name_of(self, practitioner_id: str) -> str:
        """Return a practitioner's name, also of one who works here no more; empty if it is not known."""
        with self._work.begin() as unit:
            return _name_of(unit, practitioner_id)

    def writer_of(self, piece: Piece) -> Written | None:
        """Return who wrote a piece; None if nobody did, or it was destroyed."""
        return self.writers_of([piece]).get(piece)

    def writers_of(self, pieces: Iterable[Piece]) -> Mapping[Piece, Written]:
        """Return who wrote each of these; those that nobody wrote are left out."""
        with self._work.begin() as unit:
            found = {piece: _first(unit.log.of(piece.entity), piece.part) for piece in pieces}
            return {piece: _written(unit, each) for piece, each in found.items() if each is not None}


def _first(operations: Iterable[Operation], part: str) -> Operation | None:
    return next((each for each in operations if each.action is Action.WROTE and _holds(each, part)), None)


def _holds(operation: Operation, part: str) -> bool:
    if operation.content is None:
        return False
    return not part or any(name == part or name.startswith(f"{part}/") for name in operation.content.fields)


def _written(unit: UnitOfWork, operation: Operation) -> Written:
    claimed = datetime.fromisoformat(operation.claimed_at).astimezone()
    return Written(_name_of(unit, operation.author), claimed.date())


def _name_of(unit: UnitOfWork, practitioner_id: str) -> str:
    try:
        return unit.practitioners.get(practitioner_id).name
    except RecordMissingError:
        return ""
