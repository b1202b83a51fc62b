"""Finds room for the labels around a ring, however many, long or small they are.

It must not draw. Labels never overlap or leave the page: the type shrinks or the words wrap, and where
no type is small enough, there are none.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from iroc_desktop.charts.drawing import ASCENT, DESCENT, LEADING, Align, Box, Point
from iroc_desktop.charts.fonts import text_width

_PAD = 2.0
_GAP = 1.5
_LARGEST, _SMALLEST, _STEP = 11.0, 6.5, 0.5
_GOOD_RADIUS = 0.3
"""Of the shorter side: with this much web the type need not shrink further."""
_LEAST_RADIUS = 0.17
_WORTH_WRAPPING = 1.06
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Label:
    """A label that found its place; `at` is the first baseline."""

    lines: tuple[str, ...]
    at: Point
    align: Align
    box: Box


@dataclass(frozen=True, slots=True)
class RingLayout:
    """A ring and the labels around it; `labels` is empty where there is no room for any."""

    centre: Point
    radius: float
    size: float
    """Of the type, in points."""
    labels: tuple[Label, ...]


@lru_cache(maxsize=128)
def lay_out_ring(
    texts: tuple[str, ...], width: float, height: float, band: float, text_scale: float = 1.0
) -> RingLayout:
    """Return the largest ring, and labels that fit around it clockwise from the top.

    Args:
        texts: one label for each spoke.
        width: the room for ring and labels, in points.
        height: the same, upwards.
        band: room to keep free just outside the ring, in points.
        text_scale: 2.0 for type of twice the size.
    """
    best: RingLayout | None = None
    shorter = min(width, height)
    for size in _sizes(shorter, text_scale):
        layout = _best_wrapping(texts, width, height, band, size)
        if layout and layout.radius >= _GOOD_RADIUS * shorter:
            return layout
        if layout and (best is None or layout.radius > best.radius):
            best = layout
    if best and best.radius >= _LEAST_RADIUS * shorter:
        return best
    return RingLayout((width / 2, height / 2), max(shorter / 2 - band - 2 * _PAD, 1.0), _SMALLEST, ())


def wrapped(text: str, lines: int, size: float) -> tuple[str, ...]:
    """Return `text` on at most so many lines, the longest of them as short as can be."""
    pieces = text.replace("-", "- ").split()
    if lines <= 1 or len(pieces) <= 1:
        return (_joined(pieces),)
    ways = [(_joined(pieces),)] + [
        (_joined(pieces[:cut]), *wrapped(_joined(pieces[cut:]), lines - 1, size))
        for cut in range(1, len(pieces))
    ]
    return min(ways, key=lambda way: (max(text_width(line, size, "bold") for line in way), len(way)))


def _joined(pieces: list[str]) -> str:
    return " ".join(pieces).replace("- ", "-")


def _sizes(shorter: float, text_scale: float) -> Iterator[float]:
    size = min(max(shorter * 0.034, 7.5), _LARGEST) * text_scale
    size = round(size / _STEP) * _STEP
    while size > _SMALLEST:
        yield size
        size -= _STEP * max(text_scale, 1.0)
    yield _SMALLEST


def _best_wrapping(
    texts: tuple[str, ...], width: float, height: float, band: float, size: float
) -> RingLayout | None:
    best: RingLayout | None = None
    for most in range(1, _MOST_LINES + 1):
        ring = _Ring(tuple(wrapped(text, most, size) for text in texts), size, band)
        layout = ring.largest(width, height)
        # a label on one line is calmer, unless wrapping makes the web clearly larger
        if layout and (best is None or layout.radius > best.radius * _WORTH_WRAPPING):
            best = ring.unwrapped(layout, texts, width, height)
    return best


class _Ring:
    """Labels of one size and wrapping around a ring whose radius is to be found."""

    def __init__(self, labels: tuple[tuple[str, ...], ...], size: float, band: float) -> None:
        self._labels = labels
        self._size = size
        self._band = band
        self._reach = band + 0.45 * size
        self._widths = [max(text_width(line, size, "bold") for line in lines) for lines in labels]
        self._heights = [((len(lines) - 1) * LEADING + ASCENT + DESCENT) * size for lines in labels]
        turns = [2 * math.pi * spoke / len(labels) for spoke in range(len(labels))]
        self._across = [math.sin(turn) for turn in turns]
        self._up = [math.cos(turn) for turn in turns]

    def largest(self, width: float, height: float) -> RingLayout | None:
        """Return the layout with the largest radius, to half a point, or None if the labels never fit."""
        low, high = 0.0, min(width, height) / 2
        found: RingLayout | None = None
        while high - low > 0.5:
            middle = (low + high) / 2
            layout = self.at(middle, width, height)
            if layout:
                found, low = layout, middle
            else:
                high = middle
        return found

    def unwrapped(
        self, layout: RingLayout, texts: tuple[str, ...], width: float, height: float
    ) -> RingLayout:
        """Return the layout with as many labels on one line as its radius allows."""
        labels = list(self._labels)
        for spoke, text in enumerate(texts):
            if len(labels[spoke]) == 1:
                continue
            attempt = [
                *labels[:spoke],
                wrapped(text, len(labels[spoke]) - 1, self._size),
                *labels[spoke + 1 :],
            ]
            freer = _Ring(tuple(attempt), self._size, self._band).at(layout.radius, width, height)
            if freer:
                layout, labels = freer, attempt
        return layout

    def at(self, radius: float, width: float, height: float) -> RingLayout | None:
        """Return the layout with this radius, or None if the labels do not fit."""
        boxes = self._boxes(radius)
        if boxes is None:
            return None
        x = _centre(min(-radius, *(b.left for b in boxes)), max(radius, *(b.right for b in boxes)), width)
        y = _centre(min(-radius, *(b.bottom for b in boxes)), max(radius, *(b.top for b in boxes)), height)
        if x is None or y is None:
            return None
        labels = tuple(self._label(spoke, box, (x, y)) for spoke, box in enumerate(boxes))
        return RingLayout((x, y), radius, self._size, labels)

    def _boxes(self, radius: float) -> list[Box] | None:
        """Return where the labels stand around the origin, or None where they would overlap."""
        boxes = [self._natural(spoke, radius) for spoke in range(len(self._labels))]
        for side in (1.0, -1.0):
            self._spread(boxes, side)
        boxes = [self._outside(spoke, box, radius + self._band) for spoke, box in enumerate(boxes)]
        for spoke, box in enumerate(boxes):
            boxes[spoke] = self._cleared(spoke, box, boxes)
        crowded = any(one.overlaps(other) for place, one in enumerate(boxes) for other in boxes[place + 1 :])
        return None if crowded else boxes

    def _natural(self, spoke: int, radius: float) -> Box:
        reach = radius + self._reach
        x, y = reach * self._across[spoke], reach * self._up[spoke]
        width, height = self._widths[spoke], self._heights[spoke]
        left = {"start": x, "middle": x - width / 2, "end": x - width}[self._align(spoke)]
        bottom = y + (self._up[spoke] - 1) * height / 2
        return Box(left, bottom, left + width, bottom + height)

    def _align(self, spoke: int) -> Align:
        across = self._across[spoke]
        if abs(across) < 1e-6:
            return "middle"
        return "start" if across > 0 else "end"

    def _spread(self, boxes: list[Box], side: float) -> None:
        """Push the labels of one side apart, away from the middle of the ring."""
        spokes = [s for s in range(len(boxes)) if self._across[s] * side > 1e-6]
        upper = sorted((s for s in spokes if self._up[s] >= -1e-6), key=lambda s: self._up[s])
        lower = sorted((s for s in spokes if self._up[s] < 1e-6), key=lambda s: -self._up[s])
        if upper and lower and upper[0] != lower[0]:
            lower.insert(0, upper[0])
        for inner, outer in pairwise(upper):
            boxes[outer] = _raised(boxes[outer], max(boxes[outer].bottom, boxes[inner].top + _GAP))
        for inner, outer in pairwise(lower):
            lowest = boxes[inner].bottom - _GAP - self._heights[outer]
            boxes[outer] = _raised(boxes[outer], min(boxes[outer].bottom, lowest))

    def _outside(self, spoke: int, box: Box, radius: float) -> Box:
        """Move a label sideways until no corner of it reaches into the ring."""
        nearest = 0.0 if box.bottom < 0 < box.top else min(abs(box.bottom), abs(box.top))
        if self._align(spoke) == "middle" or nearest >= radius:
            return box
        clear = math.sqrt(radius**2 - nearest**2) + _PAD
        shift = max(0.0, clear - box.left) if self._across[spoke] > 0 else min(0.0, -clear - box.right)
        return Box(box.left + shift, box.bottom, box.right + shift, box.top)

    def _cleared(self, spoke: int, box: Box, boxes: list[Box]) -> Box:
        """Lift the label at the very top, or lower the one at the bottom, clear of its neighbours."""
        if self._align(spoke) != "middle":
            return box
        neighbours = [
            other
            for place, other in enumerate(boxes)
            if place != spoke
            and other.left - _GAP < box.right
            and other.right + _GAP > box.left
            and (other.top > 0) == (self._up[spoke] > 0)
        ]
        if self._up[spoke] > 0:
            return _raised(box, max([box.bottom, *(each.top + _GAP for each in neighbours)]))
        height = self._heights[spoke]
        return _raised(box, min([box.bottom, *(each.bottom - _GAP - height for each in neighbours)]))

    def _label(self, spoke: int, box: Box, centre: Point) -> Label:
        x, y = centre
        placed = Box(box.left + x, box.bottom + y, box.right + x, box.top + y)
        align = self._align(spoke)
        anchor = {
            "start": placed.left,
            "middle": (placed.left + placed.right) / 2,
            "end": placed.right,
        }[align]
        return Label(self._labels[spoke], (anchor, placed.top - ASCENT * self._size), align, placed)


def _raised(box: Box, bottom: float) -> Box:
    return Box(box.left, bottom, box.right, bottom + box.top - box.bottom)


def _centre(least: float, most: float, room: float) -> float | None:
    """Return where the origin goes so that least…most fits into the room, as near its middle as can be."""
    lowest, highest = _PAD - least, room - _PAD - most
    if lowest > highest:
        return None
    return min(max(room / 2, lowest), highest)
