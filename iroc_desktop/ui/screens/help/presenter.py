"""What the help screen knows: which topic is open, what is looked for, and facts about this copy.

It must not read files; it is told the facts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path

from iroc_desktop.domain.guide import NO_GUIDE, Guide, GuidePage


class Topic(Enum):
    """What can be read here, in order."""

    KEYS = auto()
    SKILLS = auto()
    PRIVACY = auto()
    ABOUT = auto()


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows."""

    version: str
    notices: Path = field(repr=False)
    """Where the licences of the parts this program is built from lie."""
    data_folder: Path = field(repr=False)
    topic: Topic = Topic.KEYS
    guide: Guide = NO_GUIDE
    typed: str = field(default="", repr=False)
    """What is looked for in the guide."""
    skill: str = ""
    """Id of the skill that is open; empty when none is."""

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Return the topics there is something to read about."""
        return tuple(each for each in Topic if each is not Topic.SKILLS or self.guide.pages)

    @property
    def found(self) -> tuple[GuidePage, ...]:
        """Return the pages of the guide that have what is looked for."""
        return self.guide.find(self.typed)


class HelpPresenter:
    """The topics of the help screen."""

    def __init__(
        self,
        version: str,
        notices: Path,
        data_folder: Path,
        topic: Topic = Topic.KEYS,
        guide: Guide = NO_GUIDE,
        skill: str = "",
    ) -> None:
        """Begin with `topic`; with `skill`, an id of the guide, begin with that page of it."""
        begins = Topic.SKILLS if skill and guide.pages else topic
        self._state = State(version, notices, data_folder, begins, guide, skill=skill)
        self._show: Callable[[State], None] = lambda state: None

    def attach(self, show: Callable[[State], None]) -> None:
        """Tell every new state to `show`, beginning with the present one."""
        self._show = show
        show(self._state)

    def open(self, topic: Topic) -> None:
        """Show another topic."""
        self._to(replace(self._state, topic=topic))

    def look_for(self, typed: str) -> None:
        """Show only the skills that have these words."""
        self._to(replace(self._state, typed=typed))

    def read(self, skill_id: str) -> None:
        """Open a skill, and close the one that was open; nothing is open after an empty id."""
        self._to(replace(self._state, skill=skill_id))

    def read_best(self) -> None:
        """Open the skill that fits best what is looked for, if there is one."""
        best = self._state.guide.best(self._state.typed)
        if best is not None:
            self.read(best.skill.id)

    def _to(self, state: State) -> None:
        if state != self._state:
            self._state = state
            self._show(state)
