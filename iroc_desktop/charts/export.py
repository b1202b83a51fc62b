"""Figures of a size, and what comes out of them: pixels for the screen, PNG and SVG files.

It must not use pyplot, a display or a window.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Literal

import matplotlib as mpl
import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.image import imsave
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D

SCREEN_PIXELS_PER_INCH = 96.0
"""What desktops call 100 %."""
_NEUTRAL = {"Date": None, "Creator": None}


def figure_for_screen(width_px: float, height_px: float) -> Figure:
    """Return an empty figure of this many pixels at 100 %."""
    return _sized(Figure(), width_px, height_px, 1.0)


def figure_of_points(width: float, height: float) -> Figure:
    """Return an empty figure of this many points, at 72 pixels per inch, for paper and SVG."""
    return Figure(figsize=(width / 72.0, height / 72.0), dpi=72.0)


def to_rgba(figure: Figure, width_px: float, height_px: float, scale: float = 1.0) -> memoryview:
    """Return the picture as rows of red, green, blue, opacity bytes from the top left.

    Args:
        figure: is given this size.
        width_px: width in pixels at 100 %.
        height_px: height in pixels at 100 %.
        scale: real pixels per pixel at 100 %; the buffer is `round(width_px * scale)` wide, and so high.
    """
    pixels = round(width_px * scale), round(height_px * scale)
    renderer = _OutlineRenderer(*pixels, SCREEN_PIXELS_PER_INCH * scale)
    _sized(figure, width_px, height_px, scale).draw(renderer)
    return renderer.pixels()


def to_png(figure: Figure, *, scale: float = 2.0) -> bytes:
    """Return a PNG file of the figure at its own size, with `scale` pixels for each pixel at 100 %."""
    width, height = (float(inches) * SCREEN_PIXELS_PER_INCH for inches in figure.get_size_inches())
    pixels = to_rgba(figure, width, height, scale)
    stream = BytesIO()
    imsave(stream, np.asarray(pixels), format="png", dpi=figure.dpi, metadata={"Software": "I.ROC Desktop"})
    return stream.getvalue()


def to_svg(figure: Figure) -> bytes:
    """Return an SVG file of the figure, its text selectable and its bytes the same each time."""
    stream = BytesIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "iroc-desktop"}):
        FigureCanvasSVG(figure).print_figure(stream, format="svg", dpi=72.0, metadata=_NEUTRAL)
    return stream.getvalue()


class _OutlineRenderer(RendererAgg):
    """Draws letters as outlines it remembers: many times quicker than shaping every word anew.

    Their widths are also those that were measured, whatever the size, so nothing touches at any scale.
    """

    def __init__(self, width: int, height: int, dpi: float) -> None:
        super().__init__(width, height, dpi)  # type: ignore[no-untyped-call]  # Agg comes without annotations

    def pixels(self) -> memoryview:
        """Return what was drawn."""
        buffer: memoryview = self.buffer_rgba()  # type: ignore[no-untyped-call]  # as above
        return buffer

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
        """Fill the outlines of one line of text, its baseline beginning at a pixel."""
        outline = _outline(s, tuple(prop.get_family()))
        size = prop.get_size_in_points() * self.dpi / 72.0 / text_to_path.FONT_SCALE
        place = Affine2D().scale(size).rotate_deg(angle).translate(x, self.height - y)
        gc.set_linewidth(0.0)
        self.draw_path(gc, outline, place, gc.get_rgb())  # type: ignore[no-untyped-call]  # as above


@lru_cache(maxsize=1024)
def _outline(text: str, families: tuple[str, ...]) -> Path:
    vertices, codes = text_to_path.get_text_path(FontProperties(family=list(families)), text)
    return Path(vertices, codes) if len(vertices) else Path(np.empty((0, 2)))


def _sized(figure: Figure, width_px: float, height_px: float, scale: float) -> Figure:
    real = (round(width_px * scale), round(height_px * scale))
    figure.set_dpi(SCREEN_PIXELS_PER_INCH * scale)
    # half a hair more, or rounding down would lose a row of pixels
    width, height = ((pixels + 1e-6) / figure.dpi for pixels in real)
    figure.set_size_inches(width, height, forward=False)
    return figure
