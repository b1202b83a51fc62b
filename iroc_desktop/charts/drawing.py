"""The few things a chart is made of: lines, marks, words and plates, in points from the bottom left.

It must not draw: a drawing is plain data, so that what is where can be tested without looking.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from iroc_desktop.charts.fonts import Weight, text_width
from iroc_desktop.charts.palette import Marker

Point = tuple[float, float]
Align = Literal["start", "middle", "end"]

ASCENT = 0.76
"""Height of the tallest letters above the baseline, in sizes of the font."""
DESCENT = 0.24
LEADING = 1.18
"""From one baseline to the next, in sizes of the font."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in points."""

    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: Box) -> bool:
        """Return whether the two share any area."""
        apart = (
            self.right <= other.left
            or other.right <= self.left
            or self.top <= other.bottom
            or other.top <= self.bottom
        )
        return not apart

    def inside(self, other: Box) -> bool:
        """Return whether no part of this one sticks out of `other`."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.bottom >= other.bottom
            and self.top <= other.top
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points, closed to a ring or open; width and dash in points."""

    points: tuple[Point, ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    closed: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A filled shape on a point; `halo` is the colour of a thin rim that lifts it off the lines below."""

    at: Point
    shape: Marker
    size: float
    colour: str
    halo: str | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Plate:
    """A filled rectangle without an outline."""

    box: Box
    colour: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text, on a baseline that starts, is centred or ends at a point."""

    at: Point
    text: str = field(repr=False)
    size: float
    colour: str
    weight: Weight = "regular"
    align: Align = "start"
    role: str = ""

    @property
    def width(self) -> float:
        """Return how wide it is, in points."""
        return text_width(self.text, self.size, self.weight)

    @property
    def left(self) -> float:
        """Return where its first letter begins."""
        return self.at[0] - self.width * _BEFORE[self.align]

    @property
    def box(self) -> Box:
        """Return the room it takes."""
        left, baseline = self.left, self.at[1]
        below, above = DESCENT * self.size, ASCENT * self.size
        return Box(left, baseline - below, left + self.width, baseline + above)


Item = Line | Mark | Plate | Words
Drawing = tuple[Item, ...]

_BEFORE: dict[Align, float] = {"start": 0.0, "middle": 0.5, "end": 1.0}


def words_in(drawing: Drawing) -> tuple[Words, ...]:
    """Return every text of a drawing, in the order of drawing."""
    return tuple(item for item in drawing if isinstance(item, Words))


def lines_in(drawing: Drawing, role: str) -> tuple[Line, ...]:
    """Return the lines that play a role."""
    return tuple(item for item in drawing if isinstance(item, Line) and item.role == role)


def marks_in(drawing: Drawing, role: str) -> tuple[Mark, ...]:
    """Return the marks that play a role."""
    return tuple(item for item in drawing if isinstance(item, Mark) and item.role == role)
