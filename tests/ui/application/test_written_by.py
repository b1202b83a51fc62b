"""Whoever wrote something is named beside it, on the practitioner's screens only, and not after the lock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.people import Practitioner
from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.services.writers import Piece
from iroc_desktop.ui.application.workplace import Workplace
from iroc_desktop.ui.main_window.commands import Command
from iroc_desktop.ui.widgets.written_by import WrittenBy
from tests.fakes.builders import FIRST_DAY, person
from tests.fakes.desk import PRACTITIONER_ID
from tests.fakes.vault import MemoryVault
from tests.ui.application.running import Running, desk_on

Start = Callable[[MemoryVault], Running]


@pytest.fixture
def running(start: Start, vault: MemoryVault) -> Running:
    """Let Ana have written everything about person-2, and Marta look at it."""
    martas = desk_on(vault.store, PRACTITIONER_ID)
    anas = desk_on(vault.store, "ana")
    martas.settling_in.introduce(Practitioner("ana", "Ana"))
    anas.people.save(replace(person(), id="person-2", preferred_name="Bea"))
    plan = anas.plans.begin("person-2").value
    anas.outcomes.add(plan.id, "finish the certificate")
    anas.staying_well.add("person-2", StayingWellSection.TRIGGERS, "noise")
    held = anas.conversations.start("person-2", FIRST_DAY).value.draft.conversation.id
    anas.conversations.rate(held, "a", 3)
    anas.conversations.agree_next(held, None, "")
    anas.conversations.complete(held)
    made = start(vault)
    made.unlock()
    made.settle()
    return made


def lines(running: Running) -> list[str]:
    """Return every line about a writer that can be read."""
    running.qtbot.wait(1)
    running.settle()
    every = running.application.window.findChildren(WrittenBy)
    return [each.text() for each in every if each.isVisibleTo(running.application.window) and each.text()]


def test_each_screen_names_whoever_wrote_what_is_on_it(running: Running) -> None:
    workplace = running.application.workplace
    assert workplace is not None
    for way in (
        partial(workplace.plans.open_plan, "person-2"),
        partial(workplace.plans.open_staying_well, "person-2"),
        partial(open_last_conversation, workplace),
    ):
        way()
        running.settle()
        found = {each.partition(" on ")[0] for each in lines(running)}
        assert found == {"Written by Ana"}


def test_after_the_lock_the_window_knows_no_writer(running: Running) -> None:
    window = running.application.window
    asked: list[object] = []
    running.application.lock()
    running.settle()
    window.ask_writers([Piece(Entity(EntityKind.PERSON, "person-2"))], asked.append)
    running.settle()
    assert asked == []
    assert lines(running) == []


def open_last_conversation(workplace: Workplace) -> None:
    (last,) = workplace.desk.people.overview("person-2").history.conversations
    workplace.records.to_record("person-2", last.id)


def turn(workplace: Workplace) -> None:
    workplace.commands[Command.PERSON_VIEW]()


def test_the_person_sees_no_writer(running: Running) -> None:
    workplace = running.application.workplace
    assert workplace is not None
    for way in (
        partial(workplace.session.begin, "person-2"),
        partial(workplace.session.to_stage, Stage.PLAN),
        partial(turn, workplace),
    ):
        way()
        running.settle()
    assert running.application.window.turned
    assert lines(running) == []
