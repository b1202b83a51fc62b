"""The fourth step: what was chosen, what goes into the plan, and what is agreed.

It must not put anything into the plan by itself.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.exploring import ExploringNote, ExploringStep, Option
from iroc_desktop.ui.screens.explore.state import InPlan, State
from iroc_desktop.ui.screens.explore.step_page import Material
from iroc_desktop.ui.screens.explore.talk_pages import NotesPage
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind


class AgreeingPage(NotesPage):
    """What the two of them agree."""

    step = ExploringStep.AGREEING

    def __init__(self, made_with: Material) -> None:
        super().__init__(made_with)
        look = made_with.look
        text = look.phrases.text
        self.rows: dict[str, ChosenRow] = {}
        self._chosen = Card(look, text("What I chose"))
        self._chosen.body.setSpacing(look.theme.space(1.5))
        self._none = Text(
            text("Nothing is chosen yet. You can look at the options again, or agree on something else."),
            TextKind.MUTED,
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(look.theme.space(2))
        self.hope = self.note_field(
            ExploringNote.BEST_HOPES, text("My best hope. In my plan it becomes what I want."), lines=1
        )
        self._outcome = Text("", TextKind.MUTED)
        self._chosen.body.addWidget(self._none)
        self._chosen.body.addLayout(self._list)
        self._chosen.body.addWidget(self.hope)
        self._chosen.body.addWidget(self._outcome)
        agreed = Card(look, text("What we agree"))
        self.agreed = self.note_field(ExploringNote.AGREED, text("In my own words"), lines=3)
        agreed.body.addWidget(self.agreed)
        self.column.addWidget(self._chosen)
        self.column.addWidget(agreed)
        self.column.addStretch(1)
        self.setFocusProxy(self.agreed)

    def show_state(self, state: State) -> None:
        """Show what was chosen, what stands in the plan, and the words."""
        if state.exploration is None:
            return
        chosen, in_plan = state.exploration.chosen, state.in_plan
        self._arrange(chosen)
        for option in chosen:
            self._show_row(self.rows[option.id], option, in_plan)
        self._none.setVisible(not chosen)
        self.hope.setVisible(bool(chosen) and not in_plan.outcome)
        self._outcome.setText(self._look.phrases.text("In my plan under: {outcome}", outcome=in_plan.outcome))
        self._outcome.setVisible(bool(chosen) and bool(in_plan.outcome))
        self.show_notes(state.exploration)

    def _show_row(self, row: ChosenRow, option: Option, in_plan: InPlan) -> None:
        had_keyboard = row.make.hasFocus()
        row.show_option(option, in_plan)
        if had_keyboard and not row.make.isVisible():
            self._move_on(row)

    def _move_on(self, row: ChosenRow) -> None:
        """Put the keyboard on what can be done next, and say what was done."""
        announce(self, self._look.phrases.text("It is a step of my plan now."))
        open_ones = [each.make for each in self.rows.values() if each is not row and each.make.isVisible()]
        following = next(iter(open_ones), self.agreed)
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, chosen: tuple[Option, ...]) -> None:
        ids = [each.id for each in chosen]
        if ids == list(self.rows):
            return
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {each: self._row(each) for each in ids}
        for row in self.rows.values():
            row.show()

    def _row(self, option_id: str) -> ChosenRow:
        row = ChosenRow(self._look)
        row.made.connect(lambda: self._make(option_id))
        self._list.addWidget(row)
        return row

    def _make(self, option_id: str) -> None:
        self.flush()
        self._presenter.make_step(self._indicator_id, option_id)


class ChosenRow(QWidget):
    """A chosen option, and the way into the plan."""

    made = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._look = look
        self._words = Text("", TextKind.LABEL)
        self._there = Text(look.phrases.text("✓ It is a step of my plan"))
        self.make = Button(look, look.phrases.text("Put it in my plan"), icon="plus")
        self.make.clicked.connect(self.made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(0.5))
        column.addWidget(self._words)
        column.addWidget(self._there)
        column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeading)

    def show_option(self, option: Option, in_plan: InPlan) -> None:
        """Show an option, and whether it is a step of the plan."""
        text = self._look.phrases.text
        there = option.id in in_plan.options
        words = option.words.strip()
        self._words.setText(words or text("An option without words yet"))
        self._there.setVisible(there)
        self.make.setVisible(not there)
        self.make.setEnabled(bool(words) and option.id not in in_plan.making)
        self.make.setAccessibleName(text("Put it in my plan, as a step: {option}", option=words))
