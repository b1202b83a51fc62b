"""The fields of the form, in three groups, as widgets.

They must not check anything: they show a `Form` and tell the one that is typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from iroc_desktop.domain.people import Reading
from iroc_desktop.i18n.languages import own_name
from iroc_desktop.system.settings import LANGUAGES
from iroc_desktop.ui.screens.people.choices import Choices
from iroc_desktop.ui.screens.people.form_presenter import Form
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.line_field import LineField


class PersonFields(QWidget):
    """Everything that can be said about a person."""

    edited = Signal(object)
    """The `Form` as it stands after a key or a click."""

    def __init__(self, look: Look, duplicates: QWidget) -> None:
        super().__init__()
        self._look = look
        self._form = Form()
        self._showing = False
        self._lines: dict[str, QLineEdit] = {}
        self._missing = Text(look.phrases.text("A name is needed. A nickname is fine."), TextKind.ERROR)
        self._missing.hide()
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(look.theme.space(2))
        self._name_card(duplicates)
        self._language_card()
        self._needs_card()
        self.setFocusProxy(self._lines["preferred_name"])

    def show_form(self, form: Form) -> None:
        """Show what is typed; a field that says the same already is left alone, cursor and all."""
        self._form = form
        self._showing = True
        for name, line in self._lines.items():
            wanted = getattr(form, name)
            if line.text() != wanted:
                line.setText(wanted)
        self._language.choose(form.language)
        self._reading.choose(form.reading)
        self._showing = False

    def show_name_missing(self, missing: bool) -> None:
        """Mark the name as the field to look at."""
        line = self._lines["preferred_name"]
        line.setProperty("wrong", missing)
        line.style().unpolish(line)
        line.style().polish(line)
        self._missing.setVisible(missing)

    def let_follow_name(self, widgets: Sequence[QWidget]) -> None:
        """Let Tab go from the name to these, and then on."""
        before: QWidget = self._lines["preferred_name"]
        for widget in widgets:
            self.setTabOrder(before, widget)
            before = widget

    def go_to_name(self) -> None:
        """Put the keyboard into the name."""
        self._lines["preferred_name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_card(self, duplicates: QWidget) -> None:
        text = self._look.phrases.text
        card = Card(self._look)
        self._line(
            card,
            "preferred_name",
            text("Name"),
            text("How you call this person. A nickname or an initial is fine."),
        )
        card.body.addWidget(self._missing)
        card.body.addWidget(duplicates)
        self._line(
            card,
            "shown_as",
            text("Name on paper"),
            text("How they want to be named on prints that others may see. Empty: the same name."),
        )
        self._line(card, "site", text("Where you meet"), text("Such as module 4, or the village hall."))
        self._body.addWidget(card)

    def _language_card(self) -> None:
        text = self._look.phrases.text
        card = Card(self._look, text("Languages and reading"))
        languages = {code: own_name(code) for code in dict.fromkeys(LANGUAGES)}
        self._language = self._choices(
            card,
            text("Language of their prints"),
            text("Their screen and their papers come in this language."),
            languages,
        )
        self._language.chosen.connect(lambda code: self._tell(language=code))
        self._line(
            card, "speaks", text("Other languages they speak"), text("It helps to find the right words.")
        )
        reading: dict[object, str] = {
            Reading.WELL: text("reads well"),
            Reading.A_LITTLE: text("reads a little"),
            Reading.NOT_AT_ALL: text("does not read"),
        }
        self._reading = self._choices(
            card, text("Reading"), text("As they see it themselves. It decides what you read aloud."), reading
        )
        self._reading.chosen.connect(lambda reading: self._tell(reading=reading))
        self._body.addWidget(card)

    def _needs_card(self) -> None:
        text = self._look.phrases.text
        card = Card(self._look, text("What helps"))
        self._line(
            card,
            "access_needs",
            text("What makes it easier"),
            text("Large print, reading aloud, a quiet room, a break."),
        )
        self._label(
            card,
            text("Whether they agree that this record is kept"),
            text("Ask before you write. Their page has words to read together, and keeps their answer."),
        )
        self._body.addWidget(card)

    def _line(self, card: Card, name: str, label: str, hint: str) -> None:
        line = LineField()
        line.setAccessibleName(label)
        line.setAccessibleDescription(hint)
        line.textEdited.connect(lambda text, name=name: self._tell(**{name: text}))
        self._label(card, label, hint).setBuddy(line)
        card.body.addWidget(line)
        self._lines[name] = line

    def _choices(
        self, card: Card, label: str, hint: str, words: dict[object, str] | dict[str, str]
    ) -> Choices:
        self._label(card, label, hint)
        choices = Choices(self._look, label, words)
        card.body.addWidget(choices)
        return choices

    def _label(self, card: Card, label: str, hint: str) -> Text:
        caption = Text(label, TextKind.LABEL)
        if card.body.count() > 1:
            card.body.addSpacing(self._look.theme.space())
        card.body.addWidget(caption)
        card.body.addWidget(Text(hint, TextKind.MUTED))
        return caption

    def _tell(self, **changed: object) -> None:
        if not self._showing:
            self._form = replace(self._form, **changed)  # type: ignore[arg-type]  # names of Form's own fields
            self.edited.emit(self._form)
