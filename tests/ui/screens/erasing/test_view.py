"""The screen of erasures: codes first, names when asked for, and no single press that destroys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from iroc_desktop.domain.store_errors import BackupDamagedError
from iroc_desktop.services.copies import CopyKind, OldCopy
from iroc_desktop.ui.screens.erasing.presenter import Told
from iroc_desktop.ui.screens.erasing.view import ErasingView
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.erasing.scene import ANA, Scene, opened


def shown(stage: Stage, scene: Scene, scale: int = 100, *, stretched: bool = False) -> ErasingView:
    view = ErasingView(scene.presenter, stage.look(scale, stretched=stretched))
    stage.show(view)
    return view


def words_on(view: ErasingView) -> str:
    return "\n".join(each.text() for each in view.findChildren(QLabel) if each.isVisible())


def test_the_first_step_waits_for_a_reason_and_has_the_keyboard(stage: Stage) -> None:
    scene = Scene()
    scene.presenter.open(ANA)
    view = shown(stage, scene)
    assert "Ana M. asks to be forgotten" in words_on(view)
    assert not view.first.go.isEnabled()
    view.first.reason.setFocus()
    QTest.keyClicks(view.first.reason, "asked on a visit")
    QTest.keyClick(view.first.reason, Qt.Key.Key_Return)
    assert scene.state.told is Told.BLOCKED
    assert not view.first.isVisible()
    view.leave()


def test_no_name_is_on_the_screen_until_it_is_asked_for(stage: Stage) -> None:
    scene = opened()
    view = shown(stage, scene)
    assert "Ana M." not in words_on(view)
    view.blocked.buttons[ANA.person_id].click()
    assert "Ana M." in words_on(view)
    assert "asked on a visit" in words_on(view)
    assert QApplication.focusWidget() is view.blocked.person.lift
    view.blocked.buttons[ANA.person_id].click()
    assert "Ana M." not in words_on(view)
    assert QApplication.focusWidget() is view.blocked.buttons[ANA.person_id]
    view.leave()


def test_destroying_waits_for_the_name_and_enter_alone_does_nothing(stage: Stage) -> None:
    scene = opened()
    view = shown(stage, scene)
    person = view.blocked.person
    view.blocked.buttons[ANA.person_id].click()
    person.ask.click()
    assert QApplication.focusWidget() is person.field
    QTest.keyClick(person.field, Qt.Key.Key_Return)
    QTest.keyClicks(person.field, "Ana")
    assert not person.go.isEnabled()
    QTest.keyClicks(person.field, " m.")
    assert person.go.isEnabled()
    QTest.keyClick(person.field, Qt.Key.Key_Return)
    assert len(scene.blocked) == 1
    person.go.click()
    assert scene.blocked == []
    assert "Everything about this person was destroyed on this machine." in words_on(view)
    assert "a1b2c3: destroyed on" in words_on(view)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert view.isAncestorOf(focused)
    view.leave()


def test_thinking_better_of_it_keeps_everything(stage: Stage) -> None:
    scene = opened()
    view = shown(stage, scene)
    view.blocked.buttons[ANA.person_id].click()
    view.blocked.person.ask.click()
    view.blocked.person.stay.click()
    assert not view.blocked.person.field.isVisible()
    assert view.blocked.person.ask.isVisible()
    view.leave()


def test_old_copies_are_told_with_what_deleting_means(stage: Stage) -> None:
    scene = Scene()
    scene.store.copies.beside = [OldCopy("set-aside-1", CopyKind.SET_ASIDE, date(2026, 11, 20))]
    scene.presenter.open()
    view = shown(stage, scene)
    assert "20 November 2026" in words_on(view)
    view.old.rows["set-aside-1"].ask.click()
    assert QApplication.focusWidget() is view.old.rows["set-aside-1"].stay
    view.old.rows["set-aside-1"].stay.click()
    assert QApplication.focusWidget() is view.old.rows["set-aside-1"].ask
    view.old.rows["set-aside-1"].ask.click()
    view.old.rows["set-aside-1"].go.click()
    assert not view.old.isVisible()
    view.leave()


def test_what_is_left_to_do_is_said_instead_of_all_is_done(stage: Stage) -> None:
    scene = opened()
    scene.store.copies.waiting = ["20261101-100000"]
    scene.store.copies.stubborn = {"20261101-100000": BackupDamagedError()}
    scene.destroy()
    view = shown(stage, scene)
    said = words_on(view)
    assert "See below what is left to do" in said
    assert "1 backup may still hold what was destroyed." in said
    assert "20261101-100000 is damaged" in said
    view.leave()


def test_what_cannot_be_reached_is_said_with_the_days_of_copies(stage: Stage) -> None:
    scene = opened()
    scene.desk.trail.exported_everything()
    scene.presenter.open()
    view = shown(stage, scene)
    assert "copies on sticks stay where they are" in words_on(view)
    assert "Backups were copied out on: 24 November 2026." in words_on(view)
    view.leave()


@pytest.mark.parametrize(("scale", "stretched"), [(100, False), (100, True), (200, True)])
@pytest.mark.parametrize("step", ["first", "list", "named", "confirming", "left"])
def test_everything_fits_and_has_a_name(stage: Stage, scale: int, stretched: bool, step: str) -> None:
    scene = Scene() if step == "first" else opened()
    scene.store.copies.beside = [OldCopy("before-1", CopyKind.BEFORE_UPDATE, None)]
    if step == "first":
        scene.presenter.open(ANA)
    elif step == "left":
        scene.store.copies.waiting = ["one"]
        scene.store.copies.stubborn = {"one": BackupDamagedError()}
        scene.destroy()
        scene.presenter.ask_to_delete("one")
    elif step != "list":
        scene.presenter.show_name(ANA.person_id)
    if step == "confirming":
        scene.presenter.ask_to_destroy()
    view = shown(stage, scene, scale, stretched=stretched)
    assert misfits(view) == []
    assert unnamed(view) == []
    view.leave()
