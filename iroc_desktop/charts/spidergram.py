"""The spidergram: what a person said at the start, last time and now, around one ring.

It must not turn a gap into a value: an unrated indicator has no point, and the line breaks there.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from matplotlib.figure import Figure

from iroc_desktop.charts.drawing import (
    LEADING,
    Drawing,
    Item,
    Line,
    Mark,
    Point,
    Words,
)
from iroc_desktop.charts.fonts import text_width
from iroc_desktop.charts.legend import Entry, draw_legend, legend_rows
from iroc_desktop.charts.painting import put_on
from iroc_desktop.charts.palette import Palette, SeriesKind
from iroc_desktop.charts.ring_labels import RingLayout, lay_out_ring

_BAND = 9.0
"""Room for the arcs and letters of the areas, in points."""
_ROOM_FOR_BAND = 175.0
"""A smaller picture does without them."""
_ORDER = (
    SeriesKind.START,
    SeriesKind.LAST,
    SeriesKind.NOW,
    SeriesKind.PERSON,
    SeriesKind.PRACTITIONER,
    SeriesKind.AGREED,
)
_LEGEND_ORDER = (SeriesKind.NOW, SeriesKind.LAST, SeriesKind.START, *_ORDER[3:])
_BESIDE = {SeriesKind.PERSON: -5.0, SeriesKind.AGREED: 0.0, SeriesKind.PRACTITIONER: 5.0}
"""How far voices stand beside their spoke, in points, so that none covers another."""
_FARTHEST_BESIDE = 0.33
"""The most of it, as a share of the way to the next spoke: near the centre there is little room."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """One indicator: its short name, and the theme's token and the letter of its area."""

    label: str
    area: str
    letter: str


@dataclass(frozen=True, slots=True)
class Series:
    """One conversation or voice: what the legend calls it, and a rating or None for each spoke."""

    kind: SeriesKind
    label: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Spidergram:
    """What a spidergram shows, for any number of spokes and steps."""

    spokes: tuple[Spoke, ...]
    minimum: int
    maximum: int
    series: tuple[Series, ...]
    legend: bool = True


def draw_spidergram(figure: Figure, data: Spidergram, palette: Palette, *, text_scale: float = 1.0) -> None:
    """Make a spidergram the only content of a figure; it follows when the figure changes its size.

    Args:
        figure: any `matplotlib.figure.Figure`; `charts.export` makes and exports them.
        data: what to show.
        palette: how it looks.
        text_scale: 2.0 for type of twice the size.
    """
    lay_out = partial(spidergram_drawing, data, palette, text_scale=text_scale)
    put_on(figure, lay_out, palette.paper)


def spidergram_drawing(
    data: Spidergram, palette: Palette, width: float, height: float, *, text_scale: float = 1.0
) -> Drawing:
    """Return what stands where on a page of `width` × `height` points."""
    entries = _entries(data) if data.legend else ()
    rows = legend_rows(entries, width - 8.0, _legend_size(width, height, text_scale))
    foot = rows.height + 4.0 if rows.rows else 0.0
    labels = tuple(spoke.label for spoke in data.spokes)
    band = _BAND if min(width, height) >= _ROOM_FOR_BAND else 2.0
    ring = lay_out_ring(labels, width, height - foot, band, text_scale)
    web = _Web(data, ring, foot)
    items: list[Item] = [*_grid(web, palette)]
    if band == _BAND and ring.labels:
        items += _areas(web, palette)
    items += _ring_numbers(web, palette)
    for kind in _ORDER:
        for series in (each for each in data.series if each.kind is kind):
            items += _series(web, series, palette)
    items += _labels(web, palette)
    items += draw_legend(rows, palette, width)
    return tuple(items)


def vertex(spoke: int, of: int, share: float, centre: Point, radius: float) -> Point:
    """Return the point on a spoke, counted clockwise from the top, at a share 0–1 of the radius."""
    turn = 2 * math.pi * spoke / of
    return centre[0] + radius * share * math.sin(turn), centre[1] + radius * share * math.cos(turn)


