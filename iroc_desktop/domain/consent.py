"""A person's consent: who gave it, when, to which wording, and when it was taken back.

It must not be assumed, and taking it back is as easy as giving it (GDPR art. 7).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent that a person gave, in the words that were read with them."""

    id: str
    person_id: str
    given_on: date
    """The day the person agreed."""
    wording: str = field(default="", repr=False)
    """What they agreed to, word for word."""
    language: str = ""
    """The language it was read in, a code such as "es"."""
    practitioner_id: str = ""
    """Who asked, and wrote it down."""
    withdrawn_on: date | None = None
    """The day the person took it back, if they did."""

    @property
    def holds(self) -> bool:
        """Return whether it was not taken back."""
        return self.withdrawn_on is None
