"""The screen turned to the person, at every stage that offers it, in the whole program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from iroc_desktop.domain.conversation import NoteKind, Stage
from iroc_desktop.ui.application.workplace import Workplace
from iroc_desktop.ui.main_window.commands import Command
from iroc_desktop.ui.widgets.persons_page import PersonsPage
from iroc_desktop.ui.widgets.persons_sheet import PersonsSheet
from iroc_desktop.ui.widgets.session_page import TURNED_FROM
from tests.fakes.builders import pack
from tests.fakes.desk import desk_in_memory
from tests.fakes.vault import MemoryVault
from tests.ui.application.running import NAME, PASSPHRASE, Running

STAGES = (Stage.CONVERSATION, *sorted(TURNED_FROM))
SENTINEL = "sentinel private words"


class Turning:
    """A session with a person who speaks Spanish, at a stage."""

    def __init__(self, running: Running, stage: Stage, *, passphrase: bool = False) -> None:
        self.running = running
        application = running.application
        application.settings = replace(application.settings, passphrase_leaves_person_view=passphrase)
        self.workplace: Workplace = running.unlock()
        self.go(lambda: self.workplace.session.begin("person-1"))
        self.go(lambda: self.workplace.session.to_stage(stage))

    def go(self, way: Callable[[], None]) -> None:
        """Take a way, and wait until it is gone."""
        way()
        self.running.settle()

    def turn(self) -> None:
        """Turn the screen, or ask for it back, as F8 does."""
        self.go(self.running.application._possible()[Command.PERSON_VIEW])

    def press(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        self.go(lambda: QTest.keyClick(focused, key))

    @property
    def turned(self) -> bool:
        """Return whether the screen is the person's."""
        return self.running.application.window.turned

    @property
    def page(self) -> PersonsPage:
        """Return the person's page."""
        (page,) = self.running.application.window.findChildren(PersonsPage)
        return page

    @property
    def everything(self) -> str:
        """Return whatever any part of the person's page and the window's title hold."""
        parts = self.page.findChildren(QWidget)
        said = [f"{each.accessibleName()} {each.accessibleDescription()} {each.toolTip()}" for each in parts]
        said += [each.text() for each in self.page.findChildren(QLabel)]
        said += [each.text() for each in self.page.findChildren(QAbstractButton)]
        said += [each.text() for each in self.page.findChildren(QLineEdit)]
        said += [each.toPlainText() for each in self.page.findChildren(QPlainTextEdit)]
        said += [self.running.application.window.windowTitle(), self.page.accessibleName()]
        return "\n".join(said)


@pytest.fixture
def full_vault(vault: MemoryVault) -> MemoryVault:
    """Return a vault whose draft has a private note, chosen areas and a plan."""
    desk = desk_in_memory(pack(), vault.store)
    desk.people.save(replace(desk.people.overview("person-1").person, language="es"))
    draft = desk.people.overview("person-1").draft
    assert draft is not None
    talk = draft.conversation.id
    desk.conversations.note(talk, "a", NoteKind.PRIVATE, SENTINEL)
    desk.conversations.choose(talk, ("a",))
    plan = desk.plans.begin("person-1").value
    outcome = desk.outcomes.add(plan.id, "Ver a mi hija").value
    desk.steps.add(plan.id, outcome.id, "Pedir permiso")
    return vault


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_turns_and_holds_nothing_of_the_practitioners(
    start: Callable[[MemoryVault], Running], full_vault: MemoryVault, stage: Stage
) -> None:
    turning = Turning(start(full_vault), stage)
    turning.turn()
    assert turning.turned
    assert "Devolver la pantalla" in turning.everything
    for unwanted in (SENTINEL, NAME, "module 4", "Marta"):
        assert unwanted not in turning.everything
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is turning.page or turning.page.isAncestorOf(focused)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("by_key", [False, True])
def test_every_stage_comes_back_by_escape_and_by_f8(
    start: Callable[[MemoryVault], Running], full_vault: MemoryVault, stage: Stage, by_key: bool
) -> None:
    turning = Turning(start(full_vault), stage)
    turning.turn()
    if by_key:
        turning.press(Qt.Key.Key_Escape)
    else:
        turning.turn()
    assert not turning.turned


@pytest.mark.parametrize("stage", STAGES)
def test_with_the_setting_every_stage_asks_for_the_passphrase(
    start: Callable[[MemoryVault], Running], full_vault: MemoryVault, stage: Stage
) -> None:
    turning = Turning(start(full_vault), stage, passphrase=True)
    turning.turn()
    turning.press(Qt.Key.Key_Escape)
    assert turning.turned
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    QTest.keyClicks(focused, "not the right one")
    turning.press(Qt.Key.Key_Return)
    assert turning.turned
    focused.clear()
    QTest.keyClicks(focused, PASSPHRASE)
    turning.press(Qt.Key.Key_Return)
    assert not turning.turned


def test_the_keyboard_stays_with_the_person_when_the_step_changes(
    start: Callable[[MemoryVault], Running], full_vault: MemoryVault
) -> None:
    turning = Turning(start(full_vault), Stage.EXPLORE)
    turning.turn()
    page = turning.page
    assert isinstance(page, PersonsSheet)
    for _ in range(3):
        turning.go(page.onward.click)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert page.isAncestorOf(focused)


def test_what_is_typed_is_kept_when_the_program_locks_meanwhile(
    start: Callable[[MemoryVault], Running], full_vault: MemoryVault
) -> None:
    turning = Turning(start(full_vault), Stage.EXPLORE)
    turning.turn()
    QTest.keyClicks(QApplication.focusWidget() or QWidget(), "Mi hermana")
    turning.running.application.lock()
    turning.running.settle()
    assert not turning.turned
    (kept,) = full_vault.store.sessions.values()
    assert kept.exploration("a").what_works == "Mi hermana"


def test_with_the_setting_no_other_key_gives_the_screen_back(
    start: Callable[[MemoryVault], Running], full_vault: MemoryVault
) -> None:
    turning = Turning(start(full_vault), Stage.CONVERSATION, passphrase=True)
    turning.turn()
    window = turning.running.application.window
    for key in (Qt.Key.Key_F9, Qt.Key.Key_F9, Qt.Key.Key_F2, Qt.Key.Key_F5, Qt.Key.Key_F8):
        QTest.keyClick(window, key)
        turning.running.settle()
        assert turning.turned
    for key in (Qt.Key.Key_K, Qt.Key.Key_Q, Qt.Key.Key_Comma, Qt.Key.Key_N):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        turning.running.settle()
        assert turning.turned
        assert window.isVisible()


def test_closing_the_window_closes_the_record_although_the_screen_is_the_persons(
    start: Callable[[MemoryVault], Running], full_vault: MemoryVault
) -> None:
    turning = Turning(start(full_vault), Stage.CONVERSATION, passphrase=True)
    turning.turn()
    turning.running.application.window.close()
    turning.running.application.close()
    assert full_vault.store.closed
