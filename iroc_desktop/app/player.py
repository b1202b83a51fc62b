"""Plays the program off screen: the real window and the real store, without anybody at the keyboard.

It must not touch the user's data folder: whoever plays gives it one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from iroc_desktop.app.main import make_qt, show_first_window
from iroc_desktop.services.desk import Desk
from iroc_desktop.system.paths import DataFolder
from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.application.application import Application
from iroc_desktop.ui.application.workplace import Workplace

T = TypeVar("T")

ROUNDS = 4
"""How often an answer of the worker may lead to another question before a screen is complete."""


class Player:
    """One running program on a folder of its own."""

    def __init__(self, data: DataFolder, settings: Settings) -> None:
        settings.save(data.settings)
        self._qt: QApplication = make_qt()
        self.application: Application = show_first_window(self._qt, data)
        self.settle()

    @property
    def workplace(self) -> Workplace:
        """Return the unlocked desk on the window; a bug of the player if there is none."""
        if self.application.workplace is None:
            raise RuntimeError("locked")
        return self.application.workplace

    @property
    def desk(self) -> Desk:
        """Return the services of the unlocked desk."""
        return self.workplace.desk

    def practise(self) -> None:
        """Open the practice people."""
        self.application.practice()
        self.settle()

    def do(self, work: Callable[[], T]) -> T:
        """Run work on the worker that owns the store, and return its result."""
        results: list[T] = []
        self.application.surroundings.runner.submit(work, results.append)
        self.settle()
        return results[0]

    def show(self, go: Callable[[], None]) -> None:
        """Go to a screen, and wait until it is drawn."""
        go()
        self.settle()

    def settle(self) -> None:
        """Wait until the worker has answered and the window is drawn; answers may ask again."""
        for _ in range(ROUNDS):
            self._round_trip()
            self._qt.processEvents()

    def _round_trip(self) -> None:
        waiting = QEventLoop()
        self.application.surroundings.runner.submit(lambda: None, lambda _: waiting.quit())
        waiting.exec()

    def picture(self, file: Path) -> None:
        """Save what the window shows as a PNG file."""
        self.settle()
        self.application.window.grab().save(str(file))

    def stop(self) -> None:
        """Close the window, the store and the worker."""
        self.application.window.close()
        self.application.close()
        self.application.window.deleteLater()
        self.application.deleteLater()
        self._qt.sendPostedEvents(None, QEvent.Type.DeferredDelete)
