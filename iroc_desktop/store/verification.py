"""Checks everything about an open store: the file, each chain, the signature of its head, and the fold.

It must not mend anything, and leaves the store as it was.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from iroc_desktop.domain.operations import OperationId, first_fault
from iroc_desktop.store import engine
from iroc_desktop.store.log import chain_of, heads_of, operation_count, replicas_in
from iroc_desktop.store.machine import Head, Machine
from iroc_desktop.store.projection import fold_digest, rebuild


@dataclass(frozen=True, slots=True)
class Report:
    """What the checks found; nothing in it is personal."""

    operations: int
    file_faults: tuple[str, ...]
    """What SQLCipher and SQLite complained about."""
    chain_faults: tuple[OperationId, ...]
    """The first operation of each replica's chain that does not fit."""
    head_faults: tuple[str, ...]
    """Replicas whose signed head is missing, forged or not the end of the chain."""
    fold_matches: bool
    """Whether the tables are what the log says."""

    @property
    def good(self) -> bool:
        """Return whether nothing at all is wrong."""
        return self.fold_matches and not (self.file_faults or self.chain_faults or self.head_faults)


def verify(connection: Connection, machine: Machine) -> Report:
    """Return what is wrong with an open store.

    Raises:
        StoreDamagedError, DiskFailedError: if it cannot even be read through.
    """
    file_faults = engine.integrity_faults(connection)
    try:
        replicas = replicas_in(connection)
        faults = (first_fault(chain_of(connection, replica)) for replica in replicas)
        return Report(
            operations=operation_count(connection),
            file_faults=file_faults,
            chain_faults=tuple(each for each in faults if each is not None),
            head_faults=_head_faults(connection, machine, replicas),
            fold_matches=_fold_matches(connection),
        )
    finally:
        connection.rollback()


def _head_faults(connection: Connection, machine: Machine, replicas: tuple[str, ...]) -> tuple[str, ...]:
    heads = heads_of(connection)
    wrong = set(heads) ^ set(replicas)
    for replica in set(heads) & set(replicas):
        head, signature = heads[replica]
        own = replica == machine.replica
        if head != _end_of_chain(connection, replica) or (own and not machine.signed(head, signature)):
            wrong.add(replica)
    return tuple(sorted(wrong))


def _end_of_chain(connection: Connection, replica: str) -> Head | None:
    end = None
    for operation in chain_of(connection, replica):
        end = Head(replica, operation.id.seq, operation.lamport, operation.hash)
    return end


def _fold_matches(connection: Connection) -> bool:
    present = fold_digest(connection)
    rebuild(connection)
    return fold_digest(connection) == present
