"""No label is cut and none touches another, at any size, in any language, with any number of spokes."""

from __future__ import annotations

from itertools import combinations

import pytest

from iroc_desktop.charts.drawing import Box, words_in
from iroc_desktop.charts.ring_labels import wrapped
from iroc_desktop.charts.spidergram import spidergram_drawing
from tests.charts.builders import ENGLISH, LIGHT, LONG, SPANISH, full

SIZES = [(120, 120), (200, 200), (225, 225), (338, 338), (240, 420), (460, 250), (675, 675)]


@pytest.mark.parametrize("names", [ENGLISH, SPANISH, LONG], ids=["en", "es", "long"])
@pytest.mark.parametrize("count", [3, 11, 12, 20])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_words_stay_on_the_page_and_apart(
    names: tuple[str, ...], count: int, width: float, height: float
) -> None:
    words = [
        w
        for w in words_in(spidergram_drawing(full(count, names), LIGHT, width, height))
        if w.role != "number"
    ]
    page = Box(0, -1, width, height)
    for each in words:
        assert each.box.inside(page), each.box
    for one, other in combinations([w for w in words if w.role in {"label", "legend"}], 2):
        # lines of one label stand as close as lines do
        assert not _shrunk(one.box).overlaps(_shrunk(other.box))


def _shrunk(box: Box) -> Box:
    return Box(box.left, box.bottom + 0.5, box.right, box.top - 0.5)


@pytest.mark.parametrize(("width", "height"), SIZES[2:])
@pytest.mark.parametrize("names", [ENGLISH, SPANISH], ids=["en", "es"])
def test_the_twelve_labels_are_all_there_whole_from_300_pixels_on(
    names: tuple[str, ...], width: float, height: float
) -> None:
    drawing = spidergram_drawing(full(12, names), LIGHT, width, height)
    said = "".join(w.text for w in words_in(drawing) if w.role == "label").replace(" ", "")
    assert said == "".join(names).replace(" ", "")


def test_twice_the_text_size_still_fits() -> None:
    words = words_in(spidergram_drawing(full(12), LIGHT, 338, 338, text_scale=2.0))
    assert all(each.box.inside(Box(0, -1, 338, 338)) for each in words if each.role != "number")


def test_a_page_too_small_for_labels_has_none_rather_than_pieces() -> None:
    assert not [w for w in words_in(spidergram_drawing(full(20, LONG), LIGHT, 80, 80)) if w.role == "label"]


def test_wrapping_balances_lines_and_breaks_after_hyphens_only_where_asked() -> None:
    assert wrapped("Personal network", 1, 10) == ("Personal network",)
    assert wrapped("Personal network", 2, 10) == ("Personal", "network")
    assert wrapped("Self-management", 1, 10) == ("Self-management",)
    assert wrapped("Self-management", 2, 10) == ("Self-", "management")
