"""The list of pages: title, summary, what a page needs, and why it is suggested; quick with hundreds.

It must not find or sort pages; it shows the lines it is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from iroc_desktop.ui.theme.fonts import sized_font
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.line_list import LINE, AnyIndex, LineList

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class PageLine:
    """One page in the list."""

    key: str
    """What `PageList.chosen` tells."""
    title: str
    summary: str
    facts: str
    reason: str = ""
    """Why it is suggested."""
    mark: str = ""
    """A word after the title, such as "favourite"."""

    @property
    def heading(self) -> str:
        """Return the page's title."""
        return self.title

    @property
    def spoken(self) -> str:
        """Return the whole line as a screen reader says it."""
        parts = (self.title, self.mark, self.summary, self.reason, self.facts)
        return ". ".join(part.rstrip(".") for part in parts if part)


class PageList(LineList[PageLine]):
    """Lines as high as their words need."""

    def __init__(self, look: Look, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.setItemDelegate(_LinePainter(look, self))
        # a bar that comes and goes would change the width, and with it the height of every line
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def set_lines(self, lines: Sequence[PageLine]) -> None:
        """Show `lines`; the same pages keep their place, others begin at the top."""
        if tuple(lines) == self._lines.lines:
            return
        row = self.currentIndex().row() if self._same_pages(lines) else 0
        place = self.verticalScrollBar().value() if self._same_pages(lines) else 0
        self._lines.replace(lines)
        if lines:
            self.setCurrentIndex(self._lines.index(max(row, 0)))
            self.verticalScrollBar().setValue(place)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap the words for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _same_pages(self, lines: Sequence[PageLine]) -> bool:
        return [line.key for line in lines] == [line.key for line in self._lines.lines]


class _LinePainter(QStyledItemDelegate):
    """Draws a page as a small card; nothing in it is cut, so lines differ in height."""

    def __init__(self, look: Look, view: PageList) -> None:
        super().__init__(view)
        self._view = view
        self._theme = look.theme
        self._title = sized_font(look.theme, TypeSize.HEADING, bold=True)
        self._body = sized_font(look.theme, TypeSize.BASE)
        self._small = sized_font(look.theme, TypeSize.SMALL)
        self._heights: dict[tuple[str, int], int] = {}
        self._width = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of every wrapped line at the width of the list."""
        width = self._view.viewport().width()
        pieces = self._pieces(index.data(LINE))
        gaps = self._theme.space(0.5) * (len(pieces) - 1)
        room = self._room(QRect(0, 0, width, 0)).width()
        height = sum(self._height(words, font, room) for words, font, _ in pieces) + gaps
        return QSize(width, height + 2 * self._theme.space(1.5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one page."""
        theme, state, rect = self._theme, option.state, option.rect
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(theme.colour("selected" if selected else "hover")))
            painter.drawRoundedRect(rect.adjusted(4, 2, -4, -2), theme.radius, theme.radius)
        room = self._room(rect)
        align = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeading)
        for words, font, token in self._pieces(index.data(LINE)):
            height = self._height(words, font, room.width())
            painter.setFont(font)
            painter.setPen(QColor(theme.colour("selected_ink" if selected else token)))
            painter.drawText(QRect(room.left(), room.top(), room.width(), height), align | _WRAPPED, words)
            room.setTop(room.top() + height + theme.space(0.5))
        painter.restore()

    def _pieces(self, line: PageLine) -> list[tuple[str, QFont, str]]:
        title = f"{line.title} · {line.mark}" if line.mark else line.title
        pieces = [
            (title, self._title, "ink"),
            (line.summary, self._body, "ink"),
            (line.reason, self._body, "accent"),
            (line.facts, self._small, "muted"),
        ]
        return [piece for piece in pieces if piece[0]]

    def _height(self, words: str, font: QFont, width: int) -> int:
        # each key lists every page anew, and wrapping hundreds of lines would be felt
        if width != self._width:
            self._width = width
            self._heights.clear()
        key = (words, font.pixelSize())
        if key not in self._heights:
            room = QRect(0, 0, width, 100_000)
            self._heights[key] = QFontMetrics(font).boundingRect(room, _WRAPPED, words).height()
        return self._heights[key]

    def _room(self, rect: QRect) -> QRect:
        across, down = self._theme.space(2), self._theme.space(1.5)
        return rect.adjusted(across, down, -across, -down)
