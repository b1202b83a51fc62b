"""What first start knows and does: five pages in three steps, and nothing typed is lost between them.

It must not keep the passphrase once the keys are made, nor the recovery digits once they were typed back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from typing import Protocol, TypeVar

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Licence, Organisation, Person
from iroc_desktop.domain.recovery import RecoveryDigitsError, checked_group
from iroc_desktop.domain.store_errors import PassphraseTooShortError
from iroc_desktop.domain.summary import Paper
from iroc_desktop.services.desk import Desk
from iroc_desktop.services.ports import NewId, ReportWriter, Runner, Store
from iroc_desktop.services.vault import Vault
from iroc_desktop.system.whole_files import write_out
from iroc_desktop.ui.models.strength import Strength, strength

T = TypeVar("T")


class Page(Enum):
    """One thing at a time."""

    LANGUAGE = auto()
    PASSPHRASE = auto()
    SHEET = auto()
    TYPE_BACK = auto()
    ORGANISATION = auto()


class Problem(Enum):
    """What the practitioner can mend at once; each belongs to one field."""

    NAME_MISSING = auto()
    PASSPHRASE_MISSING = auto()
    NOT_THE_SAME = auto()
    LICENCE_UNANSWERED = auto()
    PRINTER_FAILED = auto()
    """The sheet did not get onto paper."""


class Busy(Enum):
    """What is being done in the background."""

    NOTHING = auto()
    KEYS = auto()
    SHEET = auto()
    SAVING = auto()


@dataclass(frozen=True, slots=True)
class Typed:
    """Everything that was typed so far."""

    name: str = field(default="", repr=False)
    passphrase: str = field(default="", repr=False)
    again: str = field(default="", repr=False)
    shown: bool = False
    """Whether the passphrase can be read on the screen, so that it need not be typed twice."""
    groups: tuple[str, str] = field(default=("", ""), repr=False)
    """The two groups typed back from the sheet."""
    organisation: str = ""
    licence: Licence = Licence.UNANSWERED
    reference: str = ""
    person: str = field(default="", repr=False)
    """The first person's name; empty for "later"."""
    person_language: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows."""

    language: str
    page: Page = Page.LANGUAGE
    typed: Typed = field(default_factory=Typed)
    busy: Busy = Busy.NOTHING
    problem: Problem | None = None
    error: ExpectedError | None = None
    least: int | None = None
    """The least length of a passphrase, once the store has named it."""
    groups: tuple[str, ...] = field(default=(), repr=False)
    """The digits of the recovery sheet, while they are shown."""
    resumed: bool = False
    """Whether an earlier first start was cut off: the sheet is a new one."""
    asks_name: bool = False
    """Whether it was cut off even before the practitioner's name was kept."""
    sheet_taken: bool = False
    """Whether the sheet was saved or printed from here."""
    asked: tuple[int, int] = (1, 2)
    """The numbers of the groups to type back, from 1."""
    wrong_group: int = 0
    """The group that was typed wrongly; 0 when none was."""

    @property
    def strength(self) -> Strength:
        """Return how strong the passphrase seems."""
        return strength(self.typed.passphrase)

    @property
    def keys_made(self) -> bool:
        """Return whether the passphrase is set for good."""
        return self.page in (Page.SHEET, Page.TYPE_BACK, Page.ORGANISATION)


class Exits(Protocol):
    """Where first start leads."""

    def ready(self, desk: Desk) -> None:
        """Show *Today* on the new desk."""

    def practice(self) -> None:
        """Open the practice people instead; nothing is set up."""

    def language(self, code: str) -> None:
        """Speak another language from now on."""


@dataclass(frozen=True, slots=True)
class Means:
    """What first start works with."""

    vault: Vault
    runner: Runner
    open_desk: Callable[[Store, str], Desk]
    writer: ReportWriter
    new_id: NewId
    pick_groups: Callable[[int], tuple[int, int]]
    """Returns two different numbers from 1 to the given one: which groups to type back."""
    paper: Paper = Paper.A4


