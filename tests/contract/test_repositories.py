"""The contract of `services.ports` for stores, on the in-memory fake and on SQLCipher.

It must not know which of the two it runs on.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iroc_desktop.domain.conversation import Answer, Draft, Stage, UnratedReason
from iroc_desktop.domain.names import matches, searchable
from iroc_desktop.domain.operations import Action, Entity, EntityKind, first_fault
from iroc_desktop.domain.people import Licence, Organisation, Practitioner, Reading, Role
from iroc_desktop.domain.plan import Plan, PlanState, Review
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.summary import Paper, Point, Quote, SessionSummary, SummaryRow
from iroc_desktop.services.ports import Counts, Stamp, Store
from tests.fakes.builders import conversation, person

STAMP = Stamp("practitioner-1", "2026-11-24T10:42:00+00:00")
FEBRUARY, MAY, AUGUST = date(2026, 2, 24), date(2026, 5, 26), date(2026, 8, 25)


def summary(summary_id: str, of: str = "person-1") -> SessionSummary:
    row = SummaryRow("H", "Home", "home", "Sleep", "Sleep", 2, None, 4, 2, strong=True)
    return SessionSummary(
        id=summary_id,
        conversation_id="conversation-1",
        person_id=of,
        language="es",
        paper=Paper.LETTER,
        shown_name="Ana",
        practitioner="Marta",
        organisation="The House",
        held_on="2026-02-24",
        ordinal=1,
        start_on=None,
        last_on=None,
        minimum=1,
        maximum=6,
        steps=((1, "nunca"), (6, "siempre")),
        rows=(row,),
        points=(Point("2026-02-24", (2, None)),),
        words=(Quote("words/a", "Sleep", "“mañana”"),),
        strengths=(),
        focus=("Sleep",),
        next_on=None,
        next_note="",
        licence_line="Open wording",
        practice=False,
        left_out=frozenset({"name"}),
    )


def test_what_was_committed_is_there_in_the_next_unit(store: Store) -> None:
    ana = replace(person(), site="module 4", reading=Reading.A_LITTLE, consent_on=FEBRUARY, shown_as="A.")
    with store.begin(STAMP) as unit:
        unit.people.put(ana)
        unit.commit()
    with store.begin(STAMP) as unit:
        assert unit.people.get(ana.id) == ana


def test_what_was_not_committed_is_gone(store: Store) -> None:
    with store.begin(STAMP) as unit:
        unit.people.put(person())
        unit.drafts.put(Draft(conversation()))
    with store.begin(STAMP) as unit:
        assert not unit.people.all()
        assert not unit.drafts.all()
        assert not unit.log.of(Entity(EntityKind.PERSON, "person-1"))


def test_an_error_inside_of_a_unit_rolls_back_and_goes_on_as_it_was(store: Store) -> None:
    def fail() -> None:
        with store.begin(STAMP) as unit:
            unit.people.put(person())
            unit.people.get("nobody")

    with pytest.raises(RecordMissingError):
        fail()
    with store.begin(STAMP) as unit:
        assert not unit.people.all()


def test_a_unit_goes_on_after_a_commit(store: Store) -> None:
    with store.begin(STAMP) as unit:
        unit.people.put(person("person-1"))
        unit.commit()
        unit.people.put(person("person-2"))
        unit.commit()
        unit.people.put(person("person-3"))
    with store.begin(STAMP) as unit:
        assert [each.id for each in unit.people.all()] == ["person-1", "person-2"]


def test_only_fields_that_differ_are_written(store: Store) -> None:
    entity = Entity(EntityKind.PERSON, "person-1")
    with store.begin(STAMP) as unit:
        unit.people.put(person())
        unit.people.put(replace(person(), site="module 4"))
        unit.people.put(replace(person(), site="module 4"))
        unit.commit()
        first, second = unit.log.of(entity)
    assert second.content is not None
    assert dict(second.content.fields) == {"site": "module 4"}
    assert second.parents == (first.id,)
    assert (second.author, second.claimed_at) == (STAMP.practitioner_id, STAMP.claimed_at)


def test_operations_form_a_chain_with_growing_lamport_times(store: Store) -> None:
    with store.begin(STAMP) as unit:
        for number in range(4):
            unit.people.put(replace(person(), site=str(number)))
            unit.commit()
        operations = unit.log.of(Entity(EntityKind.PERSON, "person-1"))
    assert first_fault(operations) is None
    assert [each.lamport for each in operations] == [1, 2, 3, 4]
    assert len({each.content.nonce for each in operations if each.content}) == 4


def test_a_note_in_the_log_changes_no_table(store: Store) -> None:
    entity = Entity(EntityKind.PERSON, "person-1")
    with store.begin(STAMP) as unit:
        unit.people.put(person())
        unit.log.note(entity, Action.PRINTED)
        unit.commit()
        assert [each.action for each in unit.log.of(entity)] == [Action.WROTE, Action.PRINTED]
        assert unit.people.get("person-1") == person()


def test_everyone_is_listed_by_searchable_name(store: Store) -> None:
    names = ["Zoe", "álvaro", "Ángel", "ana", "Émile", "emil"]
    with store.begin(STAMP) as unit:
        for number, name in enumerate(names):
            unit.people.put(person(f"person-{number}", name))
        unit.commit()
        listed = [each.preferred_name for each in unit.people.all()]
        found = [line.person.preferred_name for line in unit.people.find("", 10)]
    assert listed == found == ["álvaro", "ana", "Ángel", "emil", "Émile", "Zoe"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("jo", ["José María Ruiz"]),
        ("MAR", ["José María Ruiz", "Marta O'Neill"]),
        ("ruiz jo", ["José María Ruiz"]),
        ("ari", []),
        ("o'n", ["Marta O'Neill"]),
        ("مر", ["مريم"]),
        ("%", []),
        ("_", []),
        ("👩", ["👩‍🚀 Sky"]),
    ],
)
def test_people_are_found_by_the_beginnings_of_words(store: Store, typed: str, found: list[str]) -> None:
    names = ["José María Ruiz", "Marta O'Neill", "Ana", "مريم", "👩‍🚀 Sky"]
    with store.begin(STAMP) as unit:
        for number, name in enumerate(names):
            unit.people.put(person(f"person-{number}", name))
        assert [line.person.preferred_name for line in unit.people.find(typed, 10)] == found


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(st.text("aàÀbß ﬁ'%_\u0301é", min_size=1, max_size=6), min_size=1, max_size=6),
    typed=st.text("aàbsfi é%_'", max_size=4),
)
def test_finding_is_what_the_domain_calls_a_match(store: Store, names: list[str], typed: str) -> None:
    with store.begin(STAMP) as unit:
        for number, name in enumerate(names):
            unit.people.put(person(f"person-{number}", name))
        found = [line.person for line in unit.people.find(typed, 100)]
        expected = [
            each for each in unit.people.all() if matches(searchable(typed), searchable(each.preferred_name))
        ]
    assert found == expected


def test_no_more_people_are_found_than_asked_for(store: Store) -> None:
    with store.begin(STAMP) as unit:
        for number in range(5):
            unit.people.put(person(f"person-{number}", f"Ana {number}"))
        assert [line.person.id for line in unit.people.find("an", 2)] == ["person-0", "person-1"]
        assert len(unit.people.find("", 3)) == 3


def test_a_renamed_person_is_found_by_the_new_name_only(store: Store) -> None:
    with store.begin(STAMP) as unit:
        unit.people.put(person(name="Ana"))
        unit.people.put(person(name="Berta"))
        unit.commit()
        assert not unit.people.find("ana", 5)
        assert len(unit.people.find("ber", 5)) == 1


def test_a_line_tells_how_many_were_held_and_what_the_newest_says(store: Store) -> None:
    with store.begin(STAMP) as unit:
        unit.people.put(person())
        unit.conversations.add(conversation("c2", MAY, complete=True, next_on=AUGUST))
        unit.conversations.add(conversation("c1", FEBRUARY, complete=True, next_on=MAY))
        unit.drafts.put(Draft(conversation("c3", AUGUST)))
        unit.commit()
        (line,) = unit.people.find("ana", 5)
    assert (line.conversations, line.last_held_on, line.next_on, line.has_draft) == (2, MAY, AUGUST, True)


def test_a_line_of_a_new_person_is_empty(store: Store) -> None:
    with store.begin(STAMP) as unit:
        unit.people.put(person())
        (line,) = unit.people.find("", 5)
    assert (line.conversations, line.last_held_on, line.next_on, line.has_draft) == (0, None, None, False)


def test_counts_tell_who_is_due(store: Store) -> None:
    with store.begin(STAMP) as unit:
        for number in range(5):
            unit.people.put(person(f"person-{number}"))
        unit.conversations.add(conversation("c0", FEBRUARY, of="person-0", complete=True, next_on=MAY))
        unit.conversations.add(conversation("c1", FEBRUARY, of="person-1", complete=True, next_on=AUGUST))
        unit.conversations.add(conversation("c2", FEBRUARY, of="person-2", complete=True))
        unit.conversations.add(conversation("c3", FEBRUARY, of="person-3", complete=True, next_on=MAY))
        unit.conversations.add(conversation("c4", MAY, of="person-3", complete=True))
        unit.drafts.put(Draft(conversation("c5", MAY, of="person-4")))
        unit.commit()
        counts = unit.counts(due_by=MAY, held_before=date(2026, 3, 1))
    assert counts == Counts(people=5, conversations=5, conversations_due=3, drafts=1, reviews_due=0)


def test_counts_of_an_empty_store_are_zero(store: Store) -> None:
    with store.begin(STAMP) as unit:
        assert unit.counts(MAY, FEBRUARY) == Counts(0, 0, 0, 0, 0)


def test_a_conversation_comes_back_as_it_was_added(store: Store) -> None:
    given = {
        "a": Answer(rating=3, words="Día\n👩‍🚀 e\u0301 שלום\u0000", strength="s", private="p"),
        "b": Answer(unrated=UnratedReason.DID_NOT_WANT),
        "z/y": Answer(rating=1),
    }
    held = conversation("c1", MAY, MappingProxyType(given), complete=True, next_on=AUGUST)
    held = replace(held, focus=("b", "a"), next_note="Library, 10:00")
    with store.begin(STAMP) as unit:
        unit.conversations.add(held)
        unit.commit()
        assert unit.conversations.get("c1") == held
        assert list(unit.conversations.of(held.person_id)) == [held]


def test_a_note_of_twenty_thousand_characters_is_kept_whole(store: Store) -> None:
    note = "ñ👩‍🚀e\u0301 " * 3_334
    held = conversation("c1", MAY, MappingProxyType({"a": Answer(words=note)}), complete=True)
    with store.begin(STAMP) as unit:
        unit.drafts.put(Draft(replace(held, state=conversation().state)))
        unit.conversations.add(held)
        unit.commit()
        assert unit.conversations.get("c1").answer("a").words == note
        assert unit.drafts.get("c1").conversation.answer("a").words == note


def test_conversations_are_listed_oldest_first_whatever_the_order_of_typing(store: Store) -> None:
    with store.begin(STAMP) as unit:
        for conversation_id, held_on in (("c3", AUGUST), ("c2", FEBRUARY), ("c1", FEBRUARY)):
            unit.conversations.add(conversation(conversation_id, held_on, complete=True))
        unit.conversations.add(conversation("other", MAY, of="person-2", complete=True))
        unit.commit()
        assert [each.id for each in unit.conversations.of("person-1")] == ["c1", "c2", "c3"]


def test_a_correction_shows_and_the_log_keeps_the_old_value(store: Store) -> None:
    given = MappingProxyType({"a": Answer(rating=3, words="Hm"), "b": Answer(rating=2)})
    with store.begin(STAMP) as unit:
        unit.conversations.add(conversation("c1", MAY, given, complete=True))
        unit.conversations.correct("c1", "a", Answer(rating=4, words="Hm"), "misheard")
        unit.conversations.correct("c1", "b", Answer(unrated=UnratedReason.NOT_ANSWERED), "not said")
        unit.conversations.correct("c1", "b", Answer(unrated=UnratedReason.NOT_ANSWERED), "again")
        unit.commit()
        corrected = unit.conversations.get("c1")
        operations = unit.log.of(Entity(EntityKind.CONVERSATION, "c1"))
    assert corrected.answer("a") == Answer(rating=4, words="Hm")
    assert corrected.answer("b") == Answer(unrated=UnratedReason.NOT_ANSWERED)
    wrote, first, second = operations
    assert wrote.content is not None
    assert first.content is not None
    assert wrote.content.fields["answer/a/rating"] == 3
    assert dict(first.content.fields) == {"answer/a/rating": 4}
    assert (first.action, first.content.reason) == (Action.CORRECTED, "misheard")
    assert second.parents == (wrote.id,)


def test_a_draft_comes_back_exactly_even_with_an_answer_that_was_emptied(store: Store) -> None:
    given = MappingProxyType({"a": Answer(), "b": Answer(rating=2), "c": Answer(words="¿?")})
    whole = replace(conversation("c1", MAY, given, next_on=AUGUST), focus=("b",), next_note="n")
    draft = Draft(whole, Stage.CHOOSE, "b", paused=True)
    with store.begin(STAMP) as unit:
        unit.drafts.put(draft)
        unit.commit()
        assert unit.drafts.get("c1") == draft
        assert unit.drafts.of("person-1") == draft


def test_a_draft_is_replaced_and_removed_and_keeps_its_place(store: Store) -> None:
    with store.begin(STAMP) as unit:
        unit.drafts.put(Draft(conversation("c1", of="person-1")))
        unit.drafts.put(Draft(conversation("c2", of="person-2")))
        unit.drafts.put(Draft(conversation("c1", of="person-1"), paused=True))
        unit.commit()
        assert [(each.conversation.id, each.paused) for each in unit.drafts.all()] == [
            ("c1", True),
            ("c2", False),
        ]
        unit.drafts.remove("c1")
        unit.drafts.remove("c1")
        assert unit.drafts.of("person-1") is None
        with pytest.raises(RecordMissingError):
            unit.drafts.get("c1")


def test_drafts_never_reach_the_log(store: Store) -> None:
    with store.begin(STAMP) as unit:
        unit.drafts.put(Draft(conversation("c1")))
        unit.commit()
        assert not unit.log.of(Entity(EntityKind.CONVERSATION, "c1"))


def test_summaries_come_back_as_frozen_and_in_the_order_of_printing(store: Store) -> None:
    with store.begin(STAMP) as unit:
        unit.summaries.add(summary("s2"))
        unit.summaries.add(summary("s1"))
        unit.summaries.add(summary("s3", of="person-2"))
        unit.commit()
        assert unit.summaries.get("s2") == summary("s2")
        assert unit.summaries.get("s2").fingerprint == summary("s2").fingerprint
        assert [each.id for each in unit.summaries.of("person-1")] == ["s2", "s1"]


def test_practitioners_are_listed_as_they_were_introduced(store: Store) -> None:
    with store.begin(STAMP) as unit:
        unit.practitioners.put(Practitioner("p2", "Marta"))
        unit.practitioners.put(Practitioner("p1", "Luc", Role.TEAM_LEAD))
        unit.practitioners.put(Practitioner("p2", "Marta R."))
        unit.commit()
        assert unit.practitioners.get("p1") == Practitioner("p1", "Luc", Role.TEAM_LEAD)
        assert [each.name for each in unit.practitioners.all()] == ["Marta R.", "Luc"]


def test_the_organisation_is_unanswered_until_somebody_answers(store: Store) -> None:
    answered = Organisation("The House", Licence.YES, "PR-7")
    with store.begin(STAMP) as unit:
        assert unit.organisation.get() == Organisation()
        unit.organisation.put(answered)
        unit.commit()
        assert unit.organisation.get() == answered


def test_whatever_is_missing_says_so(store: Store) -> None:
    with store.begin(STAMP) as unit:
        for lookup in (
            unit.people.get,
            unit.practitioners.get,
            unit.conversations.get,
            unit.drafts.get,
            unit.summaries.get,
        ):
            with pytest.raises(RecordMissingError):
                lookup("nobody")


def test_a_review_is_due_once_its_day_has_come_until_something_is_written_about_it(store: Store) -> None:
    with store.begin(STAMP) as unit:
        unit.plans.put(Plan("new", "person-1"))
        unit.plans.put(Plan("old", "person-1", state=PlanState.ARCHIVED))
        due = Review("due", "new", MAY)
        for each in (
            due,
            replace(due, id="to come", day=AUGUST),
            replace(due, id="without a day", day=None),
            replace(due, id="done", words="It went well."),
            replace(due, id="taken away", removed=True),
            replace(due, id="of an older plan", plan_id="old"),
        ):
            unit.reviews.put(each)
        assert unit.counts(MAY, FEBRUARY).reviews_due == 1
