"""Keeping times through the service, on the memory store.

These tests must not know how the store keeps things.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from iroc_desktop.domain.arrangements import EVERYWHERE
from iroc_desktop.domain.bin import whole_person as whole
from iroc_desktop.domain.conversation import ReasonMissingError
from iroc_desktop.domain.people import Person, Practitioner, Role
from iroc_desktop.domain.retention import IN_THE_BIN, NotLaterError
from iroc_desktop.domain.roles import LeadsOnlyError
from iroc_desktop.services.desk import Desk
from tests.fakes.builders import pack, person
from tests.fakes.desk import FixedClock, desk_in_memory

LONG_AGO = date(2025, 11, 24)
CLOCK = date(2026, 11, 24)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def desk(clock: FixedClock) -> Desk:
    return desk_in_memory(pack(), None, clock)


def with_a_conversation(
    desk: Desk, person_id: str = "person-1", site: str = "", day: date = LONG_AGO
) -> None:
    desk.people.save(Person(person_id, "Ana M.", site=site))
    talk = desk.conversations.start(person_id, day).value.draft.conversation
    desk.conversations.complete(talk.id)


def reached(desk: Desk) -> list[tuple[str, date]]:
    return [(each.person.id, each.ended_on) for each in desk.retention.reached()]


def test_nothing_ends_until_somebody_sets_a_rule(desk: Desk) -> None:
    with_a_conversation(desk)
    assert (reached(desk), desk.retention.count()) == ([], 0)
    assert desk.retention.rules().months == {}


def test_a_record_is_listed_from_the_day_on_which_its_time_ends(desk: Desk) -> None:
    with_a_conversation(desk)
    desk.retention.set_rule(EVERYWHERE, 13)
    assert reached(desk) == []
    desk.retention.set_rule(EVERYWHERE, 12)
    assert reached(desk) == [("person-1", CLOCK)]
    assert desk.retention.count() == 1


def test_a_site_has_a_rule_of_its_own(desk: Desk) -> None:
    with_a_conversation(desk, "person-1", "Module 4")
    with_a_conversation(desk, "person-2", "Village hall")
    desk.retention.set_rule("Module 4", 6)
    assert [each for each, _ in reached(desk)] == ["person-1"]
    assert desk.retention.rules().sites == ("Module 4", "Village hall")


def test_whoever_has_a_session_in_progress_is_not_listed(desk: Desk) -> None:
    with_a_conversation(desk)
    desk.retention.set_rule(EVERYWHERE, 12)
    desk.sessions.begin("person-1", CLOCK)
    assert reached(desk) == []


def test_a_record_without_a_conversation_counts_from_the_day_it_was_begun(
    desk: Desk, clock: FixedClock
) -> None:
    clock.moment = datetime(2025, 1, 10, tzinfo=UTC)
    desk.people.save(person())
    clock.moment = datetime(2026, 11, 24, tzinfo=UTC)
    desk.retention.set_rule(EVERYWHERE, 12)
    (found,) = desk.retention.reached()
    assert (found.since, found.held, found.ended_on) == (date(2025, 1, 10), False, date(2026, 1, 10))


def test_a_record_is_kept_longer_until_that_day_comes(desk: Desk, clock: FixedClock) -> None:
    with_a_conversation(desk)
    desk.retention.set_rule(EVERYWHERE, 12)
    desk.retention.keep_longer("person-1", date(2027, 2, 1), "An appeal is open")
    assert reached(desk) == []
    clock.moment = datetime(2027, 2, 1, tzinfo=UTC)
    assert reached(desk) == [("person-1", date(2027, 2, 1))]


def test_keeping_longer_needs_a_reason_and_a_day_to_come(desk: Desk) -> None:
    with_a_conversation(desk)
    with pytest.raises(ReasonMissingError):
        desk.retention.keep_longer("person-1", date(2027, 2, 1), "  ")
    with pytest.raises(NotLaterError):
        desk.retention.keep_longer("person-1", CLOCK, "An appeal is open")


def test_only_a_team_lead_sets_a_rule(desk: Desk) -> None:
    desk.settling_in.introduce(Practitioner("practitioner-2", "Jon", Role.TEAM_LEAD))
    with pytest.raises(LeadsOnlyError):
        desk.retention.set_rule(EVERYWHERE, 12)
    assert not desk.retention.rules().may_change


def test_what_lies_in_the_bin_for_its_time_is_told_and_stays_there(desk: Desk, clock: FixedClock) -> None:
    with_a_conversation(desk)
    desk.bin.put_away(whole("person-1"))
    clock.moment = datetime(2027, 1, 24, tzinfo=UTC)
    assert list(desk.retention.lain_long_enough()) == []
    desk.retention.set_rule(IN_THE_BIN, 2)
    assert [each.thing for each in desk.retention.lain_long_enough()] == [whole("person-1")]
    assert len(desk.bin.all()) == 1
