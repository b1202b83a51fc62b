"""Puts a drawing on a matplotlib figure, for any renderer: screen, SVG or a PDF page.

It must not use Axes or pyplot, whose layout would cost a hundred times the drawing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, IdentityTransform

from iroc_desktop.charts.drawing import Align, Box, Drawing, Item, Line, Mark, Plate, Words
from iroc_desktop.charts.fonts import properties
from iroc_desktop.charts.palette import Marker

POINTS_PER_INCH = 72.0
_HALO = 1.2

LayOut = Callable[[float, float], Drawing]
"""Given the width and height of the figure in points, what stands where."""


class Painted(Artist):
    """A drawing that is laid out anew for whatever size its figure has when it is drawn."""

    def __init__(self, lay_out: LayOut) -> None:
        super().__init__()
        self._lay_out = lay_out

    def draw(self, renderer: RendererBase) -> None:
        """Draw everything onto a renderer."""
        figure = self.get_figure(root=True)
        if not isinstance(figure, Figure):
            raise TypeError(figure)
        width, height = figure.get_size_inches() * POINTS_PER_INCH
        pen = _Pen(renderer, figure.dpi / POINTS_PER_INCH, height)
        for item in self._lay_out(float(width), float(height)):
            pen.draw(item)


def put_on(figure: Figure, lay_out: LayOut, paper: str) -> None:
    """Make `lay_out` the only content of a figure, on paper of this colour."""
    for artist in list(figure.artists):
        artist.remove()
    figure.patch.set_facecolor(paper)
    figure.add_artist(Painted(lay_out))


class _Pen:
    """Turns points into a renderer's pixels."""

    def __init__(self, renderer: RendererBase, scale: float, height: float) -> None:
        self._renderer = renderer
        self._scale = scale
        self._height = height * scale
        self._to_pixels = Affine2D().scale(scale)

    def draw(self, item: Item) -> None:
        match item:
            case Line():
                self._line(item)
            case Mark():
                self._mark(item)
            case Plate():
                self._plate(item)
            case Words():
                self._words(item)

    def _context(self, colour: str, width: float) -> GraphicsContextBase:
        context = self._renderer.new_gc()
        context.set_foreground(_rgba(colour), isRGBA=True)
        # in points: renderers turn widths and dashes into their own pixels
        context.set_linewidth(width)
        context.set_joinstyle("round")
        return context

    def _line(self, line: Line) -> None:
        context = self._context(line.colour, line.width)
        # round ends would close the gaps between dashes
        context.set_capstyle("butt" if line.dash else "round")
        if line.dash:
            context.set_dashes(0, list(line.dash))
        self._renderer.draw_path(context, _path(line), self._to_pixels)
        context.restore()

    def _mark(self, mark: Mark) -> None:
        context = self._context(mark.halo or mark.colour, _HALO if mark.halo else 0.0)
        # the rim is drawn half inside the shape
        size = mark.size + (_HALO if mark.halo else 0.0)
        place = Affine2D().scale(size).translate(*mark.at).scale(self._scale)
        self._renderer.draw_path(context, _SHAPES[mark.shape], place, _rgba(mark.colour))
        context.restore()

    def _plate(self, plate: Plate) -> None:
        context = self._context(plate.colour, 0.0)
        self._renderer.draw_path(context, _rectangle(plate.box), self._to_pixels, _rgba(plate.colour))
        context.restore()

    def _words(self, words: Words) -> None:
        context = self._context(words.colour, 0.0)
        font = properties(words.size, words.weight)
        x, y = words.left * self._scale, words.at[1] * self._scale
        if self._renderer.flipy():
            y = self._height - y
        self._renderer.draw_text(
            context, x, y, words.text, font, 0.0, ismath=False, mtext=self._anchor(words)
        )
        context.restore()

    def _anchor(self, words: Words) -> Text:
        # SVG keeps its own alignment, so that another typeface still ends where the spoke is
        x, y = words.at
        text = Text(x * self._scale, y * self._scale, words.text, horizontalalignment=_ALIGN[words.align])
        text.set_transform(IdentityTransform())
        return text


_ALIGN: dict[Align, Any] = {"start": "left", "middle": "center", "end": "right"}


@lru_cache(maxsize=64)
def _rgba(colour: str) -> tuple[float, float, float, float]:
    return to_rgba(colour)


def _path(line: Line) -> Path:
    points = np.asarray((*line.points, line.points[0]) if line.closed else line.points)
    if not line.closed:
        return Path(points)
    codes = [Path.MOVETO, *[Path.LINETO] * (len(points) - 2), Path.CLOSEPOLY]
    return Path(points, codes)


def _rectangle(box: Box) -> Path:
    corners = [(box.left, box.bottom), (box.right, box.bottom), (box.right, box.top), (box.left, box.top)]
    return Path(np.asarray([*corners, corners[0]]), closed=True)


def _polygon(*corners: tuple[float, float]) -> Path:
    return Path(np.asarray([*corners, corners[0]]), closed=True)


def _circle(radius: float) -> Path:
    # four curves, where matplotlib's own circle takes eight: a print has a hundred of them
    r, k = radius, radius * 0.5523
    curves = [(r, 0), (r, k), (k, r), (0, r), (-k, r), (-r, k), (-r, 0)]
    curves += [(-r, -k), (-k, -r), (0, -r), (k, -r), (r, -k), (r, 0), (r, 0)]
    return Path(np.asarray(curves), [Path.MOVETO, *[Path.CURVE4] * 12, Path.CLOSEPOLY])


_SHAPES = {
    Marker.CIRCLE: _circle(0.5),
    Marker.SQUARE: _polygon((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)),
    Marker.TRIANGLE: _polygon((-0.55, -0.42), (0.55, -0.42), (0.0, 0.58)),
    Marker.DIAMOND: _polygon((0.0, -0.65), (0.65, 0.0), (0.0, 0.65), (-0.65, 0.0)),
}
"""Each about one point across, around the origin."""
