"""Pieces of a toolkit page: lines to write on, a scale to circle, boxes to tick, room to draw.

It must not hold words, nor say anything by colour alone.
"""

from __future__ import annotations

from reportlab.lib.colors import HexColor, white
from reportlab.platypus import Flowable, Paragraph

from iroc_desktop.charts.palette import Palette
from iroc_desktop.reports.fonts import Face

_THIN = 0.7


class RuledLines(Flowable):
    """Empty lines, far enough apart for handwriting."""

    _APART = 24.0

    def __init__(self, count: int, colour: str) -> None:
        super().__init__()
        self._count = count
        self._colour = colour

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the full width and room for every line."""
        self.width = available_width
        return available_width, self._count * self._APART

    def draw(self) -> None:
        """Draw the lines."""
        self.canv.setStrokeColor(HexColor(self._colour))
        self.canv.setLineWidth(_THIN)
        for line in range(self._count):
            y = line * self._APART + 2.0
            self.canv.line(0, y, self.width, y)


class ScaleRow(Flowable):
    """Numbers in circles; the chosen one is filled and stands in a second ring."""

    _ROUND = 12.5
    _ABOVE = 8.0
    _BELOW = 5.0

    def __init__(
        self, steps: tuple[int, ...], chosen: int | None, ends: tuple[Paragraph, ...], palette: Palette
    ) -> None:
        """Take the steps, the answer if there is one, and the words of the two ends."""
        super().__init__()
        self._steps = steps
        self._chosen = chosen
        self._ends = ends
        self._palette = palette
        self._words_height = 0.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the full width and the height of circles and words."""
        self.width = available_width
        half = available_width / 2 - 6.0
        self._words_height = max(end.wrap(half, available_height)[1] for end in self._ends)
        height = self._ABOVE + 2 * self._ROUND + self._BELOW + self._words_height
        return available_width, height

    def draw(self) -> None:
        """Draw the circles and what the ends mean."""
        middle = self._words_height + self._BELOW + self._ROUND
        left = self._ROUND + 3.0
        apart = min((self.width - 2 * left) / max(len(self._steps) - 1, 1), 52.0)
        for place, step in enumerate(self._steps):
            self._draw_step(left + place * apart, middle, step)
        low, high = self._ends
        low.drawOn(self.canv, 0, self._words_height - low.height)
        end = left + (len(self._steps) - 1) * apart + self._ROUND
        wide = max(high.getActualLineWidths0() or [0.0])
        high.drawOn(self.canv, max(end - wide, self.width / 2 - 40.0), self._words_height - high.height)

    def _draw_step(self, x: float, y: float, step: int) -> None:
        canvas, ink = self.canv, HexColor(self._palette.ink)
        chosen = step == self._chosen
        canvas.setStrokeColor(ink if chosen else HexColor(self._palette.muted))
        canvas.setFillColor(ink if chosen else white)
        canvas.setLineWidth(1.4 if chosen else _THIN)
        canvas.circle(x, y, self._ROUND - (2.0 if chosen else 0.0), stroke=1, fill=1)
        if chosen:
            canvas.circle(x, y, self._ROUND + 1.0, stroke=1, fill=0)
        canvas.setFillColor(white if chosen else ink)
        canvas.setFont((Face.BOLD if chosen else Face.REGULAR).value, 11)
        canvas.drawCentredString(x, y - 4.0, str(step))


class TickedLine(Flowable):
    """A box, or a ring where only one may be chosen, with its words; a cross says that it was chosen."""

    _SIDE = 11.0
    _INDENT = 24.0

    def __init__(self, words: Paragraph, ticked: bool, colour: str, *, round_box: bool) -> None:
        super().__init__()
        self._words = words
        self._ticked = ticked
        self._colour = colour
        self._round = round_box

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the room that box and words take."""
        _, self.height = self._words.wrap(available_width - self._INDENT, available_height)
        self.width = available_width
        return available_width, self.height + 5.0

    def draw(self) -> None:
        """Draw the box beside the first line."""
        canvas, side = self.canv, self._SIDE
        x, y = 3.0, self.height - 12.0
        canvas.setStrokeColor(HexColor(self._colour))
        canvas.setFillColor(HexColor(self._colour))
        canvas.setLineWidth(0.9)
        if self._round:
            canvas.circle(x + side / 2, y + side / 2, side / 2, stroke=1, fill=0)
        else:
            canvas.rect(x, y, side, side, stroke=1, fill=0)
        if self._ticked and self._round:
            canvas.circle(x + side / 2, y + side / 2, side / 4, stroke=0, fill=1)
        elif self._ticked:
            canvas.setLineWidth(1.6)
            canvas.line(x + 2.2, y + 2.2, x + side - 2.2, y + side - 2.2)
            canvas.line(x + 2.2, y + side - 2.2, x + side - 2.2, y + 2.2)
        self._words.drawOn(canvas, self._INDENT, 0)


class DrawingRoom(Flowable):
    """An empty frame to draw in."""

    def __init__(self, height: float, colour: str) -> None:
        super().__init__()
        self._high = height
        self._colour = colour

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the full width and the height asked for."""
        self.width = available_width
        return available_width, self._high

    def draw(self) -> None:
        """Draw the frame."""
        self.canv.setStrokeColor(HexColor(self._colour))
        self.canv.setLineWidth(_THIN)
        self.canv.roundRect(0.5, 0.5, self.width - 1.0, self._high - 1.0, 6.0, stroke=1, fill=0)
