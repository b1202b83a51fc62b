"""Fictional people for the practice store, before they become people and conversations.

It must not hold a real person, a date or a clock: times are days before the day the practice store is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from iroc_desktop.domain.conversation import Answer
from iroc_desktop.domain.people import Reading


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
