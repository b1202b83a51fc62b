"""An instrument of any size answers for its own scale, areas and order."""

from __future__ import annotations

import pytest

from iroc_desktop.domain.instrument import Area, Indicator, Instrument, NotOnScaleError, Scale

FIVE = Instrument(
    id="five",
    version="1",
    scale=Scale(0, 4),
    areas=(Area("day", "D", "day"), Area("night", "N", "night")),
    indicators=(
        Indicator("light", "day"),
        Indicator("dark", "night"),
        Indicator("noon", "day"),
        Indicator("dawn", "day"),
        Indicator("dusk", "night"),
    ),
    look_back_months=1,
    interval_months=2,
)


def test_an_instrument_has_as_many_indicators_as_it_was_given() -> None:
    assert FIVE.size == 5


def test_both_ends_of_the_scale_are_steps() -> None:
    assert list(FIVE.scale.steps) == [0, 1, 2, 3, 4]
    assert [FIVE.scale.checked(step) for step in (0, 4)] == [0, 4]


@pytest.mark.parametrize("rating", [-1, 5])
def test_a_rating_outside_the_scale_is_refused_with_the_scale(rating: int) -> None:
    with pytest.raises(NotOnScaleError) as caught:
        FIVE.scale.checked(rating)
    assert (caught.value.rating, caught.value.scale) == (rating, Scale(0, 4))


def test_indicators_are_found_by_id_position_and_area() -> None:
    assert FIVE.position("noon") == 2
    assert FIVE.indicator("dusk") == Indicator("dusk", "night")
    assert FIVE.area_of("dusk").letter == "N"


def test_the_indicators_of_an_area_keep_the_order_of_asking() -> None:
    assert [indicator.id for indicator in FIVE.indicators_in("day")] == ["light", "noon", "dawn"]


def test_an_unknown_indicator_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        FIVE.position("midnight")
