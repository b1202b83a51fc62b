"""Whose records have reached the end of their keeping time, and the rules that say so.

It must not put anything away by itself: each record is decided on by somebody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from iroc_desktop.domain.arrangements import EVERYWHERE
from iroc_desktop.domain.bin import BinKind
from iroc_desktop.domain.conversation import ReasonMissingError
from iroc_desktop.domain.names import as_read
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.retention import (
    IN_THE_BIN,
    Kept,
    NotLaterError,
    ends_on,
    lay_long_enough,
    months_for,
    with_rule,
)
from iroc_desktop.services.bin import Bin, InBin
from iroc_desktop.services.changes import Changes, Done, person_changed
from iroc_desktop.services.ports import PersonLine, UnitOfWork
from iroc_desktop.services.roles import Roles
from iroc_desktop.services.work import Work

EVERYBODY = 1_000_000
"""More people than any record holds."""


@dataclass(frozen=True, slots=True)
class Rules:
    """For how many months records are kept."""

    months: Mapping[str, int]
    """Months by site, `EVERYWHERE` and `IN_THE_BIN` among them; missing: no rule."""
    sites: tuple[str, ...] = field(repr=False)
    """The sites that people have, and those with a rule of their own, by name."""
    may_change: bool = False
    """Whether this desk is a team lead's."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody whose record has reached the end of its keeping time."""

    person: Person
    since: date
    """Of the last conversation; without one, the day on which the record was begun."""
    held: bool
    """Whether there was a conversation."""
    months: int
    """The rule."""
    ended_on: date
    kept_until: date | None
    """The day until which somebody kept it longer, which has come too."""


class Retention:
    """The keeping time of records."""

    def __init__(self, work: Work, roles: Roles, bin_of: Bin) -> None:
        """Read what lies in the bin from `bin_of`."""
        self._work = work
        self._roles = roles
        self._bin = bin_of

    def rules(self) -> Rules:
        """Return the rules, and the sites that could have one."""
        may_change = self._roles.is_lead()
        with self._work.begin() as unit:
            months = unit.arrangements.get().retention
            sites = {each.site.strip() for each in unit.people.all()} | set(months)
        sites -= {EVERYWHERE, IN_THE_BIN}
        return Rules(months, tuple(sorted(sites, key=as_read)), may_change)

    def set_rule(self, site: str, months: int | None) -> Done[Mapping[str, int]]:
        """Keep a rule for a site, for everywhere or for the bin; None takes it away.

        Raises:
            LeadsOnlyError: at anybody else's desk.
            MonthsOutOfRangeError: if it is shorter than a month, or longer than fifty years.
        """
        self._roles.must_be_lead()
        with self._work.begin() as unit:
            before = unit.arrangements.get()
            rules = with_rule(before.retention, site, months)
            unit.arrangements.put(replace(before, retention=rules))
            unit.commit()
        return Done(rules, Changes(organisation=True))

    def reached(self) -> Sequence[Reached]:
        """Return whose record has reached the end of its keeping time, the longest ago first.

        Whoever has a session in progress is not among them.
        """
        today = self._work.clock.today()
        with self._work.begin() as unit:
            rules = unit.arrangements.get().retention
            if not set(rules) - {IN_THE_BIN}:
                return ()
            lines, longer = unit.people.find("", EVERYBODY), unit.people.kept_longer()
            told = [
                _reached(unit, line, rules, longer.get(line.person.id), today)
                for line in lines
                if not line.has_draft
            ]
        found = [each for each in told if each is not None]
        return sorted(found, key=lambda each: (each.ended_on, each.person.id))

    def lain_long_enough(self) -> Sequence[InBin]:
        """Return what has lain in the bin for its time: people, and things whose person is not in it.

        A single note is not among them: it stands within what else was said, and goes with its conversation.
        """
        with self._work.begin() as unit:
            rules = unit.arrangements.get().retention
        if IN_THE_BIN not in rules:
            return ()
        today = self._work.clock.today()
        heads = (each for group in self._bin.put_away_once() for each in group.heads)
        return [
            each
            for each in heads
            if each.thing.kind is not BinKind.PRIVATE_NOTE and lay_long_enough(rules, each.since, today)
        ]

    def count(self) -> int:
        """Return how many records wait for somebody to decide."""
        return len(self.reached()) + len(self.lain_long_enough())

    def keep_longer(self, person_id: str, until: date, reason: str) -> Done[date]:
        """Keep somebody's record until a day, and why; the log says who decided so.

        Raises:
            ReasonMissingError: if no reason is given.
            NotLaterError: if the day has come already.
            RecordMissingError: if there is no such person.
        """
        if not reason.strip():
            raise ReasonMissingError
        if until <= self._work.clock.today():
            raise NotLaterError
        with self._work.begin() as unit:
            unit.people.get(person_id)
            unit.people.keep_until(person_id, until, reason.strip())
            unit.commit()
        return Done(until, person_changed(person_id))


def _reached(
    unit: UnitOfWork, line: PersonLine, rules: Mapping[str, int], until: date | None, today: date
) -> Reached | None:
    person, months = line.person, months_for(rules, line.person.site)
    if months is None:
        return None
    since = line.last_held_on or _begun_on(unit, person.id) or today
    ended = ends_on(Kept(person.site, since, until), rules)
    if ended is None or ended > today:
        return None
    return Reached(person, since, line.last_held_on is not None, months, ended, until)


def _begun_on(unit: UnitOfWork, person_id: str) -> date | None:
    claims = [each.claimed_at for each in unit.log.of(Entity(EntityKind.PERSON, person_id))]
    return datetime.fromisoformat(min(claims)).date() if claims else None
