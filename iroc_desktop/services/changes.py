"""What an operation changed, so that every view can refresh itself.

It must not carry the changed things themselves: views ask for what they show.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids of what is different now."""

    people: frozenset[str] = frozenset()
    """People whose own facts changed, were added or removed."""
    conversations_of: frozenset[str] = frozenset()
    """People whose conversations or drafts changed."""
    organisation: bool = False
    sessions_of: frozenset[str] = frozenset()
    """People whose session, what is explored in it, or the reflection on it changed."""
    plans_of: frozenset[str] = frozenset()
    """People whose plan, staying-well plan or values changed."""
    worksheets_of: frozenset[str] = frozenset()
    """People whose worksheets changed."""
    favourites: bool = False
    bin: bool = False
    """Something was put away or taken out."""
    practitioners: bool = False
    """Somebody was let in or shut out, or has another role."""
    consent_of: frozenset[str] = frozenset()
    """People who gave a consent, or took one back."""
    backups: bool = False
    """A backup was taken, or could not be."""

    exchange: bool = False
    """Something was exchanged with another machine, or one was paired or revoked."""

    def touches(self, person_id: str) -> bool:
        """Return whether anything about one person changed."""
        parts = (
            self.people,
            self.conversations_of,
            self.sessions_of,
            self.plans_of,
            self.worksheets_of,
            self.consent_of,
        )
        return any(person_id in part for part in parts)


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The value that a change returns, and what it changed."""

    value: T
    changes: Changes


def person_changed(person_id: str) -> Changes:
    """Return the changes of an edit to one person's own facts."""
    return Changes(people=frozenset({person_id}))


def conversation_changed(person_id: str) -> Changes:
    """Return the changes of an edit to one person's conversations."""
    return Changes(conversations_of=frozenset({person_id}))


def session_changed(person_id: str) -> Changes:
    """Return the changes of an edit to one person's session."""
    return Changes(sessions_of=frozenset({person_id}))


def plan_changed(person_id: str) -> Changes:
    """Return the changes of an edit to one person's plan, staying-well plan or values."""
    return Changes(plans_of=frozenset({person_id}))


def worksheet_changed(person_id: str) -> Changes:
    """Return the changes of an edit to one person's worksheets."""
    return Changes(worksheets_of=frozenset({person_id}))


def whole_session_changed(person_id: str) -> Changes:
    """Return the changes of what touches a person's session, conversation and plan at once."""
    only = frozenset({person_id})
    return Changes(conversations_of=only, sessions_of=only, plans_of=only)
