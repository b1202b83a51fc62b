"""The journey: one small picture for each indicator, over all conversations, with true distances in time.

It must not turn a gap into a value, nor draw a trend: steps forward and back are shown as they were said.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from itertools import groupby

from matplotlib.figure import Figure

from iroc_desktop.charts.drawing import Box, Drawing, Item, Line, Mark, Words
from iroc_desktop.charts.fonts import text_width
from iroc_desktop.charts.painting import put_on
from iroc_desktop.charts.palette import Marker, Palette, SeriesKind

_NARROWEST_PANEL = 78.0
_SPACE = 14.0
_NUMBER_ROOM = 13.0


@dataclass(frozen=True, slots=True)
class Occasion:
    """One conversation."""

    day: date
    label: str
    """The day as the reader's language writes it."""
    incomplete: str = ""
    """Such as "11 of 12", where not everything was rated."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One indicator: its name, area, and a rating or None for each occasion."""

    label: str
    area: str
    letter: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Journey:
    """What a journey shows: occasions oldest first, indicators in the order of asking."""

    occasions: tuple[Occasion, ...]
    panels: tuple[Panel, ...]
    minimum: int
    maximum: int


def draw_journey(figure: Figure, data: Journey, palette: Palette, *, text_scale: float = 1.0) -> None:
    """Make a journey the only content of a figure; it follows when the figure changes its size."""
    put_on(figure, partial(journey_drawing, data, palette, text_scale=text_scale), palette.paper)


def journey_drawing(
    data: Journey, palette: Palette, width: float, height: float, *, text_scale: float = 1.0
) -> Drawing:
    """Return what stands where on a page of `width` × `height` points."""
    if not data.panels or not data.occasions:
        return ()
    size = min(max(min(width / 55, height / 42), 7.0), 10.0) * text_scale
    rows = _rows(data, width)
    columns = max(len(row) for row in rows)
    foot = size * (2.8 if any(each.incomplete for each in data.occasions) else 1.5)
    row_height = (height - foot) / len(rows)
    left = size * 1.6
    column = (width - left) / columns
    items: list[Item] = []
    for number, row in enumerate(rows):
        bottom = foot + row_height * (len(rows) - 1 - number)
        for place, panel in enumerate(row):
            x = left + place * column
            frame = _Frame(data, Box(x, bottom, x + column - _SPACE, bottom + row_height), size)
            items += _panel(frame, panel, palette, first=place == 0)
            below = len(rows[number + 1]) if number + 1 < len(rows) else 0
            if place >= below:
                items += _days(frame, palette)
    return tuple(items)


@lru_cache(maxsize=32)
def shares_of_time(days: tuple[date, ...]) -> tuple[float, ...]:
    """Return where each day stands between first and last, 0–1; one day alone stands in the middle."""
    span = (days[-1] - days[0]).days
    if span <= 0:
        return tuple((place + 0.5) / len(days) for place in range(len(days)))
    return tuple((day - days[0]).days / span for day in days)


def stretches(values: tuple[int | None, ...]) -> list[list[int]]:
    """Return the occasions that are rated one after the other; a gap ends a stretch."""
    groups = groupby(enumerate(values), lambda place: place[1] is not None)
    return [[occasion for occasion, _ in group] for rated, group in groups if rated]


