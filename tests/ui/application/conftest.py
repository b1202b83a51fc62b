"""A vault with one person and one draft in it, and a way to start the program on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.application.application import Application
from iroc_desktop.ui.tasks.serial_runner import SerialRunner
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import PRACTITIONER_ID, desk_in_memory
from tests.fakes.vault import MemoryVault
from tests.ui.application.running import NAME, PASSPHRASE, Running, surroundings_of


@pytest.fixture
def vault() -> MemoryVault:
    made = MemoryVault(PASSPHRASE, PRACTITIONER_ID)
    desk = desk_in_memory(pack(), made.store)
    desk.people.save(replace(person(), preferred_name=NAME, site="module 4"))
    desk.conversations.start("person-1", FIRST_DAY)
    return made


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[MemoryVault], Running]]:
    running: list[Running] = []

    def begin(vault: MemoryVault) -> Running:
        runner = SerialRunner()
        saved: list[Settings] = []
        surroundings = surroundings_of(vault, runner, saved, tmp_path)
        application = Application(qapp, surroundings, Settings(language="en" if vault.exists() else ""))
        made = Running(application, vault, saved, runner, qtbot)
        running.append(made)
        qtbot.addWidget(application.window)
        application.window.show()
        application.begin()
        made.settle()
        return made

    yield begin
    for each in running:
        each.application.close()
