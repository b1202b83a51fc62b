"""What was done, as a team lead asks for it: narrowed, page by page, checked, saved as a list.

It must not keep the worker busy for long: whatever takes time is done a piece at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Final, Protocol, TypeVar

from iroc_desktop.domain.audit import Deed, Wanted
from iroc_desktop.domain.chains import Checking
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.roles import LeadsOnlyError
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.audit import GATHERED, PAGE, Audit, Choices, FileKind, Found
from iroc_desktop.services.audit_words import Row, row_of, table_of
from iroc_desktop.services.ports import Clock, Runner
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing
from iroc_desktop.ui.screens.audit.state import Span, State

T = TypeVar("T")

_DAYS: Final = {Span.TODAY: 0, Span.WEEK: 6, Span.MONTH: 29}
"""How many days before today each span begins."""


class Exits(Protocol):
    """The way out."""

    def back(self) -> None:
        """Go back to where the list was opened from."""


@dataclass(frozen=True, slots=True)
class Means:
    """What the presenter works with."""

    audit: Audit
    runner: Runner
    clock: Clock
    phrases: Callable[[], Phrases]
    """The sentences that a saved list is written in."""
    indicators: Callable[[], Mapping[str, str]]
    """Names of the indicators, id → name."""


class AuditPresenter(Showing[State]):
    """The trail of this record."""

    def __init__(self, means: Means, exits: Exits) -> None:
        super().__init__(State(today=means.clock.today()))
        self._means = means
        self._audit = means.audit
        self._exits = exits
        self._writing = Writing(means.runner, self, self._on_problem)
        self._asked = 0
        self._typed = 0

    def open(self) -> None:
        """Read whom and what one can narrow by, the newest entries, and whether the log is whole."""
        self._send("open", self._audit.open, self._on_open)

    def show_practitioner(self, practitioner_id: str) -> None:
        """Show what one practitioner did; everybody, for nothing."""
        self._narrow(replace(self.state.wanted, practitioner_id=practitioner_id))

    def show_deed(self, deed: Deed | None) -> None:
        """Show one kind of what can be done; every kind, for None."""
        self._narrow(replace(self.state.wanted, deed=deed))

    def show_machine(self, replica: str) -> None:
        """Show what was done at one machine; at every one, for nothing."""
        self._narrow(replace(self.state.wanted, machine=replica))

    def show_span(self, span: Span) -> None:
        """Show some days; between two days, today is where one begins."""
        today = self._means.clock.today()
        self._put(span=span, today=today)
        if span is Span.ANY:
            self.show_days(None, None)
        else:
            self.show_days(today - timedelta(days=_DAYS.get(span, 0)), today)

    def show_days(self, first: date | None, last: date | None) -> None:
        """Show what was done from one day to another; two days in the wrong order are put right."""
        if first is not None and last is not None and last < first:
            first, last = last, first
        self._narrow(replace(self.state.wanted, first=first, last=last))

    def type(self, typed: str) -> None:
        """Look for the people whose name begins like this."""
        self._typed += 1
        number = self._typed
        self._put(typed=typed)
        self._writing.send(
            "people", lambda: self._audit.people(typed), lambda found: self._on_people(number, tuple(found))
        )

    def show_person(self, person: Person | None) -> None:
        """Show what was done with one person's record; everybody's, for None."""
        self._typed += 1
        self._put(person=person, typed="", matches=())
        self._narrow(replace(self.state.wanted, person_id=person.id if person else ""))

    def more(self) -> None:
        """Show older entries too."""
        if self.state.more and not self.state.searching:
            self._search(len(self.state.lines) + PAGE)

    def check(self) -> None:
        """Check the whole log from its beginning."""
        if self.state.checking is None or self.state.checking.done:
            self._put(checked_at=None)
            self._send("check", self._audit.begin_check, self._on_checked)

    def save_as(self, path: Path) -> None:
        """Save everything that is asked for now, the name's ending says in which form."""
        if self.state.gathered is None:
            self._put(gathered=0, saved=False)
            self._gather(path, self.state.wanted, None, ())

    def try_again(self) -> None:
        """Try what failed once more."""
        self._writing.try_again()

    def back(self) -> None:
        """Leave."""
        self._exits.back()

    def _send(self, name: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._writing.send(name, work, done, self._on_failed)

    def _on_failed(self) -> None:
        if isinstance(self._writing.problem, LeadsOnlyError):
            # that is no failure but the answer: it is said in place of the list
            self._writing.forget("open")
            self._put(leads_only=True)

    def _on_open(self, choices: Choices) -> None:
        self._put(choices=choices)
        self._search(PAGE)
        self.check()

    def _narrow(self, wanted: Wanted) -> None:
        if wanted != self.state.wanted:
            self._put(wanted=wanted, lines=(), more=False, saved=False)
            self._search(PAGE, anew=True)

    def _search(self, until: int, *, anew: bool = False) -> None:
        """Look for entries until so many are shown; what was asked before is of no use any more."""
        self._asked += 1
        lines = () if anew else self.state.lines
        self._put(searching=True)
        self._look(self._asked, until, lines[-1].entry.position if lines else None)

    def _look(self, number: int, until: int, before: int | None) -> None:
        wanted, missing = self.state.wanted, until - len(self.state.lines)

        def found(page: Found) -> None:
            if number != self._asked:
                return
            lines = (*self.state.lines, *page.lines)
            full = len(lines) >= until or not page.searched_to or self.abandoned
            self._put(lines=lines, more=bool(page.searched_to), searching=not full)
            if not full:
                self._look(number, until, page.searched_to)

        self._send("look", lambda: self._audit.page(wanted, before, missing), found)

    def _on_people(self, number: int, found: tuple[Person, ...]) -> None:
        if number == self._typed:
            self._put(matches=found)

    def _on_checked(self, checking: Checking) -> None:
        if checking.done:
            self._put(checking=checking, checked_at=self._means.clock.now())
        elif not self.abandoned:
            self._put(checking=checking)
            self._send("check", lambda: self._audit.go_on_checking(checking), self._on_checked)

    def _gather(self, path: Path, wanted: Wanted, before: int | None, rows: tuple[Row, ...]) -> None:
        phrases, indicators = self._means.phrases(), self._means.indicators()

        def page() -> tuple[int, tuple[Row, ...]]:
            found = self._audit.page(wanted, before, GATHERED)
            return found.searched_to, tuple(row_of(each, phrases, indicators) for each in found.lines)

        def gathered(found: tuple[int, tuple[Row, ...]]) -> None:
            searched_to, more = found
            together = (*rows, *more)
            self._put(gathered=len(together))
            if searched_to:
                self._gather(path, wanted, searched_to, together)
            else:
                self._write(path, together)

        again = partial(self.save_as, path)
        self._writing.send("save", page, gathered, self._not_saved, again=again)

    def _write(self, path: Path, rows: tuple[Row, ...]) -> None:
        phrases = self._means.phrases()
        kind = FileKind.XLSX if path.suffix.lower() == ".xlsx" else FileKind.CSV
        self._writing.send(
            "save",
            lambda: self._audit.save(path, kind, table_of(rows, phrases)),
            lambda _: self._put(gathered=None, saved=True),
            self._not_saved,
            again=partial(self.save_as, path),
        )

    def _not_saved(self) -> None:
        self._put(gathered=None)

    def _on_problem(self) -> None:
        self._put()

    def _put(self, **changed: object) -> None:
        state = replace(self.state, **changed)  # type: ignore[arg-type]  # names of State's own fields
        self._show(replace(state, problem=self._writing.problem))
