"""Fictional people for the practice store, before they become people and conversations.

It must not hold a real person, a date or a clock: times are days before the day the practice store is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from iroc_desktop.domain.conversation import Answer
from iroc_desktop.domain.people import Reading
from iroc_desktop.domain.plan import Agreement, Occasion, StepStatus
from iroc_desktop.domain.staying_well import StayingWellSection


@dataclass(frozen=True, slots=True)
class PracticeConversation:
    """One conversation of a fictional person."""

    days_ago: int
    """Days between the conversation and the making of the practice store; 0 is the same day."""
    answers: Mapping[str, Answer]
    """Indicator id → answer; in a draft, those not reached yet are missing."""
    focus: tuple[str, ...]
    """Indicator ids the person chose, in their order."""
    next_in_days: int | None
    """Days from this conversation to the next agreed one; `None` if none was agreed."""
    complete: bool
    """False for a draft in progress."""


@dataclass(frozen=True, slots=True)
class PracticeStep:
    """One step of a fictional person's plan; of the three ways to say by when, at most one is given."""

    words: str = field(repr=False)
    who: str = field(repr=False)
    due_in_days: int | None
    """Days after the day the practice store is made."""
    due_occasion: Occasion | None
    due_words: str = field(repr=False)
    place: str = field(repr=False)
    confidence: int | None
    would_raise: str = field(repr=False)
    status: StepStatus
    support: str = field(repr=False)
    """What helps with it; may be empty."""


@dataclass(frozen=True, slots=True)
class PracticeOutcome:
    """What a fictional person wants."""

    words: str = field(repr=False)
    indicators: tuple[str, ...]
    steps: tuple[PracticeStep, ...]


@dataclass(frozen=True, slots=True)
class PracticePlan:
    """The active plan of a fictional person."""

    days_ago: int
    """Days between its beginning and the making of the practice store."""
    agreement: Agreement
    agreement_reason: str = field(repr=False)
    outcomes: tuple[PracticeOutcome, ...]
    supports: tuple[str, ...] = field(repr=False)
    """What helps with the whole plan."""
    review_in_days: int
    review_words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PracticePerson:
    """A fictional person and their conversations, oldest first."""

    id: str
    preferred_name: str = field(repr=False)
    shown_as: str = field(repr=False)
    """How the person wants to be named on paper; empty: the preferred name."""
    site: str = field(repr=False)
    speaks: tuple[str, ...]
    """Language codes, the one they are most at home in first."""
    reads: Reading
    reading_language: str
    """The language of their view and their prints."""
    access_needs: str = field(repr=False)
    conversations: tuple[PracticeConversation, ...]
    values: tuple[str, ...] = field(default=(), repr=False)
    """What matters to them, in their order."""
    plan: PracticePlan | None = None
    staying_well: Mapping[StayingWellSection, tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({}), repr=False
    )
    """Section → lines; a section without lines is missing."""
