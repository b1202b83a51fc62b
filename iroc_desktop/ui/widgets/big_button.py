"""A huge button for the person's pages: a few words that wrap, smaller lines below, and a mark beside them.

It must not change by itself when it is pressed: whoever made it shows what the store has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from iroc_desktop.ui.theme.fonts import sized_font
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import AreaLook, Theme, TypeSize
from iroc_desktop.ui.widgets.markers import Fill, draw_marker
from iroc_desktop.ui.widgets.pressable import Pressable

_LONGEST = 18
"""Letters in a row after which a word may be broken."""
_TALLEST = 100_000
FEW_LINES = 2
"""Words that need more lines than this are written smaller."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Of one button, as "#RRGGBB"."""

    ground: str
    """While it is chosen."""
    on: str
    """Words on that ground."""


class BigButton(Pressable, QAbstractButton):
    """Its whole surface can be pressed.

    With an `area` it carries the mark of that area, or its `place` while it is chosen; else a box to tick
    when it `ticks`, or an `icon`. Without any of them it only has words, in the middle.
    """

    def __init__(
        self,
        look: Look,
        words: str,
        ours: str = "",
        *,
        area: AreaLook | None = None,
        ticks: bool = False,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Say `words`, and below them, small, the same in the practitioner's language."""
        super().__init__(parent)
        theme = look.theme
        self._look, self._area, self._ticks, self._icon = look, area, ticks, icon
        self._words, self._ours = words, "" if ours == words else ours
        self._ours_shown, self._place = True, ""
        self._lines: tuple[str, ...] = ()
        self._colours = (
            Colours(theme.colour("accent"), theme.colour("on_accent"))
            if area is None
            else Colours(area.colour, area.on)
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCheckable(ticks or area is not None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)

    @property
    def words(self) -> str:
        """Return the large words."""
        return self._words

    def show_as(self, *, chosen: bool, place: str = "") -> None:
        """Show it chosen or not, with its place in the person's order."""
        self._place = place if chosen else ""
        self.setCheckable(True)
        self.setChecked(chosen)
        self.update()

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show these smaller lines below the words; a screen reader hears them as the description."""
        self._lines = tuple(lines)
        self.setAccessibleDescription(". ".join(lines))
        self.updateGeometry()
        self.update()

    def show_ours(self, shown: bool) -> None:
        """Show the practitioner's words, or only the person's."""
        self._ours_shown = shown
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Stay as it is: a press asks, the store answers."""

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return True: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height at which nothing is cut."""
        room = width - self._lead() - self._pad()
        words = sum(_height(font, words, room) for font, words in self._texts(room))
        return max(words + 2 * self._pad(), self._look.theme.grown(self._look.theme.rating_target))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width at which no word is broken that is not too long anyway."""
        longest = max((_widest(font, words) for font, words in self._texts(0)), default=0)
        width = self._lead() + longest + self._pad() + 1
        return QSize(width, self._look.theme.rating_target)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the smallest size at which nothing is cut."""
        width = self.minimumSizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw ground, mark and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        if self._marked:
            self._draw_mark(painter, QRectF(self._mark_box()))
        self._draw_words(painter)

    @property
    def _theme(self) -> Theme:
        return self._look.theme

    @property
    def _marked(self) -> bool:
        return self._ticks or bool(self._icon) or self._area is not None

    def _texts(self, room: int) -> list[tuple[QFont, str]]:
        """Return what is written and how, top to bottom; words are larger where few lines hold them."""
        theme = self._theme
        large = sized_font(theme, TypeSize.HEADING, bold=True)
        lines = _height(large, self._words, room) / QFontMetrics(large).lineSpacing()
        fits = _widest(large, self._words) < room and lines < FEW_LINES + 0.5
        texts = [(large if fits else sized_font(theme, TypeSize.BASE, bold=True), _breakable(self._words))]
        quiet = sized_font(theme, TypeSize.SMALL)
        if self._ours and self._ours_shown:
            texts.append((quiet, _breakable(self._ours)))
        texts += [(quiet, _breakable(each)) for each in self._lines]
        return texts

    def _pad(self) -> int:
        return self._theme.space(1.5)

    def _side(self) -> int:
        """Return how wide the mark is, in pixels."""
        return self._theme.grown(24)

    def _lead(self) -> int:
        """Return where words begin, in pixels."""
        return self._pad() + self._side() + self._theme.space(1.25) if self._marked else self._pad()

    def _mark_box(self) -> QRect:
        side = self._side()
        box = QRect(self._pad(), (self.height() - side) // 2, side, side)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)

    def _draw_ground(self, painter: QPainter) -> None:
        theme, chosen = self._theme, self.isChecked()
        resting = theme.colour("hover" if self.underMouse() else "card")
        painter.setPen(QPen(QColor(self._colours.ground if chosen else theme.colour("control_line")), 2))
        painter.setBrush(QColor(self._colours.ground if chosen else resting))
        radius = theme.radius * 1.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.colour("focus")), theme.focus_width + 1))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), radius + 2, radius + 2
            )

    def _draw_mark(self, painter: QPainter, box: QRectF) -> None:
        chosen = self.isChecked()
        if self._place:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._colours.on))
            painter.drawEllipse(box)
            painter.setPen(QColor(self._colours.ground))
            painter.setFont(sized_font(self._theme, TypeSize.BASE, bold=True))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._place)
        elif self._area is not None:
            colour = self._colours.on if chosen else self._area.colour
            inset = box.width() * 0.1
            inner = box.adjusted(inset, inset, -inset, -inset)
            draw_marker(painter, self._area.marker, inner, colour, Fill.FULL if chosen else Fill.EMPTY)
        elif self._icon:
            self._look.icons.icon(self._icon, "accent").paint(painter, box.toRect())
        else:
            self._draw_tick(painter, box, chosen=chosen)

    def _draw_tick(self, painter: QPainter, box: QRectF, *, chosen: bool) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._colours.on if chosen else self._theme.colour("control_line")), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        if chosen:
            self._look.icons.icon("check", "on_accent").paint(painter, box.toRect())

    def _draw_words(self, painter: QPainter) -> None:
        room = self.width() - self._lead() - self._pad()
        texts = self._texts(room)
        ink = self._colours.on if self.isChecked() else self._theme.colour("ink")
        muted = self._colours.on if self.isChecked() else self._theme.colour("muted")
        direction = self.layoutDirection()
        across = Qt.AlignmentFlag.AlignLeading if self._marked else Qt.AlignmentFlag.AlignHCenter
        flags = QStyle.visualAlignment(direction, across) | Qt.AlignmentFlag.AlignTop
        top = (self.height() - sum(_height(font, words, room) for font, words in texts)) // 2
        for place, (font, words) in enumerate(texts):
            high = _height(font, words, room)
            box = QStyle.visualRect(direction, self.rect(), QRect(self._lead(), top, room, high))
            painter.setFont(font)
            painter.setPen(QColor(muted if place else ink))
            painter.drawText(box, (flags | Qt.TextFlag.TextWordWrap).value, words)
            top += high


def _height(font: QFont, words: str, width: int) -> int:
    room = QRect(0, 0, max(1, width), _TALLEST)
    return QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()


def _widest(font: QFont, words: str) -> int:
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(each[:_LONGEST]) for each in words.split()), default=0)


def _breakable(words: str) -> str:
    """Return the words with places where those that are too long for a line may be broken."""
    return " ".join(
        "\u200b".join(each[at : at + _LONGEST] for at in range(0, len(each), _LONGEST))
        for each in words.split(" ")
    )
