"""A plan to read, with nothing in it that can be changed.

It must not leave anything out: a plan of long ago is read whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plan import Review, Step
from iroc_desktop.i18n.formats import long_date
from iroc_desktop.services.plan_words import agreement_sentence, progress_sentence, step_facts
from iroc_desktop.services.writers import Piece
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.bullets import Bullets
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.written_by import WrittenBy


class PlanReading(QWidget):
    """Outcomes with their steps, what helps, the days it was looked at, and whether the person agreed."""

    def __init__(self, look: Look, indicators: Mapping[str, str]) -> None:
        """Name the indicators that outcomes belong to: id → name."""
        super().__init__()
        self.setObjectName("clear")
        self._look = look
        self._indicators = indicators
        self._shown: PersonalPlan | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.theme.space())

    def show_plan(self, plan: PersonalPlan | None) -> None:
        """Show a plan, or nothing."""
        if plan == self._shown:
            return
        self._shown = plan
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in self._parts(plan) if plan is not None else ():
            self._column.addWidget(part)

    def _parts(self, plan: PersonalPlan) -> Iterator[QWidget]:
        text, phrases = self._look.phrases.text, self._look.phrases
        if plan.empty:
            yield Text(text("Nothing stood in it."), TextKind.MUTED)
        for outcome in plan.outcomes:
            yield Text(outcome.words, TextKind.LABEL)
            yield WrittenBy(self._look, Piece(Entity(EntityKind.OUTCOME, outcome.id)))
            names = [self._indicators[each] for each in outcome.indicator_ids if each in self._indicators]
            facts = [*names, progress_sentence(plan.progress_of(outcome.id), phrases)]
            yield from self._quiet(facts)
            yield from self._helps(plan, outcome.id)
            yield from self._steps(plan, plan.steps_of(outcome.id))
        if plan.without_outcome:
            yield Text(text("Steps on their own"), TextKind.LABEL)
            yield from self._steps(plan, plan.without_outcome)
        if plan.supports_of(""):
            yield Text(text("Who and what helps"), TextKind.LABEL)
            yield from self._helps(plan, "")
        if plan.reviews:
            yield Text(text("When we look at the plan together"), TextKind.LABEL)
            yield self._list([self._review(each) for each in plan.reviews])
        yield from self._quiet([agreement_sentence(plan.plan, phrases)])

    def _steps(self, plan: PersonalPlan, steps: tuple[Step, ...]) -> Iterator[QWidget]:
        for step in steps:
            helping = [each.words for each in plan.supports_of(step.id)]
            said = (step.words, " · ".join(step_facts(step, self._look.phrases)), *helping)
            yield self._list(["\n".join(each for each in said if each)])

    def _helps(self, plan: PersonalPlan, part_id: str) -> Iterator[QWidget]:
        supports = plan.supports_of(part_id)
        if supports:
            yield self._list([each.words for each in supports])

    def _review(self, review: Review) -> str:
        day = long_date(review.day, self._look.phrases.language) if review.day else ""
        return " · ".join(each for each in (day, review.words) if each)

    def _quiet(self, facts: list[str]) -> Iterator[QWidget]:
        said = " · ".join(each for each in facts if each)
        if said:
            yield Text(said, TextKind.MUTED)

    def _list(self, lines: list[str]) -> Bullets:
        bullets = Bullets(self._look)
        bullets.set_lines(lines)
        return bullets
