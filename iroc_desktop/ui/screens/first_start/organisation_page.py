"""The last page: the organisation, its licence, and the first person if there is one already.

It must not assume a licence that nobody claimed.
"""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from iroc_desktop.domain.people import Licence
from iroc_desktop.ui.screens.first_start.page import StartPage
from iroc_desktop.ui.screens.first_start.presenter import FirstStartPresenter, Problem, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.pressable import RadioButton


class OrganisationPage(StartPage):
    """Who you work for, and whom you work with first."""

    def __init__(self, presenter: FirstStartPresenter, look: Look, state: State) -> None:
        super().__init__(presenter, look, state)
        text = look.phrases.text
        self.onward = text("Finish")
        self._title(
            text("Your organisation"),
            text("The I.ROC belongs to Penumbra. Organisations that use it hold a licence."),
        )
        first = self._line("name", text("Your name")) if state.asks_name else None
        name = self._line(
            "organisation",
            text("Name of your organisation"),
            text("It stands on the prints. It can stay empty."),
        )
        self._body.addSpacing(look.theme.space(0.5))
        self._body.addWidget(Text(text("Does it hold a licence to use the I.ROC?"), TextKind.LABEL))
        self._answers = self._answer_buttons(state)
        self._body.addWidget(
            Text(
                text("Without a licence, prints say that the wording is our own. You can answer later."),
                TextKind.MUTED,
            )
        )
        self._with_licence = QWidget()
        inner = QVBoxLayout(self._with_licence)
        inner.setContentsMargins(0, 0, 0, 0)
        self._line("reference", text("Licence reference, if you know it"), layout=inner)
        self._body.addWidget(self._with_licence)
        self._body.addSpacing(look.theme.space(1.5))
        self._line(
            "person",
            text("The first person you work with"),
            text("A nickname is enough. You can also do this later: then leave it empty."),
        )
        self.setFocusProxy(first or name)

    def _answer_buttons(self, state: State) -> QButtonGroup:
        answers = QButtonGroup(self)
        for place, (licence, words) in enumerate(self._licences().items()):
            button = RadioButton(words)
            button.setChecked(licence is state.typed.licence)
            button.setProperty("licence", licence.value)
            answers.addButton(button, place)
            self._body.addWidget(button)
        answers.idClicked.connect(lambda place: self._tell(licence=list(self._licences())[place]))
        return answers

    def show_state(self, state: State) -> None:
        """Show the reference only where there is a licence, and go to an open question."""
        super().show_state(state)
        self._with_licence.setVisible(state.typed.licence is Licence.YES)
        if state.problem is Problem.LICENCE_UNANSWERED:
            self._answers.button(0).setFocus()

    def _licences(self) -> dict[Licence, str]:
        text = self._look.phrases.text
        return {Licence.YES: text("Yes"), Licence.NO: text("No"), Licence.UNSURE: text("Not sure")}
