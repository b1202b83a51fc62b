"""The life of the window: first start, door, desk, lock, look, privacy.

These tests must not know how a screen draws: they look at what can be seen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from iroc_desktop.app.practice import open_practice
from iroc_desktop.app.surroundings import pack as real_pack
from iroc_desktop.domain.recovery import groups_from
from iroc_desktop.domain.store_errors import DiskFullError
from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.system.paths import resources
from iroc_desktop.ui.main_window.commands import Command
from iroc_desktop.ui.screens.bringing_back.view import BringingBackView
from iroc_desktop.ui.screens.first_start.view import FirstStartView
from iroc_desktop.ui.screens.unlock.view import UnlockView
from tests.fakes.builders import person
from tests.fakes.desk import PRACTITIONER_ID, CountingIds, FixedClock, RememberingWriter
from tests.fakes.vault import SECRET, MemoryVault
from tests.ui.application.running import NAME, PASSPHRASE, Running, desk_on


def test_without_a_record_first_start_is_shown_and_nothing_needs_a_passphrase_yet(
    start: Callable[[MemoryVault], Running],
) -> None:
    running = start(MemoryVault())
    assert "English" in running.anywhere()
    assert "Español" in running.anywhere()


def test_the_door_says_nothing_about_anybody(
    start: Callable[[MemoryVault], Running], vault: MemoryVault
) -> None:
    running = start(vault)
    assert NAME not in running.anywhere()
    assert running.application.workplace is None


def test_today_is_neutral(start: Callable[[MemoryVault], Running], vault: MemoryVault) -> None:
    running = start(vault)
    running.unlock()
    assert NAME not in running.anywhere()


def test_the_persons_page_names_them_but_the_title_does_not(
    start: Callable[[MemoryVault], Running], vault: MemoryVault
) -> None:
    running = start(vault)
    running.unlock().people.open_person("person-1")
    running.settle()
    assert NAME in running.words()
    assert NAME not in running.application.window.windowTitle()


def test_locking_leaves_nothing_personal_in_any_widget_and_closes_the_store(
    start: Callable[[MemoryVault], Running], vault: MemoryVault
) -> None:
    running = start(vault)
    running.unlock().people.open_person("person-1")
    running.settle()
    store = running.vault.store
    QTest.keyClick(running.application.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    running.settle()
    assert running.application.workplace is None
    assert NAME not in running.anywhere()
    assert store.closed


def test_what_is_typed_is_kept_by_the_lock_and_there_again_afterwards(
    start: Callable[[MemoryVault], Running], vault: MemoryVault
) -> None:
    running = start(vault)
    workplace = running.unlock()
    workplace.people.open_person("person-1")
    running.settle()
    workplace.session.begin("person-1")
    running.settle()
    for key in (Qt.Key.Key_3, Qt.Key.Key_5):
        QTest.keyClick(running.application.window.focusWidget(), key)
        running.settle()
    running.application.lock()
    running.settle()
    again = running.unlock().desk.today.drafts()
    assert [each.settled for each in again] == [2]


def test_locking_after_first_start_shows_the_door(
    start: Callable[[MemoryVault], Running], vault: MemoryVault
) -> None:
    running = start(MemoryVault())
    running.vault.passphrase = PASSPHRASE
    running.application.ready(desk_on(vault.store, PRACTITIONER_ID))
    running.settle()
    running.application.lock()
    running.settle()
    assert running.application.window.findChildren(UnlockView)
    assert not running.application.window.findChildren(FirstStartView)


def test_a_first_start_that_was_cut_off_goes_on_with_a_new_sheet(
    start: Callable[[MemoryVault], Running],
) -> None:
    running = start(MemoryVault(PASSPHRASE, PRACTITIONER_ID))
    door = running.application.window.findChild(UnlockView)
    assert door is not None
    field = door.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, PASSPHRASE)
    QTest.keyClick(field, Qt.Key.Key_Return)
    running.settle()
    assert running.application.workplace is None
    assert groups_from(running.vault.secret)[0] in running.words()
    assert running.vault.secret != SECRET
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    running.application.ready(desk_on(running.vault.store, PRACTITIONER_ID))
    running.settle()
    assert running.application.workplace is not None


def test_idleness_locks(start: Callable[[MemoryVault], Running], vault: MemoryVault) -> None:
    running = start(vault)
    running.unlock()
    running.application._away.left.emit()
    running.settle()
    assert running.application.workplace is None


def test_the_privacy_key_covers_and_uncovers(
    start: Callable[[MemoryVault], Running], vault: MemoryVault
) -> None:
    running = start(vault)
    running.unlock().people.open_person("person-1")
    running.settle()
    QTest.keyClick(running.application.window, Qt.Key.Key_F9)
    assert NAME not in running.words()
    QTest.keyClick(running.application.window, Qt.Key.Key_F9)
    assert NAME in running.words()


@pytest.mark.parametrize(
    "changed", [{"language": "es"}, {"theme": "dark"}, {"theme": "high-contrast"}, {"text_scale": 200}]
)
def test_another_look_keeps_the_place_and_is_kept_itself(
    start: Callable[[MemoryVault], Running], vault: MemoryVault, changed: dict[str, object]
) -> None:
    running = start(vault)
    running.unlock().people.open_person("person-1")
    running.settle()
    settings = replace(running.application.settings, **changed)  # type: ignore[arg-type]  # the parameters name fields
    running.application.changed(settings)
    running.settle()
    assert NAME in running.words()
    assert running.saved == [settings]


def test_a_change_of_language_keeps_what_was_typed_in_a_conversation(
    start: Callable[[MemoryVault], Running], vault: MemoryVault
) -> None:
    running = start(vault)
    workplace = running.unlock()
    workplace.session.begin("person-1")
    running.settle()
    QTest.keyClick(running.application.window.focusWidget(), Qt.Key.Key_4)
    running.settle()
    running.application.language("es")
    running.settle()
    assert [each.settled for each in workplace.desk.today.drafts()] == [1]


def test_commands_that_make_no_sense_here_are_not_possible(
    start: Callable[[MemoryVault], Running], vault: MemoryVault
) -> None:
    running = start(vault)
    running.unlock()
    possible = running.application._possible()
    assert Command.PERSON_VIEW not in possible
    assert Command.FIND in possible


def test_practice_people_need_no_passphrase(start: Callable[[MemoryVault], Running]) -> None:
    running = start(MemoryVault())
    running.application.practice()
    running.settle()
    assert running.application.workplace is not None
    assert "nothing here is real" in running.words()


def test_a_form_left_by_a_key_is_saved_and_the_list_shows_it(
    start: Callable[[MemoryVault], Running], vault: MemoryVault
) -> None:
    running = start(vault)
    workplace = running.unlock()
    workplace.people.add_person("Anselm")
    running.settle()
    workplace.people.edit_person("person-1")
    running.settle()
    fields = running.application.window.findChildren(QLineEdit)
    name = next(each for each in fields if each.text() == NAME)
    name.setFocus()
    QTest.keyClicks(name, " Junior")
    workplace.people.people()
    running.settle()
    assert [line.person.preferred_name for line in workplace.desk.people.find("jun")] == [f"{NAME} Junior"]


def test_a_change_is_backed_up_on_leaving_but_the_lock_does_not_wait_for_a_backup(
    start: Callable[[MemoryVault], Running], vault: MemoryVault
) -> None:
    running = start(vault)
    desk = running.unlock().desk
    store = vault.store
    assert len(store.backups.kept) == 1
    running.runner.submit(lambda: desk.people.save(person("person-2")), lambda _: None)
    running.application.lock()
    running.settle()
    assert store.closed
    assert len(store.backups.kept) == 1
    desk = running.unlock().desk
    store = vault.store
    before = len(store.backups.kept)
    running.runner.submit(lambda: desk.people.save(person("person-3")), lambda _: None)
    running.application.close()
    assert store.closed
    assert len(store.backups.kept) == before + 1


def test_a_backup_that_failed_is_told_on_today(
    start: Callable[[MemoryVault], Running], vault: MemoryVault
) -> None:
    running = start(vault)
    store, practitioner_id = vault.unlock(PASSPHRASE)
    store.backups.trouble = DiskFullError()
    running.application.unlocked(desk_on(store, practitioner_id))
    running.settle()
    assert "There is no good backup yet." in running.words()
    store.backups.trouble = None


def test_bringing_a_backup_back_closes_everything_and_leads_to_the_door(
    start: Callable[[MemoryVault], Running], vault: MemoryVault
) -> None:
    running = start(vault)
    workplace = running.unlock()
    store = vault.store
    (backup,) = store.backups.all()
    workplace.people.open_person("person-1")
    running.settle()
    workplace.bring_back(backup)
    assert running.application.workplace is None
    assert NAME not in running.anywhere()
    running.settle()
    assert store.backups.brought_back == [backup.name]
    assert "set aside, not deleted" in running.words()
    (page,) = running.application.window.findChildren(BringingBackView)
    page.unlock.click()
    running.settle()
    assert running.application.window.findChildren(UnlockView)
    running.unlock()


def test_practice_people_are_not_backed_up_and_nothing_is_said_of_backups(tmp_path: Path) -> None:
    practice = open_practice(
        tmp_path / "practice",
        resources(),
        real_pack(),
        untranslated(),
        RememberingWriter(),
        FixedClock(),
        CountingIds(),
    )
    assert practice.backups is None
    practice.close()
    assert list(tmp_path.iterdir()) == []
