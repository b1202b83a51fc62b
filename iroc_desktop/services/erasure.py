"""Erasure in two steps: a person is blocked, which can be lifted, and later destroyed, which cannot.

It must not destroy anybody who was not blocked, nor anything that nobody confirmed; team leads only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from iroc_desktop.domain.conversation import ReasonMissingError
from iroc_desktop.domain.erasure import (
    Erased,
    NameDiffersError,
    NotBlockedError,
    confirms,
    person_code,
)
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.records import person_from
from iroc_desktop.domain.registers import fold, values
from iroc_desktop.domain.store_errors import (
    BackupDamagedError,
    BackupMissingError,
    RecordMissingError,
)
from iroc_desktop.domain.withheld import Keeping, mark
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.copies import OldCopy
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.roles import Roles
from iroc_desktop.services.trail import ORGANISATION
from iroc_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Blocked:
    """Somebody out of sight for everybody; a name is only read when it is asked for."""

    person_id: str
    code: str
    since: str
    """When (ISO 8601), as the machine's clock claimed."""
    by: str = field(repr=False)
    """The name of the practitioner who did."""


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a code stands for, and why they were blocked."""

    person_id: str
    name: str = field(repr=False)
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Gone:
    """Somebody who was destroyed: who did it, and when the machine's clock said it was."""

    code: str
    at: str
    by: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """All that is known of erasures on this machine."""

    blocked: Sequence[Blocked]
    gone: Sequence[Gone]
    behind: Sequence[str]
    """Backups that may still hold what was destroyed, and wait to be written anew."""
    stuck: Sequence[str]
    """Those among them that could not be written anew when it was tried."""
    old_copies: Sequence[OldCopy]
    copied_out: Sequence[str]
    """When backups were copied out, newest first (ISO 8601), as the machine's clock claimed."""


