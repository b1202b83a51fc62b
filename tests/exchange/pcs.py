"""Machines with a real encrypted store and a whole desk, and folders that stand for sticks.

They must not share anything but what lies on a stick.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from iroc_desktop.domain.people import Practitioner, Role
from iroc_desktop.domain.receipts import Receipt
from iroc_desktop.exchange.courier import StickCourier
from iroc_desktop.services.desk import Desk, open_desk
from iroc_desktop.services.exchange import Exchange
from iroc_desktop.store.projection import fold_digest
from iroc_desktop.store.unit_of_work import SqlStore
from iroc_desktop.system.clock import random_id
from tests.fakes.builders import pack
from tests.fakes.desk import FixedClock, RememberingWriter
from tests.store.making import PASSPHRASE, unlocked, vault_in


@dataclass
class Pc:
    """One machine at which a team lead sits."""

    folder: Path
    name: str
    clock: FixedClock = field(default_factory=FixedClock)
    courier: StickCourier = field(default_factory=StickCourier)
    store: SqlStore = field(init=False)
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        store, _ = vault_in(self.folder / "store").create(PASSPHRASE, self.id)
        self._sit_down(store)
        self.desk.settling_in.introduce(Practitioner(self.id, f"Marta of {self.name}", Role.TEAM_LEAD))
        self.exchange.machines.name(self.name)

    @property
    def id(self) -> str:
        """Return the practitioner's id."""
        return f"lead-of-{self.name}"

    @property
    def exchange(self) -> Exchange:
        """Return the exchange."""
        assert self.desk.exchange is not None
        return self.desk.exchange

    @property
    def machine_id(self) -> str:
        """Return this machine's id."""
        card = self.exchange.machines.own()
        assert card is not None
        return card.machine_id

    def reopen(self) -> None:
        """Lock the record, and open it again."""
        self.store.close()
        self._sit_down(unlocked(self.folder / "store"))

    def restore(self, name: str) -> None:
        """Bring a backup back."""
        assert self.desk.backups is not None
        self.desk.backups.bring_back(name)
        self._sit_down(unlocked(self.folder / "store"))

    def pair_with(self, *others: Pc) -> None:
        """Get to know other machines both ways, each by its card."""
        for other in others:
            mine, theirs = self.exchange.machines, other.exchange.machines
            card = mine.own()
            assert card is not None
            theirs.pair(card)
            card = theirs.own()
            assert card is not None
            mine.pair(card)

    def export(self, stick: Path, *to: Pc) -> Path:
        """Write a bundle onto a stick."""
        stick.mkdir(exist_ok=True)
        return self.exchange.exporting.export([each.machine_id for each in to], stick).value.path

    def take(self, path: Path, left_out: set[str] | None = None) -> Receipt:
        """Look, preview and take."""
        importing = self.exchange.importing
        return importing.take(importing.preview(importing.look(path)), left_out).value

    def digest(self) -> str:
        """Return what the tables say."""
        found = fold_digest(self.store._connection)
        self.store._connection.rollback()
        return found

    def _sit_down(self, store: SqlStore) -> None:
        self.store = store
        self.desk = open_desk(
            store, self.id, pack(), RememberingWriter(), self.clock, random_id, courier=self.courier
        )


def far_ahead() -> FixedClock:
    """Return a clock in 2031."""
    return FixedClock(datetime(2031, 3, 1, 8, tzinfo=UTC))


def swap(stick: Path, one: Pc, other: Pc) -> None:
    """Carry a stick there and back."""
    other.take(one.export(stick, other))
    one.take(other.export(stick, one))
