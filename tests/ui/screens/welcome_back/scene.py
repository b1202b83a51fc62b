"""A person who comes again with two steps, and their session in progress.

It must not know Qt.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from iroc_desktop.domain.plan import StepStatus
from iroc_desktop.domain.session import LookBack
from iroc_desktop.services.ports import Runner
from iroc_desktop.ui.screens.welcome_back.presenter import WelcomeBackPresenter
from tests.fakes.desk import ImmediateRunner
from tests.ui.screens.sessions import TODAY, Session
from tests.ui.screens.stage import Exits

WORDS = ("Ring my sister", "Ask for the yard list")


@dataclass
class Scene:
    """A session that begins with these steps."""

    words: tuple[str, ...] = WORDS
    session: Session = field(default_factory=Session)
    exits: Exits = field(default_factory=Exits)
    runner: Runner = field(default_factory=ImmediateRunner)

    def __post_init__(self) -> None:
        """Write the plan, and begin."""
        desk, person_id = self.session.desk, self.session.person.id
        self.steps: tuple[str, ...] = ()
        self.plan_id = desk.plans.begin(person_id).value.id
        self.steps = tuple(desk.steps.add(self.plan_id, "", each).value.id for each in self.words)
        self.id = desk.sessions.begin(person_id, TODAY).value.session.id
        self.presenter = WelcomeBackPresenter(
            desk.welcome_back, self.runner, self.session.clock, self.exits, self.id
        )

    def seen(self, place: int = 0) -> LookBack:
        """Return a step as the screen shows it."""
        assert self.presenter.state.steps is not None
        return self.presenter.state.steps[place]

    def kept(self, place: int = 0) -> LookBack:
        """Return a step as the store has it."""
        return self.session.desk.welcome_back.steps(self.id)[place]

    def status(self, place: int = 0) -> StepStatus:
        """Return a step's status in the plan."""
        step = self.session.desk.plans.look(self.plan_id).step(self.steps[place])
        assert step is not None
        return step.status
