"""A practitioner's own reflection after a session.

It must not reach paper, the person-facing view or anybody but the practitioner who wrote it.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reflection:
    """What a practitioner takes from a session; each who took part may write one."""

    id: str
    session_id: str
    person_id: str
    practitioner_id: str
    words: str = field(default="", repr=False)

    @classmethod
    def blank(cls, session_id: str, person_id: str, practitioner_id: str) -> Reflection:
        """Return an empty reflection of one practitioner about one session."""
        return cls(f"{session_id}/{practitioner_id}", session_id, person_id, practitioner_id)
