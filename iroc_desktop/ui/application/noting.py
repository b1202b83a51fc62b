"""Notes of who looked at what, written behind everything else.

It must not keep anybody from looking: a disk that takes no notes is told once, and quietly.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import DiskFailedError, DiskFullError, ReadOnlyError
from iroc_desktop.ui.tasks.serial_runner import SerialRunner

_REFUSALS: Final = (DiskFullError, ReadOnlyError, DiskFailedError)


class Noting:
    """The notes of one unlocked desk."""

    def __init__(self, runner: SerialRunner, refused: Callable[[], None]) -> None:
        """`refused` is called at the first refusal of the disk, and again only after it took notes."""
        self._runner = runner
        self._refused = refused
        self._was_told = False

    def note(self, work: Callable[[], object]) -> None:
        """Write a note on the worker."""
        self._runner.submit(work, lambda _: self._written(), self._failed)

    def _written(self) -> None:
        self._was_told = False

    def _failed(self, error: ExpectedError) -> None:
        if not isinstance(error, _REFUSALS):
            self._runner.unheard.emit(error)
        elif not self._was_told:
            self._was_told = True
            self._refused()
