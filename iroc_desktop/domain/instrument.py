"""The shape of an instrument: its scale, areas and indicators, however many there are.

It must not know how any of them is worded, nor count on twelve indicators or six steps.
"""

from __future__ import annotations

from dataclasses import dataclass

from iroc_desktop.domain.errors import ExpectedError


class NotOnScaleError(ExpectedError):
    """A rating lies outside the scale of its instrument."""

    def __init__(self, rating: int, scale: Scale) -> None:
        super().__init__(rating, scale)
        self.rating = rating
        self.scale = scale


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole steps from `minimum` to `maximum`, both included; higher is better."""

    minimum: int
    maximum: int

    @property
    def steps(self) -> range:
        """Return every step, lowest first."""
        return range(self.minimum, self.maximum + 1)

    def checked(self, rating: int) -> int:
        """Return `rating` if it is a step of this scale.

        Raises:
            NotOnScaleError: if it is not.
        """
        if rating not in self.steps:
            raise NotOnScaleError(rating, self)
        return rating


@dataclass(frozen=True, slots=True)
class Area:
    """A group of indicators, such as a HOPE area.

    `token` names its colour, marker and line style in the theme.
    """

    id: str
    letter: str
    token: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One slot of the instrument, asked about with one question."""

    id: str
    area_id: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A scale, areas, and indicators in the order in which they are asked."""

    id: str
    version: str
    scale: Scale
    areas: tuple[Area, ...]
    indicators: tuple[Indicator, ...]
    look_back_months: int
    interval_months: int

    @property
    def size(self) -> int:
        """Return how many indicators there are."""
        return len(self.indicators)

    def indicator(self, indicator_id: str) -> Indicator:
        """Return the indicator with this id; a `KeyError` is a bug of the caller."""
        return self.indicators[self.position(indicator_id)]

    def position(self, indicator_id: str) -> int:
        """Return where in the order of asking an indicator stands, from 0."""
        for position, indicator in enumerate(self.indicators):
            if indicator.id == indicator_id:
                return position
        raise KeyError(indicator_id)

    def area_of(self, indicator_id: str) -> Area:
        """Return the area an indicator belongs to."""
        area_id = self.indicator(indicator_id).area_id
        return next(area for area in self.areas if area.id == area_id)

    def indicators_in(self, area_id: str) -> tuple[Indicator, ...]:
        """Return the indicators of one area, in the order of asking."""
        return tuple(indicator for indicator in self.indicators if indicator.area_id == area_id)
