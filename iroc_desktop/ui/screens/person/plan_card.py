"""The plan in short on the person's page: how far it is, and what comes next.

It must not change anything: the plan's own page does.
"""

from __future__ import annotations

from typing import Final

from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.services.plan_words import progress_sentence
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.bullets import Bullets
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind

MOST_STEPS: Final = 5


class PlanCard(Card):
    """The next steps, and the way to the plan."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("Plan and toolkit"))
        self._look = look
        self._progress = Text("", TextKind.MUTED)
        self._steps = Bullets(look)
        self.open = Button(look, "", icon="check")
        self.well = Button(look, look.phrases.text("Staying well"), icon="sun")
        self.toolkit = Button(look, look.phrases.text("Open the toolkit together"), icon="list")
        self.body.addWidget(self._progress)
        self.body.addWidget(self._steps)
        buttons = FlowLayout(gap=look.theme.space())
        buttons.addWidget(self.open)
        buttons.addWidget(self.well)
        buttons.addWidget(self.toolkit)
        self.body.addLayout(buttons)
        self.show_plan(None, earlier=False)

    def show_plan(self, plan: PersonalPlan | None, *, earlier: bool) -> None:
        """Show the first open steps, or that there is no plan; `earlier` ones can be read."""
        text, phrases = self._look.phrases.text, self._look.phrases
        if plan is None or plan.empty:
            none_now = text("No plan is under way now. The plans from before can be read.")
            none_yet = text("There is no plan yet. It can begin with one small step.")
            self._progress.setText(none_now if earlier else none_yet)
            self._steps.set_lines([])
            self.open.setText(text("Open the plans") if earlier else text("Begin a plan"))
            return
        self._progress.setText(progress_sentence(plan.progress, phrases))
        self._steps.set_lines([each.words for each in plan.open_steps[:MOST_STEPS]])
        self.open.setText(phrases.text("Open the plan"))
