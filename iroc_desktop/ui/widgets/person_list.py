"""A list of people to choose from: a name, and a quiet line below it; quick with many thousands.

It must not find, sort or remember people; it shows the lines it is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from iroc_desktop.ui.theme.fonts import sized_font
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.line_list import LINE, AnyIndex, LineList

ROOMY = 600
"""From this width on, in pixels at normal text size, the detail stands on one line."""


@dataclass(frozen=True, slots=True)
class ListLine:
    """One person in the list."""

    key: str
    """What `PersonList.chosen` tells."""
    name: str = field(repr=False)
    detail: str = field(default="", repr=False)
    mark: str = ""
    """A short word at the far end, such as "not finished"."""

    @property
    def heading(self) -> str:
        """Return the person's name."""
        return self.name

    @property
    def spoken(self) -> str:
        """Return the whole line as a screen reader says it."""
        return ". ".join(part for part in (self.name, self.detail, self.mark) if part)


class PersonList(LineList[ListLine]):
    """Rows of one height, so that many thousands are quick."""

    def __init__(self, look: Look, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent, tips=True)
        self._theme = look.theme
        self._painter = _LinePainter(look, self)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)

    def set_lines(self, lines: Sequence[ListLine]) -> None:
        """Show `lines`; the one that was current stays so if it is still there."""
        current = self.current()
        self._lines.replace(lines)
        keys = [line.key for line in lines]
        if keys:
            self.setCurrentIndex(self._lines.index(keys.index(current) if current in keys else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the detail a second line where it would be cut; every row is as high as the others."""
        super().resizeEvent(event)
        roomy = event.size().width() >= self._theme.grown(ROOMY)
        if self._painter.give_lines(1 if roomy else 2):
            self.scheduleDelayedItemsLayout()


class _LinePainter(QStyledItemDelegate):
    """Draws a name, the detail below it, and the mark at the far end."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = look.theme
        self._name_font = sized_font(look.theme, TypeSize.BASE, bold=True)
        self._detail_font = sized_font(look.theme, TypeSize.SMALL)
        self._detail_lines = 1

    def give_lines(self, lines: int) -> bool:
        """Draw the detail on as many lines; return whether that is another number than before."""
        changed, self._detail_lines = self._detail_lines != lines, lines
        return changed

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of all lines."""
        detail = self._detail_lines * QFontMetrics(self._detail_font).lineSpacing()
        lines = QFontMetrics(self._name_font).height() + detail
        return QSize(self._theme.space(20), lines + self._theme.space(2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one line."""
        line: ListLine = index.data(LINE)
        theme = self._theme
        state, rect, direction = option.state, option.rect, option.direction
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(theme.colour("selected" if selected else "hover")))
            painter.drawRoundedRect(rect.adjusted(4, 2, -4, -2), theme.radius, theme.radius)
        room = rect.adjusted(theme.space(2), theme.space(), -theme.space(2), -theme.space())
        below = room.adjusted(0, QFontMetrics(self._name_font).height(), 0, 0)
        room.setBottom(below.top() - 1)
        beside = self._draw_mark(painter, line.mark, room, direction)
        ink = "selected_ink" if selected else "ink"
        self._draw_text(painter, line.name, beside, direction, (self._name_font, ink))
        quiet = "selected_ink" if selected else "muted"
        self._draw_text(painter, line.detail, below, direction, (self._detail_font, quiet))
        painter.restore()

    def _draw_mark(self, painter: QPainter, mark: str, room: QRect, direction: Qt.LayoutDirection) -> QRect:
        if not mark:
            return room
        width = QFontMetrics(self._detail_font).horizontalAdvance(mark)
        place = QRect(room.right() - width, room.top(), width + 1, room.height())
        place = QStyle.visualRect(direction, room, place)
        painter.setFont(self._detail_font)
        painter.setPen(QColor(self._theme.colour("accent")))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, mark)
        rest = QRect(room.left(), room.top(), room.width() - width - self._theme.space(2), room.height())
        return QStyle.visualRect(direction, room, rest)

    def _draw_text(
        self,
        painter: QPainter,
        words: str,
        room: QRect,
        direction: Qt.LayoutDirection,
        how: tuple[QFont, str],
    ) -> None:
        font, token = how
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colour(token)))
        align = QStyle.visualAlignment(
            direction, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(words) > room.width() and room.height() >= 2 * metrics.lineSpacing():
            across = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeading)
            painter.drawText(room, (across | Qt.TextFlag.TextWordWrap).value, words)
            return
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align, shown)
