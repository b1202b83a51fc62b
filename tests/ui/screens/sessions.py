"""What the tests of a session's screens share: a desk with a draft in progress, and a disk that can be full.

It must not know a screen or Qt.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from iroc_desktop.domain.conversation import Conversation
from iroc_desktop.domain.instrument import Instrument
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.store_errors import DiskFullError
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.desk import Desk
from iroc_desktop.services.ports import Stamp
from tests.fakes.builders import instrument, pack, person
from tests.fakes.desk import FixedClock, desk_in_memory
from tests.fakes.memory_store import MemoryStore, MemoryUnit

TODAY = date(2026, 11, 24)
LAST_TIME = date(2026, 8, 24)
FIRST_TIME = date(2026, 5, 24)


class StumblingUnit(MemoryUnit):
    """A unit of work whose commit fails while the disk is full."""

    def commit(self) -> None:
        """Commit, unless the disk is full."""
        if isinstance(self._store, FillingStore) and self._store.full:
            raise DiskFullError
        super().commit()


@dataclass
class FillingStore(MemoryStore):
    """A memory store on a disk that can be full."""

    full: bool = False

    def begin(self, stamp: Stamp) -> MemoryUnit:
        """Return a unit of work."""
        if self.closed:
            raise AssertionError("the store is closed")
        return StumblingUnit(self, stamp)


@dataclass
class Session:
    """A desk with one person, on a store that can be told to be full."""

    of: Instrument = field(default_factory=instrument)
    person: Person = field(default_factory=lambda: replace(person(), language="es"))
    store: FillingStore = field(default_factory=FillingStore)
    clock: FixedClock = field(default_factory=FixedClock)

    def __post_init__(self) -> None:
        """Open the desk and save the person."""
        self.pack: Pack = pack(self.of)
        self.desk: Desk = desk_in_memory(self.pack, self.store, self.clock)
        self.desk.people.save(self.person)

    def held(self, on: date, **ratings: int) -> Conversation:
        """Hold and complete a conversation with these ratings."""
        return self.desk.conversations.complete(self.begun(on, **ratings)).value

    def begun(self, on: date = TODAY, **ratings: int) -> str:
        """Begin a conversation with these ratings, and return its id."""
        talks = self.desk.conversations
        conversation_id = talks.start(self.person.id, on).value.draft.conversation.id
        for indicator_id, rating in ratings.items():
            talks.rate(conversation_id, indicator_id, rating)
        return conversation_id

    def stored(self, conversation_id: str) -> Conversation:
        """Return the draft's conversation as the store has it."""
        return self.desk.conversations.resume(conversation_id).draft.conversation
