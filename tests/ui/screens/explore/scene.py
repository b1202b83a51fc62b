"""A session in progress with chosen areas, its presenter, and what it was asked to leave for.

It must not show anything: tests of the view do.
"""

from __future__ import annotations

from iroc_desktop.domain.exploring import Exploration, Option, Whose
from iroc_desktop.services.ports import Runner
from iroc_desktop.ui.screens.explore.presenter import ExplorePresenter
from iroc_desktop.ui.screens.explore.state import Means, State
from tests.fakes.desk import ImmediateRunner
from tests.ui.screens.sessions import TODAY, Session
from tests.ui.screens.stage import Exits

PERSON = "person-1"


class Scene:
    """Exploring what one person chose, with the newest state that was shown."""

    def __init__(self, *focus: str, runner: Runner | None = None) -> None:
        """Choose `focus`, in this order; "a" was rated 3 and "b" was left open."""
        self.session = Session()
        self.desk = self.session.desk
        sitting = self.desk.sessions.begin(PERSON, TODAY).value
        self.session_id = sitting.session.id
        talk = sitting.conversation.id
        self.desk.conversations.rate(talk, "a", 3)
        self.desk.conversations.choose(talk, focus)
        self.exits = Exits()
        self.presenter = self.presenter_with(runner or ImmediateRunner())

    def presenter_with(self, runner: Runner) -> ExplorePresenter:
        """Return another presenter of the same session, as after a restart."""
        desk = self.desk
        means = Means(
            desk.sessions,
            desk.exploring,
            desk.values,
            desk.plans,
            desk.outcomes,
            desk.steps,
            runner,
            self.session.clock,
        )
        return ExplorePresenter(means, self.exits, self.session_id, self.session.pack, "en")

    def opened(self) -> Scene:
        """Open the screen."""
        self.presenter.open()
        return self

    def options(self, *words: str, of: str = "a") -> list[str]:
        """Put options on an area's board, as the record has them, and return their ids."""
        for each in words:
            self.desk.exploring.add_option(self.session_id, of, Whose.ME, each)
        self.presenter.open()
        return [each.id for each in self.kept(of).options]

    def fill_disk(self, *, full: bool = True) -> None:
        """Let the disk be full, or have room again."""
        self.session.store.full = full

    @property
    def state(self) -> State:
        """Return the newest state."""
        return self.presenter.state

    @property
    def shown(self) -> Exploration:
        """Return the exploration on the screen."""
        assert self.state.exploration is not None
        return self.state.exploration

    def kept(self, of: str = "a") -> Exploration:
        """Return an exploration as the record has it."""
        return self.desk.exploring.look(self.session_id, of)

    def option(self, option_id: str, of: str = "a") -> Option:
        """Return an option as the record has it."""
        option = self.kept(of).option(option_id)
        assert option is not None
        return option
