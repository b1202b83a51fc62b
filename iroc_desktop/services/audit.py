"""What was done, for team leads: who opened, changed, printed or saved what, and whether the log is whole.

It must not show anything that was written, nor the name of somebody who is out of sight.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from iroc_desktop.domain.audit import Entry, Wanted
from iroc_desktop.domain.chains import Checking
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.people import Person, Practitioner
from iroc_desktop.domain.spreadsheets import Table
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.ports import ReportWriter, UnitOfWork
from iroc_desktop.services.roles import Roles
from iroc_desktop.services.work import Work
from iroc_desktop.system.whole_files import write_out

PAGE: Final = 200
"""Lines at a time: more than fit on any screen."""
PIECE: Final = 1_000
"""Operations that are checked at a time: some 50 ms of work, so that nobody waits for it."""
GATHERED: Final = 250
"""Entries that are gathered at a time for a list to save: as much work."""
MATCHES: Final = 6
"""People who are offered while a name is typed."""
CODE_LENGTH: Final = 8
"""Digits of an id that tell two people apart."""

LOG: Final = Entity(EntityKind.ORGANISATION, "log")
"""What was done to the log itself, such as saving a list of it, is noted on this."""


class Whose(StrEnum):
    """What can be said about whom an entry is about."""

    NOBODY = "nobody"
    IN_SIGHT = "in_sight"
    OUT_OF_SIGHT = "out_of_sight"
    """In the bin or blocked."""
    DESTROYED = "destroyed"


class FileKind(StrEnum):
    """How a list can be saved; the value is the ending of the file's name."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Noted:
    """One entry with the names that belong to it."""

    entry: Entry
    who: str = field(repr=False)
    """The practitioner's name; empty for somebody this record does not know."""
    whose: Whose
    name: str = field(default="", repr=False)
    """The person's, while they are in sight; or the colleague's whom it is about."""
    this_machine: bool = True

    @property
    def code(self) -> str:
        """Return what stands for a person without a name."""
        return self.entry.person_id[:CODE_LENGTH]


@dataclass(frozen=True, slots=True)
class Found:
    """A page of entries, newest first, and where to go on: 0 means that there is no more."""

    lines: tuple[Noted, ...]
    searched_to: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What entries can be narrowed to."""

    practitioners: tuple[Practitioner, ...]
    machines: tuple[str, ...]
    """This one first."""


class Audit:
    """The trail of this record. Every method is for team leads and raises LeadsOnlyError for anybody else."""

    def __init__(self, work: Work, roles: Roles, writer: ReportWriter) -> None:
        self._work = work
        self._roles = roles
        self._writer = writer

    def open(self) -> Choices:
        """Note that what was done is looked at; return who and which machines there are to narrow by."""
        self._roles.must_be_lead()
        with self._work.begin() as unit:
            unit.log.note(LOG, Action.OPENED)
            unit.commit()
            return Choices(tuple(unit.practitioners.all()), tuple(unit.log.machines()))

    def people(self, typed: str) -> Sequence[Person]:
        """Return the first few people whose name begins with what was typed; nobody, for nothing."""
        self._roles.must_be_lead()
        if not typed.strip():
            return ()
        with self._work.begin() as unit:
            return [line.person for line in unit.people.find(typed, MATCHES)]

    def page(self, wanted: Wanted, before: int | None = None, limit: int = PAGE) -> Found:
        """Return entries that stand before a position, newest first; None: from the end.

        There may be fewer than `limit` though more follow: a long log is looked through in stretches.
        """
        self._roles.must_be_lead()
        with self._work.begin() as unit:
            page = unit.log.entries(wanted, before, limit)
            names = _Names.of(unit, page.entries)
        return Found(tuple(map(names.noted, page.entries)), page.searched_to)

    def begin_check(self) -> Checking:
        """Return a check of the whole log that has not begun."""
        self._roles.must_be_lead()
        with self._work.begin() as unit:
            own, *others = unit.log.machines()
            ends = unit.log.ends()
            written = [own] if own in ends or unit.log.chain(own, 0, 1) else []
        return Checking.of(ends, [*written, *others])

    def go_on_checking(self, checking: Checking) -> Checking:
        """Return the check after the next piece of the log; one that is done stays as it is."""
        self._roles.must_be_lead()
        if checking.done:
            return checking
        with self._work.begin() as unit:
            following = unit.log.chain(checking.waiting[0], checking.seq, PIECE)
        return checking.onward(following)

    def save(self, path: Path, kind: FileKind, table: Table) -> Path:
        """Write a list of entries into a file, and note that it left the record.

        Raises:
            PlaceFullError, PlaceReadOnlyError, PlaceGoneError: nothing was left there.
        """
        self._roles.must_be_lead()
        content = self._writer.csv(table) if kind is FileKind.CSV else self._writer.xlsx((table,))
        write_out(path, content)
        with self._work.begin() as unit:
            unit.log.note(LOG, Action.EXPORTED)
            unit.commit()
        return path


@dataclass(frozen=True, slots=True)
class _Names:
    practitioners: Mapping[str, str] = field(repr=False)
    people: Mapping[str, str] = field(repr=False)
    out_of_sight: frozenset[str]
    machine: str

    @classmethod
    def of(cls, unit: UnitOfWork, entries: Iterable[Entry]) -> _Names:
        wanted = {each.person_id for each in entries if each.person_id}
        people = {each: _name_of(unit, each) for each in wanted}
        return cls(
            {each.id: each.name for each in unit.practitioners.all()},
            {person_id: name for person_id, name in people.items() if name is not None},
            frozenset(
                each.entity.id for each in unit.withheld.all() if each.entity.kind is EntityKind.PERSON
            ),
            unit.log.machines()[0],
        )

    def noted(self, entry: Entry) -> Noted:
        noted = Noted(
            entry,
            self.practitioners.get(entry.author, ""),
            self._whose(entry.person_id),
            self.people.get(entry.person_id, ""),
            entry.id.replica == self.machine,
        )
        if entry.entity.kind is EntityKind.PRACTITIONER:
            return replace(noted, name=self.practitioners.get(entry.entity.id, ""))
        return noted

    def _whose(self, person_id: str) -> Whose:
        if not person_id:
            return Whose.NOBODY
        if person_id in self.people:
            return Whose.IN_SIGHT
        return Whose.OUT_OF_SIGHT if person_id in self.out_of_sight else Whose.DESTROYED


def _name_of(unit: UnitOfWork, person_id: str) -> str | None:
    try:
        return unit.people.get(person_id).preferred_name
    except RecordMissingError:
        return None
