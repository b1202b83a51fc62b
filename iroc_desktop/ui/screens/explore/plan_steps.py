"""Options on their way into the plan: each becomes a step once, under an outcome of its area.

It must not change what stands in the plan: it only adds to it, and the plan itself undoes that.
"""

from __future__ import annotations

from iroc_desktop.domain.exploring import Exploration, Option
from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plan import Outcome
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.planning import Added
from iroc_desktop.ui.screens.explore.keeping import Keeping
from iroc_desktop.ui.screens.explore.state import InPlan, Means


class PlanSteps:
    """The chosen options and the plan in use."""

    def __init__(self, means: Means, keeping: Keeping) -> None:
        self._means = means
        self._keeping = keeping
        self._person_id = ""
        self._plan: PersonalPlan | None = None
        self._making: frozenset[str] = frozenset()
        self._made: dict[str, str] = {}

    def load(self, person_id: str, plan: PersonalPlan | None) -> None:
        """Take the plan as it stands now."""
        self._person_id, self._plan = person_id, plan

    def of(self, exploration: Exploration, name: str) -> InPlan:
        """Return what of an exploration stands in the plan; `name` is the indicator's."""
        plan = self._plan
        outcome = _outcome(plan, exploration.indicator_id)
        return InPlan(
            outcome="" if outcome is None else outcome.words,
            proposal=exploration.best_hopes.strip() or name,
            options=frozenset(each.id for each in exploration.options if self._stands(each, exploration)),
            making=self._making,
        )

    def make(self, exploration: Exploration, option_id: str, name: str) -> None:
        """Make an option a step, under the area's outcome or a new one in the words of the best hopes."""
        option = exploration.option(option_id)
        about = self.of(exploration, name)
        if option is None or not option.words.strip() or option_id in about.options | self._making:
            return
        self._making |= {option_id}

        def made(done: Done[Added]) -> None:
            self._making -= {option_id}
            self._made[option_id] = done.value.id
            self._plan = done.value.plan
            self._keeping.saved()

        def work() -> Done[Added]:
            return self._add(exploration.indicator_id, about.proposal, option.words.strip())

        self._keeping.send(f"step {option_id}", work, made)

    def refused(self) -> None:
        """Offer again what could not be made a step."""
        self._making = frozenset()

    def _add(self, indicator_id: str, outcome_words: str, step_words: str) -> Done[Added]:
        """Add the step to the plan as the store has it, so that a second try adds nothing twice."""
        means, person_id = self._means, self._person_id
        plan = means.plans.active(person_id) or means.plans.begin(person_id).value
        outcome = _outcome(plan, indicator_id)
        if outcome is None:
            outcome_id = means.outcomes.add(plan.id, outcome_words, (indicator_id,)).value.id
        else:
            outcome_id = outcome.id
            there = next((each for each in plan.steps_of(outcome_id) if each.words == step_words), None)
            if there is not None:
                return Done(Added(there.id, plan), Changes())
        return means.steps.add(plan.id, outcome_id, step_words)

    def _stands(self, option: Option, exploration: Exploration) -> bool:
        """Return whether an option is a step: the one made from it, or one of the area in its very words."""
        plan = self._plan
        if plan is None:
            return False
        if plan.step(self._made.get(option.id, "")) is not None:
            return True
        of = {each.id for each in plan.outcomes if exploration.indicator_id in each.indicator_ids}
        return any(each.words.strip() == option.words.strip() for each in plan.steps if each.outcome_id in of)


def _outcome(plan: PersonalPlan | None, indicator_id: str) -> Outcome | None:
    """Return the newest outcome of an indicator."""
    outcomes = plan.outcomes if plan else ()
    return next((each for each in reversed(outcomes) if indicator_id in each.indicator_ids), None)
