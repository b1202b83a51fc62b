"""Draws the neutral start page: big counts, and sessions to resume.

It must not let a name be seen, heard or found in the window until it is asked for.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.services.changes import Changes
from iroc_desktop.services.ports import Counts
from iroc_desktop.ui.screens.today.draft_row import DraftRow
from iroc_desktop.ui.screens.today.presenter import DraftLine, State, TodayPresenter
from iroc_desktop.ui.screens.today.safety import Safety
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind

WIDEST = 1040
"""Of the column, in pixels at normal text size: longer lines are hard to read."""


class TodayView(QScrollArea):
    """The first thing seen after unlocking."""

    def __init__(self, presenter: TodayPresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._look = look
        self._drafts_drawn: tuple[DraftLine, ...] = ()
        self._shown: list[DraftRow] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        text = look.phrases.text
        self._find = Button(look, text("Find a person"), ButtonKind.PRIMARY, "search")
        self._find.clicked.connect(presenter.open_people)
        self._add = Button(look, text("Add a person"), icon="user-plus")
        self._add.clicked.connect(presenter.add_person)
        self._tiles = _Tiles(look)
        self._empty = self._empty_card()
        self._drafts = Card(look, text("Sessions to go on with"))
        self._safety = Safety(presenter, look)
        self._passed = Text("", TextKind.MUTED)
        self._see = Button(look, text("See them"), ButtonKind.QUIET)
        self._see.clicked.connect(presenter.open_keeping)
        self._names = self._names_button()
        self._rows = QVBoxLayout()
        self._drafts.body.addLayout(self._rows)
        self._drafts.body.addWidget(self._names, alignment=Qt.AlignmentFlag.AlignLeading)
        self._lay_out()
        self.setFocusProxy(self._find)
        presenter.attach(self.show_state)

    def show_state(self, state: State) -> None:
        """Draw everything anew."""
        self._empty.setVisible(state.empty)
        self._lead_to(self._first if state.empty else self._find)
        for part in (self._tiles, self._find, self._add):
            part.setVisible(not state.empty)
        if state.counts is not None:
            self._tiles.show_counts(state.counts)
        self._show_drafts(state)
        self._safety.show_state(state)
        self._show_passed(state.time_passed)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Tell the presenter what changed."""
        self._presenter.on_changes(changes, initiator)

    def leave(self) -> None:
        """Hide the names again."""
        self._presenter.leave()
        self._presenter.detach()

    def _lead_to(self, button: Button) -> None:
        """Let the keyboard begin at this button, and move it there before the other one hides."""
        before = self.focusProxy()
        if before is button:
            return
        self.setFocusProxy(button)
        if before is not None and self.window().focusWidget() is before:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_passed(self, count: int) -> None:
        words = self._look.phrases.plural(
            "1 record has reached the end of its keeping time.",
            "{count} records have reached the end of their keeping time.",
            count,
        )
        self._passed.setText(words)
        self._see.setAccessibleDescription(words)
        for part in (self._passed, self._see):
            part.setVisible(count > 0)

    def _show_drafts(self, state: State) -> None:
        self._drafts.setVisible(bool(state.drafts))
        text = self._look.phrases.text
        self._names.setChecked(state.names_shown)
        self._names.setText(text("Hide names") if state.names_shown else text("Show names"))
        if state.drafts != self._drafts_drawn:
            self._drafts_drawn = state.drafts
            self._draw_rows(state)
        for row in self._shown:
            row.show_name(state.names_shown)

    def _draw_rows(self, state: State) -> None:
        for row in self._shown:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._shown = [DraftRow(self._look, line) for line in state.drafts]
        before: QWidget = self._add
        for row in self._shown:
            row.resumed.connect(self._presenter.resume)
            self._rows.addWidget(row)
            row.show()
            self.setTabOrder(before, row.button)
            before = row.button

    def _names_button(self) -> Button:
        button = Button(self._look, self._look.phrases.text("Show names"), ButtonKind.QUIET, "eye")
        button.setCheckable(True)
        button.toggled.connect(lambda shown: self._presenter.show_names(shown=shown))
        return button

    def _empty_card(self) -> Card:
        text = self._look.phrases.text
        card = Card(self._look)
        card.body.setSpacing(self._look.theme.space(2))
        card.body.addWidget(Heading(text("Welcome. Nobody is in your record yet."), TextKind.TITLE))
        card.body.addWidget(
            Text(text("Begin with one person you work with. A nickname is enough."), TextKind.QUESTION)
        )
        self._first = Button(self._look, text("Add the first person"), ButtonKind.PRIMARY, "user-plus")
        self._first.clicked.connect(self._presenter.add_person)
        card.body.addWidget(self._first, alignment=Qt.AlignmentFlag.AlignLeading)
        return card

    def _lay_out(self) -> None:
        look, space = self._look, self._look.theme.space
        column = QWidget()
        column.setMaximumWidth(look.theme.grown(WIDEST))
        body = QVBoxLayout(column)
        body.setContentsMargins(space(3), space(3), space(3), space(3))
        body.setSpacing(space(2.5))
        buttons = QWidget()
        row = FlowLayout(buttons, gap=space(1.5))
        row.addWidget(self._find)
        row.addWidget(self._add)
        safety = self._safety
        top = (safety.clock, safety.backup)
        for part in (*top, self._empty, self._tiles, buttons, self._drafts, safety.line):
            body.addWidget(part)
        passed = QHBoxLayout()
        passed.addWidget(self._passed, 1)
        passed.addWidget(self._see)
        for part in (self._passed, self._see):
            part.hide()
        body.addLayout(passed)
        body.addStretch(1)
        page = QWidget()
        page.setObjectName("page")
        # wrapped words ask for more height than they need, and the page would scroll without reason
        page.setMinimumHeight(1)
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(column, 1)
        across.addStretch()
        self.setWidget(page)


class _Tiles(QWidget):
    """Four big numbers, each with its word."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(2))
        self._pairs: list[tuple[Card, Text, Text]] = []
        for _ in range(4):
            card = Card(look)
            number, word = Text("–", TextKind.DISPLAY), Text("", TextKind.MUTED)
            card.body.addWidget(number)
            card.body.addWidget(word)
            card.body.addStretch()
            row.addWidget(card, 1)
            self._pairs.append((card, number, word))

    def show_counts(self, counts: Counts) -> None:
        """Show what is due, what is unfinished, and how many people there are."""
        plural = self._look.phrases.plural
        told = (
            (
                counts.conversations_due,
                plural("conversation due", "conversations due", counts.conversations_due),
            ),
            (counts.reviews_due, plural("review due", "reviews due", counts.reviews_due)),
            (counts.drafts, plural("session to go on with", "sessions to go on with", counts.drafts)),
            (counts.people, plural("person", "people", counts.people)),
        )
        for (card, number, word), (count, words) in zip(self._pairs, told, strict=True):
            number.setText(str(count))
            word.setText(words)
            card.setAccessibleName(self._look.phrases.text("{number} {what}", number=count, what=words))
