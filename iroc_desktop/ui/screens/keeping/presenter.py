"""What the keeping screen shows and does: rules, records whose time has come, and what becomes of each.

It must not decide for anybody: each record waits until somebody chooses.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from iroc_desktop.domain.arrangements import EVERYWHERE
from iroc_desktop.domain.bin import Thing, whole_person
from iroc_desktop.domain.conversation import ReasonMissingError
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.retention import IN_THE_BIN, after_months
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.ports import Clock, Runner
from iroc_desktop.services.retention import Reached, Retention, Rules
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows; `rules` is None until they were read."""

    rules: Rules | None = None
    reached: tuple[Reached, ...] = ()
    lain: int = 0
    """How many things have lain in the bin for their time."""
    can_erase: bool = False
    """Whether there is a way to erase a record."""
    longer: Reached | None = None
    """Whose record shall be kept longer, while that is being said."""
    suggested: date | None = None
    """The day first offered then: the rule's own months from today."""
    reason_missing: bool = False
    kept: str = field(default="", repr=False)
    """The name of whoever was kept longer a moment ago."""
    problem: ExpectedError | None = None


class Exits(Protocol):
    """Where the screen leads."""

    def put_away(self, thing: Thing) -> None:
        """Put a thing into the bin, with a way to undo it."""

    def open_person(self, person_id: str) -> None:
        """Show one person's page."""

    def open_bin(self) -> None:
        """Show the bin."""

    def back(self) -> None:
        """Go back to where the screen was opened from."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked of the store in one go."""

    rules: Rules
    reached: Sequence[Reached]
    lain: int


class KeepingPresenter(Showing[State]):
    """Rules and reminders."""

    def __init__(
        self,
        retention: Retention,
        clock: Clock,
        runner: Runner,
        exits: Exits,
        erase: Callable[[str], None] | None = None,
    ) -> None:
        """`erase` leads to the erasure of somebody's record; without it, none is offered."""
        super().__init__(State(can_erase=erase is not None))
        self._erase = erase
        self._retention = retention
        self._clock = clock
        self._exits = exits
        self._writing = Writing(runner, self, self._on_problem)

    def open(self) -> None:
        """Read the rules, and whose record has reached the end of its time."""
        self._writing.send("open", self._find, self._on_found)

    def set_rule(self, site: str, months: int) -> None:
        """Keep a rule for a site, for everywhere or for the bin; 0 takes it away."""
        rules = self.state.rules
        if rules is None or months == rules.months.get(site, 0):
            return
        self._writing.send(
            f"rule {site}",
            lambda: self._retention.set_rule(site, months or None),
            lambda _: self.open(),
        )

    def ask_longer(self, who: Reached) -> None:
        """Begin to say until when somebody's record is kept longer, and why."""
        suggested = after_months(self._clock.today(), who.months)
        self._put(longer=who, suggested=suggested, reason_missing=False, kept="")

    def let_go(self) -> None:
        """Keep nobody's record longer after all."""
        self._put(longer=None, reason_missing=False)

    def keep_longer(self, until: date, reason: str) -> None:
        """Keep the record that is asked about until a day."""
        who = self.state.longer
        if who is None:
            return
        if not reason.strip():
            self._put(reason_missing=True)
            return

        def kept(_: object) -> None:
            self._put(longer=None, reason_missing=False, kept=who.person.preferred_name)
            self.open()

        self._writing.send("longer", lambda: self._retention.keep_longer(who.person.id, until, reason), kept)

    def put_away(self, person_id: str) -> None:
        """Put somebody's record into the bin."""
        self._exits.put_away(whole_person(person_id))

    def open_person(self, person_id: str) -> None:
        """Leave for somebody's page."""
        self._exits.open_person(person_id)

    def open_bin(self) -> None:
        """Leave for the bin."""
        self._exits.open_bin()

    def erase(self, person_id: str) -> None:
        """Leave for the erasure of somebody's record."""
        if self._erase is not None:
            self._erase(person_id)

    def back(self) -> None:
        """Leave."""
        self._exits.back()

    def try_again(self) -> None:
        """Try what failed once more."""
        self._writing.try_again()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Read again when people, conversations, the bin or the rules changed elsewhere."""
        if initiator is not self and (
            changes.people or changes.conversations_of or changes.bin or changes.organisation
        ):
            self.open()

    def _find(self) -> Found:
        retention = self._retention
        return Found(retention.rules(), retention.reached(), len(retention.lain_long_enough()))

    def _on_found(self, found: Found) -> None:
        self._put(rules=found.rules, reached=tuple(found.reached), lain=found.lain)

    def _on_problem(self) -> None:
        self._put()

    def _put(self, **changed: object) -> None:
        problem = self._writing.problem
        if isinstance(problem, ReasonMissingError):
            changed["reason_missing"] = True
        changed["problem"] = problem
        self._show(replace(self.state, **changed))  # type: ignore[arg-type]  # names of State's own fields


def rule_keys(rules: Rules) -> tuple[str, ...]:
    """Return for what there can be a rule, in the order in which they stand."""
    return (EVERYWHERE, *rules.sites, IN_THE_BIN)
