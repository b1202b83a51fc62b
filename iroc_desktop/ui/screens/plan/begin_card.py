"""Before a new plan begins: what of this one shall come along.

It must not begin anything by itself, nor leave something open behind without asking.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.tick import Tick


class BeginCard(Card):
    """Everything that is still open comes along, unless somebody takes its tick away."""

    begun = Signal(object)
    """The ids of what comes along, as `Plans.begin` takes them."""
    stayed = Signal()
    """This plan shall go on."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("A new plan"))
        self._look = look
        text = look.phrases.text
        self.ticks: dict[str, Tick] = {}
        self._asked = Text(text("What shall come along?"), TextKind.LABEL)
        self._along = QVBoxLayout()
        self.begin = Button(look, text("Begin the new plan"), ButtonKind.PRIMARY)
        self.stay = Button(look, text("Stay with this plan"), ButtonKind.QUIET)
        self.begin.clicked.connect(self._begin)
        self.stay.clicked.connect(self._stay)
        self.body.addWidget(Text(text("The plan you have stays as it is. You can read it at any time.")))
        self.body.addWidget(self._asked)
        self.body.addLayout(self._along)
        buttons = FlowLayout(gap=look.theme.space())
        buttons.addWidget(self.begin)
        buttons.addWidget(self.stay)
        self.body.addLayout(buttons)

    def ask(self, plan: PersonalPlan) -> None:
        """Offer what is still open in this plan."""
        for tick in self.ticks.values():
            self._along.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self.ticks = {each.id: self._tick(self._outcome_words(plan, each.id)) for each in plan.open_outcomes}
        self.ticks |= {each.id: self._tick(each.words) for each in plan.without_outcome if each.open}
        for tick in self.ticks.values():
            self._along.addWidget(tick)
        self._asked.setVisible(bool(self.ticks))
        self.show()
        self.setFocusProxy(next(iter(self.ticks.values()), self.begin))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _outcome_words(self, plan: PersonalPlan, outcome_id: str) -> str:
        words = next(each.words for each in plan.outcomes if each.id == outcome_id)
        count = sum(each.open for each in plan.steps_of(outcome_id))
        if not count:
            return words
        return self._look.phrases.plural(
            "{words} (with {count} open step)", "{words} (with {count} open steps)", count, words=words
        )

    def _tick(self, words: str) -> Tick:
        tick = Tick(self._look, words)
        tick.show_as(ticked=True)
        return tick

    def _begin(self) -> None:
        self.hide()
        self.begun.emit(tuple(part_id for part_id, tick in self.ticks.items() if tick.box.isChecked()))

    def _stay(self) -> None:
        self.hide()
        self.stayed.emit()
