"""A page for the person with large words that scrolls when it must; the ways on stay in sight.

It must not know what a stage shows.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.ui.theme.stylesheet import stylesheet
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.big_button import BigButton
from iroc_desktop.ui.widgets.both_words import BothWords, Say
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.even_rows import EvenRows
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.note_field import NoteField
from iroc_desktop.ui.widgets.persons_page import PersonsPage
from iroc_desktop.ui.widgets.turned import Turned

WIDEST = 1180
"""Of everything, in pixels at normal text size."""
NOTE_LINES = 3
"""Of a field, before anything is written."""
LOWEST_WAY = 40
"""Of the buttons that lead on, in pixels at normal text size."""


class PersonsSheet(PersonsPage):
    """Fill `head` with where the person is, `body` with what is shown; `renew` empties it for what is next.

    At the foot, `between` stands between the buttons `back` and `onward`. Arrow and page keys scroll.
    `look` is in the person's language, larger than the program's.
    """

    def __init__(self, turned: Turned, parent: QWidget | None = None) -> None:
        super().__init__(turned, parent)
        self.look = turned.large
        self._ours_shown = True
        say, theme = turned.phrases.text, self.look.theme
        self._where = QWidget()
        self._where.setObjectName("clear")
        self.head = FlowLayout(self._where, gap=theme.space(1.5))
        self.between = FlowLayout(gap=theme.space(1))
        self.back = Button(self.look, say("Back"), icon="arrow-left")
        self.onward = Button(self.look, "", ButtonKind.PRIMARY)
        for way in (self.back, self.onward):
            way.setStyleSheet(f"font-size: {theme.pixels(TypeSize.HEADING)}px;")
            way.setMinimumHeight(theme.grown(LOWEST_WAY))
        if turned.same_language:
            self.other_language.hide()
        self.other_language.clicked.connect(self._toggle_ours)
        self._scroll = _scrolling()
        self._foot = QHBoxLayout()
        self.renew()
        self.hold(self._whole())
        self.key("L", self._toggle_ours)

    def renew(self) -> None:
        """Take everything off the body, and go back to its top."""
        old = self._scroll.takeWidget()
        if old is not None:
            # a button on it may be what is being pressed now
            old.hide()
            old.setParent(None)
            old.deleteLater()
        inner = QWidget()
        inner.setObjectName("clear")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(self.look.theme.space(2))
        page = QWidget()
        page.setObjectName("page")
        # wrapped words ask for more height than they need, and the page would scroll without reason
        page.setMinimumHeight(1)
        page.setLayout(self._centred(inner))
        self._scroll.setWidget(page)
        self._scroll.verticalScrollBar().setValue(0)

    def settle(self, first: QWidget | None = None, *, reveal: bool = False) -> None:
        """Let Tab go through what is in the body now, and put the keyboard on `first`, or on the page.

        Scroll to `first` only to `reveal` it: a page that is new is read from its top.
        """
        self.body.addStretch(1)
        for part in self._doubled():
            part.show_ours(self._ours_shown)
        self.order_keyboard()
        self.setFocusProxy(first)  # type: ignore[arg-type]  # None is what takes a proxy away
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)
        if first is not None and reveal:
            # it has no place yet
            QTimer.singleShot(0, first, lambda: self._scroll.ensureWidgetVisible(first))

    def order_keyboard(self) -> None:
        """Let Tab go through the body, then the ways on, then the ways back."""
        foot = (self.back, *self._between(), self.onward)
        tab_through((self._scroll, *foot, self.other_language, self.give_back))

    def say(self, say: Say, kind: TextKind = TextKind.TITLE) -> None:
        """Put a sentence into the body, in both languages."""
        self.body.addWidget(BothWords.saying(self.turned, say, kind))

    def quote(self, words: str, kind: TextKind = TextKind.QUESTION) -> None:
        """Put words into the body that somebody said, as they were said."""
        self.body.addWidget(Text(words, kind))

    def rows(self, buttons: list[BigButton], most: int) -> None:
        """Put buttons into the body, at most so many to a row."""
        holder = QWidget()
        holder.setObjectName("clear")
        rows = EvenRows(holder, gap=self.look.theme.space(0.5), most=most)
        for button in buttons:
            rows.addWidget(button)
        self.body.addWidget(holder)

    def note(self, say: Say, kind: TextKind = TextKind.TITLE) -> NoteField:
        """Put a question into the body with a field below it, and return the field."""
        self.say(say, kind)
        field = NoteField(self.look, say(self.turned.phrases), lines=NOTE_LINES)
        captions = field.findChildren(Text)
        for caption in captions:
            caption.hide()
        self.body.addWidget(field)
        return field

    def take_keyboard(self) -> None:
        """Put the keyboard where it was meant to begin."""
        (self.focusProxy() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll with the keys that scroll."""
        bar = self._scroll.verticalScrollBar()
        by = {
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + by)

    def _toggle_ours(self) -> None:
        self._ours_shown = not self._ours_shown
        for part in self._doubled():
            part.show_ours(self._ours_shown)

    def _doubled(self) -> list[BothWords | BigButton]:
        return [*self.findChildren(BothWords), *self.findChildren(BigButton)]

    def _between(self) -> list[QWidget]:
        items = (self.between.itemAt(place) for place in range(self.between.count()))
        widgets = (None if item is None else item.widget() for item in items)
        return [each for each in widgets if each is not None]

    def _whole(self) -> QWidget:
        theme = self.look.theme
        space = theme.space
        whole = QWidget()
        whole.setObjectName("page")
        whole.setStyleSheet(stylesheet(theme))
        ways = FlowLayout(gap=space(1))
        ways.addWidget(self.other_language)
        ways.addWidget(self.give_back)
        top = QHBoxLayout()
        top.addWidget(self._where, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(ways)
        self._foot.addWidget(self.back)
        self._foot.addLayout(self.between, 1)
        self._foot.addWidget(self.onward)
        column = QVBoxLayout(whole)
        column.setContentsMargins(space(4), space(2.5), space(4), space(2.5))
        column.setSpacing(space(2))
        column.addWidget(self.banner)
        for part in (top, self._foot):
            part.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._centred(_clear(top)))
        column.addWidget(self._scroll, 1)
        column.addLayout(self._centred(_clear(self._foot)))
        return whole

    def _centred(self, part: QWidget) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        part.setMaximumWidth(self.turned.look.theme.grown(WIDEST))
        across.addStretch(1)
        across.addWidget(part, 1000)
        across.addStretch(1)
        return across


def _clear(layout: QHBoxLayout) -> QWidget:
    holder = QWidget()
    holder.setObjectName("clear")
    holder.setLayout(layout)
    return holder


def _scrolling() -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll
