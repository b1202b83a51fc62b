"""What the screen of colleagues knows and does: who is let in, who gets a new passphrase, whose access ends.

It must not keep a passphrase once it was used, nor a digit of the sheet once its page is left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Role
from iroc_desktop.domain.recovery import RecoveryDigitsError, checked_group
from iroc_desktop.domain.store_errors import PassphraseTooShortError
from iroc_desktop.domain.summary import Paper
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.ports import ReportWriter, Runner
from iroc_desktop.services.practitioners import Colleague, Practitioners
from iroc_desktop.system.whole_files import write_out
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.screens.practitioners.state import Busy, Page, Problem, State, Told, Typed

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Means:
    """What the screen works with."""

    practitioners: Practitioners
    runner: Runner
    writer: ReportWriter
    pick_groups: Callable[[int], tuple[int, int]]
    """Returns two different numbers from 1 to the given one: which groups to type back."""
    language: Callable[[], str]
    """Returns the language that the sheet is written in."""
    leave: Callable[[], None]
    """Goes back to where the screen was come from."""
    paper: Paper = Paper.A4


_BEFORE = {Page.TYPE_BACK: Page.SHEET, Page.CONFIRM: Page.TYPE_BACK}


class PractitionersPresenter(Showing[State]):
    """The colleagues of this record, and one thing done about them at a time."""

    def __init__(self, means: Means) -> None:
        super().__init__(State())
        self._means = means

    @property
    def paper(self) -> Paper:
        """Return the size of paper that the sheet is written for."""
        return self._means.paper

    def open(self) -> None:
        """Read who works here."""
        self._means.runner.submit(
            self._means.practitioners.all, lambda found: self._put(colleagues=found), self._failed
        )

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Read again when somebody came, went, or has another role."""
        if changes.practitioners:
            self.open()

    # the ways from the list

    def add(self) -> None:
        """Begin to let a new colleague in."""
        self._turn(Page.ADD)

    def change_own(self) -> None:
        """Begin to change one's own passphrase."""
        self._turn(Page.OWN)

    def give(self, colleague: Colleague) -> None:
        """Begin to give a colleague a new passphrase, or access again."""
        self._turn(Page.GIVE, colleague)

    def consider_role(self, colleague: Colleague) -> None:
        """Show what another role would mean."""
        self._turn(Page.ROLE, colleague)

    def consider_removal(self, colleague: Colleague) -> None:
        """Show what ending somebody's access would mean."""
        self._turn(Page.REMOVE, colleague)

    def renew_sheet(self) -> None:
        """Make a new recovery sheet, which opens nothing until its owner says so."""
        self._turn(Page.LIST)
        self._make_sheet()

    def back(self) -> None:
        """Return to the page before; a sheet that is left opens nothing."""
        state = self.state
        if state.busy is not Busy.NOTHING:
            return
        page = _BEFORE.get(state.page)
        if page is not None:
            self._put(page=page, typed=replace(state.typed, own=""), problem=None, error=None, wrong_group=0)
            return
        if state.page is Page.LIST:
            self._means.leave()
            return
        dropped = state.page is Page.SHEET and state.sheet_taken
        self._turn(Page.LIST)
        if dropped:
            self._put(told=Told.SHEET_DROPPED)

    def edit(self, typed: Typed) -> None:
        """Keep what is typed now."""
        if typed != self.state.typed:
            self._put(typed=typed, problem=None)

    def proceed(self) -> None:
        """Go on from this page, if nothing is missing on it."""
        if self.state.busy is not Busy.NOTHING:
            return
        {
            Page.LIST: lambda: None,
            Page.ADD: self._let_in,
            Page.GIVE: self._give,
            Page.OWN: self._change_own,
            Page.ROLE: self._change_role,
            Page.REMOVE: self._make_sheet,
            Page.SHEET: lambda: self._put(page=Page.TYPE_BACK, problem=None, error=None),
            Page.TYPE_BACK: self._check_groups,
            Page.CONFIRM: self._put_in_force,
        }[self.state.page]()

    # the sheet

    def save_sheet(self, path: Path) -> None:
        """Write the sheet to a file that was chosen."""
        sheet = self._sheet_writer()
        self._take_sheet(lambda: write_out(path, sheet()), lambda _: True)

    def print_sheet(self, send: Callable[[bytes], bool]) -> None:
        """Write the sheet and hand it to `send`, which returns whether it is on its way to a printer."""
        self._take_sheet(self._sheet_writer(), send)

    def _make_sheet(self) -> None:
        def made(groups: tuple[str, ...]) -> None:
            asked = self._means.pick_groups(len(groups))
            self._put(
                page=Page.SHEET,
                groups=groups,
                asked=asked,
                busy=Busy.NOTHING,
                typed=Typed(),
                sheet_taken=False,
            )

        self._put(busy=Busy.KEYS, error=None, told=None)
        self._means.runner.submit(self._means.practitioners.new_sheet, made, self._failed)

    def _sheet_writer(self) -> Callable[[], bytes]:
        groups, language, paper = self.state.groups, self._means.language(), self._means.paper
        return lambda: self._means.writer.recovery_sheet(groups, language, paper)

    def _take_sheet(self, work: Callable[[], T], then: Callable[[T], bool]) -> None:
        if self.state.busy is not Busy.NOTHING or not self.state.groups:
            return
        self._put(busy=Busy.SHEET, error=None, problem=None)

        def taken(result: T) -> None:
            took = then(result)
            problem = None if took else Problem.PRINTER_FAILED
            self._put(busy=Busy.NOTHING, sheet_taken=took or self.state.sheet_taken, problem=problem)

        self._means.runner.submit(work, taken, self._failed)

    def _check_groups(self) -> None:
        for number, text in zip(self.state.asked, self.state.typed.groups, strict=True):
            try:
                right = checked_group(text, number) == self.state.groups[number - 1]
            except RecoveryDigitsError:
                right = False
            if not right:
                self._put(wrong_group=number, error=RecoveryDigitsError(number))
                return
        self._put(page=Page.CONFIRM, problem=None, error=None, wrong_group=0)

    def _put_in_force(self) -> None:
        state, practitioners = self.state, self._means.practitioners
        own, groups, subject = state.typed.own, state.groups, state.subject
        if not own:
            self._put(problem=Problem.OWN_MISSING, error=None)
        elif subject is None:
            self._do(Busy.KEYS, lambda: practitioners.use_sheet(own, groups), Told.SHEET_RENEWED)
        else:
            shut_out = subject.practitioner.id
            self._do(
                Busy.LOCKING_ANEW,
                lambda: practitioners.shut_out(shut_out, own, groups),
                Told.SHUT_OUT,
            )

    # passphrases and roles

    def _let_in(self) -> None:
        typed = self.state.typed
        problem = None if typed.name.strip() else Problem.NAME_MISSING
        self._unless(
            problem or _new_problem(typed) or _own_problem(typed),
            lambda: self._means.practitioners.let_in(typed.name, typed.role, typed.own, typed.passphrase),
            Told.LET_IN,
        )

    def _give(self) -> None:
        typed, subject = self.state.typed, self._subject
        self._unless(
            _new_problem(typed) or _own_problem(typed),
            lambda: self._means.practitioners.give_new_passphrase(
                subject.practitioner.id, typed.own, typed.passphrase
            ),
            Told.GIVEN if subject.has_access else Told.LET_IN,
        )

    def _change_own(self) -> None:
        typed = self.state.typed
        self._unless(
            _own_problem(typed) or _new_problem(typed),
            lambda: self._means.practitioners.change_own(typed.own, typed.passphrase),
            Told.OWN_CHANGED,
        )

    def _change_role(self) -> None:
        subject = self._subject
        role = Role.PRACTITIONER if subject.is_lead else Role.TEAM_LEAD
        self._do(
            Busy.KEYS,
            lambda: self._means.practitioners.change_role(subject.practitioner.id, role),
            Told.ROLE_CHANGED,
        )

    @property
    def _subject(self) -> Colleague:
        if self.state.subject is None:
            raise AssertionError("this page is about a colleague")
        return self.state.subject

    def _unless(self, problem: Problem | None, work: Callable[[], object], told: Told) -> None:
        if problem is None:
            self._do(Busy.KEYS, work, told)
        else:
            self._put(problem=problem, error=None)

    def _do(self, busy: Busy, work: Callable[[], object], told: Told) -> None:
        """Do it on the worker, then show the list as it is now; after a refusal nothing typed is lost."""
        practitioners, about = self._means.practitioners, self.state.subject

        def done(found: tuple[Colleague, ...]) -> None:
            newest = _newest(found, self.state, about)
            self._show(State(found, told=told, about=newest, least=self.state.least))

        def refused(error: ExpectedError) -> None:
            self._failed(error)
            # what was refused half-way shows in the list
            self.open()

        def work_and_look() -> tuple[Colleague, ...]:
            work()
            return practitioners.all()

        self._put(busy=busy, error=None, problem=None)
        self._means.runner.submit(work_and_look, done, refused, initiator=self)

    def _turn(self, page: Page, subject: Colleague | None = None) -> None:
        if self.state.busy is Busy.NOTHING:
            self._show(State(self.state.colleagues, page, subject, least=self.state.least))

    def _failed(self, error: ExpectedError) -> None:
        least = error.least if isinstance(error, PassphraseTooShortError) else self.state.least
        self._put(busy=Busy.NOTHING, error=error, least=least)

    def _put(self, **changed: object) -> None:
        self._show(replace(self.state, **changed))  # type: ignore[arg-type]  # names of State's own fields


def _newest(found: tuple[Colleague, ...], before: State, about: Colleague | None) -> Colleague | None:
    """Return whom it was about as they are now: the subject, or whoever was not there before."""
    known = {each.practitioner.id for each in before.colleagues or ()}
    wanted = {about.practitioner.id} if about else {each.practitioner.id for each in found} - known
    return next((each for each in found if each.practitioner.id in wanted), about)


def _new_problem(typed: Typed) -> Problem | None:
    if not typed.passphrase:
        return Problem.PASSPHRASE_MISSING
    return Problem.NOT_THE_SAME if not typed.shown and typed.passphrase != typed.again else None


def _own_problem(typed: Typed) -> Problem | None:
    return None if typed.own else Problem.OWN_MISSING
