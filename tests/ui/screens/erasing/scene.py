"""Somebody who asks to be forgotten, at a team lead's desk.

Nothing here may know Qt.
"""

from __future__ import annotations

from collections.abc import Sequence

from iroc_desktop.services.erasure import Blocked, Standing
from iroc_desktop.ui.screens.erasing.presenter import Asked, ErasingPresenter, State
from tests.fakes.builders import pack, person
from tests.fakes.desk import ImmediateRunner, desk_in_memory
from tests.fakes.memory_store import MemoryStore
from tests.ui.screens.stage import Exits

ANA = Asked("a1b2c3", "Ana M.")


class Scene:
    """A presenter over a store with one person in it."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.desk = desk_in_memory(pack(), self.store)
        self.desk.people.save(person(ANA.person_id, ANA.name))
        self.exits = Exits()
        self.runner = ImmediateRunner()
        self.presenter = ErasingPresenter(self.desk.erasing, self.runner, self.exits)

    @property
    def state(self) -> State:
        """Return the newest state."""
        return self.presenter.state

    @property
    def standing(self) -> Standing:
        """Return how things stand, as the screen knows it."""
        assert self.state.standing is not None
        return self.state.standing

    @property
    def blocked(self) -> Sequence[Blocked]:
        """Return who is out of sight, as the screen knows it."""
        return self.standing.blocked

    def destroy(self) -> None:
        """Take the second step."""
        self.presenter.show_name(ANA.person_id)
        self.presenter.ask_to_destroy()
        self.presenter.destroy(ANA.name)


def opened() -> Scene:
    """Return a scene in which the first step is done."""
    scene = Scene()
    scene.presenter.open(ANA)
    scene.presenter.block("asked on a visit")
    return scene
