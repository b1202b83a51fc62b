"""A plan in memory, its presenter, and what it was asked to leave for.

It must not show anything: tests of the view do.
"""

from __future__ import annotations

from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.services.desk import Desk
from iroc_desktop.ui.screens.plan.presenter import Means, PlanPresenter, State
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import FixedClock, ImmediateRunner, desk_in_memory
from tests.fakes.memory_store import MemoryStore
from tests.ui.screens.stage import Exits

PERSON = "person-1"


class Scene:
    """One person's plan, with the newest state that was shown."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.desk: Desk = desk_in_memory(pack(), self.store)
        self.desk.people.save(person(PERSON, "Ana M."))
        held = self.desk.conversations.start(PERSON, FIRST_DAY).value.draft.conversation
        self.desk.conversations.rate(held.id, "a", 3)
        self.desk.conversations.complete(held.id)
        self.exits = Exits()
        desk = self.desk
        parts = (desk.outcomes, desk.steps, desk.supports)
        means = Means(desk.plans, *parts, ImmediateRunner(), FixedClock(), desk.history_of)
        self.presenter = PlanPresenter(means, self.exits, PERSON)
        self.shown: list[State] = []
        self.presenter.attach(self.shown.append)

    def filled(self) -> Scene:
        """Put an outcome with two steps into the plan."""
        self.presenter.open()
        self.presenter.add_outcome("See my daughter")
        outcome_id = self.plan.outcomes[0].id
        self.presenter.add_step(outcome_id, "Ask for the form")
        self.presenter.add_step(outcome_id, "Write a letter")
        return self

    @property
    def state(self) -> State:
        """Return the newest state."""
        return self.shown[-1]

    @property
    def plan(self) -> PersonalPlan:
        """Return the plan that is shown."""
        assert self.state.plan is not None
        return self.state.plan

    @property
    def kept(self) -> PersonalPlan:
        """Return the plan as the record has it."""
        plan = self.desk.plans.active(PERSON)
        assert plan is not None
        return plan

    def finish_session(self) -> None:
        """Hold a session and finish it, so that the plan is kept as it stands."""
        sitting = self.desk.sessions.begin(PERSON, FIRST_DAY).value
        self.desk.sessions.finish(sitting.session.id)

    def operations(self, kind: str, entity_id: str) -> int:
        """Return how many operations there are about one thing."""
        entity = Entity(EntityKind(kind), entity_id)
        return sum(each.entity == entity for each in self.store.operations)