def _rows(data: Journey, width: float) -> list[tuple[Panel, ...]]:
    """One row for each area where they are alike and fit, otherwise as many panels on a row as fit."""
    areas = [tuple(group) for _, group in groupby(data.panels, lambda panel: (panel.area, panel.letter))]
    fits = max(1, int(width // _NARROWEST_PANEL))
    longest = max(len(area) for area in areas)
    if longest <= min(fits, 5) and len(areas) > 1:
        return areas
    columns = min(fits, max(1, math.ceil(math.sqrt(len(data.panels)))))
    return [data.panels[at : at + columns] for at in range(0, len(data.panels), columns)]


@dataclass(frozen=True, slots=True)
class _Frame:
    """The place of one panel, and where times and steps fall inside it."""

    data: Journey
    box: Box
    size: float

    @property
    def plot(self) -> Box:
        box = self.box
        return Box(
            box.left + 4.0,
            box.bottom + self.size * 0.9,
            box.right - _NUMBER_ROOM - 3.0,
            box.top - self.size * 2.1,
        )

    def x(self, occasion: int) -> float:
        shares = shares_of_time(tuple(each.day for each in self.data.occasions))
        return self.plot.left + (self.plot.right - self.plot.left) * shares[occasion]

    def y(self, rating: int) -> float:
        share = (rating - self.data.minimum) / max(self.data.maximum - self.data.minimum, 1)
        return self.plot.bottom + (self.plot.top - self.plot.bottom) * share


def _panel(frame: _Frame, panel: Panel, palette: Palette, *, first: bool) -> Iterator[Item]:
    yield from _title(frame, panel, palette, first=first)
    plot, data = frame.plot, frame.data
    for step in range(data.minimum, data.maximum + 1):
        y = frame.y(step)
        edge = step in (data.minimum, data.maximum)
        colour = palette.frame if edge else palette.grid
        yield Line(((plot.left - 3, y), (plot.right + 3, y)), colour, 0.6, role="grid")
        if edge and first:
            at = (plot.left - 6, y - 0.33 * frame.size * 0.85)
            yield Words(at, str(step), frame.size * 0.85, palette.muted, align="end", role="step")
    yield from _way(frame, panel, palette)


def _title(frame: _Frame, panel: Panel, palette: Palette, *, first: bool) -> Iterator[Item]:
    colour = palette.area(panel.area).colour
    size, box = frame.size, frame.box
    baseline = box.top - size * 1.05
    if first:
        yield Words(
            (box.left - size * 1.55, baseline), panel.letter, size * 1.1, colour, "bold", role="letter"
        )
    size = _fitting(panel.label, size, box.right - box.left)
    yield Words((box.left, baseline), panel.label, size, colour, "bold", role="title")


def _fitting(text: str, size: float, room: float) -> float:
    width = text_width(text, size, "bold")
    return size if width <= room else size * room / width


def _way(frame: _Frame, panel: Panel, palette: Palette) -> Iterator[Item]:
    colour = palette.series[SeriesKind.NOW].colour
    crowded = len(panel.values) > (frame.plot.right - frame.plot.left) / 5.0
    found = stretches(panel.values)
    for stretch in found:
        if len(stretch) > 1:
            points = tuple((frame.x(each), frame.y(panel.values[each] or 0)) for each in stretch)
            yield Line(points, colour, 1.5, role="way")
    rated = [each for stretch in found for each in stretch]
    for each in rated:
        lonely = [each] in found
        newest = each == len(panel.values) - 1
        if newest or lonely or not crowded:
            size = 5.6 if newest else 3.8
            at = (frame.x(each), frame.y(panel.values[each] or 0))
            yield Mark(at, Marker.CIRCLE, size, colour, palette.paper, role="rating")
    rating, x = panel.values[-1], frame.plot.right + 6.0
    if rating is not None:
        at = (x, frame.y(rating) - 0.36 * frame.size)
        yield Words(at, str(rating), frame.size * 1.1, palette.ink, "bold", role="now")
    else:
        middle = (frame.plot.bottom + frame.plot.top) / 2 - 0.36 * frame.size
        yield Words((x, middle), "–", frame.size * 1.1, palette.muted, role="gap")


def _days(frame: _Frame, palette: Palette) -> Iterator[Item]:
    """The days below the lowest panel of a column: the first, the last, and those between that have room."""
    size = frame.size * 0.85
    baseline = frame.plot.bottom - frame.size * 1.35
    taken: list[tuple[float, float]] = []
    last = len(frame.data.occasions) - 1
    for place in dict.fromkeys((last, 0, *range(1, last))):
        occasion, x = frame.data.occasions[place], frame.x(place)
        half = max(text_width(occasion.label, size), text_width(occasion.incomplete, size)) / 2
        middle = min(max(x, frame.box.left + half), frame.box.right - half + 4.0)
        if middle - half < frame.box.left - 0.5 or any(
            middle - half < right + 5 and middle + half > left - 5 for left, right in taken
        ):
            continue
        taken.append((middle - half, middle + half))
        yield Line(((x, frame.plot.bottom - 1), (x, frame.plot.bottom - 4)), palette.frame, 0.6, role="tick")
        yield Words((middle, baseline), occasion.label, size, palette.muted, align="middle", role="day")
        if occasion.incomplete:
            below = (middle, baseline - size * 1.25)
            yield Words(below, occasion.incomplete, size, palette.muted, align="middle", role="incomplete")
