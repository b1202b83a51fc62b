"""What the list is narrowed to: who, what, when, at which machine, and whose record.

It must not search by itself: it tells the presenter what was chosen.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.people import Person
from iroc_desktop.services.audit import Choices
from iroc_desktop.ui.screens.audit.presenter import AuditPresenter
from iroc_desktop.ui.screens.audit.sentences import (
    deed_choices,
    machine_choices,
    practitioner_choices,
    span_choices,
)
from iroc_desktop.ui.screens.audit.state import Span, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.day_field import DayField
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.line_field import LineField
from iroc_desktop.ui.widgets.pick import Pick


class FiltersCard(Card):
    """Drop-down fields in a row, days when they are wanted, and a name to type."""

    def __init__(self, presenter: AuditPresenter, look: Look, choices: Choices) -> None:
        super().__init__(look)
        phrases = look.phrases
        self._presenter = presenter
        self._look = look
        self._matches: tuple[Person, ...] = ()
        self.setAccessibleName(phrases.text("What to show"))
        self.who = Pick(look, phrases.text("Who did it"), practitioner_choices(choices, phrases))
        self.deed = Pick(look, phrases.text("What was done"), deed_choices(phrases))
        self.span = Pick(look, phrases.text("When"), span_choices(phrases))
        self.machine = Pick(look, phrases.text("Where"), machine_choices(choices, phrases))
        self.machine.setVisible(False)
        self._several_machines = len(choices.machines) > 1
        self.first = DayField(look, phrases.text("From this day on"))
        self.last = DayField(look, phrases.text("Up to this day"))
        self.name = LineField()
        self.name.setPlaceholderText(phrases.text("Type a name"))
        self.name.setAccessibleName(phrases.text("Whose record"))
        self.everybody = Button(look, "", ButtonKind.PLAIN, "x")
        self._people = QWidget()
        self._people.setObjectName("clear")
        self._people_row = FlowLayout(self._people, gap=look.theme.space(0.5))
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.who)

    def show_state(self, state: State) -> None:
        """Show what is asked for now."""
        wanted = state.wanted
        self.who.show_value(wanted.practitioner_id)
        self.deed.show_value(wanted.deed)
        self.span.show_value(state.span)
        self.machine.show_value(wanted.machine)
        self._days.setVisible(state.span is Span.BETWEEN)
        self.first.show_day(wanted.first or state.today)
        self.last.show_day(wanted.last or state.today)
        if self.name.text() != state.typed:
            self.name.setText(state.typed)
        self._show_person(state.person)
        self._show_matches(state.matches)

    def _show_person(self, person: Person | None) -> None:
        had_keyboard = self.everybody.hasFocus() or self.name.hasFocus()
        self.name.setVisible(person is None)
        self.everybody.setVisible(person is not None)
        if person is not None:
            words = self._look.phrases.text("Only {name}: show everybody", name=person.preferred_name)
            self.everybody.setText(words)
            if had_keyboard:
                self.everybody.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_keyboard:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_matches(self, matches: tuple[Person, ...]) -> None:
        if matches == self._matches:
            return
        self._matches = matches
        while (item := self._people_row.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        before: QWidget = self.name
        for person in matches:
            button = Button(self._look, person.preferred_name, ButtonKind.QUIET, "user")
            button.setAccessibleDescription(person.site)
            button.clicked.connect(partial(self._choose, person))
            self._people_row.addWidget(button)
            button.show()
            self.setTabOrder(before, button)
            before = button
        self._people.setVisible(bool(matches))

    def _choose(self, person: Person) -> None:
        # the button that was pressed is about to go
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._presenter.show_person(person)

    def _connect(self) -> None:
        presenter = self._presenter
        self.who.picked.connect(presenter.show_practitioner)
        self.deed.picked.connect(presenter.show_deed)
        self.span.picked.connect(presenter.show_span)
        self.machine.picked.connect(presenter.show_machine)
        for field in (self.first, self.last):
            field.picked.connect(lambda _: presenter.show_days(self.first.day, self.last.day))
        self.name.textEdited.connect(presenter.type)
        self.everybody.clicked.connect(lambda: presenter.show_person(None))

    def _lay_out(self) -> None:
        phrases, space = self._look.phrases, self._look.theme.space
        picks = FlowLayout(gap=space(2))
        for pick in (self.who, self.deed, self.span, self.machine):
            picks.addWidget(pick)
        self.machine.setVisible(self._several_machines)
        self.body.addLayout(picks)
        self._days = QWidget()
        self._days.setObjectName("clear")
        days = FlowLayout(self._days, gap=space(2))
        for field in (self.first, self.last):
            days.addWidget(_labelled(field, field.accessibleName()))
        self.body.addWidget(self._days)
        caption = Text(phrases.text("Whose record"), TextKind.LABEL)
        caption.setBuddy(self.name)
        self.body.addWidget(caption)
        self.body.addWidget(self.name)
        self.body.addWidget(self.everybody, alignment=Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._people)
        for hidden in (self._days, self.everybody, self._people):
            hidden.hide()


def _labelled(field: DayField, words: str) -> QWidget:
    whole = QWidget()
    whole.setObjectName("clear")
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    caption = Text(words, TextKind.LABEL)
    caption.setBuddy(field)
    column.addWidget(caption)
    column.addWidget(field)
    return whole
