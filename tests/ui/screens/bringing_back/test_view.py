"""A backup on its way back is waited for; what became of it is told before the door shows."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from iroc_desktop.domain.store_errors import DiskFullError
from iroc_desktop.ui.screens.bringing_back.presenter import BringingBackPresenter
from iroc_desktop.ui.screens.bringing_back.view import BringingBackView
from tests.fakes.builders import pack
from tests.fakes.desk import desk_in_memory
from tests.fakes.memory_store import MemoryStore
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.stage import Exits, WaitingRunner


class _Scene:
    def __init__(self, stage: Stage, scale: int = 100) -> None:
        self.store = MemoryStore()
        self.desk = desk_in_memory(pack(), self.store)
        assert self.desk.backups is not None
        backup = self.desk.backups.back_up_now().value
        self.runner, self.exits = WaitingRunner(), Exits()
        self.presenter = BringingBackPresenter(
            backup, self.desk.backups, self.desk.close, self.runner, self.exits
        )
        self.view = BringingBackView(self.presenter, stage.look(scale))
        self.page = stage.show(self.view)

    def words(self) -> str:
        labels = (each for each in self.page.findChildren(QLabel) if each.isVisible())
        return "\n".join(each.text().replace("\u200b", "") for each in labels)


def test_nobody_gets_to_the_door_before_it_is_over(stage: Stage) -> None:
    scene = _Scene(stage)
    assert "Bringing back the backup of 24 November 2026" in scene.words()
    scene.presenter.to_door()
    assert scene.exits.taken == []
    assert not scene.view.unlock.isVisible()


def test_where_the_record_from_before_lies_is_said(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.runner.run_all()
    assert "set aside, not deleted. It is in set-aside-" in scene.words()
    assert scene.store.closed
    assert QApplication.focusWidget() is scene.view.unlock
    scene.view.unlock.click()
    assert scene.exits.taken == [("begin",)]


def test_when_it_fails_the_record_is_closed_as_it_was_and_the_reason_is_told(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.store.backups.trouble = DiskFullError()
    scene.runner.run_all()
    assert "Your record is as it was." in scene.words()
    assert "The disk is full" in scene.words()
    assert scene.store.closed
    assert scene.store.backups.brought_back == []
    scene.view.unlock.click()
    assert scene.exits.taken == [("begin",)]


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut(stage: Stage, scale: int) -> None:
    scene = _Scene(stage, scale)
    scene.runner.run_all()
    assert misfits(scene.page) == []
    assert unnamed(scene.page) == []
