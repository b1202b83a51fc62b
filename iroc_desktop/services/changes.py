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

    def touches(self, person_id: str) -> bool:
        """Return whether anything about one person changed."""
        return person_id in self.people or person_id in self.conversations_of


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
