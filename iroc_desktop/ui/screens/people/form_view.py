"""Draws the form for one person: only the name is needed, and each field says why it is asked.

It must not keep anything by itself; every key reaches the presenter.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.messages.errors import message_for
from iroc_desktop.ui.screens.people.duplicates import Duplicates
from iroc_desktop.ui.screens.people.form_presenter import PersonFormPresenter, State
from iroc_desktop.ui.screens.people.person_fields import PersonFields
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.reading_page import reading_page

WIDEST = 760
"""Of the column, in pixels at normal text size."""


class PersonFormView(QWidget):
    """The fields scroll; Save and its answer stay in sight below them."""

    def __init__(self, presenter: PersonFormPresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._look = look
        self._told_saved = False
        self._name_was_missing = False
        text = look.phrases.text
        self._banner = Banner(look)
        self._duplicates = Duplicates(look)
        self._duplicates.opened.connect(presenter.open_instead)
        self._fields = PersonFields(look, self._duplicates)
        self._fields.edited.connect(presenter.edit)
        self._heading = Heading("", TextKind.TITLE)
        self._save = Button(look, text("Save"), ButtonKind.PRIMARY, "save")
        self._save.clicked.connect(presenter.save)
        self._cancel = Button(look, text("Cancel"))
        self._cancel.clicked.connect(presenter.cancel)
        self._page = Button(look, text("Open their page"), icon="arrow-right")
        self._page.clicked.connect(presenter.open_page)
        self._answer = Text("", TextKind.MUTED, wrap=False)
        self._answer.setMinimumHeight(self._save.sizeHint().height())
        self._lay_out()
        self.setFocusProxy(self._fields)
        presenter.attach(self.show_state)

    def show_state(self, state: State) -> None:
        """Draw what is typed, what may be double, and whether it is saved."""
        text = self._look.phrases.text
        self._heading.setText(text("A new person") if state.is_new else text("About this person"))
        self._fields.setEnabled(state.ready)
        self._fields.show_form(state.form)
        self._duplicates.show_candidates(state.candidates)
        self._fields.let_follow_name(self._duplicates.buttons)
        self._show_trouble(state)
        self._save.setEnabled(state.ready and not state.busy)
        self._page.setVisible(not state.is_new)
        self._cancel.setText(text("Close") if state.saved else text("Cancel"))
        self._answer.setText(text("Saved") if state.saved else "")
        if state.saved and not self._told_saved:
            announce(self._save, text("Saved"))
        self._told_saved = state.saved

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """What is typed here is worth more than what changed elsewhere."""

    def leave(self) -> None:
        """Keep what is typed."""
        self._presenter.leave()
        self._presenter.detach()

    def _show_trouble(self, state: State) -> None:
        self._fields.show_name_missing(state.name_missing)
        if state.name_missing and not self._name_was_missing:
            self._fields.go_to_name()
        self._name_was_missing = state.name_missing
        if state.error is None or state.name_missing:
            self._banner.clear()
        else:
            message = message_for(state.error, self._look.phrases)
            self._banner.show_problem(message.what, message.do)

    def _lay_out(self) -> None:
        space = self._look.theme.space
        column = QWidget()
        column.setMaximumWidth(self._look.theme.grown(WIDEST))
        inner = QVBoxLayout(column)
        inner.setContentsMargins(space(3), space(2), space(3), space(3))
        inner.setSpacing(space(2))
        inner.addWidget(self._heading)
        inner.addWidget(self._fields)
        inner.addStretch()
        page = reading_page(column)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        foot = QWidget()
        flow = FlowLayout(foot, gap=space(1.5))
        for part in (self._save, self._cancel, self._page, self._answer):
            flow.addWidget(part)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(scroll, 1)
        below = QVBoxLayout()
        below.setContentsMargins(space(3), space(1.5), space(3), space(1.5))
        below.addWidget(self._banner)
        below.addWidget(foot)
        body.addLayout(below)
