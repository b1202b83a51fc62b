"""A program on a memory vault, as tests run it.

It must not know how a screen draws: it looks at what can be seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.domain.people import Practitioner
from iroc_desktop.i18n.phrases import Phrases, untranslated
from iroc_desktop.services.desk import Desk, open_desk
from iroc_desktop.services.ports import Store
from iroc_desktop.system.paths import resources, translations
from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.application.application import Application
from iroc_desktop.ui.application.surroundings import Surroundings
from iroc_desktop.ui.application.workplace import Workplace
from iroc_desktop.ui.tasks.serial_runner import SerialRunner
from tests.fakes.builders import pack
from tests.fakes.desk import CountingIds, FixedClock, RememberingWriter, desk_in_memory
from tests.fakes.vault import MemoryVault

PASSPHRASE = "seven quiet horses"
NAME = "Zebedee Quill"


@dataclass
class Running:
    """A program on a memory vault, and what it was asked to keep."""

    application: Application
    vault: MemoryVault
    saved: list[Settings]
    runner: SerialRunner
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until the worker has answered everything."""
        for _ in range(4):
            answers: list[None] = []
            self.runner.submit(lambda: None, answers.append)
            self.qtbot.waitUntil(lambda answers=answers: bool(answers))  # type: ignore[misc]  # mypy cannot infer a defaulted lambda
            QApplication.processEvents()

    def unlock(self) -> Workplace:
        """Open the desk as the door would."""
        store, practitioner_id = self.vault.unlock(PASSPHRASE)
        self.application.unlocked(desk_on(store, practitioner_id))
        self.settle()
        assert self.application.workplace is not None
        return self.application.workplace

    def words(self) -> str:
        """Return everything that can be read on the window."""
        window = self.application.window
        labels = (each.text() for each in window.findChildren(QLabel) if each.isVisible())
        fields = (each.text() for each in window.findChildren(QLineEdit) if each.isVisible())
        return "\n".join((*labels, *fields))

    def anywhere(self) -> str:
        """Return everything that any widget of the window holds, seen or not."""
        window = self.application.window
        return "\n".join(
            f"{getattr(each, 'text', str)()} {each.accessibleName()} {each.toolTip()}"
            for each in window.findChildren(QWidget)
        )


def desk_on(store: Store, practitioner_id: str) -> Desk:
    desk = open_desk(store, practitioner_id, pack(), RememberingWriter(), FixedClock(), CountingIds())
    desk.settling_in.introduce(Practitioner(practitioner_id, "Marta"))
    return desk


def surroundings_of(
    vault: MemoryVault, runner: SerialRunner, saved: list[Settings], folder: Path
) -> Surroundings:
    def phrases(language: str) -> Phrases:
        return untranslated() if language == "en" else Phrases.load(translations(), "ui", language)

    return Surroundings(
        runner=runner,
        vault=vault,
        writer=RememberingWriter(),
        open_desk=desk_on,
        open_practice=lambda _: desk_in_memory(pack()),
        phrases=phrases,
        save_settings=saved.append,
        clock=FixedClock(),
        new_id=CountingIds(),
        resources=resources(),
        data_folder=folder,
    )
