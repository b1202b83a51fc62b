"""What the unlock screen knows and does: passphrase, recovery sheet, a backup brought back, a missing name.

It must not keep a passphrase once it has opened the record, nor know anything about the people behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.recovery import RecoveryDigitsError, secret_from
from iroc_desktop.domain.store_errors import (
    KeysReplacedError,
    PassphraseTooShortError,
    StoreDamagedError,
    StoreMissingError,
    WrongRecoveryDigitsError,
)
from iroc_desktop.ui.screens.unlock.state import Busy, Found, Problem, State, Step, Typed

if TYPE_CHECKING:
    from iroc_desktop.domain.backups import Backup
    from iroc_desktop.services.desk import Desk
    from iroc_desktop.services.ports import Runner, Store
    from iroc_desktop.services.vault import Vault
    from iroc_desktop.system.settings import Settings

_BEFORE = {
    Step.FORGOT: Step.PASSPHRASE,
    Step.DIGITS: Step.FORGOT,
    Step.NEW_PASSPHRASE: Step.DIGITS,
    Step.BACKUPS: Step.PASSPHRASE,
    Step.PREVIEW: Step.BACKUPS,
}


@dataclass(frozen=True, slots=True)
class _Opened:
    """What was behind the door."""

    desk: Desk
    groups: tuple[str, ...]
    """Of a new recovery sheet, where first start was cut off."""
    introduced: bool


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
    """The prompts of the unlock screen, one at a time. It outlives a change of language."""

    def __init__(
        self,
        vault: Vault,
        runner: Runner,
        open_desk: Callable[[Store, str], Desk],
        exits: Exits,
        settings: Settings,
        now: Callable[[], datetime],
    ) -> None:
        self._vault = vault
        self._runner = runner
        self._open_desk = open_desk
        self._exits = exits
        self._now = now
        self._nameless: Desk | None = None
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

    def use(self, settings: Settings) -> None:
        """Show other settings as those in use."""
        self._put(settings=settings)

    def edit(self, typed: Typed) -> None:
        """Keep what is typed, until it has opened the record or is left."""
        if typed != self._state.typed:
            self._put(typed=typed)

    def unlock(self, passphrase: str) -> None:
        """Try a passphrase; a wrong one leaves the prompt as it is."""
        if self._state.is_busy:
            return
        if not passphrase:
            self._put(error=None, problem=Problem.NOTHING_TYPED)
            return
        self._put(busy=Busy.OPENING, error=None, problem=None)
        self._runner.submit(
            lambda: self._settled(self._vault.unlock(passphrase), passphrase),
            self._opened,
            lambda error: self._not_opened(error, passphrase),
        )

    def forgot(self) -> None:
        """Show the two ways back in."""
        self._go(Step.FORGOT)

    def use_sheet(self) -> None:
        """Ask for the digits of the recovery sheet."""
        self._go(Step.DIGITS)

    def back(self) -> None:
        """Return to the prompt before this one; whoever does not say a name leaves the record closed."""
        if self._state.is_busy:
            return
        desk, self._nameless = self._nameless, None
        if desk is not None:
            self._state = State(self._state.settings)
            self._runner.submit(desk.lock, lambda _: None)
            self._go(Step.PASSPHRASE)
            return
        before = _BEFORE.get(self._state.step)
        if before is None:
            return
        if before is Step.PASSPHRASE:
            self._state = State(self._state.settings, least=self._state.least)
        self._go(before)

    def check_digits(self, groups: tuple[str, ...]) -> None:
        """Check that the typed groups can be right, then ask for a new passphrase."""
        self._put(typed=replace(self._state.typed, groups=groups))
        try:
            secret_from(groups)
        except RecoveryDigitsError as error:
            self._put(error=error, wrong_group=error.group)
            return
        self._go(Step.NEW_PASSPHRASE)

    def renew(self, passphrase: str, again: str) -> None:
        """Open with the digits, and take a new passphrase for the next time."""
        if self._state.is_busy:
            return
        if not passphrase or passphrase != again:
            self._put(error=None, problem=Problem.NOT_THE_SAME if passphrase else Problem.NOTHING_TYPED)
            return
        groups = self._state.groups
        self._put(busy=Busy.OPENING, error=None, problem=None)
        self._runner.submit(
            lambda: self._settled(self._vault.recover(groups, passphrase), passphrase),
            self._opened,
            lambda error: self._not_renewed(error, passphrase),
        )

    def consider(self, backup: Backup) -> None:
        """Show what bringing a backup back means."""
        self._put(step=Step.PREVIEW, chosen=backup, error=None)

    def bring_back(self) -> None:
        """Put the backup that is considered in the damaged record's place, which is set aside."""
        state, vault, now = self._state, self._vault, self._now
        if state.chosen is None or state.is_busy:
            return
        name, passphrase = state.chosen.name, state.typed.passphrase
        self._put(busy=Busy.BRINGING_BACK, error=None)
        self._runner.submit(
            lambda: vault.bring_back(passphrase, name, now()), self._brought_back, self._failed
        )

    def introduce(self) -> None:
        """Keep the name of whoever was let in without one, and go in."""
        name, desk = self._state.typed.name.strip(), self._nameless
        if desk is None or self._state.is_busy:
            return
        if not name:
            self._put(error=None, problem=Problem.NAME_MISSING)
            return
        self._put(busy=Busy.OPENING, error=None, problem=None)
        self._runner.submit(
            lambda: desk.settling_in.introduce_as(name), lambda _: self._enter(desk), self._failed
        )

    def practise(self) -> None:
        """Leave for the practice people."""
        if not self._state.is_busy and self._nameless is None:
            self._state = State(self._state.settings)
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

    def _settled(self, opened: tuple[Store, str], passphrase: str) -> _Opened:
        """Return the desk; with a new recovery sheet if nobody is known to have the first one."""
        desk = self._open_desk(*opened)
        try:
            # a sheet that somebody keeps must go on counting, whoever comes in
            groups = () if desk.settling_in.is_finished() else self._vault.renew_sheet(passphrase)
            return _Opened(desk, groups, desk.settling_in.is_introduced())
        except ExpectedError:
            desk.close()
            raise

    def _opened(self, opened: _Opened) -> None:
        # what was typed has done its work and must not wait in memory for the next lock
        self._state = State(self._state.settings)
        if opened.groups:
            self._exits.unfinished(opened.desk, opened.groups)
        elif opened.introduced:
            self._exits.unlocked(opened.desk)
        else:
            self._nameless = opened.desk
            self._go(Step.NAME)

    def _enter(self, desk: Desk) -> None:
        self._nameless, self._state = None, State(self._state.settings)
        self._exits.unlocked(desk)

    def _not_opened(self, error: ExpectedError, passphrase: str) -> None:
        if not isinstance(error, StoreDamagedError | StoreMissingError):
            self._failed(error)
            return
        typed = replace(self._state.typed, passphrase=passphrase)
        self._put(step=Step.BACKUPS, busy=Busy.LOOKING, error=error, typed=typed, found=None, chosen=None)
        self._runner.submit(
            lambda: tuple(self._vault.backups(passphrase)),
            lambda found: self._put(busy=Busy.NOTHING, found=tuple(Found(*each) for each in found)),
            self._failed,
        )

    def _not_renewed(self, error: ExpectedError, passphrase: str) -> None:
        if isinstance(error, WrongRecoveryDigitsError | RecoveryDigitsError | KeysReplacedError):
            self._put(busy=Busy.NOTHING)
            self._go(Step.DIGITS)
        # of a damaged record the new passphrase opens the backups
        self._not_opened(error, passphrase)

    def _brought_back(self, aside: Path | None) -> None:
        self._put(step=Step.BROUGHT_BACK, busy=Busy.NOTHING, aside=aside, error=None)

    def _failed(self, error: ExpectedError) -> None:
        least = error.least if isinstance(error, PassphraseTooShortError) else self._state.least
        self._put(busy=Busy.NOTHING, error=error, least=least)

    def _go(self, step: Step) -> None:
        if not self._state.is_busy:
            self._put(step=step, error=None, problem=None, wrong_group=0)

    def _put(self, **changed: object) -> None:
        self._state = replace(self._state, **changed)  # type: ignore[arg-type]  # names of State's own fields
        self._show(self._state)
