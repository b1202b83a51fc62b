"""What services need from the outside, as Protocols that adapters and in-memory fakes fill.

It must not import an adapter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self, TypeVar

from iroc_desktop.domain.conversation import Answer, Conversation, Draft
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.holdings import Holdings
from iroc_desktop.domain.people import Organisation, Person, Practitioner
from iroc_desktop.domain.plan_sheet import PlanSheet
from iroc_desktop.domain.spreadsheets import Table
from iroc_desktop.domain.staying_well_sheet import StayingWellSheet
from iroc_desktop.domain.summary import Paper, SessionSummary
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
from iroc_desktop.services.backup_shelf import BackupShelf
from iroc_desktop.services.copies import Copies
from iroc_desktop.services.exchange_records import ExchangeRecords
from iroc_desktop.services.log import Log
from iroc_desktop.services.repositories import SessionRecords

T = TypeVar("T")


class Clock(Protocol):
    """Wall time: a claim, never an arbiter."""

    def now(self) -> datetime:
        """Return the present moment, with its time zone."""

    def today(self) -> date:
        """Return the day where the machine stands."""


class NewId(Protocol):
    """Makes identifiers."""

    def __call__(self) -> str:
        """Return a new random id of 32 hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who makes a change, and when by the machine's own clock (ISO 8601)."""

    practitioner_id: str
    claimed_at: str


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person as the list of people shows them, without opening anything."""

    person: Person
    conversations: int
    """How many are completed."""
    last_held_on: date | None
    next_on: date | None
    has_draft: bool


class PersonRepository(Protocol):
    """People in the record."""

    def get(self, person_id: str) -> Person:
        """Return one person.

        Raises:
            RecordMissingError: if there is no such person.
        """

    def put(self, person: Person) -> None:
        """Add a person, or write the fields that differ from what is there."""

    def all(self) -> Sequence[Person]:
        """Return everyone, ordered by searchable name."""

    def keep_until(self, person_id: str, day: date, reason: str) -> None:
        """Keep until which day somebody's record is kept longer than the rule says, and why, in the log."""

    def kept_longer(self) -> Mapping[str, date]:
        """Return that day for everybody of whom somebody said so, by person."""

    def find(self, typed: str, limit: int) -> Sequence[PersonLine]:
        """Return at most `limit` people whose name has words that begin with the typed words, by name."""


class PractitionerRepository(Protocol):
    """Practitioners of this record."""

    def get(self, practitioner_id: str) -> Practitioner:
        """Return one practitioner.

        Raises:
            RecordMissingError: if there is no such practitioner.
        """

    def put(self, practitioner: Practitioner) -> None:
        """Add a practitioner, or write the fields that differ."""

    def all(self) -> Sequence[Practitioner]:
        """Return every practitioner."""


class ConversationRepository(Protocol):
    """Completed conversations."""

    def get(self, conversation_id: str) -> Conversation:
        """Return one completed conversation, corrections applied.

        Raises:
            RecordMissingError: if there is no such conversation.
        """

    def add(self, conversation: Conversation) -> None:
        """Append a completed conversation, whole, as one operation."""

    def correct(self, conversation_id: str, indicator_id: str, after: Answer, reason: str) -> None:
        """Append a correction of one answer; the log keeps the old value."""

    def of(self, person_id: str) -> Sequence[Conversation]:
        """Return a person's completed conversations, oldest first."""


class DraftRepository(Protocol):
    """Conversations in progress: local to this machine, durable at once, at most one for a person."""

    def get(self, conversation_id: str) -> Draft:
        """Return one draft.

        Raises:
            RecordMissingError: if there is no such draft.
        """

    def put(self, draft: Draft) -> None:
        """Add or replace a draft."""

    def remove(self, conversation_id: str) -> None:
        """Remove a draft, because it was completed or thrown away."""

    def of(self, person_id: str) -> Draft | None:
        """Return a person's draft, if there is one."""

    def all(self) -> Sequence[Draft]:
        """Return every draft."""


class SummaryRepository(Protocol):
    """Frozen summaries that prints render."""

    def add(self, summary: SessionSummary) -> None:
        """Keep a summary for good."""

    def get(self, summary_id: str) -> SessionSummary:
        """Return one summary.

        Raises:
            RecordMissingError: if there is no such summary.
        """

    def of(self, person_id: str) -> Sequence[SessionSummary]:
        """Return the summaries printed for a person, newest last."""


