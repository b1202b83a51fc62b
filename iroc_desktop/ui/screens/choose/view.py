"""Draws choosing: the areas, and what the person chose, in their order.

It must not choose for the person: nothing is pressed before they say so.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.choose.choices_card import ChoicesCard, ChosenCard
from iroc_desktop.ui.screens.choose.presenter import ChoosePresenter, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.prompts_card import PromptsCard
from iroc_desktop.ui.widgets.session_page import SessionPage
from iroc_desktop.ui.widgets.side_by_side import SideBySide


class ChooseView(SessionPage):
    """What matters most now."""

    def __init__(
        self,
        presenter: ChoosePresenter,
        look: Look,
        prompts: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Show `prompts` beside the choice, as questions one could ask."""
        super().__init__(look, Stage.CHOOSE, parent)
        self._presenter = presenter
        self._look = look
        self._opening = Text(look.phrases.text("One moment…"), TextKind.MUTED)
        self.choices = ChoicesCard(look)
        self.chosen = ChosenCard(look)
        self.prompts = PromptsCard(look)
        self.prompts.set_lines(prompts)
        self._columns = SideBySide(look, self.choices, self._beside(), share=(3, 2), least=760)
        self._columns.hide()
        self.body.addWidget(self._opening)
        self.body.addWidget(self._columns, 1)
        self.retried.connect(presenter.try_again)
        self.choices.toggled.connect(presenter.toggle)
        self.chosen.raised.connect(presenter.put_first)
        self.chosen.dropped.connect(presenter.toggle)
        presenter.attach(self._show)

    def leave(self) -> None:
        """Stop drawing."""
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        self.show_problem(state.problem)
        sheet = state.sheet
        if sheet is None:
            return
        first = self._columns.isHidden()
        self._opening.hide()
        self._columns.show()
        self.choices.show_sheet(sheet, state.refused)
        self.chosen.show_sheet(sheet)
        tab_through((self.choices, *self.chosen.buttons, self.prompts, self.ways))
        if first:
            button = next(iter(self.choices.buttons.values()))
            self.setFocusProxy(button)
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _beside(self) -> QWidget:
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.space(2))
        column.addWidget(self.chosen)
        column.addWidget(self.prompts)
        column.addStretch(1)
        return beside
