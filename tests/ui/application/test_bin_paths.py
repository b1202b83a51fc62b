"""Putting away and taking back in the whole program: from screens, by menu and key, and across the lock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from iroc_desktop.domain.arrangements import EVERYWHERE
from iroc_desktop.domain.bin import BinKind, Thing, whole_person
from iroc_desktop.domain.retention import IN_THE_BIN
from iroc_desktop.services.desk import Desk
from iroc_desktop.ui.application.workplace import Workplace
from iroc_desktop.ui.main_window.commands import Command
from tests.fakes.builders import FIRST_DAY
from tests.fakes.session_builders import worksheet
from tests.fakes.vault import MemoryVault
from tests.ui.application.running import NAME, Running

ANA = whole_person("person-1")


@pytest.fixture
def running(start: Callable[[MemoryVault], Running], vault: MemoryVault) -> Running:
    return start(vault)


@pytest.fixture
def workplace(running: Running) -> Workplace:
    return running.unlock()


def press(running: Running, words: str) -> None:
    window = running.application.window
    buttons = [
        each for each in window.findChildren(QAbstractButton) if each.isVisible() and each.text() == words
    ]
    assert buttons, words
    buttons[0].click()
    running.settle()


def undo_by_key(running: Running) -> None:
    window = running.application.window
    window.activateWindow()
    running.qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    running.settle()


def people(desk: Desk) -> list[str]:
    return [line.person.id for line in desk.people.find("")]


def a_conversation(desk: Desk) -> Thing:
    sitting = desk.sessions.begin("person-1", FIRST_DAY).value
    desk.conversations.rate(sitting.conversation.id, "a", 3)
    desk.sessions.finish(sitting.session.id)
    return Thing(BinKind.CONVERSATION, "person-1", sitting.conversation.id)


def test_a_person_goes_by_the_menu_and_comes_back_by_undo(running: Running, workplace: Workplace) -> None:
    workplace.people.open_person("person-1")
    running.settle()
    running.application.window.commanded.emit(Command.PUT_AWAY)
    running.settle()
    assert people(workplace.desk) == []
    assert "The person is in the bin" in running.words()
    assert NAME not in running.anywhere()
    press(running, "Undo")
    assert people(workplace.desk) == ["person-1"]
    assert "The person is back, as before." in running.words()


def test_only_where_one_person_is_shown_can_a_person_be_put_away_by_menu(
    running: Running, workplace: Workplace
) -> None:
    for show in (workplace.people.today, workplace.people.people, workplace.toolkit.open_toolkit):
        show()
        running.settle()
        assert Command.PUT_AWAY not in workplace.commands


def test_once_locked_nothing_is_undone_and_the_bin_has_it(running: Running, workplace: Workplace) -> None:
    workplace.people.open_person("person-1")
    running.settle()
    running.application.window.commanded.emit(Command.PUT_AWAY)
    running.settle()
    running.application.lock()
    running.settle()
    assert not [
        each for each in running.application.window.findChildren(QAbstractButton) if each.text() == "Undo"
    ]
    undo_by_key(running)
    again = running.unlock()
    assert people(again.desk) == []
    again.custody.bin.open_bin()
    running.settle()
    assert NAME in running.words()
    press(running, "Take out")
    assert people(again.desk) == ["person-1"]
    press(running, "Go there")
    assert NAME in running.words()


def test_a_waiting_session_goes_and_the_way_to_a_new_one_is_open(
    running: Running, workplace: Workplace
) -> None:
    workplace.people.open_person("person-1")
    running.settle()
    assert "A session is waiting" in running.words()
    press(running, "Put this session in the bin")
    assert "A session is waiting" not in running.words()
    press(running, "Undo")
    assert "A session is waiting" in running.words()


def test_a_conversation_goes_from_its_record_and_leads_to_the_person(
    running: Running, workplace: Workplace
) -> None:
    thing = a_conversation(workplace.desk)
    workplace.records.to_record("person-1", thing.id)
    running.settle()
    press(running, "Put in the bin")
    assert "The conversation is in the bin." in running.words()
    assert "The first session" in running.words()
    press(running, "Undo")
    assert "The next session" in running.words()


def test_a_plan_goes_with_what_is_still_being_typed_and_comes_back_with_it(
    running: Running, workplace: Workplace
) -> None:
    plan_id = workplace.desk.plans.begin("person-1").value.id
    workplace.desk.outcomes.add(plan_id, "A home")
    workplace.plans.open_plan("person-1")
    running.settle()
    press(running, "Put this plan in the bin")
    assert workplace.desk.plans.active("person-1") is None
    assert "A home" not in running.words()
    press(running, "Undo")
    active = workplace.desk.plans.active("person-1")
    assert active is not None
    assert [each.words for each in active.outcomes] == ["A home"]
    assert "A home" in running.anywhere()


def test_a_worksheet_goes_from_the_toolkit(running: Running, workplace: Workplace) -> None:
    workplace.desk.worksheets.keep(replace(worksheet(), session_id=""))
    workplace.toolkit.open_with("person-1")
    running.settle()
    running.settle()
    press(running, "Filled in before: 1")
    press(running, "Put in the bin")
    assert list(workplace.desk.worksheets.of("person-1")) == []
    press(running, "Undo")
    assert len(workplace.desk.worksheets.of("person-1")) == 1


def test_settings_lead_to_the_bin_and_to_keeping_times_and_back(
    running: Running, workplace: Workplace
) -> None:
    for words, found in (("Bin", "The bin is empty."), ("How long records are kept", "The rules")):
        workplace.settings()
        running.settle()
        press(running, words)
        assert found in running.words()
        press(running, "Back")
        assert "Safe keeping" in running.words()


def test_today_tells_how_many_records_have_reached_their_time_without_a_name(
    running: Running, workplace: Workplace
) -> None:
    workplace.desk.bin.put_away(
        Thing(BinKind.SESSION, "person-1", workplace.desk.people.overview("person-1").draft.conversation.id)  # type: ignore[union-attr]  # there is one
    )
    a_conversation(workplace.desk)
    workplace.desk.retention.set_rule(EVERYWHERE, 1)
    workplace.people.today()
    running.settle()
    assert "1 record has reached the end of its keeping time." in running.words()
    assert NAME not in running.anywhere()
    press(running, "See them")
    assert NAME in running.words()
    press(running, "Put in the bin")
    assert "There is none today." in running.words()


def test_what_lay_long_enough_is_destroyed_once_the_name_is_typed(
    running: Running, workplace: Workplace
) -> None:
    workplace.desk.bin.put_away(ANA)
    workplace.desk.retention.set_rule(IN_THE_BIN, 1)
    workplace.desk.clock.moment = datetime(2027, 2, 24, tzinfo=UTC)  # type: ignore[attr-defined]  # a clock of tests
    workplace.custody.bin.open_bin()
    running.settle()
    press(running, "Destroy for good…")
    field = next(
        each
        for each in running.application.window.findChildren(QLineEdit)
        if each.isVisible() and NAME in each.accessibleName()
    )
    QTest.keyClicks(field, NAME)
    press(running, "Destroy for good")
    running.settle()
    assert "The bin is empty." in running.words()
    assert running.vault.store.copies.swept == 1
