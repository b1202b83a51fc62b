"""What is due is counted without naming anyone.

These tests must not use the real clock.
"""

from __future__ import annotations

from datetime import date

import pytest

from iroc_desktop.services.desk import Desk
from tests.fakes.builders import pack, person
from tests.fakes.desk import desk_in_memory

# the fixed clock says 24 November 2026


@pytest.fixture
def desk() -> Desk:
    return desk_in_memory(pack())


def held(desk: Desk, person_id: str, on: date, next_on: date | None = None) -> None:
    desk.people.save(person(person_id, f"Person {person_id}"))
    talk = desk.conversations.start(person_id, on).value.draft.conversation
    desk.conversations.agree_next(talk.id, next_on, "")
    desk.conversations.complete(talk.id)


def test_an_empty_store_has_nothing_due(desk: Desk) -> None:
    counts = desk.today.counts()
    assert (counts.people, counts.conversations, counts.conversations_due, counts.drafts) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("on", "next_on", "due"),
    [
        (date(2026, 11, 1), None, 0),
        (date(2026, 8, 24), None, 1),
        (date(2026, 8, 26), None, 0),
        (date(2026, 11, 1), date(2026, 11, 24), 1),
        (date(2026, 11, 1), date(2026, 11, 25), 0),
        (date(2025, 1, 1), date(2027, 1, 1), 0),
    ],
)
def test_a_conversation_is_due_by_its_next_date_or_after_the_interval(
    desk: Desk, on: date, next_on: date | None, due: int
) -> None:
    held(desk, "1", on, next_on)
    assert desk.today.counts().conversations_due == due


def test_someone_who_never_held_one_is_due(desk: Desk) -> None:
    desk.people.save(person())
    assert desk.today.counts().conversations_due == 1


def test_a_draft_tells_how_far_it_came(desk: Desk) -> None:
    desk.people.save(person())
    talk = desk.conversations.start("person-1", date(2026, 11, 12)).value.draft.conversation
    desk.conversations.rate(talk.id, "a", 3)
    (draft,) = desk.today.drafts()
    assert (draft.settled, draft.of, draft.held_on) == (1, 4, date(2026, 11, 12))
    assert "Ana" not in repr(draft)
