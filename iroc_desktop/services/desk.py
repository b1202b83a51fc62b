"""Everything a practitioner can do while the store is open, in one place.

It must not survive the lock: a new desk is made at each unlock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.conversations import Conversations
from iroc_desktop.services.people import People
from iroc_desktop.services.ports import Clock, NewId, ReportWriter, Store
from iroc_desktop.services.settling_in import SettlingIn
from iroc_desktop.services.summaries import Summaries
from iroc_desktop.services.today import Today
from iroc_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Desk:
    """The services over one open store."""

    pack: Pack
    clock: Clock
    new_id: NewId
    people: People
    conversations: Conversations
    summaries: Summaries
    today: Today
    settling_in: SettlingIn
    close: Callable[[], None]
    """Closes the store and drops its key; nothing here can be used afterwards."""


def open_desk(
    store: Store, practitioner_id: str, pack: Pack, writer: ReportWriter, clock: Clock, new_id: NewId
) -> Desk:
    """Return the services for an open store and the practitioner who opened it."""
    work = Work(store, practitioner_id, clock, new_id)
    return Desk(
        pack=pack,
        clock=clock,
        new_id=new_id,
        people=People(work, pack),
        conversations=Conversations(work, pack),
        summaries=Summaries(work, pack, writer),
        today=Today(work, pack),
        settling_in=SettlingIn(work),
        close=store.close,
    )
