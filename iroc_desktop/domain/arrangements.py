"""How an organisation arranges its sessions: whom to call in distress, and whose ratings are kept.

It must not bring numbers or names of ours: what the organisation did not write is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

EVERYWHERE: Final = ""
"""The site that stands for all those without a rule of their own."""


@dataclass(frozen=True, slots=True)
class Arrangements:
    """The organisation's own choices; off and empty until somebody makes them."""

    support_contacts: str = field(default="", repr=False)
    """Whom to turn to when someone is distressed, in the organisation's words; empty: not written yet."""
    two_voices: bool = False
    """Whether the practitioner's and the agreed rating are kept beside the person's."""
    retention: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """For how many months after the last conversation records are kept, by site; missing: no rule."""

    @property
    def contacts(self) -> tuple[str, ...]:
        """Return the contacts that were written, one for each line that says anything."""
        return tuple(line.strip() for line in self.support_contacts.splitlines() if line.strip())
