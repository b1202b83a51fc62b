"""Words that could not be written before the lock are told at the door, and written at the next unlock.

These tests must not fill a disk: a switch makes every write fail.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from iroc_desktop.domain.store_errors import DiskFullError, RecordMissingError
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.ui.tasks.said import Said
from tests.fakes.memory_store import MemoryUnit
from tests.fakes.vault import MemoryVault
from tests.ui.application.running import NAME, PASSPHRASE, Running, desk_on

Start = Callable[[MemoryVault], Running]
TOLD = "could not be saved"
SAVED = "What was typed before the lock is saved now."


class Disk:
    """A disk that is full while `full`."""

    full = False


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made, commit = Disk(), MemoryUnit.commit

    def commit_if_room(unit: MemoryUnit) -> None:
        if made.full:
            raise DiskFullError
        commit(unit)

    monkeypatch.setattr(MemoryUnit, "commit", commit_if_room)
    return made


@pytest.fixture
def running(start: Start, vault: MemoryVault) -> Running:
    made = start(vault)
    made.unlock()
    return made


def lock_while_full(running: Running, disk: Disk) -> None:
    """Type a second name in the person's form, and lock when the disk is full."""
    workplace = running.application.workplace
    assert workplace is not None
    workplace.people.edit_person("person-1")
    running.settle()
    fields = running.application.window.findChildren(QLineEdit)
    name = next(each for each in fields if each.text() == NAME)
    QTest.keyClicks(name, " Junior")
    disk.full = True
    running.application.lock()
    running.settle()


def found(running: Running, typed: str) -> list[str]:
    workplace = running.application.workplace
    assert workplace is not None
    return [line.person.preferred_name for line in workplace.desk.people.find(typed)]


def test_the_door_says_so_without_a_name_and_the_key_is_gone_all_the_same(
    running: Running, disk: Disk
) -> None:
    store = running.vault.store
    lock_while_full(running, disk)
    assert TOLD in running.words()
    assert NAME not in running.anywhere()
    assert store.closed


def test_a_lock_that_kept_everything_says_nothing(running: Running) -> None:
    running.application.lock()
    running.settle()
    assert TOLD not in running.words()


def test_the_words_are_written_at_the_next_unlock_and_it_is_said(running: Running, disk: Disk) -> None:
    lock_while_full(running, disk)
    disk.full = False
    running.unlock()
    assert found(running, "jun") == [f"{NAME} Junior"]
    assert SAVED in running.words()
    running.application.lock()
    running.settle()
    assert TOLD not in running.words()


def test_they_go_on_waiting_while_the_disk_is_still_full(running: Running, disk: Disk) -> None:
    lock_while_full(running, disk)
    disk.full = False
    desk = desk_on(*running.vault.unlock(PASSPHRASE))
    disk.full = True
    running.application.unlocked(desk)
    running.settle()
    assert found(running, "jun") == []
    running.application.lock()
    running.settle()
    assert TOLD in running.words()
    disk.full = False
    running.unlock()
    assert found(running, "jun") == [f"{NAME} Junior"]


def test_they_wait_for_whoever_said_them(running: Running, disk: Disk) -> None:
    lock_while_full(running, disk)
    disk.full = False
    store, _ = running.vault.unlock(PASSPHRASE)
    running.application.unlocked(desk_on(store, "practitioner-2"))
    running.settle()
    assert found(running, "jun") == []
    running.application.lock()
    running.settle()
    assert TOLD in running.words()
    running.unlock()
    assert found(running, "jun") == [f"{NAME} Junior"]


def test_another_look_of_the_door_still_says_so(running: Running, disk: Disk) -> None:
    lock_while_full(running, disk)
    running.application.language("es")
    running.settle()
    running.application.language("en")
    running.settle()
    assert TOLD in running.words()


def test_what_a_screen_still_shows_as_refused_waits_too_and_what_it_gave_up_does_not(
    running: Running,
) -> None:
    kept: list[str] = []
    room = [False]

    def said(words: str, *, held: bool) -> Said[Done[None]]:
        def keep() -> Done[None]:
            if not room[0]:
                raise DiskFullError
            kept.append(words)
            return Done(None, Changes())

        return Said(keep, lambda: held)

    for words, held in (("held", True), ("given up", False)):
        running.runner.submit(said(words, held=held), lambda _: None, lambda _: None)
    running.settle()
    running.application.lock()
    running.settle()
    assert TOLD in running.words()
    room[0] = True
    running.unlock()
    assert kept == ["held"]


def test_what_can_never_be_written_is_told_once_and_let_go(running: Running) -> None:
    def keep() -> Done[None]:
        raise RecordMissingError

    running.runner.submit(Said(keep), lambda _: None)
    running.application.lock()
    running.settle()
    assert TOLD in running.words()
    running.unlock()
    running.application.lock()
    running.settle()
    assert TOLD not in running.words()
