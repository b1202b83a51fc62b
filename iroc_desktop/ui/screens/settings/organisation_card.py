"""The organisation's name and its answer about the licence, to be read again and changed.

It must not answer for anybody: the question stays open until somebody does.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from iroc_desktop.domain.people import Licence
from iroc_desktop.ui.screens.settings.presenter import SettingsPresenter, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.line_field import LineField
from iroc_desktop.ui.widgets.pressable import RadioButton


class OrganisationCard(Card):
    """Fields, Save, and the word that it is saved."""

    def __init__(self, presenter: SettingsPresenter, look: Look) -> None:
        super().__init__(look, look.phrases.text("Your organisation"))
        self._presenter = presenter
        self._look = look
        text = look.phrases.text
        self._name = self._line(text("Name of your organisation"))
        self._answers = QButtonGroup(self)
        self.body.setSpacing(look.theme.space(1.5))
        self.body.addWidget(
            Text(text("Does it hold a licence from Penumbra to use the I.ROC?"), TextKind.LABEL)
        )
        words = {
            Licence.YES: text("Yes"),
            Licence.NO: text("No"),
            Licence.UNSURE: text("Not sure"),
        }
        for place, (licence, word) in enumerate(words.items()):
            button = RadioButton(word)
            button.setProperty("licence", licence.value)
            self._answers.addButton(button, place)
            self.body.addWidget(button)
        self._answers.idClicked.connect(lambda _: self._tell())
        self._with_licence = QWidget()
        inner = QVBoxLayout(self._with_licence)
        inner.setContentsMargins(0, 0, 0, 0)
        self._reference = self._line(text("Licence reference"), inner)
        self.body.addWidget(self._with_licence)
        self._save = Button(look, text("Save"), icon="save")
        self._save.clicked.connect(presenter.save_organisation)
        self._saved = Text("", TextKind.MUTED)
        self.body.addWidget(self._save, alignment=Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._saved)

    def show_state(self, state: State) -> None:
        """Show what is typed, and whether it is saved."""
        organisation = state.organisation
        self.setEnabled(organisation is not None)
        if organisation is None:
            return
        for line, wanted in (
            (self._name, organisation.name),
            (self._reference, organisation.licence_reference),
        ):
            if line.text() != wanted:
                line.setText(wanted)
        for button in self._answers.buttons():
            if button.property("licence") == organisation.licence.value:
                button.setChecked(True)
        self._with_licence.setVisible(organisation.licence is Licence.YES)
        text = self._look.phrases.text
        self._save.setEnabled(not state.organisation_saved)
        self._saved.setText(text("Saved") if state.organisation_saved else text("Not saved yet"))

    def _tell(self) -> None:
        chosen = self._answers.checkedButton()
        licence = Licence(chosen.property("licence")) if chosen else Licence.UNANSWERED
        self._presenter.edit_organisation(self._name.text(), licence, self._reference.text())

    def _line(self, label: str, layout: QVBoxLayout | None = None) -> QLineEdit:
        line = LineField()
        line.setAccessibleName(label)
        line.textEdited.connect(lambda _: self._tell())
        line.returnPressed.connect(self._presenter.save_organisation)
        caption = Text(label, TextKind.LABEL)
        caption.setBuddy(line)
        group = QVBoxLayout()
        group.setSpacing(self._look.theme.space(0.5))
        group.addWidget(caption)
        group.addWidget(line)
        (layout or self.body).addLayout(group)
        return line
