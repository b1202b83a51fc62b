"""The contract of `services.repositories`, on the in-memory fake and on SQLCipher.

It must not know which of the two it runs on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.conversation import Answer, Stage
from iroc_desktop.domain.kept_sheets import Sheet
from iroc_desktop.domain.lines import Line
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.personal_plan import PersonalPlan, PlanSnapshot
from iroc_desktop.domain.plan import StepStatus
from iroc_desktop.domain.session import Interruption
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.ports import Stamp, Store, UnitOfWork
from tests.fakes import session_builders as made
from tests.fakes.builders import conversation

STAMP = Stamp("practitioner-1", made.AT)

KINDS: list[tuple[str, str, Callable[[], Any]]] = [
    ("sessions", "person-1", lambda: made.session().over(made.LATER)),
    ("explorations", "person-1", made.exploration),
    ("reflections", "person-1", made.reflection),
    ("plans", "person-1", made.plan),
    ("plan_snapshots", "person-1", made.snapshot),
    ("worksheets", "person-1", made.worksheet),
    ("consents", "person-1", made.consent),
    ("outcomes", "plan-1", made.outcome),
    ("steps", "plan-1", made.step),
    ("supports", "plan-1", made.support),
    ("reviews", "plan-1", made.review),
]


@pytest.fixture(params=KINDS, ids=lambda kind: kind[0])
def kind(request: pytest.FixtureRequest) -> tuple[str, str, Any]:
    name, owner, build = request.param
    return name, owner, build()


def test_a_record_comes_back_as_it_was_put(store: Store, kind: tuple[str, str, Any]) -> None:
    name, owner, record = kind
    with store.begin(STAMP) as unit:
        getattr(unit, name).put(record)
        unit.commit()
    with store.begin(STAMP) as unit:
        assert getattr(unit, name).get(record.id) == record
        assert list(getattr(unit, name).of(owner)) == [record]
        assert list(getattr(unit, name).of("somebody-else")) == []


def test_records_are_listed_as_they_were_first_written(store: Store, kind: tuple[str, str, Any]) -> None:
    name, owner, record = kind
    with store.begin(STAMP) as unit:
        for record_id in ("z", "a", "m"):
            getattr(unit, name).put(replace(record, id=record_id))
        getattr(unit, name).put(replace(record, id="z"))
        unit.commit()
        assert [each.id for each in getattr(unit, name).of(owner)] == ["z", "a", "m"]


def test_a_missing_record_says_so(store: Store, kind: tuple[str, str, Any]) -> None:
    with store.begin(STAMP) as unit, pytest.raises(RecordMissingError):
        getattr(unit, kind[0]).get("nothing")


def test_what_was_not_committed_is_gone(store: Store, kind: tuple[str, str, Any]) -> None:
    name, owner, record = kind
    with store.begin(STAMP) as unit:
        getattr(unit, name).put(record)
    with store.begin(STAMP) as unit:
        assert list(getattr(unit, name).of(owner)) == []


def test_only_the_fields_that_differ_are_written(store: Store) -> None:
    step = made.step()
    with store.begin(STAMP) as unit:
        unit.steps.put(step)
        unit.steps.put(step)
        unit.steps.put(replace(step, status=StepStatus.COMPLETED))
        unit.commit()
        operations = unit.log.of(Entity(EntityKind.STEP, step.id))
    assert [dict(each.content.fields) for each in operations[1:] if each.content] == [{"status": "completed"}]


def test_a_session_in_progress_is_the_same_after_every_kind_of_mark(store: Store) -> None:
    opened = made.open_session()
    stopped = opened.session.interrupted(Interruption.LOCK_DOWN, made.LATER)
    for session in (opened.session, stopped, stopped.turned_to(Stage.PLAN, made.LATER)):
        with store.begin(STAMP) as unit:
            unit.open_sessions.put(replace(opened, session=session))
            unit.commit()
        with store.begin(STAMP) as unit:
            assert unit.open_sessions.get(opened.id) == replace(opened, session=session)


def test_sessions_in_progress_are_found_and_keep_their_place(store: Store) -> None:
    first, second = made.open_session("s2", "person-1"), made.open_session("s1", "person-2")
    around = replace(second, session=second.session.with_conversation("conversation-2"))
    with store.begin(STAMP) as unit:
        for each in (first, second, around, first):
            unit.open_sessions.put(each)
        unit.commit()
        assert [each.id for each in unit.open_sessions.all()] == ["s2", "s1"]
        assert unit.open_sessions.of("person-2") == around
        assert unit.open_sessions.around("conversation-2") == around
        assert unit.open_sessions.around("conversation-9") is None
        unit.open_sessions.remove("s2")
        unit.open_sessions.remove("s2")
        assert unit.open_sessions.of("person-1") is None
        with pytest.raises(RecordMissingError):
            unit.open_sessions.get("s2")


def test_sessions_in_progress_never_reach_the_log(store: Store) -> None:
    with store.begin(STAMP) as unit:
        unit.open_sessions.put(made.open_session())
        unit.commit()
        assert not unit.log.of(Entity(EntityKind.SESSION, "session-1"))


@pytest.mark.parametrize("which", ["staying_well", "values"])
def test_lines_come_back_in_their_order_those_taken_away_too(store: Store, which: str) -> None:
    lines = [
        Line("l1", "crisis", "Call Luc — «ya»", 30),
        Line("l/2", "crisis", "", 10, removed=True),
        Line("l3", "", "A walk", 20),
    ]
    with store.begin(STAMP) as unit:
        for each in lines:
            getattr(unit, which).put("person-1", each)
        getattr(unit, which).put("person-2", lines[0])
        unit.commit()
    with store.begin(STAMP) as unit:
        assert list(getattr(unit, which).of("person-1")) == [lines[1], lines[2], lines[0]]
        assert list(getattr(unit, which).of("person-2")) == [lines[0]]
        assert list(getattr(unit, which).of("nobody")) == []


def test_the_two_lists_of_a_person_are_apart(store: Store) -> None:
    with store.begin(STAMP) as unit:
        unit.values.put("person-1", Line("l1", "", "Honest talk", 1))
        assert not unit.staying_well.of("person-1")


def test_favourites_belong_to_a_practitioner_and_can_be_unmarked(store: Store) -> None:
    with store.begin(STAMP) as unit:
        for page, favourite in (("a", True), ("own/b", True), ("a", False), ("c", False)):
            unit.favourites.put("practitioner-1", page, favourite=favourite)
        unit.favourites.put("practitioner-2", "a", favourite=True)
        unit.commit()
        assert unit.favourites.of("practitioner-1") == {"own/b"}
        assert unit.favourites.of("practitioner-2") == {"a"}
        assert unit.favourites.of("nobody") == frozenset()


def test_arrangements_are_empty_and_off_until_somebody_chooses(store: Store) -> None:
    chosen = Arrangements("The duty officer, then Luc", two_voices=True)
    with store.begin(STAMP) as unit:
        assert unit.arrangements.get() == Arrangements()
        unit.arrangements.put(chosen)
        unit.commit()
        assert unit.arrangements.get() == chosen


def test_the_ratings_of_all_voices_come_back_and_can_be_corrected(store: Store) -> None:
    heard = {
        "a": Answer(rating=3, practitioner_rating=5, agreed_rating=4),
        "b": Answer(practitioner_rating=2),
    }
    with store.begin(STAMP) as unit:
        unit.conversations.add(conversation("c1", given=heard, complete=True))
        unit.conversations.correct("c1", "a", Answer(rating=3, agreed_rating=3), "looked again")
        unit.commit()
        held = unit.conversations.get("c1")
    assert held.answer("a") == Answer(rating=3, agreed_rating=3)
    assert held.answer("b") == Answer(practitioner_rating=2)


def test_a_plan_of_sixty_steps_with_long_words_comes_back_whole(store: Store) -> None:
    long = "ñ👩‍🚀 palabra " * 250
    with store.begin(STAMP) as unit:
        unit.plans.put(made.plan())
        unit.outcomes.put(replace(made.outcome(), words=long))
        for number in range(60):
            unit.steps.put(replace(made.step(f"step-{number:02}"), words=long, position=number))
        whole = _whole(unit)
        unit.plan_snapshots.put(PlanSnapshot("session-1", "person-1", made.DAY, whole))
        unit.commit()
    with store.begin(STAMP) as unit:
        assert _whole(unit) == whole
        assert unit.plan_snapshots.get("session-1").plan == whole
    assert [len(whole.steps), whole.outcomes[0].words] == [60, long]


def _whole(unit: UnitOfWork) -> PersonalPlan:
    return PersonalPlan.of(
        unit.plans.get("plan-1"),
        unit.outcomes.of("plan-1"),
        unit.steps.of("plan-1"),
        unit.supports.of("plan-1"),
        unit.reviews.of("plan-1"),
    )


def test_a_printed_sheet_comes_back_as_it_was_and_is_kept_once(store: Store) -> None:
    printed: Sheet = made.plan_sheet()
    other: Sheet = made.staying_well_sheet()
    for _ in range(2):
        with store.begin(STAMP) as unit:
            unit.sheets.add(printed)
            unit.sheets.add(other)
            unit.commit()
    with store.begin(STAMP) as unit:
        assert list(unit.sheets.of("person-1")) == sorted((printed, other), key=lambda each: each.id)
        assert list(unit.sheets.of("somebody-else")) == []
        assert len(unit.log.of(Entity(EntityKind.SHEETS, "person-1"))) == 2
