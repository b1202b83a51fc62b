"""Being forgotten in the whole program: from the person's page until the name is nowhere any more.

These tests must not know how a screen draws: they look at what can be seen.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton

from iroc_desktop.domain.store_errors import DiskFullError
from iroc_desktop.ui.screens.erasing.view import ErasingView
from tests.fakes.vault import MemoryVault
from tests.ui.application.running import NAME, Running

Start = Callable[[MemoryVault], Running]


def press(running: Running, words: str) -> None:
    """Press the button that says this."""
    window = running.application.window
    (found,) = (
        each
        for each in window.findChildren(QPushButton)
        if each.isVisible() and words in (each.text(), each.accessibleName())
    )
    found.click()
    running.settle()


@pytest.fixture
def at_their_page(start: Start, vault: MemoryVault) -> Running:
    running = start(vault)
    running.unlock().people.open_person("person-1")
    running.settle()
    return running


def view_of(running: Running) -> ErasingView:
    found = running.application.window.findChild(ErasingView)
    assert found is not None
    return found


def test_from_the_persons_page_until_the_name_is_nowhere(at_their_page: Running, vault: MemoryVault) -> None:
    running = at_their_page
    press(running, "Ask to be forgotten…")
    assert f"{NAME} asks to be forgotten" in running.words()
    view = view_of(running)
    view.first.reason.setText("asked on a visit")
    press(running, "Put out of sight")
    assert NAME not in running.anywhere()
    press(running, "Show the name")
    press(running, "Destroy everything…")
    view.blocked.person.field.setText(NAME)
    press(running, "Destroy for good")
    assert "Everything about this person was destroyed on this machine." in running.words()
    assert NAME not in running.anywhere()
    said = [each.content and dict(each.content.fields) for each in vault.store.operations]
    assert NAME not in repr(said)
    assert vault.store.drafts == {}
    workplace = running.application.workplace
    assert workplace is not None
    workplace.people.people()
    running.settle()
    assert NAME not in running.anywhere()


def test_everything_held_is_shown_and_leads_back(at_their_page: Running) -> None:
    running = at_their_page
    press(running, "Everything held")
    assert "hand it to the person, and to nobody else" in running.words()
    press(running, "Back to the person")
    assert NAME in running.words()


def test_what_waited_at_the_lock_is_finished_after_the_next_unlock(start: Start, vault: MemoryVault) -> None:
    running = start(vault)
    desk = running.unlock().desk
    desk.erasing.block("person-1", "asked")
    desk.erasing.destroy("person-1", NAME)
    vault.store.copies.waiting = ["one", "two", "three"]
    running.application.lock()
    running.settle()
    running.unlock()
    for _ in range(3):
        running.settle()
    assert vault.store.copies.waiting == []


def test_a_disk_that_refuses_after_the_unlock_disturbs_nobody(start: Start, vault: MemoryVault) -> None:
    running = start(vault)
    desk = running.unlock().desk
    desk.erasing.block("person-1", "asked")
    desk.erasing.destroy("person-1", NAME)
    vault.store.copies.waiting = ["one"]
    vault.store.copies.stubborn = {"one": DiskFullError()}
    running.application.lock()
    running.settle()
    running.unlock()
    assert vault.store.copies.waiting == ["one"]
    assert "disk" not in running.words().casefold()
