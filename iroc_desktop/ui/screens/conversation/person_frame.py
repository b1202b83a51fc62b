"""Where the parts of the person's view stand: as large as there is room for, the scale always in sight.

It must not know what the parts say; it only places them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.ui.screens.conversation.big_scale import BigScale
from iroc_desktop.ui.theme.fonts import sized_font
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.flow import FlowLayout

WIDEST = 1280
"""Of everything, in pixels at normal text size: a question in one long line is hard to read."""
LARGE_SIZES = (1.8, 1.6, 1.45, 1.3, 1.15, 1.0)
"""How large the question may be beside high buttons, in times the display size, where everything fits."""
SMALL_SIZES = (1.15, 1.0, 0.85, 0.75, 0.65)
"""How large it may be where only low buttons fit."""


@dataclass(frozen=True)
class Parts:
    """Everything on the person's page, made elsewhere."""

    banner: QWidget
    where: tuple[QWidget, ...]
    """Area and position: they stand first."""
    ways: tuple[QWidget, ...]
    """Quiet buttons: beside `where`, or last where there is little room."""
    name: QLabel
    question: QLabel
    practitioners: QLabel
    """The same question in the practitioner's language."""
    scale_place: QVBoxLayout
    not_now: QWidget
    in_words: QWidget
    back: QWidget
    onward: QWidget


@dataclass(frozen=True)
class Choice:
    """One way to show the page."""

    size: int
    """Of the question, in pixels."""
    low: bool
    """Low buttons rather than high ones."""
    above: bool
    """The practitioner's words stand above the scale."""
    whole: bool = False
    """Everything has to be in sight, not only question and scale."""


class PersonFrame(QWidget):
    """The page; call `fit` when its words have changed."""

    def __init__(self, look: Look, parts: Parts) -> None:
        super().__init__()
        self._look = look
        self._parts = parts
        self.scale: BigScale | None = None
        self._where = _flow(look, *parts.where)
        self._ways = _flow(look, *parts.ways)
        self._head = QHBoxLayout()
        self._last = QVBoxLayout()
        self._foot = QHBoxLayout()
        self._inner = QWidget()
        self._scroll = self._scrolling()
        self._lay_out()

    def fit(self) -> None:
        """Choose sizes and places for what is shown now."""
        self._place_ways()
        self._place_not_now()
        if self.scale is None:
            return
        width, room = self._width(), self._scroll.viewport().height()
        fitting = (each for each in self._choices() if self._height(width, each) <= room)
        chosen = next(fitting, Choice(self._pixels(SMALL_SIZES[-1]), low=True, above=False))
        self.scale.set_low(chosen.low)
        style = f"font-size: {chosen.size}px; font-weight: 600;"
        if self._parts.question.styleSheet() != style:
            self._parts.question.setStyleSheet(style)
        target = self._above if chosen.above else self._last
        if target.indexOf(self._parts.practitioners) < 0:
            target.insertWidget(0, self._parts.practitioners)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit again."""
        super().resizeEvent(event)
        self.fit()

    def _choices(self) -> Iterator[Choice]:
        for above in (True, False):
            for times in LARGE_SIZES:
                yield Choice(self._pixels(times), low=False, above=above, whole=True)
            yield Choice(self._pixels(LARGE_SIZES[-1]), low=False, above=above)
            for times in SMALL_SIZES:
                yield Choice(self._pixels(times), low=True, above=above)

    def _pixels(self, times: float) -> int:
        return round(self._look.theme.pixels(TypeSize.DISPLAY) * times)

    def _height(self, width: int, choice: Choice) -> int:
        """Return how far down what has to be in sight would reach, in pixels."""
        parts, space = self._parts, self._look.theme.space
        font = sized_font(self._look.theme, TypeSize.DISPLAY, bold=True)
        font.setPixelSize(choice.size)
        words = QRect(0, 0, width, 10_000)
        question = QFontMetrics(font).boundingRect(words, Qt.TextFlag.TextWordWrap, parts.question.text())
        heights = [
            max(self._where.heightForWidth(width), self._ways.sizeHint().height()),
            parts.name.heightForWidth(width),
            question.height(),
            self.scale.height_at(width, low=choice.low) if self.scale is not None else 0,
        ]
        if choice.above and not parts.practitioners.isHidden():
            heights.append(parts.practitioners.heightForWidth(width))
        if choice.whole:
            heights.append(self._last.sizeHint().height())
        # the two stretches of the column have a gap of their own
        return sum(heights) + (len(heights) + (2 if choice.whole else 0)) * space(2)

    def _width(self) -> int:
        margins = 2 * self._look.theme.space(4)
        return min(self.width() - margins - self._bar(), self._look.theme.grown(WIDEST))

    def _bar(self) -> int:
        return self._scroll.verticalScrollBar().sizeHint().width()

    def _place_ways(self) -> None:
        needed = self._where.sizeHint().width() + self._ways.sizeHint().width() + self._look.theme.space(4)
        layout = self._head if needed <= self._width() else self._last
        if layout.indexOf(self._ways) < 0:
            layout.addWidget(self._ways)

    def _place_not_now(self) -> None:
        parts = self._parts
        row = (parts.back, parts.not_now, parts.onward)
        needed = sum(max(each.sizeHint().width(), each.minimumWidth()) for each in row)
        fits = needed + 2 * self._look.theme.space(2) <= self.width() - 2 * self._look.theme.space(4)
        if fits and self._foot.indexOf(parts.not_now) < 0:
            self._foot.insertWidget(2, parts.not_now)
        elif not fits and self._last.indexOf(parts.not_now) < 0:
            self._last.insertWidget(0, parts.not_now, 0, Qt.AlignmentFlag.AlignLeading)

    def _lay_out(self) -> None:
        space, parts = self._look.theme.space, self._parts
        self._head.addWidget(self._where, 1)
        self._above = QVBoxLayout()
        self._above.addWidget(parts.practitioners)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addLayout(self._head)
        column.addWidget(parts.name)
        column.addWidget(parts.question)
        column.addLayout(self._above)
        column.addStretch(1)
        column.addLayout(parts.scale_place)
        column.addStretch(2)
        self._last.setSpacing(space(1))
        self._last.addWidget(parts.in_words)
        column.addLayout(self._last)
        self._foot.addWidget(parts.back)
        self._foot.addStretch(1)
        self._foot.addStretch(1)
        self._foot.addWidget(parts.onward)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(space(4), space(3), space(4), space(3))
        whole.setSpacing(space(2))
        whole.addWidget(parts.banner)
        whole.addWidget(self._scroll, 1)
        foot = QWidget()
        foot.setObjectName("clear")
        foot.setLayout(self._foot)
        self._foot.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._centred(foot))

    def _centred(self, part: QWidget) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        part.setMaximumWidth(self._look.theme.grown(WIDEST))
        across.addStretch(1)
        across.addWidget(part, 1000)
        across.addStretch(1)
        return across

    def _scrolling(self) -> QScrollArea:
        page = QWidget()
        page.setObjectName("page")
        # wrapped words ask for more height than they need, and the page would scroll without reason
        page.setMinimumHeight(1)
        page.setLayout(self._centred(self._inner))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        return scroll


def _flow(look: Look, *parts: QWidget) -> QWidget:
    """Return parts in a row that goes on below where there is too little room."""
    whole = QWidget()
    whole.setObjectName("clear")
    flow = FlowLayout(whole, gap=look.theme.space(1))
    for part in parts:
        flow.addWidget(part)
    return whole
