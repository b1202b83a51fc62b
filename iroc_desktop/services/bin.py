"""Putting things away and taking them out again: people, conversations, plans, worksheets, own notes.

It must not destroy anything: what lies in the bin is as it was, and out of sight.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from iroc_desktop.domain.bin import (
    AnotherSessionWaitsError,
    BinKind,
    PersonInBinError,
    Thing,
    indicator_of,
)
from iroc_desktop.domain.names import as_read
from iroc_desktop.domain.operations import Entity, EntityKind, JsonValue
from iroc_desktop.domain.records import person_from
from iroc_desktop.domain.reflection import Reflection
from iroc_desktop.domain.registers import fold, values
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.withheld import Keeping, Withheld, in_sight
from iroc_desktop.services.changes import (
    Changes,
    Done,
    plan_changed,
    session_changed,
    whole_session_changed,
    worksheet_changed,
)
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.work import Work

_KINDS: Mapping[EntityKind, BinKind] = {
    EntityKind.PERSON: BinKind.PERSON,
    EntityKind.CONVERSATION: BinKind.CONVERSATION,
    EntityKind.PLAN: BinKind.PLAN,
    EntityKind.WORKSHEET: BinKind.WORKSHEET,
    EntityKind.REFLECTION: BinKind.REFLECTION,
}


@dataclass(frozen=True, slots=True)
class InBin:
    """One thing in the bin, with what is needed to know it again."""

    thing: Thing
    day: date | None
    """Of a conversation or session: held on; of a plan: begun on; of a worksheet: filled in on."""
    title: str = field(default="", repr=False)
    """Of a worksheet: its page's title."""
    since: str = ""
    """When it was put away, as the machine's clock claimed (ISO 8601); empty where nobody knows."""
    by: str = field(default="", repr=False)
    """The name of the practitioner who put it away."""


@dataclass(frozen=True, slots=True)
class PersonsBin:
    """What lies in the bin of one person, what was put away last first."""

    person_id: str
    name: str = field(repr=False)
    away: InBin | None
    """The person as a whole, if they are in the bin; what else there is comes back after them."""
    things: tuple[InBin, ...]

    @property
    def heads(self) -> tuple[InBin, ...]:
        """Return what can be taken out now: the person, or else each thing."""
        return self.things if self.away is None else (self.away,)


