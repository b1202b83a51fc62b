"""Tests of how one record came to be what it is.

They must not depend on the order in which machines' operations arrive.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from iroc_desktop.domain.audit import Deed
from iroc_desktop.domain.conversation import Answer
from iroc_desktop.domain.operations import Content, Entity, EntityKind, OperationId
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.withheld import Keeping
from iroc_desktop.services.desk import Desk
from iroc_desktop.services.ports import Stamp
from tests.fakes import builders
from tests.fakes.desk import PRACTITIONER_ID, desk_in_memory
from tests.fakes.memory_store import MemoryStore

ANA = Entity(EntityKind.PERSON, "person-1")
HELD = Entity(EntityKind.CONVERSATION, "held")
STAMP = Stamp(PRACTITIONER_ID, "2026-11-24T10:42:00+00:00")


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(store: MemoryStore) -> Desk:
    opened = desk_in_memory(builders.pack(), store)
    opened.people.save(Person("person-1", "Ana"))
    return opened


def corrected(store: MemoryStore) -> None:
    """Write a conversation in which one rating is corrected."""
    with store.begin(STAMP) as unit:
        unit.conversations.add(
            builders.conversation("held", date(2026, 11, 3), {"a": Answer(rating=2)}, complete=True)
        )
        unit.conversations.correct("held", "a", Answer(rating=3), "misheard")
        unit.commit()


def on_another_machine(store: MemoryStore, rating: int) -> None:
    """Let another machine correct the same rating without knowing of the first correction."""
    last = store.operations[-1]
    content = Content("f" * 32, {"answer/a/rating": rating}, "read again")
    parallel = replace(last, id=OperationId("other", 1), content=content, content_digest=content.digest())
    store.operations.append(parallel)


def test_a_change_has_its_value_before_and_after_who_and_when(desk: Desk) -> None:
    desk.people.save(Person("person-1", "Ana", site="module 4"))
    change, first = desk.history_of.of(ANA)
    assert [(each.name, each.before, each.after) for each in change.parts] == [("site", "", "module 4")]
    assert (change.who, change.claimed_at[:10], change.first) == ("Marta", "2026-11-24", False)
    assert first.first


def test_a_correction_has_its_reason(desk: Desk, store: MemoryStore) -> None:
    corrected(store)
    change = desk.history_of.of(HELD)[0]
    assert (change.deed, change.reason) == (Deed.CORRECTED, "misheard")
    assert [(each.before, each.after) for each in change.parts] == [(2, 3)]


def test_two_corrections_that_did_not_know_of_each_other_are_both_marked(
    desk: Desk, store: MemoryStore
) -> None:
    corrected(store)
    on_another_machine(store, 5)
    changes = [each for each in desk.history_of.of(HELD) if each.deed is Deed.CORRECTED]
    assert [[part.conflicting for part in each.parts] for each in changes] == [[True], [True]]
    assert desk.history_of.conflicts(HELD) == {"answer/a/rating"}


def test_two_that_say_the_same_are_no_conflict(desk: Desk, store: MemoryStore) -> None:
    corrected(store)
    on_another_machine(store, 3)
    assert desk.history_of.conflicts(HELD) == frozenset()


def test_a_part_in_the_bin_is_not_shown(desk: Desk, store: MemoryStore) -> None:
    corrected(store)
    with store.begin(STAMP) as unit:
        unit.conversations.correct("held", "a", Answer(rating=3, private="SENTINEL"), "added")
        unit.withheld.put_away(HELD, Keeping.IN_BIN, "answer/a/private")
        unit.commit()
    changes = desk.history_of.of(HELD)
    shown = [part.name for each in changes for part in each.parts]
    assert "answer/a/private" not in shown
    assert Deed.PUT_AWAY in [each.deed for each in changes]
    assert "SENTINEL" not in str([part.after for each in changes for part in each.parts])


def test_a_plan_is_shown_with_its_parts_newest_first(desk: Desk) -> None:
    plan = desk.plans.begin("person-1").value
    step = desk.steps.add(plan.id, "", "Write a letter").value.id
    desk.steps.change(step, words="Write to my sister")
    changes = desk.history_of.of_plan(plan.id)
    assert [each.entity.kind for each in changes] == [EntityKind.STEP, EntityKind.STEP, EntityKind.PLAN]
    assert [(each.before, each.after) for each in changes[0].parts if each.name == "words"] == [
        ("Write a letter", "Write to my sister")
    ]


def test_what_was_destroyed_has_no_history(desk: Desk, store: MemoryStore) -> None:
    store.operations = [replace(each, content=None) for each in store.operations]
    assert list(desk.history_of.of(ANA)) == []


def test_looking_is_no_change(desk: Desk) -> None:
    before = desk.history_of.of(ANA)
    desk.trail.opened(ANA)
    assert desk.history_of.of(ANA) == before
