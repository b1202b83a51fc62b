"""The contract of destroying for good, on the in-memory fake and on SQLCipher.

It must not know which of the two it runs on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from iroc_desktop.domain.conversation import Answer, Draft
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.lines import Line
from iroc_desktop.domain.operations import Action, Entity, EntityKind, first_fault
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.plan import Step
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.withheld import ONE_FOR_EACH_PERSON, Keeping
from iroc_desktop.services.ports import Stamp, Store, UnitOfWork
from tests.fakes import session_builders as made
from tests.fakes.builders import conversation

STAMP = Stamp("practitioner-1", made.AT)
LEAD = Stamp("lead", "2026-11-25T09:00:00+00:00")
ANA, BEA = (Entity(EntityKind.PERSON, each) for each in ("ana", "bea"))
DAY = date(2026, 11, 24)


def write_two_people(store: Store) -> None:
    """Write two people with everything that can be kept about somebody, and what is in progress."""
    with store.begin(STAMP) as unit:
        for person in ("ana", "bea"):
            unit.people.put(Person(person, f"Name of {person}"))
            held = f"held-{person}"
            unit.conversations.add(conversation(held, DAY, {"a": Answer(rating=3)}, of=person, complete=True))
            unit.conversations.correct(held, "a", Answer(rating=4), f"{person} said so")
            unit.drafts.put(Draft(conversation(f"draft-{person}", of=person)))
        made.write_one_of_each(unit, "ana")
        unit.withheld.put_away(Entity(EntityKind.CONVERSATION, "held-ana"), Keeping.IN_BIN)
        unit.withheld.put_away(ANA, Keeping.BLOCKED, reason="asked for it")
        unit.commit()


def destroy(store: Store, *entities: Entity) -> None:
    with store.begin(LEAD) as unit:
        for each in entities:
            unit.log.note(each, Action.DESTROYED)
        unit.erasures.destroy(entities)
        unit.commit()


def test_nothing_of_a_destroyed_person_is_left(store: Store) -> None:
    write_two_people(store)
    with store.begin(STAMP) as unit:
        theirs = unit.erasures.belonging("ana")
        kinds = {each.kind for each in theirs}
        assert {EntityKind.PERSON, EntityKind.CONVERSATION, EntityKind.PLAN, EntityKind.STEP} <= kinds
    destroy(store, ANA)
    with store.begin(STAMP) as unit:
        left = [each for entity in theirs for each in unit.log.of(entity)]
        assert left
        assert all(each.content is None for each in left)
        assert unit.drafts.of("ana") is None
        assert unit.open_sessions.of("ana") is None
        assert list(unit.withheld.all()) == []
        assert [each.id for each in unit.people.all()] == ["bea"]
        for repository in (unit.sessions, unit.plans, unit.worksheets, unit.reflections, unit.consents):
            assert list(repository.of("ana")) == []


@pytest.mark.parametrize("kind", [each for each in EntityKind if each in ONE_FOR_EACH_PERSON])
def test_what_was_only_noted_about_a_person_does_not_stop_it(store: Store, kind: EntityKind) -> None:
    write_two_people(store)
    with store.begin(STAMP) as unit:
        unit.log.note(Entity(kind, "ana"), Action.EXPORTED)
        unit.commit()
    destroy(store, ANA)
    with store.begin(STAMP) as unit:
        assert Entity(kind, "ana") in {each.entity for each in unit.erasures.all()}


def test_others_are_as_they_were(store: Store) -> None:
    write_two_people(store)
    with store.begin(STAMP) as unit:
        before = unit.people.get("bea"), list(unit.conversations.of("bea")), unit.drafts.of("bea")
    destroy(store, ANA)
    with store.begin(STAMP) as unit:
        after = unit.people.get("bea"), list(unit.conversations.of("bea")), unit.drafts.of("bea")
        (line,) = unit.people.find("", 10)
        assert (line.person.id, line.conversations) == ("bea", 1)
        assert [each.content is None for each in unit.log.of(BEA)] == [False]
    assert after == before


def test_what_was_destroyed_is_told_with_who_and_when(store: Store) -> None:
    write_two_people(store)
    destroy(store, ANA)
    with store.begin(STAMP) as unit:
        erased = {each.entity: each for each in unit.erasures.all()}
        assert erased[ANA] == Erased(ANA, "ana", LEAD.claimed_at, "lead")
        assert {each.person_id for each in erased.values()} == {"ana"}
        assert [each.action for each in unit.log.of(ANA)][-1] is Action.DESTROYED


def test_destroying_twice_changes_nothing(store: Store) -> None:
    write_two_people(store)
    destroy(store, ANA)
    with store.begin(STAMP) as unit:
        before = list(unit.erasures.all())
        assert list(unit.erasures.destroy([ANA])) == []
        assert list(unit.erasures.all()) == before


WRITES: dict[str, Callable[[UnitOfWork], object]] = {
    "the person": lambda unit: unit.people.put(Person("ana", "Back again")),
    "a conversation": lambda unit: unit.conversations.add(conversation("new", of="ana", complete=True)),
    "a plan": lambda unit: unit.plans.put(replace(made.plan(), id="new", person_id="ana")),
    "a step": lambda unit: unit.steps.put(Step("new", plan_id="plan-of-ana", words="again")),
    "a line": lambda unit: unit.values.put("ana", Line("line-9", words="again")),
    "a draft": lambda unit: unit.drafts.put(Draft(conversation("draft-ana", of="ana"))),
    "blocking": lambda unit: unit.withheld.put_away(ANA, Keeping.BLOCKED),
}


@pytest.mark.parametrize("what", WRITES)
def test_nothing_can_be_written_about_somebody_who_was_destroyed(store: Store, what: str) -> None:
    write_two_people(store)
    destroy(store, ANA)
    with store.begin(STAMP) as unit, pytest.raises(RecordMissingError):
        WRITES[what](unit)


def test_what_was_not_committed_was_not_destroyed(store: Store) -> None:
    write_two_people(store)
    with store.begin(LEAD) as unit:
        unit.erasures.destroy([BEA])
    with store.begin(STAMP) as unit:
        assert unit.people.get("bea").preferred_name == "Name of bea"
        assert list(unit.erasures.all()) == []


def test_a_single_record_goes_with_its_parts_and_its_person_stays(store: Store) -> None:
    write_two_people(store)
    talk = Entity(EntityKind.CONVERSATION, "held-bea")
    destroy(store, talk)
    with store.begin(STAMP) as unit:
        assert unit.people.get("bea").id == "bea"
        assert list(unit.conversations.of("bea")) == []
        (line,) = unit.people.find("bea", 10)
        assert (line.conversations, line.last_held_on) == (0, None)
        assert [each.person_id for each in unit.erasures.all()] == ["bea"]
        with pytest.raises(RecordMissingError):
            unit.conversations.correct("held-bea", "a", Answer(rating=1), "too late")
        unit.conversations.add(conversation("next", DAY, of="bea", complete=True))


def test_the_chain_fits_before_and_after(store: Store) -> None:
    write_two_people(store)
    destroy(store, ANA)
    with store.begin(STAMP) as unit:
        entities = [each.entity for each in unit.erasures.all()] + [BEA]
        entities.append(Entity(EntityKind.CONVERSATION, "held-bea"))
        entities.append(Entity(EntityKind.FAVOURITES, "practitioner-1"))
        entities.append(Entity(EntityKind.ARRANGEMENTS, "arrangements"))
        every = sorted((one for each in entities for one in unit.log.of(each)), key=lambda one: one.id)
        assert [each.id.seq for each in every] == list(range(1, len(every) + 1))
        assert first_fault(every) is None
