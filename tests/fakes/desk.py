"""A whole desk on the memory store, with a fixed clock and countable ids, and a runner that does not wait.

It must not be slower or cleverer than the real one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TypeVar

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.holdings import Holdings
from iroc_desktop.domain.people import Practitioner
from iroc_desktop.domain.plan_sheet import PlanSheet
from iroc_desktop.domain.spreadsheets import Table
from iroc_desktop.domain.staying_well_sheet import StayingWellSheet
from iroc_desktop.domain.summary import Paper, SessionSummary
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.desk import Desk, open_desk
from tests.fakes.memory_store import MemoryStore
from tests.fakes.paper import empty_pdf, locked_with

T = TypeVar("T")

PRACTITIONER_ID = "practitioner-1"


@dataclass
class FixedClock:
    """A clock that stands still until it is told otherwise."""

    moment: datetime = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)

    def now(self) -> datetime:
        """Return the fixed moment."""
        return self.moment

    def today(self) -> date:
        """Return its day."""
        return self.moment.date()


@dataclass
class CountingIds:
    """Ids that can be read in a failure: id-1, id-2 and so on."""

    made: int = 0

    def __call__(self) -> str:
        """Return the next id."""
        self.made += 1
        return f"id-{self.made}"


@dataclass
class RememberingWriter:
    """A report writer that keeps what it was asked to write."""

    summaries: list[SessionSummary] = field(default_factory=list)
    plans: list[PlanSheet] = field(default_factory=list)
    staying_well_plans: list[StayingWellSheet] = field(default_factory=list)
    held: list[Holdings] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def summary(self, summary: SessionSummary) -> bytes:
        """Remember the summary."""
        self.summaries.append(summary)
        return b"%PDF-fake"

    def plan(self, sheet: PlanSheet) -> bytes:
        """Remember the sheet."""
        self.plans.append(sheet)
        return empty_pdf(1)

    def staying_well(self, sheet: StayingWellSheet) -> bytes:
        """Remember the sheet."""
        self.staying_well_plans.append(sheet)
        return empty_pdf(1)

    def toolkit_page(self, sheet: ToolkitSheet) -> bytes:
        """Return a page."""
        return empty_pdf(1)

    def everything_held(self, holdings: Holdings) -> bytes:
        """Remember what it was about."""
        self.held.append(holdings)
        return empty_pdf(1)

    def held_bundle(self, holdings: Holdings) -> bytes:
        """Remember what it was about."""
        self.held.append(holdings)
        return b"PK-fake"

    def protected(self, pdf: bytes, passphrase: str) -> bytes:
        """Return something that tells the two."""
        return locked_with(pdf, passphrase)

    def csv(self, table: Table) -> bytes:
        """Remember the table."""
        self.tables.append(table)
        return b"csv"

    def xlsx(self, tables: Iterable[Table]) -> bytes:
        """Remember the tables."""
        self.tables.extend(tables)
        return b"xlsx"

    def recovery_sheet(self, groups: tuple[str, ...], language: str, paper: Paper) -> bytes:
        """Return something that is not empty."""
        return f"%PDF-fake {len(groups)} {language} {paper}".encode()


@dataclass
class ImmediateRunner:
    """Runs work at once, on the spot, and remembers what was broadcast and what failed unheard."""

    broadcast: list[tuple[Changes, object | None]] = field(default_factory=list)
    unheard: list[ExpectedError] = field(default_factory=list)

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ExpectedError], None] | None = None,
        *,
        initiator: object | None = None,
    ) -> None:
        """Run it now."""
        try:
            result = work()
        except ExpectedError as error:
            (failed or self.unheard.append)(error)
            return
        done(result)
        if isinstance(result, Done):
            self.broadcast.append((result.changes, initiator))


def desk_in_memory(pack: Pack, store: MemoryStore | None = None, clock: FixedClock | None = None) -> Desk:
    """Return a desk with its practitioner already introduced."""
    desk = open_desk(
        store or MemoryStore(),
        PRACTITIONER_ID,
        pack,
        RememberingWriter(),
        clock or FixedClock(),
        CountingIds(),
    )
    desk.settling_in.introduce(Practitioner(PRACTITIONER_ID, "Marta"))
    return desk
