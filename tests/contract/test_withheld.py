"""The contract of the bin and of blocking, on the in-memory fake and on SQLCipher.

It must not know which of the two it runs on.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from iroc_desktop.domain.conversation import Answer, Draft
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.plan import Plan, Review
from iroc_desktop.domain.session import OpenSession
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.withheld import Keeping, Withheld
from iroc_desktop.services.ports import Stamp, Store
from tests.fakes import session_builders as made
from tests.fakes.builders import conversation

STAMP = Stamp("practitioner-1", made.AT)
PERSON = Entity(EntityKind.PERSON, "person-1")
HELD = Entity(EntityKind.CONVERSATION, "held")
DAY = date(2026, 11, 24)


@pytest.fixture(params=list(Keeping))
def keeping(request: pytest.FixtureRequest) -> Keeping:
    """Return each reason why something is out of sight."""
    reason: Keeping = request.param
    return reason


def with_a_person(store: Store) -> None:
    """Write a person with a conversation and a draft."""
    with store.begin(STAMP) as unit:
        unit.people.put(Person("person-1", "Ana"))
        unit.conversations.add(conversation("held", DAY, {"a": Answer(rating=3)}, complete=True))
        unit.drafts.put(Draft(conversation("draft")))
        unit.commit()


def in_progress_session() -> OpenSession:
    opened = made.open_session()
    return replace(opened, session=opened.session.with_conversation("draft"))


def put_away(store: Store, entity: Entity, keeping: Keeping, part: str = "") -> None:
    with store.begin(STAMP) as unit:
        unit.withheld.put_away(entity, keeping, part)
        unit.commit()


def test_what_is_put_away_is_in_no_list(store: Store, keeping: Keeping) -> None:
    with_a_person(store)
    put_away(store, PERSON, keeping)
    with store.begin(STAMP) as unit:
        with pytest.raises(RecordMissingError):
            unit.people.get("person-1")
        assert list(unit.people.all()) == []
        assert list(unit.people.find("", 10)) == []
        assert list(unit.drafts.all()) == []
        counts = unit.counts(DAY, DAY)
        assert (counts.people, counts.drafts) == (0, 0)


def test_what_is_brought_out_is_as_it_was(store: Store, keeping: Keeping) -> None:
    with_a_person(store)
    with store.begin(STAMP) as unit:
        before = (unit.people.get("person-1"), list(unit.people.find("a", 10)), unit.counts(DAY, DAY))
    put_away(store, PERSON, keeping)
    with store.begin(STAMP) as unit:
        unit.withheld.bring_out(PERSON, keeping)
        unit.commit()
    with store.begin(STAMP) as unit:
        after = (unit.people.get("person-1"), list(unit.people.find("a", 10)), unit.counts(DAY, DAY))
        assert after == before
        assert list(unit.withheld.all()) == []


def test_a_conversation_in_the_bin_counts_for_nothing(store: Store) -> None:
    with_a_person(store)
    put_away(store, HELD, Keeping.IN_BIN)
    with store.begin(STAMP) as unit:
        assert list(unit.conversations.of("person-1")) == []
        (line,) = unit.people.find("", 10)
        assert (line.conversations, line.last_held_on) == (0, None)


def test_what_is_out_of_sight_is_listed_with_who_put_it_there_and_when(store: Store) -> None:
    with_a_person(store)
    put_away(store, HELD, Keeping.IN_BIN)
    with store.begin(STAMP) as unit:
        assert list(unit.withheld.all()) == [
            Withheld(HELD, Keeping.IN_BIN, "person-1", "", made.AT, "practitioner-1")
        ]


def test_one_field_can_be_put_away(store: Store) -> None:
    with_a_person(store)
    note = "answer/a/private"
    with store.begin(STAMP) as unit:
        unit.conversations.correct("held", "a", Answer(rating=3, private="Not for paper"), "added")
        unit.withheld.put_away(HELD, Keeping.IN_BIN, note)
        unit.commit()
    with store.begin(STAMP) as unit:
        assert unit.conversations.get("held").answer("a") == Answer(rating=3)
        assert [each.part for each in unit.withheld.all()] == [note]
        unit.withheld.bring_out(HELD, Keeping.IN_BIN, note)
        assert unit.conversations.get("held").answer("a").private == "Not for paper"


def test_putting_away_twice_writes_once(store: Store) -> None:
    with_a_person(store)
    put_away(store, PERSON, Keeping.IN_BIN)
    with store.begin(STAMP) as unit:
        before = len(unit.log.of(PERSON))
        unit.withheld.put_away(PERSON, Keeping.IN_BIN)
        unit.withheld.bring_out(PERSON, Keeping.BLOCKED)
        assert len(unit.log.of(PERSON)) == before


def test_what_is_both_blocked_and_in_the_bin_stays_away_until_both_are_lifted(store: Store) -> None:
    with_a_person(store)
    put_away(store, PERSON, Keeping.IN_BIN)
    put_away(store, PERSON, Keeping.BLOCKED)
    with store.begin(STAMP) as unit:
        unit.withheld.bring_out(PERSON, Keeping.IN_BIN)
        assert list(unit.people.all()) == []
        unit.withheld.bring_out(PERSON, Keeping.BLOCKED)
        assert [each.id for each in unit.people.all()] == ["person-1"]


def test_a_conversation_in_progress_in_the_bin_waits_nowhere_and_comes_back_as_it_was(store: Store) -> None:
    with_a_person(store)
    in_progress = Entity(EntityKind.CONVERSATION, "draft")
    with store.begin(STAMP) as unit:
        unit.open_sessions.put(in_progress_session())
        before = (
            unit.drafts.of("person-1"),
            unit.open_sessions.of("person-1"),
            list(unit.people.find("", 9)),
        )
        unit.withheld.put_away(in_progress, Keeping.IN_BIN, about="person-1")
        unit.commit()
    with store.begin(STAMP) as unit:
        assert (unit.drafts.of("person-1"), unit.open_sessions.of("person-1")) == (None, None)
        assert (list(unit.drafts.all()), list(unit.open_sessions.all())) == ([], [])
        assert not unit.people.find("", 9)[0].has_draft
        assert unit.counts(DAY, DAY).drafts == 0
        assert [each.person_id for each in unit.withheld.all()] == ["person-1"]
        unit.withheld.bring_out(in_progress, Keeping.IN_BIN)
        assert before[:2] == (unit.drafts.of("person-1"), unit.open_sessions.of("person-1"))
        assert list(unit.people.find("", 9)) == before[2]
        assert [each.id for each in unit.conversations.of("person-1")] == ["held"]


def test_what_is_written_into_a_conversation_in_the_bin_stays_there(store: Store) -> None:
    with_a_person(store)
    with store.begin(STAMP) as unit:
        unit.withheld.put_away(Entity(EntityKind.CONVERSATION, "draft"), Keeping.IN_BIN, about="person-1")
        unit.drafts.put(Draft(conversation("draft", given={"a": Answer(rating=2)})))
        assert list(unit.drafts.all()) == []
        unit.conversations.add(conversation("draft", DAY, {"a": Answer(rating=2)}, complete=True))
        assert [each.id for each in unit.conversations.of("person-1")] == ["held"]


def test_a_person_in_the_bin_takes_their_sessions_in_progress_along(store: Store, keeping: Keeping) -> None:
    with_a_person(store)
    with store.begin(STAMP) as unit:
        unit.open_sessions.put(in_progress_session())
        unit.withheld.put_away(PERSON, keeping)
        assert (unit.drafts.of("person-1"), unit.open_sessions.of("person-1")) == (None, None)
        unit.withheld.bring_out(PERSON, keeping)
        assert unit.drafts.of("person-1") is not None
        assert unit.open_sessions.of("person-1") is not None


def test_the_days_to_look_at_a_plan_in_the_bin_are_not_due(store: Store) -> None:
    with_a_person(store)
    with store.begin(STAMP) as unit:
        unit.plans.put(Plan("plan", "person-1", DAY))
        unit.reviews.put(Review("review", "plan", DAY))
        assert unit.counts(DAY, DAY).reviews_due == 1
        unit.withheld.put_away(Entity(EntityKind.PLAN, "plan"), Keeping.IN_BIN)
        assert unit.counts(DAY, DAY).reviews_due == 0


def test_until_when_a_record_is_kept_longer_is_written_beside_the_person(store: Store) -> None:
    with_a_person(store)
    with store.begin(STAMP) as unit:
        before = unit.people.get("person-1")
        assert unit.people.kept_longer() == {}
        unit.people.keep_until("person-1", date(2026, 12, 1), "Until the hearing")
        unit.people.keep_until("person-1", DAY, "An appeal is open")
        assert unit.people.kept_longer() == {"person-1": DAY}
        assert unit.people.get("person-1") == before
        content = unit.log.of(PERSON)[-1].content
        assert content is not None
        assert content.reason == "An appeal is open"
