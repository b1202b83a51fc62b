"""Brings a backup back behind the window, and knows what became of it.

It must not open anything: the record is closed when it ends, whatever happened.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from iroc_desktop.domain.backups import Backup
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.services.backups import Backups
from iroc_desktop.services.ports import Runner


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows."""

    backup: Backup
    aside: Path | None = field(default=None, repr=False)
    """Where the record from before lies now; None until it is done."""
    error: ExpectedError | None = None
    """Why it was not done: the record from before is still in its place."""

    @property
    def over(self) -> bool:
        """Return whether it is done, or was given up."""
        return self.aside is not None or self.error is not None


class Exits(Protocol):
    """Where the screen leads."""

    def begin(self) -> None:
        """Show the door."""


class BringingBackPresenter:
    """One backup on its way."""

    def __init__(
        self, backup: Backup, backups: Backups, close: Callable[[], None], runner: Runner, exits: Exits
    ) -> None:
        """`close` closes the record if bringing the backup back has not done so."""
        self._backups = backups
        self._close = close
        self._runner = runner
        self._exits = exits
        self._state = State(backup)
        self._show: Callable[[State], None] = lambda state: None

    def attach(self, show: Callable[[State], None]) -> None:
        """Tell every new state to `show`, and begin."""
        self._show = show
        show(self._state)
        self._runner.submit(self._bring_back, lambda aside: self._put(aside=aside), self._failed)

    def to_door(self) -> None:
        """Show the door, once it is over."""
        if self._state.over:
            self._exits.begin()

    def _bring_back(self) -> Path:
        try:
            return self._backups.bring_back(self._state.backup.name)
        finally:
            self._close()

    def _failed(self, error: ExpectedError) -> None:
        self._put(error=error)

    def _put(self, **changed: object) -> None:
        self._state = replace(self._state, **changed)  # type: ignore[arg-type]  # names of State's own fields
        self._show(self._state)