class FirstStartPresenter:
    """The pages of first start, from the language to the first person."""

    def __init__(self, means: Means, exits: Exits, language: str) -> None:
        self._means = means
        self._exits = exits
        self._state = State(language)
        self._desk: Desk | None = None
        self._show: Callable[[State], None] = lambda state: None

    def resume(self, desk: Desk, groups: tuple[str, ...]) -> None:
        """Go on where a first start was cut off, with the groups of a new recovery sheet."""
        self._desk = desk
        self._put(
            page=Page.SHEET,
            groups=groups,
            asked=self._means.pick_groups(len(groups)),
            resumed=True,
        )
        self._means.runner.submit(
            desk.settling_in.is_introduced, lambda known: self._put(asks_name=not known), self._failed
        )

    def attach(self, show: Callable[[State], None]) -> None:
        """Tell every new state to `show`, beginning with the present one."""
        self._show = show
        show(self._state)

    @property
    def paper(self) -> Paper:
        """Return the size of paper that the sheet is written for."""
        return self._means.paper

    def choose_language(self, code: str) -> None:
        """Speak another language at once."""
        if code != self._state.language:
            self._put(language=code)
            self._exits.language(code)

    def practise(self) -> None:
        """Look around with practice people first."""
        self._exits.practice()

    def edit(self, typed: Typed) -> None:
        """Keep what is typed now."""
        if typed != self._state.typed:
            self._put(typed=typed, problem=None)

    def back(self) -> None:
        """Return to the page before; once the keys are made there is no way back to the passphrase."""
        before = {
            Page.PASSPHRASE: Page.LANGUAGE,
            Page.TYPE_BACK: Page.SHEET,
        }
        self._go(before.get(self._state.page, self._state.page))

    def proceed(self) -> None:
        """Go on from this page, if nothing is missing on it."""
        if self._state.busy is not Busy.NOTHING:
            return
        {
            Page.LANGUAGE: lambda: self._go(Page.PASSPHRASE),
            Page.PASSPHRASE: self._make_keys,
            Page.SHEET: lambda: self._go(Page.TYPE_BACK),
            Page.TYPE_BACK: self._check_groups,
            Page.ORGANISATION: self._finish,
        }[self._state.page]()

    def save_sheet(self, path: Path) -> None:
        """Write the recovery sheet to a file that the practitioner chose."""
        sheet = self._sheet_writer()
        self._take_sheet(lambda: write_out(path, sheet()), lambda _: True)

    def print_sheet(self, send: Callable[[bytes], bool]) -> None:
        """Write the sheet and hand it to `send`, which returns whether it is on its way to a printer."""
        self._take_sheet(self._sheet_writer(), send)

    def _make_keys(self) -> None:
        problem = _passphrase_problem(self._state.typed)
        if problem is not None:
            self._put(problem=problem, error=None)
        elif self._desk is not None:
            self._introduce(self._desk)
        else:
            self._put(busy=Busy.KEYS, error=None, problem=None)
            passphrase = self._state.typed.passphrase
            self._means.runner.submit(lambda: self._create(passphrase), self._created, self._failed)

    def _create(self, passphrase: str) -> tuple[Desk, tuple[str, ...]]:
        practitioner_id = self._means.new_id()
        store, groups = self._means.vault.create(passphrase, practitioner_id)
        return self._means.open_desk(store, practitioner_id), groups

    def _created(self, made: tuple[Desk, tuple[str, ...]]) -> None:
        self._desk, groups = made
        self._state = replace(self._state, groups=groups, asked=self._means.pick_groups(len(groups)))
        self._introduce(self._desk)

    def _introduce(self, desk: Desk) -> None:
        name = self._state.typed.name.strip()
        self._put(busy=Busy.KEYS, error=None, problem=None)
        self._means.runner.submit(
            lambda: desk.settling_in.introduce_as(name), lambda done: self._introduced(), self._failed
        )

    def _introduced(self) -> None:
        typed = replace(self._state.typed, passphrase="", again="")
        self._state = replace(self._state, typed=typed, busy=Busy.NOTHING)
        self._go(Page.SHEET)

    def _sheet_writer(self) -> Callable[[], bytes]:
        groups, language, paper = self._state.groups, self._state.language, self._means.paper
        return lambda: self._means.writer.recovery_sheet(groups, language, paper)

    def _take_sheet(self, work: Callable[[], T], then: Callable[[T], bool]) -> None:
        if self._state.busy is not Busy.NOTHING or not self._state.groups:
            return
        self._put(busy=Busy.SHEET, error=None, problem=None)

        def taken(result: T) -> None:
            took = then(result)
            problem = None if took else Problem.PRINTER_FAILED
            self._put(busy=Busy.NOTHING, sheet_taken=took or self._state.sheet_taken, problem=problem)

        self._means.runner.submit(work, taken, self._failed)

    def _check_groups(self) -> None:
        for number, text in zip(self._state.asked, self._state.typed.groups, strict=True):
            try:
                right = checked_group(text, number) == self._state.groups[number - 1]
            except RecoveryDigitsError:
                right = False
            if not right:
                self._put(wrong_group=number, error=RecoveryDigitsError(number))
                return
        self._state = replace(self._state, groups=(), typed=replace(self._state.typed, groups=("", "")))
        self._go(Page.ORGANISATION)

    def _finish(self) -> None:
        problem = _organisation_problem(self._state)
        if problem is not None:
            self._put(problem=problem, error=None)
            return
        desk = self._desk
        if desk is None:
            raise AssertionError("the last page comes after the keys")
        typed = self._state.typed
        self._put(busy=Busy.SAVING, error=None, problem=None)
        self._means.runner.submit(
            lambda: _settle(desk, typed, self._state.language),
            lambda done: self._finished(desk),
            self._failed,
        )

    def _finished(self, desk: Desk) -> None:
        self._state = State(self._state.language, Page.ORGANISATION)
        self._exits.ready(desk)

    def _failed(self, error: ExpectedError) -> None:
        least = error.least if isinstance(error, PassphraseTooShortError) else self._state.least
        self._put(busy=Busy.NOTHING, error=error, least=least)

    def _go(self, page: Page) -> None:
        self._put(page=page, problem=None, error=None, wrong_group=0)

    def _put(self, **changed: object) -> None:
        self._state = replace(self._state, **changed)  # type: ignore[arg-type]  # names of State's own fields
        self._show(self._state)


def _passphrase_problem(typed: Typed) -> Problem | None:
    if not typed.name.strip():
        return Problem.NAME_MISSING
    if not typed.passphrase:
        return Problem.PASSPHRASE_MISSING
    if not typed.shown and typed.passphrase != typed.again:
        return Problem.NOT_THE_SAME
    return None


def _organisation_problem(state: State) -> Problem | None:
    if state.asks_name and not state.typed.name.strip():
        return Problem.NAME_MISSING
    if state.typed.licence is Licence.UNANSWERED:
        return Problem.LICENCE_UNANSWERED
    return None


def _settle(desk: Desk, typed: Typed, language: str) -> None:
    if typed.name.strip():
        desk.settling_in.introduce_as(typed.name.strip())
    reference = typed.reference.strip() if typed.licence is Licence.YES else ""
    desk.settling_in.answer_licence(Organisation(typed.organisation.strip(), typed.licence, reference))
    if typed.person.strip():
        desk.people.save(
            Person(desk.new_id(), typed.person.strip(), language=typed.person_language or language)
        )