def share_of(rating: int, minimum: int, maximum: int) -> float:
    """Return how far out a rating stands, 0–1: the lowest step is the first ring, never the centre."""
    return (rating - minimum + 1) / (maximum - minimum + 1)


def runs(values: tuple[int | None, ...]) -> list[list[int]]:
    """Return the spokes that are rated side by side, going round the ring; a full round is one run."""
    rated = [[spoke for spoke, _ in run] for given, run in groupby(enumerate(values), _is_given) if given]
    wraps = len(rated) > 1 and rated[0][0] == 0 and rated[-1][-1] == len(values) - 1
    return [rated[-1] + rated[0], *rated[1:-1]] if wraps else rated


def _is_given(place: tuple[int, int | None]) -> bool:
    return place[1] is not None


@dataclass(frozen=True, slots=True)
class _Web:
    """A spidergram's data on a ring that has its place on the page."""

    data: Spidergram
    ring: RingLayout
    foot: float

    @property
    def centre(self) -> Point:
        return self.ring.centre[0], self.ring.centre[1] + self.foot

    def at(self, spoke: float, rating: int) -> Point:
        share = share_of(rating, self.data.minimum, self.data.maximum)
        return self.polar(spoke, self.ring.radius * share)

    def beside(self, spoke: int, rating: int, points: float) -> Point:
        """Return the place of a rating, moved along the ring by so many points."""
        radius = self.ring.radius * share_of(rating, self.data.minimum, self.data.maximum)
        apart = 2 * math.pi * radius / len(self.data.spokes)
        lean = max(-_FARTHEST_BESIDE, min(points / apart, _FARTHEST_BESIDE))
        return self.at(spoke + lean, rating)

    def polar(self, spoke: float, radius: float) -> Point:
        turn = 2 * math.pi * spoke / len(self.data.spokes)
        x, y = self.centre
        return x + radius * math.sin(turn), y + radius * math.cos(turn)


def _grid(web: _Web, palette: Palette) -> Iterator[Item]:
    spokes = range(len(web.data.spokes))
    for spoke in spokes:
        yield Line((web.centre, web.polar(spoke, web.ring.radius)), palette.grid, 0.6, role="spoke")
    for step in range(web.data.minimum, web.data.maximum + 1):
        outermost = step == web.data.maximum
        ring = tuple(web.at(spoke, step) for spoke in spokes)
        colour, width = (palette.frame, 0.9) if outermost else (palette.grid, 0.7)
        yield Line(ring, colour, width, closed=True, role="ring")


def _areas(web: _Web, palette: Palette) -> Iterator[Item]:
    """An arc for each area, with its letter in the middle."""
    radius = web.ring.radius + _BAND * 0.68
    size = min(max(web.ring.radius * 0.07, 7.5), 9.0)
    per_spoke = 2 * math.pi * radius / len(web.data.spokes)
    for token, letter, first, last in _spans(web.data):
        # no dashes here: in black and white they would look like an earlier conversation
        colour = palette.area(token).colour
        middle = (first + last) / 2
        gap = (text_width(letter, size, "bold") / 2 + 3.0) / per_spoke
        for begin, end in ((first - 0.4, middle - gap), (middle + gap, last + 0.4)):
            yield Line(_arc(web, radius, begin, end), colour, 1.4, role=f"area:{token}")
        x, y = web.polar(middle, radius)
        yield Words((x, y - 0.34 * size), letter, size, colour, "bold", "middle", role="letter")


def _arc(web: _Web, radius: float, begin: float, end: float) -> tuple[Point, ...]:
    bits = max(2, round((end - begin) * 8))
    return tuple(web.polar(begin + (end - begin) * bit / bits, radius) for bit in range(bits + 1))


