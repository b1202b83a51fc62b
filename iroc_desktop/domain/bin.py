"""What can be put into the bin: a person, or one thing of theirs, named so that the log finds it.

It must not hold what the things say.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.operations import Entity, EntityKind


class BinKind(StrEnum):
    """What kind of thing lies in the bin."""

    PERSON = "person"
    CONVERSATION = "conversation"
    """One that was completed."""
    SESSION = "session"
    """One in progress, with its conversation."""
    PLAN = "plan"
    WORKSHEET = "worksheet"
    PRIVATE_NOTE = "private_note"
    """What a practitioner noted for practitioners only about one indicator of a completed conversation."""
    REFLECTION = "reflection"
    """A practitioner's own, seen by nobody else, in the bin neither."""


_ENTITIES = {
    BinKind.PERSON: EntityKind.PERSON,
    BinKind.CONVERSATION: EntityKind.CONVERSATION,
    # of a session in progress the log knows nothing yet: its conversation's id stands for it
    BinKind.SESSION: EntityKind.CONVERSATION,
    BinKind.PLAN: EntityKind.PLAN,
    BinKind.WORKSHEET: EntityKind.WORKSHEET,
    BinKind.PRIVATE_NOTE: EntityKind.CONVERSATION,
    BinKind.REFLECTION: EntityKind.REFLECTION,
}


class PersonInBinError(ExpectedError):
    """A thing cannot be taken out while the person it belongs to is in the bin."""


class AnotherSessionWaitsError(ExpectedError):
    """A session in progress cannot be taken out while the person has begun another one."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that can be put away and taken out again."""

    kind: BinKind
    person_id: str
    id: str
    """Of the entity: of a session in progress and of a private note, its conversation's."""
    indicator_id: str = ""
    """Of a private note: what it is about."""

    @property
    def entity(self) -> Entity:
        """Return the entity of the log that is out of sight, or has a field that is."""
        return Entity(_ENTITIES[self.kind], self.id)

    @property
    def part(self) -> str:
        """Return the field that is out of sight; empty for the whole entity."""
        return f"answer/{self.indicator_id}/private" if self.indicator_id else ""


def whole_person(person_id: str) -> Thing:
    """Return a whole person."""
    return Thing(BinKind.PERSON, person_id, person_id)


def indicator_of(part: str) -> str:
    """Return the indicator whose private note a field is; empty for any other field."""
    head, _, rest = part.partition("/")
    indicator_id, _, last = rest.rpartition("/")
    return indicator_id if (head, last) == ("answer", "private") else ""
