"""A chart on the screen: a figure drawn by a callback, sharp at any screen scale, and told in words.

It must not know what the chart shows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from iroc_desktop.charts.export import figure_for_screen, to_rgba
from iroc_desktop.ui.theme.look import Look

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class FigureView(QWidget):
    """Draws again when its size, its screen or its subject changes, and keeps the picture otherwise."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, least: QSize | None = None) -> None:
        """Show nothing yet. `least` is the smallest size in pixels, 240 × 200 if not given."""
        super().__init__(parent)
        self._look = look
        self._draw: Callable[[Figure], None] | None = None
        self._picture: QImage | None = None
        self._drawn_for: tuple[int, int, float] | None = None
        self._description = ""
        self.setMinimumSize(least or QSize(240, 200))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(look.phrases.text("Picture"))

    def show_figure(self, draw: Callable[[Figure], None], description: str) -> None:
        """Draw with `draw`, which is given an empty figure of the right size; `description` tells it."""
        self._draw = draw
        self._drawn_for = None
        self._description = description
        self.setAccessibleDescription(description)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size at which a chart reads well."""
        return QSize(360, 330)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Show the picture, drawn freshly when it no longer fits."""
        painter = QPainter(self)
        if self._draw is not None:
            painter.drawImage(self.rect(), self._fitting(self._draw))
        if self.hasFocus():
            theme = self._look.theme
            painter.setPen(QPen(QColor(theme.colour("focus")), theme.focus_width))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.radius, theme.radius)

    def _fitting(self, draw: Callable[[Figure], None]) -> QImage:
        wanted = (self.width(), self.height(), self.devicePixelRatioF())
        if self._picture is None or self._drawn_for != wanted:
            self._picture, self._drawn_for = picture_of(draw, *wanted), wanted
        return self._picture


def picture_of(draw: Callable[[Figure], None], width: int, height: int, ratio: float) -> QImage:
    """Return what `draw` draws as a picture of `width` × `height` pixels on a screen of `ratio`."""
    figure = figure_for_screen(width, height)
    draw(figure)
    pixels = to_rgba(figure, width, height, ratio)
    rows, columns = pixels.shape[:2] if pixels.shape is not None else (0, 0)
    picture = QImage(pixels.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_RGBA8888).copy()
    picture.setDevicePixelRatio(ratio)
    return picture
