"""Draws the list of people, with the field that finds them.

It must not let the keyboard leave the field while somebody is looked for.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.people.person_lines import list_line
from iroc_desktop.ui.screens.people.presenter import PeoplePresenter, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.person_list import PersonList

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


WIDEST = 1040
"""Of the column, in pixels at normal text size: longer lines are hard to read."""


class PeopleView(QWidget):
    """Type, arrow, Enter."""

    def __init__(self, presenter: PeoplePresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._look = look
        text = look.phrases.text
        self._field = self._find_field()
        self._add = Button(look, text("Add a person"), icon="user-plus")
        self._add.clicked.connect(presenter.add)
        self._lines = PersonList(look, text("People"))
        self._lines.chosen.connect(presenter.open)
        self._answered: str | None = None
        self._count = Text("", TextKind.MUTED)
        self._hint = Card(look)
        self._hint_title = Heading("", TextKind.TITLE)
        self._hint_words = Text("", TextKind.QUESTION)
        self._hint_add = Button(look, text("Add a person"), ButtonKind.PRIMARY, "user-plus")
        self._hint_add.clicked.connect(presenter.add)
        self._lay_out()
        self.setFocusProxy(self._field)
        presenter.attach(self.show_state)

    def show_state(self, state: State) -> None:
        """Draw who was found; a word instead of an empty list."""
        text, plural = self._look.phrases.text, self._look.phrases.plural
        if self._field.text() != state.typed:
            self._field.setText(state.typed)
        self._list(state)
        empty = state.nobody_yet or state.not_found
        self._stack.setCurrentWidget(self._hint_page if empty else self._lines)
        self._add.setVisible(not empty)
        found = plural("1 person", "{count} people", len(state.lines)) if state.lines else ""
        self._count.setText(found)
        if state.nobody_yet:
            self._say(
                text("Nobody is in your record yet."), text("Add the first person. A nickname is enough.")
            )
        elif state.not_found:
            self._say(
                text("Nobody here is called that."),
                text("Try the beginning of another name, or add this person."),
            )
        if state.answered:
            announce(self._field, found or self._hint_title.text())

    def _list(self, state: State) -> None:
        self._lines.set_lines([list_line(each, self._look.phrases) for each in state.lines])
        if state.answered != self._answered:
            self._answered = state.answered
            self._lines.setCurrentIndex(self._lines.model().index(0, 0))

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Tell the presenter what changed."""
        self._presenter.on_changes(changes, initiator)

    def leave(self) -> None:
        """Nothing here waits to be kept."""
        self._presenter.detach()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let arrows and Enter work on the list while the keyboard stays in the field."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key == Qt.Key.Key_Escape and self._field.text():
            self._field.clear()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._presenter.enter(self._lines.current())
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        model = self._lines.model()
        if model.rowCount():
            row = min(max(self._lines.currentIndex().row() + by, 0), model.rowCount() - 1)
            self._lines.setCurrentIndex(model.index(row, 0))

    def _say(self, title: str, words: str) -> None:
        self._hint_title.setText(title)
        self._hint_words.setText(words)
        self._hint.setAccessibleName(title)

    def _find_field(self) -> QLineEdit:
        text = self._look.phrases.text
        field = QLineEdit()
        field.setPlaceholderText(text("Type a name"))
        field.setAccessibleName(text("Find a person"))
        field.setAccessibleDescription(text("Arrow keys choose, Enter opens."))
        field.textChanged.connect(self._presenter.type)
        field.installEventFilter(self)
        return field

    def _lay_out(self) -> None:
        space = self._look.theme.space
        top = self._finding()
        roomy = self._look.theme.text_scale < 150
        if roomy:
            top.addWidget(self._add)
        self._hint_page = self._hinting()
        self._stack = QStackedLayout()
        self._stack.addWidget(self._lines)
        self._stack.addWidget(self._hint_page)
        column = QWidget()
        column.setMaximumWidth(self._look.theme.grown(WIDEST))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(column, 1)
        across.addStretch()
        body = QVBoxLayout(column)
        body.setContentsMargins(space(3), space(2), space(3), space(2))
        body.setSpacing(space(2))
        body.addLayout(top)
        if not roomy:
            body.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeading)
        body.addLayout(self._stack, 1)
        body.addWidget(self._count)

    def _finding(self) -> QHBoxLayout:
        space = self._look.theme.space
        top = QHBoxLayout()
        top.setSpacing(space(2))
        sign = QLabel()
        side = self._look.theme.grown(22)
        sign.setPixmap(self._look.icons.pixmap("search", "muted", side, self.devicePixelRatioF()))
        finding = QHBoxLayout()
        finding.setSpacing(space(1))
        finding.addWidget(sign)
        finding.addWidget(self._field, 1)
        top.addLayout(finding, 1)
        return top

    def _hinting(self) -> QScrollArea:
        space = self._look.theme.space
        self._hint.body.setSpacing(space(2))
        for part in (self._hint_title, self._hint_words):
            self._hint.body.addWidget(part)
        self._hint.body.addWidget(self._hint_add, alignment=Qt.AlignmentFlag.AlignLeading)
        inside = QWidget()
        inside.setObjectName("page")
        around = QVBoxLayout(inside)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._hint)
        around.addStretch()
        page = QScrollArea()
        page.setWidgetResizable(True)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setWidget(inside)
        return page