class OrganisationRepository(Protocol):
    """The one organisation this machine works for."""

    def get(self) -> Organisation:
        """Return it; an unanswered one if nothing was recorded yet."""

    def put(self, organisation: Organisation) -> None:
        """Write the fields that differ."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is, and what is due, without any name."""

    people: int
    conversations: int
    conversations_due: int
    """People whose next date, or last conversation plus the interval, has come."""
    drafts: int
    reviews_due: int
    """Days to look at an active plan together that have come, with nothing written about them yet."""


class UnitOfWork(SessionRecords, ExchangeRecords, Protocol):
    """One transaction: all of it is durable after `commit`, none of it otherwise."""

    @property
    def people(self) -> PersonRepository:
        """Return the people."""

    @property
    def practitioners(self) -> PractitionerRepository:
        """Return the practitioners."""

    @property
    def conversations(self) -> ConversationRepository:
        """Return the completed conversations."""

    @property
    def drafts(self) -> DraftRepository:
        """Return the drafts."""

    @property
    def summaries(self) -> SummaryRepository:
        """Return the kept summaries."""

    @property
    def organisation(self) -> OrganisationRepository:
        """Return the organisation."""

    @property
    def log(self) -> Log:
        """Return the log of operations."""

    def __enter__(self) -> Self:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Roll back whatever was not committed."""

    def commit(self) -> None:
        """Make it durable.

        Raises:
            DiskFullError, ReadOnlyError, DiskFailedError, StoreDamagedError: nothing was changed.
        """

    def counts(self, due_by: date, held_before: date) -> Counts:
        """Return the counts of *Today*.

        Due is who has a next date up to `due_by`, or has none and last held a conversation before
        `held_before`, or has never held one.
        """


class Store(Protocol):
    """An unlocked store. It is used by one thread only."""

    @property
    def backups(self) -> BackupShelf:
        """Return its encrypted copies."""

    @property
    def copies(self) -> Copies:
        """Return what else this machine holds of it, for when something was destroyed."""

    def begin(self, stamp: Stamp) -> UnitOfWork:
        """Return a unit of work whose changes carry this stamp."""

    def close(self) -> None:
        """Close the file and drop the key."""


class ReportWriter(Protocol):
    """Turns frozen snapshots into PDFs, in memory."""

    def summary(self, summary: SessionSummary) -> bytes:
        """Return the session summary as a PDF in its own language."""

    def recovery_sheet(self, groups: tuple[str, ...], language: str, paper: Paper) -> bytes:
        """Return the recovery sheet as a PDF."""

    def plan(self, sheet: PlanSheet) -> bytes:
        """Return a personal plan as a PDF in its own language."""

    def staying_well(self, sheet: StayingWellSheet) -> bytes:
        """Return a staying-well plan as a PDF in its own language."""

    def toolkit_page(self, sheet: ToolkitSheet) -> bytes:
        """Return a toolkit page, blank or filled in, as a PDF in the language of its words."""

    def everything_held(self, holdings: Holdings) -> bytes:
        """Return everything held on a person as a PDF in their language."""

    def held_bundle(self, holdings: Holdings) -> bytes:
        """Return everything held on a person as one ZIP file: PDF, tables, and JSON."""

    def protected(self, pdf: bytes, passphrase: str) -> bytes:
        """Return a PDF that opens with this passphrase only.

        Raises:
            PassphraseTooShortError, PdfPassphraseError: if the passphrase would not do.
        """

    def csv(self, table: Table) -> bytes:
        """Return a table as a CSV file in which nothing is a formula."""

    def xlsx(self, tables: Iterable[Table]) -> bytes:
        """Return tables as one XLSX file, a sheet for each, in which nothing is a formula."""


class Runner(Protocol):
    """The serial worker that owns the store. A view never waits for it."""

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ExpectedError], None] | None = None,
        *,
        initiator: object | None = None,
    ) -> None:
        """Run `work` after all earlier work; call `done` or `failed` later, on the caller's thread.

        When the result is a `Done`, its changes are broadcast after `done`, with the initiator.
        Without `failed`, the window shows the error's message.
        """


def ordered_by_name(people: Iterable[Person], searchable: Callable[[str], str]) -> list[Person]:
    """Return people by their searchable name, then id, so that the order is the same on every store."""
    return sorted(people, key=lambda person: (searchable(person.preferred_name), person.id))
