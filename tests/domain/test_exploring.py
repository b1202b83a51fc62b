"""Exploring an area: four steps, options in the person's order, nothing added up.

These tests must not touch the store.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from iroc_desktop.domain.exploring import (
    Exploration,
    ExploringNote,
    ExploringStep,
    FourBoxes,
    Option,
    Scaling,
    Whose,
)
from iroc_desktop.domain.instrument import NotOnScaleError, Scale

BLANK = Exploration.blank("session-1", "person-1", "a")


def test_a_step_on_the_screen_alone_says_nothing() -> None:
    assert replace(BLANK, step=ExploringStep.AGREEING).empty
    assert not any(BLANK.begun(step) for step in ExploringStep)


@pytest.mark.parametrize("kind", list(ExploringNote))
def test_each_kind_of_words_is_kept_by_itself(kind: ExploringNote) -> None:
    said = BLANK.with_note(kind, "Sundays")
    assert [each for each in ExploringNote if said.note(each)] == [kind]
    assert not said.empty
    assert sum(said.begun(step) for step in ExploringStep) == 1


def test_a_scaling_answer_has_to_be_on_the_scale() -> None:
    scale = Scale(1, 6)
    assert Scaling(3, 4).checked(scale) == Scaling(3, 4)
    assert Scaling(None, 6).checked(scale) == Scaling(None, 6)
    for off in (Scaling(0, 3), Scaling(3, 7)):
        with pytest.raises(NotOnScaleError):
            off.checked(scale)


def test_options_keep_the_persons_order_and_are_replaced_where_they_stand() -> None:
    explored = BLANK
    for name in ("x", "y", "z"):
        explored = explored.with_option(Option(name, Whose.SERVICES))
    weighed = explored.with_option(Option("y", words="Ask Luc", chosen=True))
    assert [each.id for each in weighed.options] == ["x", "y", "z"]
    assert [each.words for each in weighed.chosen] == ["Ask Luc"]
    assert weighed.begun(ExploringStep.AGREEING)


@pytest.mark.parametrize(("index", "order"), [(0, "zxy"), (1, "xzy"), (9, "xyz"), (-3, "zxy")])
def test_an_option_is_moved_to_a_place_or_the_nearest_end(index: int, order: str) -> None:
    explored = replace(BLANK, options=tuple(Option(name) for name in "xyz"))
    assert "".join(each.id for each in explored.with_option_at("z", index).options) == order


def test_an_option_that_is_gone_is_neither_moved_nor_missed() -> None:
    explored = replace(BLANK, options=(Option("x"),))
    assert explored.with_option_at("gone", 0) == explored
    assert explored.without_option("gone") == explored
    assert explored.without_option("x").options == ()


def test_the_four_boxes_count_as_options() -> None:
    assert replace(BLANK, decision=FourBoxes("The move")).begun(ExploringStep.OPTIONS)
