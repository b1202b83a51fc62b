"""What the help screen knows: which topic is open, what is looked for, and facts about this copy.

It must not read files; it is told the facts, and asks for the organisation's contacts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from typing import Final

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.guide import NO_GUIDE, Guide, GuidePage
from iroc_desktop.services.arrangements import Arranging
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.ports import Runner

DISTRESS: Final = "distress"
"""The skill of the guide beside which the organisation's contacts stand."""


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
    contacts: tuple[str, ...] | None = field(default=None, repr=False)
    """Whom to turn to in distress, as the organisation wrote it; None until it was read."""

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
        *,
        arranging: Arranging | None = None,
        runner: Runner | None = None,
    ) -> None:
        """Begin with `topic`; with `skill`, an id of the guide, begin with that page of it.

        `arranging` is asked through `runner` for the organisation's contacts; without both, none are shown.
        """
        self._arranging = arranging
        self._runner = runner
        begins = Topic.SKILLS if skill and guide.pages else topic
        self._state = State(version, notices, data_folder, begins, guide, skill=skill)
        self._show: Callable[[State], None] = lambda state: None

    def attach(self, show: Callable[[State], None]) -> None:
        """Tell every new state to `show`, beginning with the present one."""
        self._show = show
        show(self._state)
        self._read_contacts()

    def detach(self) -> None:
        """Show nothing more: the view is about to be gone, and answers may still be on their way."""
        self._show = lambda state: None

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Read the contacts again when the organisation changed something."""
        if changes.organisation:
            self._read_contacts()

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

    def _read_contacts(self) -> None:
        if self._arranging is not None and self._runner is not None:
            self._runner.submit(self._arranging.look, self._on_arrangements, self._not_read)

    def _on_arrangements(self, arrangements: Arrangements) -> None:
        self._to(replace(self._state, contacts=arrangements.contacts))

    def _not_read(self, error: ExpectedError) -> None:
        """Leave the guide as it is: it can be read without the contacts."""

    def _to(self, state: State) -> None:
        if state != self._state:
            self._state = state
            self._show(state)
