"""All that exploring shows, what it works with, and where it leads.

It must not hold anything that is not in the record, but words that are on their way to it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from typing import Final, Protocol

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.exploring import Exploration, ExploringStep
from iroc_desktop.domain.lines import Line
from iroc_desktop.services.exploring import Exploring
from iroc_desktop.services.person_lines import OwnValues
from iroc_desktop.services.plan_parts import Outcomes, Steps
from iroc_desktop.services.plans import Plans
from iroc_desktop.services.ports import Clock, Runner
from iroc_desktop.services.sessions import Sessions

STEPS: Final = tuple(ExploringStep)
"""The four steps, in order."""


class Gone(Enum):
    """What was taken away last, and can come back."""

    OPTION = auto()
    VALUE = auto()


@dataclass(frozen=True, slots=True)
class Area:
    """One indicator the person chose, at its place in their order."""

    indicator_id: str
    number: int
    """From 1."""
    letter: str
    token: str
    """Of the area's look in the theme."""
    name: str
    rating: int | None = None
    """As it was given in this session's conversation."""
    word: str = ""
    """The scale's word for the rating; empty for a gap."""


@dataclass(frozen=True, slots=True)
class InPlan:
    """What of an exploration stands in the plan."""

    outcome: str = field(default="", repr=False)
    """The words of the outcome its steps go to; empty while there is none."""
    proposal: str = field(default="", repr=False)
    """The words that a new outcome would get."""
    options: frozenset[str] = frozenset()
    """Ids of the options that are steps of the plan."""
    making: frozenset[str] = frozenset()
    """Ids of the options that are on their way there."""


@dataclass(frozen=True, slots=True)
class State:
    """The whole screen."""

    ready: bool = False
    areas: tuple[Area, ...] = ()
    """Empty: nothing was chosen."""
    current: Area | None = None
    """The one on the screen; None while there is none to show."""
    exploration: Exploration | None = None
    """Of the current area, with what was typed and is not kept yet."""
    values: tuple[Line, ...] = field(default=(), repr=False)
    """What matters to the person."""
    waiting: tuple[str, ...] = field(default=(), repr=False)
    """Words of options and values that could not be added yet."""
    gone: Gone | None = None
    in_plan: InPlan = InPlan()
    problem: ExpectedError | None = None

    def step_beside(self, by: int) -> ExploringStep | None:
        """Return the step `by` places after the one that is open; None if there is none."""
        place = STEPS.index(self.exploration.step) + by if self.exploration else -1
        return STEPS[place] if 0 <= place < len(STEPS) else None

    def beside(self, by: int) -> Area | None:
        """Return the chosen area `by` places after the current one; None if there is none."""
        place = self.areas.index(self.current) + by if self.current in self.areas else -1
        return self.areas[place] if 0 <= place < len(self.areas) else None


@dataclass(frozen=True, slots=True)
class Means:
    """The services that the screen works with."""

    sessions: Sessions
    exploring: Exploring
    values: OwnValues
    plans: Plans
    outcomes: Outcomes
    steps: Steps
    runner: Runner
    clock: Clock


class Exits(Protocol):
    """Where exploring leads, and what the window likes to hear."""

    def to_stage(self, stage: Stage) -> None:
        """Go to another stage of the session."""

    def saved(self, at: datetime) -> None:
        """Something was kept just now."""
