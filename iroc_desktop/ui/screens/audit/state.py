"""What the view of the trail draws, as plain frozen values.

It must not hold anything that was written in the record.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from iroc_desktop.domain.audit import Wanted
from iroc_desktop.domain.chains import Checking
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Person
from iroc_desktop.services.audit import Choices, Noted


class Span(StrEnum):
    """Which days are asked for."""

    ANY = "any"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows."""

    today: date
    choices: Choices | None = None
    """None until they were read, or for good where somebody is no team lead."""
    leads_only: bool = False
    wanted: Wanted = field(default_factory=Wanted)
    span: Span = Span.ANY
    lines: tuple[Noted, ...] = field(default=(), repr=False)
    """Newest first."""
    searching: bool = False
    more: bool = False
    """Whether older entries were not looked at yet."""
    typed: str = field(default="", repr=False)
    """What was typed to find somebody."""
    matches: tuple[Person, ...] = field(default=(), repr=False)
    person: Person | None = field(default=None, repr=False)
    """Whose entries are shown; None: everybody's."""
    checking: Checking | None = None
    checked_at: datetime | None = None
    """When the check was through, by this machine's clock."""
    gathered: int | None = None
    """How many entries were gathered for a list that is being saved."""
    saved: bool = False
    problem: ExpectedError | None = None
