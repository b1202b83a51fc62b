"""What tests of screens share: exits that remember, a runner that can be kept waiting, a fake vault.

Nothing here may know one screen, or Qt.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Licence, Organisation
from iroc_desktop.domain.recovery import groups_from, secret_from
from iroc_desktop.domain.store_errors import (
    PassphraseTooShortError,
    WrongPassphraseError,
    WrongRecoveryDigitsError,
)
from iroc_desktop.services.desk import Desk, open_desk
from iroc_desktop.services.ports import Store
from tests.fakes import vault
from tests.fakes.builders import pack
from tests.fakes.desk import PRACTITIONER_ID, CountingIds, FixedClock, RememberingWriter
from tests.fakes.memory_store import MemoryStore

T = TypeVar("T")

LEAST = 12
GROUPS = groups_from(bytes(range(1, 17)))
RENEWED = groups_from(bytes(range(2, 18)))
RIGHT = "four small quiet words"


@dataclass
class Exits:
    """Answers to every way out there is, and remembers which was taken."""

    taken: list[tuple[object, ...]] = field(default_factory=list)

    def __getattr__(self, name: str) -> Callable[..., None]:
        """Return a way out that remembers being taken."""
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *given: self.taken.append((name, *given))


@dataclass
class WaitingRunner:
    """Keeps work until the test lets it run, one at a time or in any order."""

    waiting: list[Callable[[], None]] = field(default_factory=list)

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ExpectedError], None] | None = None,
        *,
        initiator: object | None = None,
    ) -> None:
        """Keep it."""

        def run() -> None:
            try:
                result = work()
            except ExpectedError as error:
                if failed is None:
                    raise
                failed(error)
            else:
                done(result)

        self.waiting.append(run)

    def run(self, place: int = 0) -> None:
        """Run what has waited at this place."""
        self.waiting.pop(place)()

    def run_all(self) -> None:
        """Run everything, and what that submits."""
        while self.waiting:
            self.run()


@dataclass
class MemoryVault(vault.MemoryVault):
    """A vault whose store lives in memory, and which can be in trouble."""

    passphrase: str = RIGHT
    practitioner_id: str = PRACTITIONER_ID
    unlocks_as: str = PRACTITIONER_ID
    """Whose passphrase it is."""
    there: bool = True
    trouble: ExpectedError | None = None
    sheet_trouble: ExpectedError | None = None
    """What renewing the recovery sheet runs into."""

    def __post_init__(self) -> None:
        """Bring first start to its end where it was begun."""
        if self.there:
            self.settle(Licence.NO)

    def settle(self, licence: Licence) -> None:
        """Answer what first start asks."""
        settling_in = desk_on(self.store, PRACTITIONER_ID).settling_in
        settling_in.introduce_as("Marta")
        settling_in.answer_licence(Organisation("", licence))

    def exists(self) -> bool:
        """Return whether it was set up."""
        return self.there

    def create(self, passphrase: str, practitioner_id: str) -> tuple[MemoryStore, tuple[str, ...]]:
        """Set it up, unless the passphrase is too short or there is trouble."""
        self._stumble()
        if len(passphrase) < LEAST:
            raise PassphraseTooShortError(LEAST)
        self.passphrase, self.there = passphrase, True
        return self.store, GROUPS

    def unlock(self, passphrase: str) -> tuple[MemoryStore, str]:
        """Open it with the right passphrase."""
        self._stumble()
        if passphrase != self.passphrase:
            raise WrongPassphraseError
        return self.store, self.unlocks_as

    def verify(self, passphrase: str) -> None:
        """Check a passphrase."""
        self.unlock(passphrase)

    def renew_sheet(self, passphrase: str) -> tuple[str, ...]:
        """Return the digits of another sheet."""
        self.unlock(passphrase)
        if self.sheet_trouble is not None:
            raise self.sheet_trouble
        return RENEWED

    def recover(self, groups: tuple[str, ...], new_passphrase: str) -> tuple[MemoryStore, str]:
        """Open it with the right digits."""
        self._stumble()
        if secret_from(groups) != secret_from(GROUPS):
            raise WrongRecoveryDigitsError
        if len(new_passphrase) < LEAST:
            raise PassphraseTooShortError(LEAST)
        self.passphrase = new_passphrase
        return self.store, PRACTITIONER_ID

    def _stumble(self) -> None:
        if self.trouble is not None:
            raise self.trouble


def desk_on(store: Store, practitioner_id: str) -> Desk:
    """Return a desk on an open store."""
    return open_desk(store, practitioner_id, pack(), RememberingWriter(), FixedClock(), CountingIds())
