"""What the help screen knows: which topic is open, and facts about this copy of the program.

It must not read files; it is told the facts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path


class Topic(Enum):
    """What can be read here, in order."""

    KEYS = auto()
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


class HelpPresenter:
    """The topics of the help screen."""

    def __init__(self, version: str, notices: Path, data_folder: Path, topic: Topic = Topic.KEYS) -> None:
        self._state = State(version, notices, data_folder, topic)
        self._show: Callable[[State], None] = lambda state: None

    def attach(self, show: Callable[[State], None]) -> None:
        """Tell every new state to `show`, beginning with the present one."""
        self._show = show
        show(self._state)

    def open(self, topic: Topic) -> None:
        """Show another topic."""
        self._state = replace(self._state, topic=topic)
        self._show(self._state)
