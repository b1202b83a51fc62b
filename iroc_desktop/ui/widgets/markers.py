"""The marks that tell areas apart without colour: circle, square, triangle, diamond.

It must not know which area is which; the theme does.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from iroc_desktop.ui.theme.tokens import Marker


class Fill(Enum):
    """How far a mark is filled."""

    EMPTY = "empty"
    HALF = "half"
    FULL = "full"


def marker_path(marker: Marker, box: QRectF) -> QPainterPath:
    """Return the outline of `marker` inside `box`, all four looking about equally large."""
    path = QPainterPath()
    if marker is Marker.CIRCLE:
        path.addEllipse(box)
    elif marker is Marker.SQUARE:
        inset = box.width() * 0.06
        path.addRoundedRect(box.adjusted(inset, inset, -inset, -inset), 1.5, 1.5)
    else:
        path.addPolygon(QPolygonF(_corners(marker, box)))
        path.closeSubpath()
    return path


def _corners(marker: Marker, box: QRectF) -> list[QPointF]:
    middle = box.center()
    if marker is Marker.TRIANGLE:
        return [QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]
    reach = box.width() * 0.06
    return [
        QPointF(middle.x(), box.top() - reach),
        QPointF(box.right() + reach, middle.y()),
        QPointF(middle.x(), box.bottom() + reach),
        QPointF(box.left() - reach, middle.y()),
    ]


def draw_marker(painter: QPainter, marker: Marker, box: QRectF, colour: str, fill: Fill) -> None:
    """Draw `marker` in `box`: only its line, one half filled, or filled."""
    path = marker_path(marker, box)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if fill is not Fill.EMPTY:
        painter.save()
        if fill is Fill.HALF:
            painter.setClipRect(QRectF(box.left() - 2, box.top() - 2, box.width() / 2 + 2, box.height() + 4))
        painter.fillPath(path, QBrush(QColor(colour)))
        painter.restore()
    pen = QPen(QColor(colour), max(1.5, box.width() / 9))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.restore()