def _spans(data: Spidergram) -> Iterator[tuple[str, str, int, int]]:
    """Yield each area's token, letter, first and last spoke."""
    for (token, letter), group in groupby(
        enumerate(data.spokes), lambda place: (place[1].area, place[1].letter)
    ):
        spokes = [spoke for spoke, _ in group]
        yield token, letter, spokes[0], spokes[-1]


def _ring_numbers(web: _Web, palette: Palette) -> Iterator[Item]:
    """The steps, written on the rings between the last spoke and the first, where no point can stand."""
    data = web.data
    size = min(max(web.ring.radius * 0.075, 5.5), 8.0)
    step_apart = web.ring.radius / (data.maximum - data.minimum + 1)
    every = max(1, math.ceil(size * 1.05 / step_apart))
    for step in range(data.maximum, data.minimum - 1, -every):
        place = _clear_of_lines(web, step, size)
        if place:
            at = (place[0], place[1] - 0.36 * size)
            yield Words(at, str(step), size, palette.muted, "regular", "middle", role="number")


def _clear_of_lines(web: _Web, step: int, size: float) -> Point | None:
    """Return the first place on the ring's side of this step where no line runs through a number, if any."""
    last = len(web.data.spokes) - 1
    begin, end = web.at(last, step), web.at(0, step)
    lines = [
        (web.at(last, values[last] or 0), web.at(0, values[0] or 0))
        for values in (series.values for series in web.data.series)
        if values[last] is not None and values[0] is not None
    ]
    for along in (0.5, 0.62, 0.38, 0.74, 0.26):
        place = begin[0] + (end[0] - begin[0]) * along, begin[1] + (end[1] - begin[1]) * along
        if all(_distance(place, line) > size * 0.75 for line in lines):
            return place
    return None


def _distance(place: Point, line: tuple[Point, Point]) -> float:
    (ax, ay), (bx, by) = line
    length = math.hypot(bx - ax, by - ay)
    return abs((bx - ax) * (ay - place[1]) - (ax - place[0]) * (by - ay)) / max(length, 1e-6)


def _series(web: _Web, series: Series, palette: Palette) -> Iterator[Item]:
    style, role = palette.series[series.kind], f"series:{series.kind.value}"
    size = min(max(web.ring.radius / 95, 0.78), 1.25)
    found, beside = runs(series.values), _BESIDE.get(series.kind, 0.0) * size
    for run in found:
        points = tuple(web.beside(spoke, _rating(series, spoke), beside) for spoke in run)
        if len(points) > 1:
            whole = len(run) == len(series.values)
            yield Line(
                points, style.colour, style.width * max(size, 0.8), style.dash, closed=whole, role=role
            )
    for run in found:
        for spoke in run:
            at = web.beside(spoke, _rating(series, spoke), beside)
            yield Mark(at, style.marker, style.marker_size * size, style.colour, palette.paper, role=role)


def _rating(series: Series, spoke: int) -> int:
    rating = series.values[spoke]
    if rating is None:
        raise ValueError(spoke)
    return rating


def _labels(web: _Web, palette: Palette) -> Iterator[Item]:
    now = next((each.values for each in web.data.series if each.kind is SeriesKind.NOW), None)
    size = web.ring.size
    for place, (spoke, label) in enumerate(zip(web.data.spokes, web.ring.labels, strict=False)):
        rated = now is None or now[place] is not None
        colour = palette.area(spoke.area).colour if rated else palette.muted
        for number, line in enumerate(label.lines):
            at = (label.at[0], label.at[1] + web.foot - number * LEADING * size)
            yield Words(at, line, size, colour, "bold" if rated else "regular", label.align, role="label")


def _entries(data: Spidergram) -> tuple[Entry, ...]:
    in_order = sorted(data.series, key=lambda each: _LEGEND_ORDER.index(each.kind))
    return tuple(Entry(each.kind, each.label) for each in in_order if each.label)


def _legend_size(width: float, height: float, text_scale: float) -> float:
    return min(max(min(width, height) * 0.032, 7.0), 9.5) * text_scale
