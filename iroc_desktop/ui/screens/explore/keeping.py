"""What is explored as the store has it, and over it what was typed and is on its way there.

It must not drop words because a write failed, nor let a reload go over them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.exploring import Exploration
from iroc_desktop.services.changes import Done
from iroc_desktop.ui.models.writing import Writing
from iroc_desktop.ui.screens.explore.state import Exits, Means

T = TypeVar("T")
Edit = Callable[[Exploration], Exploration]


class Keeping:
    """The explorations of one session in progress."""

    def __init__(
        self, means: Means, exits: Exits, session_id: str, initiator: object, changed: Callable[[], None]
    ) -> None:
        """Tell `changed` whenever there is something else to show."""
        self.session_id = session_id
        self._exits = exits
        self._clock = means.clock
        self._changed = changed
        self._writing = Writing(means.runner, initiator, changed)
        self._person_id = ""
        self._kept: dict[str, Exploration] = {}
        self._meant: dict[str, tuple[str, Edit]] = {}

    @property
    def problem(self) -> ExpectedError | None:
        """Return why the newest failed write failed; None when everything is kept."""
        return self._writing.problem

    def load(self, person_id: str, explorations: Mapping[str, Exploration]) -> None:
        """Take what the store has now; words on their way stay on top."""
        self._person_id = person_id
        self._kept = dict(explorations)

    def shown(self, indicator_id: str) -> Exploration:
        """Return an exploration as it is meant now."""
        blank = Exploration.blank(self.session_id, self._person_id, indicator_id)
        exploration = self._kept.get(indicator_id, blank)
        for of, edit in self._meant.values():
            if of == indicator_id:
                exploration = edit(exploration)
        return exploration

    def begun(self, indicator_id: str) -> bool:
        """Return whether anything of an exploration is kept."""
        return indicator_id in self._kept

    def keep(
        self,
        indicator_id: str,
        what: str,
        work: Callable[[], Done[Exploration]],
        meant: Edit | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Run `work`, which keeps `what` of an exploration; `then` hears when it is kept.

        With `meant`, the screen shows it so from now on, kept or not: that is for words.
        """
        name = f"{indicator_id}/{what}"

        def kept(done: Done[Exploration]) -> None:
            self._kept[indicator_id] = done.value
            if meant is not None and self._meant.get(name) == (indicator_id, meant):
                del self._meant[name]
            if then is not None:
                then()
            self.saved()

        if meant is not None:
            self._meant.pop(name, None)
            self._meant[name] = (indicator_id, meant)
            self._changed()
        self._writing.send(name, work, kept)

    def send(self, name: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run work on something other than an exploration."""
        self._writing.send(name, work, done)

    def saved(self) -> None:
        """Tell that something was kept just now."""
        self._exits.saved(self._clock.now())
        self._changed()

    def try_again(self) -> None:
        """Try every write that failed once more."""
        self._writing.try_again()
