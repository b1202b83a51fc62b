"""Exploring through the service, on the memory store.

These tests must not know how the store keeps things.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from iroc_desktop.domain.exploring import ExploringNote, ExploringStep, FourBoxes, Scaling, Whose
from iroc_desktop.domain.instrument import NotOnScaleError
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.desk import Desk
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import desk_in_memory


@pytest.fixture
def desk() -> Desk:
    made = desk_in_memory(pack())
    made.people.save(person())
    return made


@pytest.fixture
def session_id(desk: Desk) -> str:
    return desk.sessions.begin("person-1", FIRST_DAY).value.session.id


def test_everything_said_about_an_area_is_there_again(desk: Desk, session_id: str) -> None:
    service = desk.exploring
    for kind in ExploringNote:
        service.note(session_id, "a", kind, f"about {kind.value}")
    service.scale(session_id, "a", 3, 4)
    service.decide(session_id, "a", FourBoxes("The move", "calm"))
    service.turn_to(session_id, "a", ExploringStep.OPTIONS)
    service.note(session_id, "b", ExploringNote.WHAT_WORKS, "Other area")
    explored = service.look(session_id, "a")
    assert {explored.note(kind) for kind in ExploringNote} == {
        f"about {kind.value}" for kind in ExploringNote
    }
    assert (explored.scaling, explored.step) == (Scaling(3, 4), ExploringStep.OPTIONS)
    assert explored.decision == FourBoxes("The move", "calm")
    assert service.look(session_id, "b").what_works == "Other area"


def test_options_are_weighed_chosen_moved_and_brought_back(desk: Desk, session_id: str) -> None:
    service = desk.exploring
    first = service.add_option(session_id, "a", Whose.ME, "Walk").value.options[-1]
    second = service.add_option(session_id, "a", Whose.SERVICES, "Course").value.options[-1]
    service.weigh(session_id, "a", replace(second, speaks_for="Hands", cost="Mornings", supports="A lift"))
    service.choose_option(session_id, "a", second.id, chosen=True)
    service.move_option(session_id, "a", second.id, 0)
    service.remove_option(session_id, "a", first.id)
    (only,) = service.look(session_id, "a").options
    assert (only.words, only.speaks_for, only.chosen) == ("Course", "Hands", True)
    service.weigh(session_id, "a", first)
    assert [each.id for each in service.look(session_id, "a").options] == [second.id, first.id]
    assert not service.choose_option(session_id, "a", "gone", chosen=True).changes.touches("person-1")


def test_a_scaling_answer_off_the_scale_changes_nothing(desk: Desk, session_id: str) -> None:
    desk.exploring.scale(session_id, "a", 3, None)
    with pytest.raises(NotOnScaleError):
        desk.exploring.scale(session_id, "a", 3, 9)
    assert desk.exploring.look(session_id, "a").scaling == Scaling(3)


def test_only_a_session_in_progress_can_be_explored_in(desk: Desk, session_id: str) -> None:
    desk.sessions.finish(session_id)
    with pytest.raises(RecordMissingError):
        desk.exploring.note(session_id, "a", ExploringNote.AGREED, "Late")


def test_the_persons_values_are_theirs_to_order_and_take_back(desk: Desk) -> None:
    values = desk.values
    ids = [values.add("person-1", words).value.id for words in ("Family", "Honesty", "Quiet")]
    values.move("person-1", ids[2], 0)
    values.word("person-1", ids[0], "My sister")
    values.remove("person-1", ids[1])
    assert [each.words for each in values.of("person-1")] == ["Quiet", "My sister"]
    values.bring_back("person-1", ids[1])
    assert [each.words for each in values.of("person-1")] == ["Quiet", "My sister", "Honesty"]
    with pytest.raises(RecordMissingError):
        values.word("person-1", "gone", "Anything")
    with pytest.raises(RecordMissingError):
        values.add("nobody", "Anything")


def test_values_stand_beside_the_session(desk: Desk, session_id: str) -> None:
    desk.values.add("person-1", "Family")
    assert [each.words for each in desk.sessions.look(session_id).values] == ["Family"]
