"""Draws a matplotlib figure straight onto a ReportLab page: lines stay lines, words stay words.

It must not draw pictures made of pixels; the charts have none.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Transform
from matplotlib.typing import ColorType
from numpy.typing import ArrayLike
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

from iroc_desktop.charts.fonts import EMPHASIS
from iroc_desktop.reports.fonts import Face, Typefaces
from iroc_desktop.reports.text import cleaned, runs, visual, width_of

Colour = tuple[float, float, float, float]

_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_OPERATORS = {int(Path.MOVETO): "m", int(Path.LINETO): "l"}
_POINTS_OF_A_CURVE = 3
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


class CanvasRenderer(RendererBase):
    """A page as matplotlib sees it: 72 pixels per inch, the origin at the bottom left."""

    def __init__(self, canvas: Canvas, faces: Typefaces, width: float, height: float) -> None:
        super().__init__()
        self._canvas = canvas
        self._faces = faces
        self._size = width, height

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: ColorType | None = None,  # noqa: N803  # matplotlib's name, given by keyword
    ) -> None:
        """Stroke a path, and fill it with a colour if there is one."""
        stroked = gc.get_linewidth() > 0
        if not stroked and rgbFace is None:
            return
        canvas = self._canvas
        canvas.saveState()
        self._clip(gc)
        if rgbFace is not None:
            fill = to_rgba(rgbFace)
            canvas.setFillColorRGB(*fill[:3], alpha=_alpha(fill))
        if stroked:
            self._stroke(gc)
        canvas.drawPath(_traced(path, transform), stroke=int(stroked), fill=int(rgbFace is not None))
        canvas.restoreState()

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | Literal["TeX"] = False,
        mtext: Text | None = None,
    ) -> None:
        """Set one line of text on a baseline that begins at a point, in faces that are embedded."""
        canvas, size = self._canvas, prop.get_size_in_points()
        canvas.saveState()
        canvas.translate(x, y)
        if angle:
            canvas.rotate(angle)
        canvas.setFillColorRGB(*gc.get_rgb()[:3])
        words = canvas.beginText(0, 0)
        for face, piece in runs(visual(cleaned(s)), _face(prop), self._faces):
            words.setFont(face.value, size)
            words.textOut(piece)
        canvas.drawText(words)
        canvas.restoreState()

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: bool | Literal["TeX"]
    ) -> tuple[float, float, float]:
        """Return how wide and high a line of text is and how far it goes below its baseline, in points."""
        size = prop.get_size_in_points()
        return width_of(visual(s), _face(prop), size, self._faces), size, 0.24 * size

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Return the size in points."""
        return self._size

    def flipy(self) -> bool:
        """Return that heights grow upwards."""
        return False

    def points_to_pixels(self, points: ArrayLike) -> ArrayLike:
        """Return the same: a pixel is a point."""
        return points

    def _clip(self, gc: GraphicsContextBase) -> None:
        box = gc.get_clip_rectangle()
        if box is not None:
            outline = self._canvas.beginPath()
            outline.rect(box.x0, box.y0, box.width, box.height)
            self._canvas.clipPath(outline, stroke=0, fill=0)

    def _stroke(self, gc: GraphicsContextBase) -> None:
        canvas, colour = self._canvas, to_rgba(gc.get_rgb())
        canvas.setStrokeColorRGB(*colour[:3], alpha=_alpha(colour))
        canvas.setLineWidth(gc.get_linewidth())
        canvas.setLineCap(_CAPS[gc.get_capstyle()])
        canvas.setLineJoin(_JOINS[gc.get_joinstyle()])
        offset, dashes = gc.get_dashes()
        if dashes is not None:
            canvas.setDash(np.asarray(dashes, dtype=float).tolist(), offset)


class FigureFlowable(Flowable):
    """A figure as a piece of the text flow, as large as the figure is."""

    def __init__(self, figure: Figure, faces: Typefaces) -> None:
        super().__init__()
        self._figure = figure
        self._faces = faces
        self.width, self.height = (float(inches) * 72.0 for inches in figure.get_size_inches())

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size in points, whatever room there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the figure onto the page, without its paper: the sheet is the paper."""
        self._figure.set_dpi(72.0)
        self._figure.patch.set_visible(False)
        self._figure.draw(CanvasRenderer(self.canv, self._faces, self.width, self.height))


class _Outline(PDFPathObject):
    """A path already written as a page's operators: a chart has a hundred, ReportLab writes them slowly."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._written = code

    def getCode(self) -> str:  # noqa: N802  # ReportLab's name
        """Return the operators."""
        return self._written


def _traced(path: Path, transform: Transform) -> _Outline:
    points = np.asarray(transform.transform(path.vertices)).tolist()
    open_line = [Path.MOVETO, *[Path.LINETO] * (len(points) - 1)]
    codes = open_line if path.codes is None else np.asarray(path.codes).tolist()
    pieces: list[str] = []
    curve: list[str] = []
    for (x, y), code in zip(points, codes, strict=True):
        if code == Path.CURVE4:
            curve.append(f"{x:.2f} {y:.2f}")
            if len(curve) == _POINTS_OF_A_CURVE:
                pieces.append(" ".join(curve) + " c")
                curve.clear()
        elif code == Path.CLOSEPOLY:
            pieces.append("h")
        else:
            pieces.append(f"{x:.2f} {y:.2f} {_OPERATORS[code]}")
    return _Outline(" ".join(pieces))


def _alpha(colour: Colour) -> float | None:
    return colour[3] if colour[3] < 1 else None


def _face(prop: FontProperties) -> Face:
    return Face.SEMIBOLD if EMPHASIS in prop.get_family() else Face.REGULAR
