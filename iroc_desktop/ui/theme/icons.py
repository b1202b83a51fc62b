"""Icons from the kept library, tinted with token colours and sharp at any screen scale.

It must not choose a colour: callers name a token, the theme knows the colour.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from iroc_desktop.ui.theme.tokens import Theme


class UnknownIconError(KeyError):
    """No such icon is kept in the resources: a fault of the program."""


class TintedIcons:
    """The kept icons in the colours of one theme."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self._folder = folder
        self._theme = theme

    @property
    def theme(self) -> Theme:
        """Return the theme whose colours tint the icons."""
        return self._theme

    def icon(self, name: str, token: str = "ink", *, at_right: bool = False) -> QIcon:  # noqa: S107 - a colour token, not a secret
        """Return the icon `name` in the colour of `token`; grey when its button is disabled.

        Asked for wider than high, it stands at the left and leaves the rest free; or `at_right`.

        Raises:
            UnknownIconError: if no such icon is kept.
        """
        file = self._folder / f"{name}.svg"
        if not file.is_file():
            raise UnknownIconError(name)
        drawing = file.read_text(encoding="utf-8")
        return QIcon(
            _SvgEngine(drawing, self._theme.colour(token), self._theme.colour("disabled"), at_right=at_right)
        )

    def pixmap(self, name: str, token: str, side: int, ratio: float = 1.0) -> QPixmap:
        """Return the icon as a square of `side` logical pixels for a screen of `ratio`."""
        return self.icon(name, token).pixmap(QSize(side, side), ratio)


class _SvgEngine(QIconEngine):
    """Draws one vector drawing freshly for each size, so that it is never blurred."""

    def __init__(self, drawing: str, colour: str, disabled: str, *, at_right: bool) -> None:
        super().__init__()
        self._source = (drawing, colour, disabled)
        self._at_right = at_right
        self._normal = _renderer(drawing, colour)
        self._disabled = _renderer(drawing, disabled)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into `rect`."""
        renderer = self._disabled if mode == QIcon.Mode.Disabled else self._normal
        side = min(rect.width(), rect.height())
        across = rect.width() - side if self._at_right else 0
        renderer.render(painter, QRectF(rect.x() + across, rect.y(), side, side))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon drawn at `size` device pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Return an engine that draws the same."""
        return _SvgEngine(*self._source, at_right=self._at_right)


def _renderer(drawing: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
