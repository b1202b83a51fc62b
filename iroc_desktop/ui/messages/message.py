"""A message: one sentence on what happened, one on what to do.

It must not hold anything personal.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """What the reader is told."""

    what: str
    """What happened, without blame."""
    do: str
    """What to do now, or that nothing needs to be done."""

    @property
    def whole(self) -> str:
        """Return both sentences on one line."""
        return f"{self.what} {self.do}"
