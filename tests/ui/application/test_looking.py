"""What the log says about looking: once for each opening, by whom, and nothing for a new look.

These tests must not know how a screen draws.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iroc_desktop.domain.audit import Deed, Wanted
from iroc_desktop.domain.operations import EntityKind
from iroc_desktop.domain.people import Practitioner, Role
from iroc_desktop.domain.store_errors import DiskFullError
from iroc_desktop.services.ports import Stamp
from tests.fakes.builders import FIRST_DAY, conversation, person
from tests.fakes.desk import PRACTITIONER_ID
from tests.fakes.memory_store import MemoryUnit
from tests.fakes.vault import MemoryVault
from tests.ui.application.running import NAME, Running, desk_on

Start = Callable[[MemoryVault], Running]


@pytest.fixture
def running(start: Start, vault: MemoryVault) -> Running:
    desk = desk_on(vault.store, PRACTITIONER_ID)
    desk.people.save(replace(person(), id="person-2", preferred_name="Bea"))
    desk.plans.begin("person-1")
    with vault.store.begin(Stamp(PRACTITIONER_ID, "")) as unit:
        unit.conversations.add(conversation("held", FIRST_DAY, of="person-2", complete=True))
        unit.commit()
    made = start(vault)
    made.unlock()
    made.settle()
    return made


def looks(running: Running) -> list[tuple[Deed, EntityKind, str]]:
    """Return what was noted about looking, oldest first."""
    with running.vault.store.begin(Stamp("", "")) as unit:
        entries = unit.log.entries(Wanted(practitioner_id=PRACTITIONER_ID), None, 99).entries
    shown = {Deed.OPENED, Deed.UNLOCKED}
    return [(each.deed, each.entity.kind, each.person_id) for each in entries[::-1] if each.deed in shown]


def opened(person_id: str, kind: EntityKind = EntityKind.PERSON) -> tuple[Deed, EntityKind, str]:
    return Deed.OPENED, kind, person_id


UNLOCKED = (Deed.UNLOCKED, EntityKind.PRACTITIONER, "")


def go(running: Running, way: Callable[[], None]) -> None:
    way()
    running.settle()


def test_an_unlock_is_noted_and_today_names_nobody(running: Running) -> None:
    assert looks(running) == [UNLOCKED]


def test_a_page_is_noted_once_whatever_is_looked_at_in_between(running: Running) -> None:
    workplace = running.application.workplace
    assert workplace is not None
    for way in (workplace.people.open_person, workplace.plans.open_plan, workplace.people.open_person):
        go(running, partial(way, "person-1"))
    go(running, lambda: workplace.plans.open_plan("person-1"))
    assert looks(running) == [UNLOCKED, opened("person-1"), opened("person-1", EntityKind.PLAN)]


def test_coming_back_from_a_list_or_from_somebody_else_is_another_opening(running: Running) -> None:
    workplace = running.application.workplace
    assert workplace is not None
    for person_id in ("person-1", "person-2", "person-1"):
        go(running, partial(workplace.people.open_person, person_id))
    go(running, workplace.people.people)
    go(running, lambda: workplace.people.open_person("person-1"))
    every = [opened(each) for each in ("person-1", "person-2", "person-1", "person-1")]
    assert looks(running) == [UNLOCKED, *every]


@pytest.mark.parametrize("changed", [{"theme": "dark"}, {"language": "es"}])
def test_a_new_look_is_no_opening(running: Running, changed: dict[str, object]) -> None:
    workplace = running.application.workplace
    assert workplace is not None
    go(running, lambda: workplace.people.open_person("person-1"))
    settings = running.application.settings
    go(running, lambda: running.application.changed(replace(settings, **changed)))  # type: ignore[arg-type]  # names of its own fields
    assert looks(running) == [UNLOCKED, opened("person-1")]


def test_hiding_and_showing_again_is_no_opening(running: Running) -> None:
    workplace = running.application.workplace
    assert workplace is not None
    go(running, lambda: workplace.people.open_person("person-1"))
    for _ in range(2):
        QTest.keyClick(running.application.window, Qt.Key.Key_F9)
        running.settle()
    assert looks(running) == [UNLOCKED, opened("person-1")]


def test_a_completed_conversation_is_noted_with_whose_it_is(running: Running) -> None:
    workplace = running.application.workplace
    assert workplace is not None
    go(running, lambda: workplace.people.open_person("person-2"))
    go(running, lambda: workplace.people.open_conversation("held"))
    assert looks(running)[1:] == [opened("person-2"), opened("person-2", EntityKind.CONVERSATION)]


def test_everything_held_is_noted_as_such(running: Running) -> None:
    workplace = running.application.workplace
    assert workplace is not None
    go(running, lambda: workplace.people.open_person("person-1"))
    go(running, lambda: workplace.custody.erasures.everything_held("person-1"))
    go(running, lambda: workplace.people.open_person("person-1"))
    assert looks(running)[1:] == [opened("person-1"), opened("person-1", EntityKind.HOLDINGS)]


def test_whoever_is_refused_everything_held_opened_nothing(running: Running) -> None:
    workplace = running.application.workplace
    assert workplace is not None
    with running.vault.store.begin(Stamp(PRACTITIONER_ID, "")) as unit:
        unit.practitioners.put(Practitioner("lead", "Lea", Role.TEAM_LEAD))
        unit.commit()
    go(running, lambda: workplace.custody.erasures.everything_held("person-1"))
    assert "Only a team lead can do this." in running.words()
    assert "Gathering everything…" not in running.words()
    assert looks(running) == [UNLOCKED]


def test_a_disk_that_takes_no_notes_is_told_once_and_everything_can_be_read(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace = running.application.workplace
    assert workplace is not None
    told: list[str] = []
    monkeypatch.setattr(running.application.window, "tell", lambda words, undo=None: told.append(words))

    def refuse(_: MemoryUnit) -> None:
        raise DiskFullError

    with monkeypatch.context() as full:
        full.setattr(MemoryUnit, "commit", refuse)
        for person_id, name in (("person-1", NAME), ("person-2", "Bea"), ("person-1", NAME)):
            go(running, partial(workplace.people.open_person, person_id))
            assert name in running.words()
        assert len(told) == 1
        assert "You can go on reading." in told[0]
    go(running, partial(workplace.people.open_person, "person-2"))
    assert len(told) == 1
    monkeypatch.setattr(MemoryUnit, "commit", refuse)
    go(running, partial(workplace.people.open_person, "person-1"))
    assert len(told) == 2


def test_going_on_with_a_session_from_today_is_an_opening(running: Running) -> None:
    workplace = running.application.workplace
    assert workplace is not None
    go(running, lambda: workplace.session.begin("person-1"))
    assert looks(running) == [UNLOCKED, opened("person-1")]


def test_somebody_who_cannot_be_shown_was_not_opened(running: Running) -> None:
    workplace = running.application.workplace
    assert workplace is not None
    go(running, lambda: workplace.people.open_person("nobody"))
    assert looks(running) == [UNLOCKED]
