"""Everything a practitioner can do while the store is open, in one place.

It must not survive the lock: a new desk is made at each unlock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from iroc_desktop import RELEASED_ON
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.arrangements import Arranging
from iroc_desktop.services.audit import Audit
from iroc_desktop.services.backups import Backups
from iroc_desktop.services.bin import Bin
from iroc_desktop.services.clock_check import ClockCheck
from iroc_desktop.services.conflicts import Conflicts
from iroc_desktop.services.consents import Consents
from iroc_desktop.services.conversations import Conversations
from iroc_desktop.services.courier import Courier
from iroc_desktop.services.erasure import Erasing
from iroc_desktop.services.exchange import Exchange, exchange_with
from iroc_desktop.services.exploring import Exploring
from iroc_desktop.services.held_sessions import HeldSessions
from iroc_desktop.services.history_of import HistoryOf
from iroc_desktop.services.holdings import HoldingsOf
from iroc_desktop.services.people import People
from iroc_desktop.services.person_lines import OwnValues, StayingWell
from iroc_desktop.services.plan_parts import Outcomes, Steps, Supports
from iroc_desktop.services.plans import Plans
from iroc_desktop.services.ports import Clock, NewId, ReportWriter, Store
from iroc_desktop.services.practitioners import Practitioners
from iroc_desktop.services.purging import Purging
from iroc_desktop.services.reflections import Reflections
from iroc_desktop.services.retention import Retention
from iroc_desktop.services.roles import Roles
from iroc_desktop.services.sessions import Sessions
from iroc_desktop.services.settling_in import SettlingIn
from iroc_desktop.services.sheets import Sheets
from iroc_desktop.services.summaries import Summaries
from iroc_desktop.services.today import Today
from iroc_desktop.services.trail import Trail
from iroc_desktop.services.vault import Vault
from iroc_desktop.services.welcome_back import WelcomeBack
from iroc_desktop.services.work import Work
from iroc_desktop.services.worksheets import Favourites, Worksheets


@dataclass(frozen=True, slots=True)
class Desk:
    """The services over one open store."""

    pack: Pack
    work: Work
    people: People
    conversations: Conversations
    summaries: Summaries
    today: Today
    settling_in: SettlingIn
    roles: Roles
    trail: Trail
    audit: Audit
    history_of: HistoryOf
    consents: Consents
    sessions: Sessions
    held_sessions: HeldSessions
    welcome_back: WelcomeBack
    exploring: Exploring
    plans: Plans
    sheets: Sheets
    outcomes: Outcomes
    steps: Steps
    supports: Supports
    staying_well: StayingWell
    values: OwnValues
    reflections: Reflections
    worksheets: Worksheets
    favourites: Favourites
    arranging: Arranging
    bin: Bin
    retention: Retention
    erasing: Erasing
    holdings: HoldingsOf
    clock_check: ClockCheck
    backups: Backups | None
    """None where nothing is worth keeping: with practice people."""
    conflicts: Conflicts
    exchange: Exchange | None
    """None where nothing is exchanged: with practice people."""
    practitioners: Practitioners | None
    """None where nobody else comes in: with practice people, and for a command."""
    close: Callable[[], None]
    """Takes a backup if one is due, closes the store and drops its key; nothing works here afterwards."""

    @property
    def clock(self) -> Clock:
        """Return the machine's clock: a claim, never an arbiter."""
        return self.work.clock

    @property
    def new_id(self) -> NewId:
        """Return what makes identifiers."""
        return self.work.new_id

    @property
    def purging(self) -> Purging:
        """Return what destroys what has lain in the bin for its time."""
        return Purging(self.work, self.erasing, self.retention)

    def lock(self) -> None:
        """Close the store and drop its key at once; a backup that is due is taken after the next unlock."""
        if self.backups is None:
            self.close()
        else:
            self.work.store.close()


def open_desk(
    store: Store,
    practitioner_id: str,
    pack: Pack,
    writer: ReportWriter,
    clock: Clock,
    new_id: NewId,
    vault: Vault | None = None,
    courier: Courier | None = None,
) -> Desk:
    """Return the services for an open store and the practitioner who opened it.

    `vault` is the folder that the store lies in, if colleagues can be let in there; `courier` carries
    bundles to other machines and back.
    """
    work = Work(store, practitioner_id, clock, new_id)
    backups = Backups(work)
    return _with_sessions(work, pack, writer)(
        roles=Roles(work),
        trail=Trail(work),
        audit=Audit(work, Roles(work), writer),
        history_of=HistoryOf(work),
        consents=Consents(work),
        bin=Bin(work),
        retention=Retention(work, Roles(work), Bin(work)),
        erasing=Erasing(work, Roles(work)),
        holdings=HoldingsOf(work, pack, writer, Roles(work)),
        clock_check=ClockCheck(work, date.fromisoformat(RELEASED_ON)),
        conflicts=Conflicts(work),
        exchange=None if courier is None else exchange_with(work, courier, backups),
        backups=backups,
        practitioners=None if vault is None else Practitioners(work, vault),
        close=lambda: _close(store, backups),
    )


def _with_sessions(work: Work, pack: Pack, writer: ReportWriter) -> partial[Desk]:
    """Return the desk with all that is done with people, waiting for what keeps the record safe."""
    summaries = Summaries(work, pack, writer)
    reflections = Reflections(work)
    return partial(
        Desk,
        pack=pack,
        work=work,
        people=People(work, pack),
        conversations=Conversations(work, pack),
        summaries=summaries,
        today=Today(work, pack),
        settling_in=SettlingIn(work),
        sessions=Sessions(work, pack),
        held_sessions=HeldSessions(work, reflections),
        welcome_back=WelcomeBack(work),
        exploring=Exploring(work, pack),
        plans=Plans(work),
        sheets=Sheets(work, pack, writer, summaries),
        outcomes=Outcomes(work),
        steps=Steps(work),
        supports=Supports(work),
        staying_well=StayingWell(work),
        values=OwnValues(work),
        reflections=reflections,
        worksheets=Worksheets(work),
        favourites=Favourites(work),
        arranging=Arranging(work),
    )


def _close(store: Store, backups: Backups) -> None:
    try:
        backups.before_closing()
    finally:
        store.close()
