"""Looking back at plans: how this one stood at each finished session, and the ones before it.

It must not change anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from iroc_desktop.domain.personal_plan import PersonalPlan, PlanSnapshot
from iroc_desktop.services.plans import Plans
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing


@dataclass(frozen=True, slots=True)
class EarlierPlan:
    """A plan as it stood once."""

    key: str
    day: date | None
    """The day of the session, or on which an older plan was begun."""
    at_session: bool
    """True: as it stood at the session of that day; False: an older plan as it was left."""
    plan: PersonalPlan = field(repr=False)


@dataclass(frozen=True, slots=True)
class EarlierState:
    """What can be read, and what is being read."""

    ready: bool = False
    plans: tuple[EarlierPlan, ...] = ()
    """Newest first."""
    chosen: str = ""
    """The key of the one that is read; empty where there is none."""

    @property
    def reading(self) -> EarlierPlan | None:
        """Return the plan that is read."""
        return next((each for each in self.plans if each.key == self.chosen), None)


class EarlierPresenter(Showing[EarlierState]):
    """Read when somebody looks back for the first time, not before."""

    def __init__(self, plans: Plans, writing: Writing, person_id: str) -> None:
        super().__init__(EarlierState())
        self._plans = plans
        self._writing = writing
        self._person_id = person_id
        self._wanted = False

    def open(self) -> None:
        """Read what there is to look back at."""
        self._wanted = True

        def work() -> tuple[EarlierPlan, ...]:
            return _earlier(self._plans.history(self._person_id), self._plans.every(self._person_id))

        self._writing.send("look back", work, self._on_read)

    def read_again(self) -> None:
        """Read again what was read before; nothing happens until it was wanted once."""
        if self._wanted:
            self.open()

    def choose(self, key: str) -> None:
        """Read one of them."""
        self._show(replace(self.state, chosen=key))

    def _on_read(self, plans: tuple[EarlierPlan, ...]) -> None:
        keys = [each.key for each in plans]
        chosen = self.state.chosen if self.state.chosen in keys else next(iter(keys), "")
        self._show(EarlierState(True, plans, chosen))


def _earlier(history: Sequence[PlanSnapshot], every: Sequence[PersonalPlan]) -> tuple[EarlierPlan, ...]:
    stood = [EarlierPlan(f"session {each.id}", each.held_on, True, each.plan) for each in history]
    older = [
        EarlierPlan(f"plan {each.id}", each.plan.begun_on, False, each) for each in every if not each.active
    ]
    return tuple(sorted((*stood, *older), key=lambda each: each.day or date.min, reverse=True))
