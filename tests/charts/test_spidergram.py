"""What stands where in a spidergram."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from iroc_desktop.charts.drawing import Drawing, lines_in, marks_in, words_in
from iroc_desktop.charts.palette import SeriesKind
from iroc_desktop.charts.spidergram import Spidergram, runs, share_of, spidergram_drawing, vertex
from tests.charts.builders import ENGLISH, GREY, LIGHT, PAPER, spidergram, voices

ALL = (4, 4, 3, 5, 3, 4, 3, 3, 3, 2, 4, 4)


def drawn(data: Spidergram) -> Drawing:
    return spidergram_drawing(data, LIGHT, 340.0, 360.0)


def centre_of(drawing: Drawing) -> tuple[float, float]:
    return lines_in(drawing, "spoke")[0].points[0]


def radius_of(drawing: Drawing) -> float:
    inner, outer = lines_in(drawing, "spoke")[0].points
    return math.dist(inner, outer)


def test_the_first_indicator_is_at_the_top_and_the_others_follow_clockwise() -> None:
    assert vertex(0, 12, 1.0, (0, 0), 10.0) == pytest.approx((0, 10))
    assert vertex(3, 12, 1.0, (0, 0), 10.0) == pytest.approx((10, 0))
    assert vertex(6, 12, 0.5, (0, 0), 10.0) == pytest.approx((0, -5))


def test_the_lowest_step_is_the_first_ring_and_never_the_centre() -> None:
    assert share_of(1, 1, 6) == pytest.approx(1 / 6)
    assert share_of(0, 0, 10) == pytest.approx(1 / 11)
    assert share_of(6, 1, 6) == 1.0


def test_every_rating_stands_on_its_own_spoke_at_its_own_ring() -> None:
    drawing = drawn(spidergram(*ALL))
    centre, radius = centre_of(drawing), radius_of(drawing)
    marks = marks_in(drawing, "series:now")
    assert len(marks) == len(ALL)
    for spoke, (mark, rating) in enumerate(zip(marks, ALL, strict=True)):
        assert mark.at == pytest.approx(vertex(spoke, 12, rating / 6, centre, radius))


def test_a_whole_round_is_one_closed_line() -> None:
    (line,) = lines_in(drawn(spidergram(*ALL)), "series:now")
    assert line.closed
    assert len(line.points) == len(ALL)


def test_the_line_breaks_at_a_gap_and_no_point_stands_at_the_centre() -> None:
    drawing = drawn(spidergram(4, 4, None, 5, 3, 4, 3, 3, 3, None, 4, 4))
    lines = lines_in(drawing, "series:now")
    assert not any(line.closed for line in lines)
    assert [len(line.points) for line in lines] == [4, 6]
    marks = marks_in(drawing, "series:now")
    assert len(marks) == 10
    assert all(math.dist(mark.at, centre_of(drawing)) > 1.0 for mark in marks)


def test_a_lone_rating_between_gaps_is_still_a_mark() -> None:
    drawing = drawn(spidergram(4, None, 3, None, 5, 4, None, None, None, None, None, None))
    assert len(marks_in(drawing, "series:now")) == 4
    assert [len(line.points) for line in lines_in(drawing, "series:now")] == [2]


def test_nothing_rated_draws_the_web_and_no_line() -> None:
    drawing = drawn(spidergram(*[None] * 12))
    assert not lines_in(drawing, "series:now")
    assert not marks_in(drawing, "series:now")
    assert len(lines_in(drawing, "ring")) == 6


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((1, 2, 3), [[0, 1, 2]]),
        ((None, 2, 3), [[1, 2]]),
        ((1, None, 3, 4), [[2, 3, 0]]),
        ((1, None, 3, None), [[0], [2]]),
        ((None, None), []),
    ],
)
def test_runs_go_round_the_ring(values: tuple[int | None, ...], expected: list[list[int]]) -> None:
    assert runs(values) == expected


@pytest.mark.parametrize(("count", "steps"), [(3, (1, 4)), (11, (1, 7)), (12, (1, 6)), (20, (0, 10))])
def test_any_number_of_spokes_and_steps(count: int, steps: tuple[int, int]) -> None:
    drawing = drawn(spidergram(*[steps[1]] * count, steps=steps))
    assert len(lines_in(drawing, "spoke")) == count
    assert len(lines_in(drawing, "ring")) == steps[1] - steps[0] + 1
    assert all(
        math.dist(mark.at, centre_of(drawing)) == pytest.approx(radius_of(drawing))
        for mark in marks_in(drawing, "series:now")
    )


def test_now_is_drawn_over_last_and_last_over_start() -> None:
    drawing = drawn(spidergram(*ALL, last=(3,) * 12, start=(2,) * 12))
    roles = [item.role for item in drawing if item.role.startswith("series:")]
    assert list(dict.fromkeys(roles)) == ["series:start", "series:last", "series:now"]


def test_the_three_lines_differ_without_colour_in_dash_marker_and_width() -> None:
    drawing = spidergram_drawing(spidergram(*ALL, last=(3,) * 12, start=(2,) * 12), GREY, 340, 360)
    looks = set()
    for kind in ("start", "last", "now"):
        line, mark = lines_in(drawing, f"series:{kind}")[0], marks_in(drawing, f"series:{kind}")[0]
        looks.add((line.dash, line.width, mark.shape))
    assert len({dash for dash, _, _ in looks}) == 3
    assert len({shape for _, _, shape in looks}) == 3
    now = lines_in(drawing, "series:now")[0]
    assert now.width > 1.5 * lines_in(drawing, "series:last")[0].width


def test_labels_have_the_colour_of_their_area_and_an_unrated_one_is_quiet() -> None:
    drawing = drawn(spidergram(None, *ALL[1:]))
    labels = [words for words in words_in(drawing) if words.role == "label"]
    quiet = [words for words in labels if words.weight == "regular"]
    assert " ".join(words.text for words in quiet) == ENGLISH[0]
    assert {words.colour for words in quiet} == {LIGHT.muted}
    assert labels[-1].colour == LIGHT.area("empowerment").colour


def test_each_area_has_its_letter_on_the_ring() -> None:
    letters = [words.text for words in words_in(drawn(spidergram(*ALL))) if words.role == "letter"]
    assert letters == ["H", "O", "P", "E"]


def test_the_legend_names_each_line_newest_first() -> None:
    drawing = drawn(spidergram(*ALL, last=(3,) * 12, start=(2,) * 12))
    assert [words.text for words in words_in(drawing) if words.role == "legend"] == [
        "now",
        "last time",
        "start",
    ]


def test_voices_differ_by_mark_and_dash_and_not_by_weight_or_colour() -> None:
    for palette in (LIGHT, PAPER, GREY):
        styles = [palette.series[SeriesKind(each)] for each in ("person", "practitioner", "agreed")]
        assert len({style.marker for style in styles}) == 3
        assert len({style.dash for style in styles}) == 3
        assert len({(style.width, style.colour) for style in styles}) == 1


def test_voices_that_agree_stand_side_by_side_on_the_same_ring() -> None:
    drawing = drawn(voices(ALL, ALL, ALL))
    marks = [marks_in(drawing, f"series:{each}") for each in ("person", "practitioner", "agreed")]
    for same in zip(*marks, strict=True):
        places = [mark.at for mark in same]
        gaps = [math.dist(a, b) for a, b in combinations(places, 2)]
        assert min(gaps) > 2.5
        rings = [math.dist(centre_of(drawing), place) for place in places]
        assert max(rings) - min(rings) < 0.01 * radius_of(drawing)


def test_the_legend_names_only_voices_that_were_heard() -> None:
    legend = [each.text for each in words_in(drawn(voices(ALL, ALL))) if each.role == "legend"]
    assert legend == ["person", "practitioner"]
