"""What stands where in the journey."""

from __future__ import annotations

from datetime import date

import pytest

from iroc_desktop.charts.drawing import Box, lines_in, marks_in, words_in
from iroc_desktop.charts.journey import journey_drawing, shares_of_time, stretches
from tests.charts.builders import LIGHT, journey


def test_conversations_stand_apart_as_their_days_do() -> None:
    days = (date(2026, 1, 1), date(2026, 1, 11), date(2026, 4, 11))
    assert shares_of_time(days) == (0.0, 0.1, 1.0)


def test_a_single_conversation_stands_in_the_middle() -> None:
    assert shares_of_time((date(2026, 1, 1),)) == (0.5,)


def test_a_gap_ends_a_stretch() -> None:
    assert stretches((3, 4, None, 5, None, 2, 2)) == [[0, 1], [3], [5, 6]]
    assert stretches((None, None)) == []


def test_the_line_breaks_at_a_gap_and_a_lone_rating_is_a_mark() -> None:
    drawing = journey_drawing(journey((3, 4, None, 5, None, 2, 2)), LIGHT, 500, 300)
    assert [len(line.points) for line in lines_in(drawing, "way")] == [2, 2]
    assert len(marks_in(drawing, "rating")) == 5


def test_higher_ratings_stand_higher_and_equal_ones_level() -> None:
    drawing = journey_drawing(journey((2, 5, 5, 1)), LIGHT, 500, 300)
    heights = [mark.at[1] for mark in marks_in(drawing, "rating")]
    assert heights[1] == heights[2] > heights[0] > heights[3]


def test_the_newest_rating_is_written_and_a_newest_gap_is_a_dash() -> None:
    drawing = journey_drawing(journey((2, 5), (3, None)), LIGHT, 500, 300)
    assert [words.text for words in words_in(drawing) if words.role == "now"] == ["5"]
    assert [words.text for words in words_in(drawing) if words.role == "gap"] == ["–"]


def test_every_panel_has_its_name_and_every_row_its_area() -> None:
    drawing = journey_drawing(journey(*[(2, 3)] * 12), LIGHT, 500, 400)
    assert len([words for words in words_in(drawing) if words.role == "title"]) == 12
    assert [words.text for words in words_in(drawing) if words.role == "letter"] == ["H", "O", "P", "E"]


@pytest.mark.parametrize("occasions", [1, 2, 6, 40])
@pytest.mark.parametrize("panels", [1, 11, 12])
@pytest.mark.parametrize(("width", "height"), [(315, 315), (520, 420), (675, 500)])
def test_days_never_touch_and_nothing_leaves_the_page(
    occasions: int, panels: int, width: float, height: float
) -> None:
    ratings = tuple(1 + place % 6 for place in range(occasions))
    drawing = journey_drawing(journey(*[ratings] * panels), LIGHT, width, height)
    words = words_in(drawing)
    assert all(each.box.inside(Box(-1, -1, width + 1, height + 1)) for each in words)
    days = [each.box for each in words if each.role == "day"]
    assert days
    assert not any(a.overlaps(b) for place, a in enumerate(days) for b in days[place + 1 :])


def test_no_conversation_draws_nothing() -> None:
    empty = journey((2,))
    assert journey_drawing(type(empty)((), (), 1, 6), LIGHT, 500, 300) == ()
