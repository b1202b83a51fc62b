"""One transaction on the encrypted store, and the store that begins them.

It must not run two at once: there is one connection, used by one thread at a time.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from iroc_desktop.domain.consent import Consent
from iroc_desktop.domain.exploring import Exploration
from iroc_desktop.domain.operations import EntityKind
from iroc_desktop.domain.personal_plan import PlanSnapshot
from iroc_desktop.domain.plan import Outcome, Plan, Review, Step, Support
from iroc_desktop.domain.reflection import Reflection
from iroc_desktop.domain.session import Session
from iroc_desktop.domain.worksheets import Worksheet
from iroc_desktop.services.ports import Counts, Stamp
from iroc_desktop.store import engine
from iroc_desktop.store.backup_erasing import OpenCopies
from iroc_desktop.store.bundles import SqlBundles
from iroc_desktop.store.counting import counts
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.key_file import KeyFile
from iroc_desktop.store.log import OperationLog
from iroc_desktop.store.machine import Machine
from iroc_desktop.store.recording import Recording
from iroc_desktop.store.rehearsal import RehearsingShelf
from iroc_desktop.store.rekeying import lay_ready
from iroc_desktop.store.repositories.conflicts import SqlConflicts
from iroc_desktop.store.repositories.conversations import SqlConversations, SqlSummaries
from iroc_desktop.store.repositories.drafts import SqlDrafts
from iroc_desktop.store.repositories.erasures import SqlErasures
from iroc_desktop.store.repositories.open_sessions import SqlOpenSessions
from iroc_desktop.store.repositories.peers import SqlPeers
from iroc_desktop.store.repositories.people import SqlPeople
from iroc_desktop.store.repositories.practitioners import SqlOrganisation, SqlPractitioners
from iroc_desktop.store.repositories.records import (
    SqlArrangements,
    SqlFavourites,
    SqlLines,
    SqlRecords,
)
from iroc_desktop.store.repositories.sheets import SqlSheets
from iroc_desktop.store.repositories.taken import SqlTaken
from iroc_desktop.store.repositories.withheld import SqlWithheld
from iroc_desktop.store.verification import Report, verify


class SqlUnit:
    """A unit of work: the transaction begins with the first statement, and again after a commit."""

    def __init__(self, connection: Connection, machine: Machine, stamp: Stamp) -> None:
        self._connection = connection
        self.log = OperationLog(connection, machine, stamp)
        recording = Recording(connection, self.log)
        self.people = SqlPeople(recording)
        self.practitioners = SqlPractitioners(recording)
        self.conversations = SqlConversations(recording)
        self.drafts = SqlDrafts(connection)
        self.summaries = SqlSummaries(recording)
        self.organisation = SqlOrganisation(recording)
        self.open_sessions = SqlOpenSessions(connection)
        self.sessions = SqlRecords[Session](recording, EntityKind.SESSION)
        self.explorations = SqlRecords[Exploration](recording, EntityKind.EXPLORATION)
        self.reflections = SqlRecords[Reflection](recording, EntityKind.REFLECTION)
        self.plans = SqlRecords[Plan](recording, EntityKind.PLAN)
        self.outcomes = SqlRecords[Outcome](recording, EntityKind.OUTCOME)
        self.steps = SqlRecords[Step](recording, EntityKind.STEP)
        self.supports = SqlRecords[Support](recording, EntityKind.SUPPORT)
        self.reviews = SqlRecords[Review](recording, EntityKind.REVIEW)
        self.plan_snapshots = SqlRecords[PlanSnapshot](recording, EntityKind.PLAN_SNAPSHOT)
        self.worksheets = SqlRecords[Worksheet](recording, EntityKind.WORKSHEET)
        self.staying_well = SqlLines(recording, EntityKind.STAYING_WELL)
        self.values = SqlLines(recording, EntityKind.VALUES)
        self.favourites = SqlFavourites(recording)
        self.arrangements = SqlArrangements(recording)
        self.sheets = SqlSheets(recording)
        self.consents = SqlRecords[Consent](recording, EntityKind.CONSENT)
        self.withheld = SqlWithheld(recording)
        self.bundles = SqlBundles(connection, machine.replica)
        self.peers = SqlPeers(connection, machine)
        self.taken = SqlTaken(connection)
        self.conflicts = SqlConflicts(recording)
        self.erasures = SqlErasures(recording)

    def __enter__(self) -> Self:
        if self._connection.in_transaction():
            raise AssertionError("a unit of work is open already")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.log.forget()
        self._connection.rollback()

    def commit(self) -> None:
        """Sign the head of the chain and make everything durable.

        Raises:
            DiskFullError, ReadOnlyError, DiskFailedError, StoreDamagedError: nothing was changed.
        """
        self.log.sign()
        self._connection.commit()

    def counts(self, due_by: date, held_before: date) -> Counts:
        """Return the counts of *Today*."""
        return counts(self._connection, due_by, held_before)


class SqlStore:
    """An open store."""

    def __init__(self, connection: Connection, machine: Machine, path: Path) -> None:
        """`path` is the file that the connection has open."""
        self._connection = connection
        self._machine = machine
        self._path = path
        self.backups = RehearsingShelf(connection, path)
        self.copies = OpenCopies(connection, path)

    def begin(self, stamp: Stamp) -> SqlUnit:
        """Return a unit of work whose changes carry this stamp."""
        return SqlUnit(self._connection, self._machine, stamp)

    def verify(self) -> Report:
        """Check the file, the chains, their heads and the fold; nothing is changed.

        Raises:
            StoreDamagedError, DiskFailedError: if it cannot even be read through.
        """
        return verify(self._connection, self._machine)

    def locked_anew(self, old: DataKey, new: DataKey, keys: KeyFile) -> Path:
        """Write all of it, locked with another key, into a folder beside this one; return that folder.

        Raises:
            DiskFullError, ReadOnlyError, DiskFailedError, StoreDamagedError: nothing was left there.
        """
        return lay_ready(self._connection, self._path, old, new, keys)

    def go_on_as(self, other: SqlStore) -> None:
        """Take over the file that another store has open, so that whoever holds this one goes on with it."""
        self._connection, self._machine = other._connection, other._machine
        self.backups.go_on_with(other._connection)
        self.copies.go_on_with(other._connection)

    def close(self) -> None:
        """Close the file and drop the key with it. Closing twice is harmless."""
        if not self._connection.closed:
            engine.close(self._connection)
