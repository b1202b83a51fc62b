"""The legend below a spidergram: a piece of each line, its marker and its name.

It must not cut a name: it wraps onto more rows, or is left out where even one name is wider than the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iroc_desktop.charts.drawing import Item, Line, Mark, Words
from iroc_desktop.charts.fonts import text_width
from iroc_desktop.charts.palette import Palette, SeriesKind

_SAMPLE = 2.4
"""Length of the piece of line, in sizes of the type."""
_AFTER_SAMPLE = 0.5
_BETWEEN = 1.6
_ROW = 1.5


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the chart and what it is called."""

    kind: SeriesKind
    label: str


@dataclass(frozen=True, slots=True)
class LegendRows:
    """Entries on rows that fit, and the size of the type in points."""

    rows: tuple[tuple[Entry, ...], ...]
    size: float

    @property
    def height(self) -> float:
        """Return how high all rows are, in points."""
        return len(self.rows) * _ROW * self.size


def legend_rows(entries: tuple[Entry, ...], width: float, size: float) -> LegendRows:
    """Return the entries on as few rows as fit into `width` points; none if a single one does not fit."""
    rows: list[tuple[Entry, ...]] = []
    if any(_width((entry,), size) > width for entry in entries):
        return LegendRows((), size)
    for entry in entries:
        if rows and _width((*rows[-1], entry), size) <= width:
            rows[-1] = (*rows[-1], entry)
        else:
            rows.append((entry,))
    return LegendRows(tuple(rows), size)


def draw_legend(legend: LegendRows, palette: Palette, width: float) -> Iterator[Item]:
    """Yield the rows, centred, the last one at the bottom of the page."""
    size = legend.size
    for number, row in enumerate(legend.rows):
        x = (width - _width(row, size)) / 2
        baseline = (len(legend.rows) - 1 - number) * _ROW * size + 0.4 * size
        for entry in row:
            yield from _entry(entry, palette, (x, baseline), size)
            x += _width((entry,), size) + _BETWEEN * size


def _entry(entry: Entry, palette: Palette, at: tuple[float, float], size: float) -> Iterator[Item]:
    style = palette.series[entry.kind]
    x, baseline = at
    middle = baseline + 0.3 * size
    length = _SAMPLE * size
    yield Line(((x, middle), (x + length, middle)), style.colour, style.width, style.dash, role="legend")
    marker_size = style.marker_size * size / 9.0
    yield Mark(
        (x + length / 2, middle), style.marker, marker_size, style.colour, palette.paper, role="legend"
    )
    start = x + length + _AFTER_SAMPLE * size
    yield Words((start, baseline), entry.label, size, palette.muted, role="legend")


def _width(row: tuple[Entry, ...], size: float) -> float:
    words = sum(text_width(entry.label, size) for entry in row)
    return words + size * (len(row) * (_SAMPLE + _AFTER_SAMPLE) + (len(row) - 1) * _BETWEEN)
