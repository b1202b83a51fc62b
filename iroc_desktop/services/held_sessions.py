"""Finished sessions to look back on: what was said about last steps, explored, and reflected on.

It must not change them, nor show one practitioner what another reflected on.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from iroc_desktop.domain.exploring import Exploration
from iroc_desktop.domain.lines import Line
from iroc_desktop.domain.session import Session
from iroc_desktop.services.reflections import Reflections
from iroc_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class HeldSession:
    """A finished session with what was written in it."""

    session: Session
    explorations: tuple[Exploration, ...] = field(default=(), repr=False)
    values: tuple[Line, ...] = field(default=(), repr=False)
    """What matters to the person, as it stands now; options name the ones they fit with by id."""
    reflection: str = field(default="", repr=False)
    """What the practitioner at the desk wrote about it."""


class HeldSessions:
    """The sessions that are over."""

    def __init__(self, work: Work, reflections: Reflections) -> None:
        self._work = work
        self._reflections = reflections

    def around(self, person_id: str, conversation_id: str) -> HeldSession | None:
        """Return the finished session in which a conversation was held; None for one held without."""
        with self._work.begin() as unit:
            found = [each for each in unit.sessions.of(person_id) if each.conversation_id == conversation_id]
            if not found:
                return None
            session = found[-1]
            explored = tuple(
                each for each in unit.explorations.of(person_id) if each.session_id == session.id
            )
            values = tuple(unit.values.of(person_id))
        reflection = self._reflections.look(session.id, person_id)
        return HeldSession(session, explored, values, reflection.words)
