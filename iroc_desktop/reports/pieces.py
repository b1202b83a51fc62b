"""Pieces of a page that several documents use: dots and arrows before lines, ruled lines, boxes.

It must not hold words.
"""

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Paragraph

from iroc_desktop.charts.palette import Marker


class MarkedLine(Flowable):
    """A paragraph with a small shape before it: a dot for what is strong, a triangle for what rose.

    The paragraph flows over pages; only its beginning has the shape.
    """

    _INDENT = 17.0

    def __init__(self, words: Paragraph, marker: Marker | None, colour: str) -> None:
        super().__init__()
        self._words = words
        self._marker = marker
        self._colour = colour

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the room the paragraph and its mark take."""
        _, self.height = self._words.wrap(available_width - self._INDENT, available_height)
        self.width = available_width
        return available_width, self.height + 2.0

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return what fits on this page with the mark, and the rest without one."""
        parts = self._words.split(available_width - self._INDENT, available_height - 2.0)
        marks = [self._marker, None][: len(parts)]
        return [
            MarkedLine(part, mark, self._colour)
            for part, mark in zip(parts, marks, strict=True)
            if isinstance(part, Paragraph)
        ]

    def draw(self) -> None:
        """Draw the mark at the height of the first line, and the words."""
        self._words.drawOn(self.canv, self._INDENT, 0)
        if self._marker is not None:
            self._draw_mark(self._marker)

    def _draw_mark(self, marker: Marker) -> None:
        # beside the middle of small letters in the first line
        middle = self.height - 0.52 * float(self._words.style.leading)
        canvas = self.canv
        canvas.setFillColor(HexColor(self._colour))
        if marker is Marker.TRIANGLE:
            outline = canvas.beginPath()
            outline.moveTo(0.5, middle - 3.2)
            outline.lineTo(8.1, middle - 3.2)
            outline.lineTo(4.3, middle + 3.8)
            outline.close()
            canvas.drawPath(outline, stroke=0, fill=1)
        else:
            canvas.circle(4.3, middle, 3.5, stroke=0, fill=1)


class Rule(Flowable):
    """A thin line across the page."""

    def __init__(self, colour: str, above: float = 6.0, below: float = 2.0) -> None:
        super().__init__()
        self._colour = colour
        self._above, self._below = above, below

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the full width."""
        self.width = available_width
        return available_width, self._above + self._below

    def draw(self) -> None:
        """Draw the line."""
        self.canv.setStrokeColor(HexColor(self._colour))
        self.canv.setLineWidth(0.6)
        self.canv.line(0, self._below, self.width, self._below)


class StepLines(Flowable):
    """Empty lines to write steps on by hand: a box to tick, the step, and room for who and by when."""

    _APART = 21.0
    _BOX = 9.0

    def __init__(self, count: int, colour: str, ticks: bool = True) -> None:
        super().__init__()
        self._count = count
        self._colour = colour
        self._ticks = ticks

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the full width and room for handwriting."""
        self.width = available_width
        return available_width, self._count * self._APART

    def draw(self) -> None:
        """Draw the boxes and lines."""
        canvas = self.canv
        canvas.setStrokeColor(HexColor(self._colour))
        canvas.setLineWidth(0.7)
        split = self.width * 0.7
        for line in range(self._count):
            y = line * self._APART + 2.0
            left = 22.0 if self._ticks else 0.0
            if self._ticks:
                canvas.rect(5.0, y, self._BOX, self._BOX, stroke=1, fill=0)
            canvas.line(left, y, split - 8.0, y)
            canvas.line(split + 4.0, y, self.width, y)


class Boxed(Flowable):
    """Paragraphs on a soft, rounded ground."""

    _PAD = 11.0

    def __init__(self, lines: list[Paragraph], ground: str, blank: str = "") -> None:
        super().__init__()
        self._lines = lines
        self._ground = ground
        self._blank = blank
        self._heights: list[float] = []

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the full width, and as much height as the lines need."""
        inner = available_width - 2 * self._PAD
        self._heights = [line.wrap(inner, available_height)[1] for line in self._lines]
        self.width = available_width
        self.height = sum(self._heights) + 1.6 * self._PAD + (20.0 if self._blank else 0.0)
        return available_width, self.height

    def draw(self) -> None:
        """Draw the ground, the lines, and a line to write on where nothing is known yet."""
        canvas = self.canv
        canvas.setFillColor(HexColor(self._ground))
        canvas.roundRect(0, 0, self.width, self.height, 6.0, stroke=0, fill=1)
        y = self.height - 0.8 * self._PAD
        for line, height in zip(self._lines, self._heights, strict=True):
            y -= height
            line.drawOn(canvas, self._PAD, y)
        if self._blank:
            canvas.setStrokeColor(HexColor(self._blank))
            canvas.setLineWidth(0.7)
            canvas.line(self._PAD, self._PAD, self.width * 0.7, self._PAD)


class Signatures(Flowable):
    """A line to sign on for each name, side by side."""

    _ROOM = 30.0

    def __init__(self, names: list[Paragraph], colour: str) -> None:
        super().__init__()
        self._names = names
        self._colour = colour
        self._below = 0.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the full width, room for handwriting and the names below it."""
        self.width = available_width
        each = self._each()
        self._below = max(name.wrap(each, available_height)[1] for name in self._names)
        return available_width, self._ROOM + self._below

    def draw(self) -> None:
        """Draw the lines and the names."""
        canvas, each = self.canv, self._each()
        canvas.setStrokeColor(HexColor(self._colour))
        canvas.setLineWidth(0.7)
        for place, name in enumerate(self._names):
            x = place * (each + 28.0)
            canvas.line(x, self._below + 3.0, x + each, self._below + 3.0)
            name.drawOn(canvas, x, self._below - name.height)

    def _each(self) -> float:
        return float(self.width - 28.0 * (len(self._names) - 1)) / len(self._names) * 0.86
