"""One running program for each data folder: a second start asks the first to show its window.

It must not open a socket: a lock file and a watched folder are enough.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

CALL: Final = "show"
"""The file whose appearance asks the running program to show its window."""


class SingleInstance(QObject):
    """The claim of one program on a data folder."""

    called = Signal()
    """Another start wants to see the window."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder / "run"
        self._lock = QLockFile(str(self._folder / "lock"))
        # a lock is stale when its process is gone, never because it is old
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None

    def claim(self) -> bool:
        """Return whether this is the only program on the folder; listen for later ones if so.

        Raises:
            OSError: if the folder cannot be made.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        if not self._lock.tryLock(0):
            # where no lock can be written the store will say so; that is not a second start
            return self._lock.error() is not QLockFile.LockError.LockFailedError
        (self._folder / CALL).unlink(missing_ok=True)
        self._watcher = QFileSystemWatcher([str(self._folder)], self)
        self._watcher.directoryChanged.connect(self._look)
        return True

    def call(self) -> None:
        """Ask the program that holds the folder to show its window."""
        (self._folder / CALL).touch()

    def release(self) -> None:
        """Give the folder free."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.unlock()

    def _look(self) -> None:
        call = self._folder / CALL
        if call.exists():
            call.unlink(missing_ok=True)
            self.called.emit()
