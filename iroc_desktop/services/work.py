"""How a service opens a unit of work: the store, and who is at the desk.

It must not outlive the lock: it is made anew at each unlock. Only words that a fault kept from being written
still need the old one.
"""

from __future__ import annotations

from dataclasses import dataclass

from iroc_desktop.services.ports import Clock, NewId, Stamp, Store, UnitOfWork


@dataclass(slots=True)
class Work:
    """The open store with the practitioner who opened it."""

    store: Store
    practitioner_id: str
    clock: Clock
    new_id: NewId

    @property
    def claimed_at(self) -> str:
        """Return the present moment as the machine's clock claims it (ISO 8601)."""
        return self.clock.now().isoformat(timespec="seconds")

    def begin(self) -> UnitOfWork:
        """Return a unit of work stamped with the practitioner and the claimed time."""
        return self.store.begin(Stamp(self.practitioner_id, self.claimed_at))

    def go_on_in(self, store: Store) -> None:
        """Work in another store from now on: the same record, opened again by the same practitioner."""
        self.store = store
