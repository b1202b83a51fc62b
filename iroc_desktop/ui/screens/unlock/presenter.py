"""What the unlock screen knows and does: passphrase, recovery digits, new passphrase.

It must not keep a passphrase, nor know anything about the people behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.recovery import GROUPS, RecoveryDigitsError, secret_from
from iroc_desktop.domain.store_errors import WrongRecoveryDigitsError

if TYPE_CHECKING:
    from iroc_desktop.services.desk import Desk
    from iroc_desktop.services.ports import Runner, Store
    from iroc_desktop.services.vault import Vault
    from iroc_desktop.system.settings import Settings


class Step(Enum):
    """The three prompts; every way through them ends at one that works."""

    PASSPHRASE = auto()
    DIGITS = auto()
    NEW_PASSPHRASE = auto()


class Problem(Enum):
    """What the practitioner can mend before anything is tried."""

    NOTHING_TYPED = auto()
    NOT_THE_SAME = auto()


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows."""

    settings: Settings
    step: Step = Step.PASSPHRASE
    busy: bool = False
    error: ExpectedError | None = None
    problem: Problem | None = None
    wrong_group: int = 0
    """The group of digits that cannot be right, from 1; 0 when none is known to be wrong."""
    groups: tuple[str, ...] = field(default=("",) * GROUPS, repr=False)
    """The digits as they were typed, so that going back loses none."""


class Exits(Protocol):
    """Where the screen leads."""

    def unlocked(self, desk: Desk) -> None:
        """Show *Today* on the desk that was opened."""

    def unfinished(self, desk: Desk, groups: tuple[str, ...]) -> None:
        """Go on with a first start that was cut off, with the groups of a new recovery sheet."""

    def practice(self) -> None:
        """Open the practice people instead."""

    def changed(self, settings: Settings) -> None:
        """Use other settings from now on."""


class UnlockPresenter:
    """The prompts of the unlock screen, one at a time."""

    def __init__(
        self,
        vault: Vault,
        runner: Runner,
        open_desk: Callable[[Store, str], Desk],
        exits: Exits,
        settings: Settings,
    ) -> None:
        self._vault = vault
        self._runner = runner
        self._open_desk = open_desk
        self._exits = exits
        self._state = State(settings)
        self._show: Callable[[State], None] = lambda state: None

    def attach(self, show: Callable[[State], None]) -> None:
        """Tell every new state to `show`, beginning with the present one."""
        self._show = show
        show(self._state)

    @property
    def settings(self) -> Settings:
        """Return the settings in use."""
        return self._state.settings

    def unlock(self, passphrase: str) -> None:
        """Try a passphrase; a wrong one leaves the prompt as it is."""
        if self._state.busy:
            return
        if not passphrase:
            self._put(error=None, problem=Problem.NOTHING_TYPED)
            return
        self._put(busy=True, error=None, problem=None)
        self._runner.submit(
            lambda: self._settled(self._vault.unlock(passphrase), passphrase),
            self._opened,
            self._not_opened,
        )

    def forgot(self) -> None:
        """Ask for the digits of the recovery sheet."""
        self._go(Step.DIGITS)

    def back(self) -> None:
        """Return to the prompt before this one."""
        self._go(Step.DIGITS if self._state.step is Step.NEW_PASSPHRASE else Step.PASSPHRASE)

    def check_digits(self, groups: tuple[str, ...]) -> None:
        """Check that the typed groups can be right, then ask for a new passphrase."""
        try:
            secret_from(groups)
        except RecoveryDigitsError as error:
            self._put(groups=groups, error=error, wrong_group=error.group)
            return
        self._put(groups=groups)
        self._go(Step.NEW_PASSPHRASE)

    def renew(self, passphrase: str, again: str) -> None:
        """Open with the digits, and take a new passphrase for the next time."""
        if self._state.busy:
            return
        if not passphrase or passphrase != again:
            self._put(error=None, problem=Problem.NOT_THE_SAME if passphrase else Problem.NOTHING_TYPED)
            return
        groups = self._state.groups
        self._put(busy=True, error=None, problem=None)
        self._runner.submit(
            lambda: self._settled(self._vault.recover(groups, passphrase), passphrase),
            self._opened,
            self._not_opened,
        )

    def practise(self) -> None:
        """Leave for the practice people."""
        if not self._state.busy:
            self._exits.practice()

    def choose_language(self, code: str) -> None:
        """Use another language from now on."""
        self._change(replace(self._state.settings, language=code))

    def choose_theme(self, name: str) -> None:
        """Use another theme from now on."""
        self._change(replace(self._state.settings, theme=name))

    def _change(self, settings: Settings) -> None:
        if settings != self._state.settings:
            self._put(settings=settings)
            self._exits.changed(settings)

    def _settled(self, opened: tuple[Store, str], passphrase: str) -> tuple[Desk, tuple[str, ...]]:
        """Return the desk; with a new recovery sheet if nobody is known to have the first one."""
        desk = self._open_desk(*opened)
        try:
            finished = desk.settling_in.is_finished()
            return desk, () if finished else self._vault.renew_sheet(passphrase)
        except ExpectedError:
            desk.close()
            raise

    def _opened(self, opened: tuple[Desk, tuple[str, ...]]) -> None:
        # the digits have done their work and must not wait in memory for the next lock
        self._state = State(self._state.settings)
        desk, groups = opened
        if groups:
            self._exits.unfinished(desk, groups)
        else:
            self._exits.unlocked(desk)

    def _not_opened(self, error: ExpectedError) -> None:
        if isinstance(error, WrongRecoveryDigitsError | RecoveryDigitsError):
            self._go(Step.DIGITS)
        self._put(busy=False, error=error)

    def _go(self, step: Step) -> None:
        self._put(step=step, error=None, problem=None, wrong_group=0)

    def _put(self, **changed: object) -> None:
        self._state = replace(self._state, **changed)  # type: ignore[arg-type]  # names of State's own fields
        self._show(self._state)