class Erasing:
    """What team leads do when somebody shall be forgotten."""

    def __init__(self, work: Work, roles: Roles) -> None:
        self._work = work
        self._roles = roles
        self._stuck: set[str] = set()

    def standing(self) -> Standing:
        """Return who is blocked, who was destroyed, and what of this machine still has to be seen to.

        Raises:
            LeadsOnlyError: at anybody else's desk.
        """
        self._roles.must_be_lead()
        with self._work.begin() as unit:
            names = {each.id: each.name for each in unit.practitioners.all()}
            blocked = [
                Blocked(each.person_id, person_code(each.person_id), each.since, names.get(each.by, ""))
                for each in unit.withheld.all()
                if each.keeping is Keeping.BLOCKED and each.entity.kind is EntityKind.PERSON
            ]
            gone = [_gone(each, names) for each in unit.erasures.all() if _is_person(each.entity)]
            told = [each.claimed_at for each in unit.log.of(ORGANISATION) if each.action is Action.EXPORTED]
        copies = self._work.store.copies
        behind = copies.behind()
        stuck = [each for each in behind if each in self._stuck]
        return Standing(blocked, gone, behind, stuck, copies.old(), sorted(told, reverse=True))

    def name_of(self, person_id: str) -> Named:
        """Return whom a code stands for, and note that it was looked up.

        Raises:
            LeadsOnlyError, RecordMissingError, NotBlockedError.
        """
        self._roles.must_be_lead()
        person = _person(person_id)
        with self._work.begin() as unit:
            name = self._name(unit, person_id)
            if not _is_blocked(unit, person_id):
                raise NotBlockedError
            unit.log.note(person, Action.OPENED)
            unit.commit()
            return Named(person_id, name, _reason(unit, person))

    def block(self, person_id: str, reason: str) -> Done[None]:
        """Put a person out of sight for everybody: step 1.

        Raises:
            LeadsOnlyError, RecordMissingError, ReasonMissingError.
        """
        self._roles.must_be_lead()
        if not reason.strip():
            raise ReasonMissingError
        with self._work.begin() as unit:
            self._name(unit, person_id)
            unit.withheld.put_away(_person(person_id), Keeping.BLOCKED, reason=reason.strip())
            unit.commit()
        return Done(None, _everything_of(person_id))

    def unblock(self, person_id: str, reason: str = "") -> Done[None]:
        """Let a person be seen again, as they were.

        Raises:
            LeadsOnlyError, RecordMissingError.
        """
        self._roles.must_be_lead()
        with self._work.begin() as unit:
            self._name(unit, person_id)
            unit.withheld.bring_out(_person(person_id), Keeping.BLOCKED, reason=reason.strip())
            unit.commit()
        return Done(None, _everything_of(person_id))

    def destroy(self, person_id: str, typed: str) -> Done[int]:
        """Destroy all that is held on a blocked person: step 2. Return how many records that were.

        `typed` is the name as it is shown, or the code. Afterwards `sweep` and `go_on` see to the disk;
        before that, too, nothing destroyed can be seen or brought back.

        Raises:
            LeadsOnlyError, RecordMissingError, NotBlockedError, NameDiffersError: nothing was changed.
            DiskFullError, ReadOnlyError, DiskFailedError: nothing was changed.
        """
        self._roles.must_be_lead()
        person = _person(person_id)
        with self._work.begin() as unit:
            name = self._name(unit, person_id)
            if not _is_blocked(unit, person_id):
                raise NotBlockedError
            if not confirms(typed, name, person_id):
                raise NameDiffersError
            unit.log.note(person, Action.DESTROYED)
            gone = unit.erasures.destroy([person])
            unit.commit()
        return Done(len(gone), _everything_of(person_id))

    def destroy_entities(self, entities: Iterable[Entity]) -> Done[int]:
        """Destroy single records for good, such as what lay in the bin long enough; return how many.

        What a record is made of goes with it: the steps of a plan. The file and the backups are seen to as
        after `destroy`.

        Raises:
            LeadsOnlyError: at anybody else's desk.
            NotBlockedError: if a person is among them who is not blocked.
            DiskFullError, ReadOnlyError, DiskFailedError: nothing was changed.
        """
        self._roles.must_be_lead()
        wanted = tuple(entities)
        with self._work.begin() as unit:
            for each in wanted:
                if _is_person(each) and not _is_blocked(unit, each.id):
                    raise NotBlockedError
                unit.log.note(each, Action.DESTROYED)
            gone = unit.erasures.destroy(wanted)
            people = frozenset(each.person_id for each in unit.erasures.all() if each.entity in set(gone))
            unit.commit()
        return Done(len(gone), _everything_of(*people))

    def sweep(self) -> Done[None]:
        """Write the file anew, so that no unused part of it keeps what was destroyed.

        Raises:
            LeadsOnlyError, DiskFullError, ReadOnlyError, DiskFailedError.
        """
        self._roles.must_be_lead()
        self._work.store.copies.sweep()
        return Done(None, Changes(backups=True))

    def backups_behind(self) -> Sequence[str]:
        """Return the names of the backups that may still hold what was destroyed, newest first."""
        return self._work.store.copies.behind()

    def bring_up_to_date(self, name: str) -> Done[None]:
        """Write one backup anew without what was destroyed. Anybody's desk may finish what a lead began.

        Raises:
            BackupMissingError, BackupDamagedError, DiskFullError, ReadOnlyError, DiskFailedError.
        """
        self._work.store.copies.bring_up_to_date(name)
        return Done(None, Changes(backups=True))

    def go_on(self) -> Done[bool]:
        """Write one backup anew without what was destroyed; return whether another one waits.

        Anybody's desk may finish what a lead began. A backup that is damaged is left for a lead to decide.

        Raises:
            DiskFullError, ReadOnlyError, DiskFailedError: the backup is as it was, and still waits.
        """
        copies = self._work.store.copies
        waiting = [each for each in copies.behind() if each not in self._stuck]
        if waiting:
            try:
                copies.bring_up_to_date(waiting[0])
            except (BackupDamagedError, BackupMissingError):
                self._stuck.add(waiting[0])
        return Done(len(waiting) > 1, Changes(backups=bool(waiting)))

    def try_all_again(self) -> None:
        """Let `go_on` try those again that could not be written anew."""
        self._stuck.clear()

    def discard_backup(self, name: str) -> Done[None]:
        """Delete a backup that cannot be written anew.

        Raises:
            LeadsOnlyError, BackupMissingError, ReadOnlyError, DiskFailedError.
        """
        self._roles.must_be_lead()
        self._work.store.copies.discard(name)
        return Done(None, Changes(backups=True))

    def destroy_old_copy(self, name: str) -> Done[None]:
        """Delete a record that was set aside, or a copy from before an update.

        Raises:
            LeadsOnlyError, BackupMissingError, ReadOnlyError, DiskFailedError.
        """
        self._roles.must_be_lead()
        self._work.store.copies.destroy_old(name)
        return Done(None, Changes(backups=True))

    def _name(self, unit: UnitOfWork, person_id: str) -> str:
        """Return the name, though the person may be out of sight."""
        fields = values(fold(unit.log.of(_person(person_id))))
        if not fields:
            raise RecordMissingError
        return person_from(person_id, fields).preferred_name


def _person(person_id: str) -> Entity:
    return Entity(EntityKind.PERSON, person_id)


def _is_person(entity: Entity) -> bool:
    return entity.kind is EntityKind.PERSON


def _is_blocked(unit: UnitOfWork, person_id: str) -> bool:
    wanted = _person(person_id)
    return any(each.entity == wanted and each.keeping is Keeping.BLOCKED for each in unit.withheld.all())


def _reason(unit: UnitOfWork, person: Entity) -> str:
    name = mark(Keeping.BLOCKED)
    for each in reversed(unit.log.of(person)):
        if each.content is not None and each.content.fields.get(name):
            return each.content.reason
    return ""


def _gone(erased: Erased, names: dict[str, str]) -> Gone:
    return Gone(person_code(erased.entity.id), erased.erased_at, names.get(erased.erased_by, ""))


def _everything_of(*people: str) -> Changes:
    them = frozenset(people)
    return Changes(
        people=them,
        conversations_of=them,
        sessions_of=them,
        plans_of=them,
        worksheets_of=them,
        consent_of=them,
        bin=True,
        backups=True,
    )