class Bin:
    """What was put away and can be taken out again."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def put_away(self, thing: Thing) -> Done[Thing]:
        """Put a thing into the bin; once more changes nothing.

        Sessions in progress go out of sight with their person, and stay as they are.

        Raises:
            RecordMissingError: if there is no such thing in sight.
        """
        with self._work.begin() as unit:
            thing = _known(unit, thing, self._work.practitioner_id)
            unit.withheld.put_away(thing.entity, Keeping.IN_BIN, thing.part, about=thing.person_id)
            unit.commit()
        return Done(thing, _changes(thing))

    def take_out(self, thing: Thing) -> Done[Thing]:
        """Take a thing out of the bin, as it was; once more changes nothing.

        A plan comes back as an earlier one where another was begun since.

        Raises:
            PersonInBinError: if the person it belongs to is in the bin.
            AnotherSessionWaitsError: if it is a session in progress, and the person has begun another one.
        """
        with self._work.begin() as unit:
            _may_come_out(unit, thing)
            unit.withheld.bring_out(thing.entity, Keeping.IN_BIN, thing.part)
            if thing.kind is BinKind.WORKSHEET:
                unit.worksheets.put(replace(unit.worksheets.get(thing.id), removed=False))
            unit.commit()
        return Done(thing, _changes(thing))

    def all(self) -> Sequence[PersonsBin]:
        """Return what is in the bin by person, by name, without what is blocked.

        Of reflections, only the own ones of the practitioner at the desk.
        """
        with self._work.begin() as unit:
            found = self._lying(unit) + _taken_off_before(unit)
            return _grouped(found, lambda person_id: _name(unit, person_id))

    def put_away_once(self) -> Sequence[PersonsBin]:
        """Return the same without what an earlier version took off a list: nobody knows since when."""
        with self._work.begin() as unit:
            return _grouped(self._lying(unit), lambda person_id: _name(unit, person_id))

    def _lying(self, unit: UnitOfWork) -> list[InBin]:
        away = unit.withheld.all()
        blocked = {each.entity for each in away if each.keeping is Keeping.BLOCKED}
        names = {each.id: each.name for each in unit.practitioners.all()}
        told = [
            self._told(unit, each, names)
            for each in away
            if each.keeping is Keeping.IN_BIN and not blocked & {each.entity, _person(each.person_id)}
        ]
        return [each for each in told if each is not None]

    def _told(self, unit: UnitOfWork, away: Withheld, practitioners: Mapping[str, str]) -> InBin | None:
        kind, indicator_id = _KINDS.get(away.entity.kind), indicator_of(away.part)
        if kind is None or (away.part and not indicator_id):
            return None
        if kind is BinKind.REFLECTION and not self._is_own(away):
            return None
        day, title = _day_and_title(unit, away.entity)
        if indicator_id:
            kind = BinKind.PRIVATE_NOTE
        elif kind is BinKind.CONVERSATION and day is None:
            kind, day = BinKind.SESSION, _begun_on(unit, away.entity.id)
        thing = Thing(kind, away.person_id, away.entity.id, indicator_id)
        return InBin(thing, day, title, away.since, practitioners.get(away.by, ""))

    def _is_own(self, away: Withheld) -> bool:
        return (
            away.entity.id
            == Reflection.blank(
                away.entity.id.rpartition("/")[0], away.person_id, self._work.practitioner_id
            ).id
        )


def _known(unit: UnitOfWork, thing: Thing, practitioner_id: str) -> Thing:
    """Return the thing as it is in sight, with the person it really belongs to."""
    if thing.kind is BinKind.PERSON:
        return replace(thing, person_id=unit.people.get(thing.id).id)
    if thing.kind is BinKind.SESSION:
        return replace(thing, person_id=unit.drafts.get(thing.id).conversation.person_id)
    if thing.kind is BinKind.PLAN:
        return replace(thing, person_id=unit.plans.get(thing.id).person_id)
    if thing.kind is BinKind.WORKSHEET:
        return replace(thing, person_id=unit.worksheets.get(thing.id).person_id)
    if thing.kind is BinKind.REFLECTION:
        reflection = unit.reflections.get(thing.id)
        if reflection.practitioner_id != practitioner_id:
            raise RecordMissingError
        return replace(thing, person_id=reflection.person_id)
    conversation = unit.conversations.get(thing.id)
    if thing.kind is BinKind.PRIVATE_NOTE and not conversation.answer(thing.indicator_id).private:
        raise RecordMissingError
    return replace(thing, person_id=conversation.person_id)


def _may_come_out(unit: UnitOfWork, thing: Thing) -> None:
    if thing.kind is BinKind.PERSON:
        return
    if any(each.entity == _person(thing.person_id) for each in unit.withheld.all()):
        raise PersonInBinError
    waiting = unit.drafts.of(thing.person_id)
    if thing.kind is BinKind.SESSION and waiting is not None and waiting.conversation.id != thing.id:
        raise AnotherSessionWaitsError


def _person(person_id: str) -> Entity:
    return Entity(EntityKind.PERSON, person_id)


def _fields(unit: UnitOfWork, entity: Entity) -> dict[str, JsonValue]:
    return in_sight(values(fold(unit.log.of(entity))))


def _day_and_title(unit: UnitOfWork, entity: Entity) -> tuple[date | None, str]:
    fields = _fields(unit, entity)
    if entity.kind is EntityKind.REFLECTION:
        fields = _fields(unit, Entity(EntityKind.SESSION, fields.get("session_id", "")))
    day = fields.get("held_on") or fields.get("begun_on")
    return date.fromisoformat(day) if day else None, fields.get("title", "")


def _begun_on(unit: UnitOfWork, conversation_id: str) -> date | None:
    try:
        return unit.drafts.get(conversation_id).conversation.held_on
    except RecordMissingError:
        return None


def _taken_off_before(unit: UnitOfWork) -> list[InBin]:
    """Return worksheets that an earlier version took off the list without a bin."""
    return [
        InBin(Thing(BinKind.WORKSHEET, person.id, each.id), each.held_on, each.title)
        for person in unit.people.all()
        for each in unit.worksheets.of(person.id)
        if each.removed
    ]


def _name(unit: UnitOfWork, person_id: str) -> str:
    return person_from(person_id, _fields(unit, _person(person_id))).preferred_name


def _grouped(found: Sequence[InBin], name_of: Callable[[str], str]) -> tuple[PersonsBin, ...]:
    by_person = sorted(found, key=lambda each: each.thing.person_id)
    groups = []
    for person_id, own in groupby(by_person, key=lambda each: each.thing.person_id):
        things = sorted(own, key=lambda each: each.since, reverse=True)
        whole = next((each for each in things if each.thing.kind is BinKind.PERSON), None)
        others = tuple(each for each in things if each is not whole)
        groups.append(PersonsBin(person_id, name_of(person_id), whole, others))
    return tuple(sorted(groups, key=lambda each: (as_read(each.name), each.person_id)))


def _changes(thing: Thing) -> Changes:
    person_id = thing.person_id
    only = frozenset({person_id})
    changed = {
        BinKind.PERSON: Changes(people=only, conversations_of=only, plans_of=only),
        BinKind.CONVERSATION: whole_session_changed(person_id),
        BinKind.SESSION: whole_session_changed(person_id),
        BinKind.PRIVATE_NOTE: Changes(conversations_of=only),
        BinKind.PLAN: plan_changed(person_id),
        BinKind.WORKSHEET: worksheet_changed(person_id),
        BinKind.REFLECTION: session_changed(person_id),
    }[thing.kind]
    return replace(changed, bin=True)
