"""Keeps the fold tables equal to what the log says, one entity at a time or all anew.

It must not take anything from elsewhere: what it writes follows from the log alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
)

from iroc_desktop.domain.operations import Entity, EntityKind, Operation
from iroc_desktop.store import rows, session_rows
from iroc_desktop.store.log import every_entity, every_name, operations_about, operations_of
from iroc_desktop.store.record_kinds import LINES, RECORDS
from iroc_desktop.store.tables import Row, rows_of

_BATCH: Final = 2_000
Folding = Mapping[Entity, Sequence[Operation]]
"""Entities, each with all of its operations that are not held back."""

_OWN: Final[dict[EntityKind, tuple[Column[Any], ...]]] = {
    EntityKind.PERSON: (rows.name_word.c.person_id, rows.person.c.id),
    EntityKind.PRACTITIONER: (rows.practitioner.c.id,),
    EntityKind.ORGANISATION: (rows.organisation.c.id,),
    EntityKind.CONVERSATION: (rows.answer.c.conversation_id, rows.conversation.c.id),
    EntityKind.SUMMARY: (rows.summary.c.id,),
    **{kind: (table.c.id,) for kind, (_, table) in RECORDS.items()},
    **{kind: (table.c.person_id,) for kind, table in LINES.items()},
    EntityKind.FAVOURITES: (session_rows.favourite.c.practitioner_id,),
    EntityKind.ARRANGEMENTS: (session_rows.arrangements.c.id,),
    EntityKind.SHEETS: (),
    EntityKind.HOLDINGS: (),
}
"""By which columns an entity's rows are found, children first."""

_DELETES: Final = {
    kind: [delete(column.table).where(column == bindparam("id")) for column in columns]
    for kind, columns in _OWN.items()
}
_DELETES_BESIDE: Final = [
    delete(table).where(table.c.entity_kind == bindparam("kind"), table.c.entity_id == bindparam("id"))
    for table in (rows.conflict, rows.withheld)
]
_BESIDE: Final = (rows.conflict.name, rows.withheld.name)
_INSERTS: Final = {table.name: insert(table) for table in rows.FOLD}
_PERSON_OF: Final = select(rows.conversation.c.person_id).where(rows.conversation.c.id == bindparam("id"))


def project(connection: Connection, entity: Entity) -> None:
    """Write the rows of one entity anew, after operations about it were appended."""
    touched = _people_held_with(connection, entity)
    for statement in _DELETES[entity.kind]:
        connection.execute(statement, {"id": entity.id})
    for statement in _DELETES_BESIDE:
        connection.execute(statement, {"kind": entity.kind.value, "id": entity.id})
    _insert(connection, [(entity, operations_of(connection, entity))])
    for person_id in touched | _people_held_with(connection, entity):
        _refresh_history(connection, person_id)


def project_all(connection: Connection, entities: Iterable[Entity], new: Folding) -> None:
    """Do the same for many entities at once; `new` holds those without rows yet, with their operations."""
    written = sorted(entities)
    people = set(_held_with(connection, written))
    take_out(connection, written, frozenset(table.name for table in rows.FOLD))
    for begin in range(0, len(written), _BATCH):
        batch = operations_about(connection, written[begin : begin + _BATCH])
        _insert(connection, list(batch.items()))
    fresh = list(new.items())
    for begin in range(0, len(fresh), _BATCH):
        _insert(connection, fresh[begin : begin + _BATCH])
    people |= set(_held_with(connection, [*written, *new]))
    for begin in range(0, len(people), _BATCH):
        ids = sorted(people)[begin : begin + _BATCH]
        connection.execute(delete(rows.person_history).where(rows.person_history.c.person_id.in_(ids)))
        histories = _histories(rows.conversation.c.person_id.in_(ids))
        connection.execute(_INSERTS["person_history"].from_select(_HISTORY_COLUMNS, histories))


def _held_with(connection: Connection, entities: Iterable[Entity]) -> Iterator[str]:
    ids = sorted(each.id for each in entities if each.kind is EntityKind.CONVERSATION)
    for begin in range(0, len(ids), _BATCH):
        chosen = rows.conversation.c.id.in_(ids[begin : begin + _BATCH])
        yield from connection.execute(
            select(rows.conversation.c.person_id).where(chosen).distinct()
        ).scalars()


def take_out(connection: Connection, entities: Iterable[Entity], tables: frozenset[str]) -> None:
    """Delete the rows of entities of which nothing is left in the log, as far as the tables are there."""
    kinds: dict[EntityKind, list[Row]] = {}
    for entity in entities:
        kinds.setdefault(entity.kind, []).append({"kind": entity.kind.value, "id": entity.id})
    for kind, keys in kinds.items():
        names = (*(column.table.name for column in _OWN[kind]), *_BESIDE)
        for name, statement in zip(names, (*_DELETES[kind], *_DELETES_BESIDE), strict=True):
            if name in tables:
                connection.execute(statement, keys)


def count_history_anew(connection: Connection, people: Iterable[str]) -> None:
    """Write what lists say of how often people held a conversation, after some of those were destroyed."""
    for person_id in sorted(people):
        _refresh_history(connection, person_id)


def rebuild(connection: Connection) -> None:
    """Empty every fold table, and fill it from the log."""
    for table in reversed(rows.FOLD):
        connection.execute(delete(table))
    group: list[tuple[Entity, Sequence[Operation]]] = []
    for each in every_entity(connection):
        group.append(each)
        if len(group) == _BATCH:
            _insert(connection, group)
            group = []
    _insert(connection, group)
    connection.execute(_INSERTS["person_history"].from_select(_HISTORY_COLUMNS, _histories()))


def rebuild_in_steps(connection: Connection, at_once: int) -> Iterator[None]:
    """Do the same in steps of so many entities; between two of them a transaction may end."""
    for table in reversed(rows.FOLD):
        connection.execute(delete(table))
    names = every_name(connection)
    for start in range(0, len(names), at_once):
        yield
        group = names[start : start + at_once]
        _insert(connection, [(each, operations_of(connection, each)) for each in group])
    yield
    connection.execute(_INSERTS["person_history"].from_select(_HISTORY_COLUMNS, _histories()))


def dump(connection: Connection, table: Table) -> Iterator[tuple[object, ...]]:
    """Yield the rows of a table in the order of its key."""
    found = connection.execute(select(table).order_by(*table.primary_key.columns))
    return (tuple(row) for row in found)


def fold_digest(connection: Connection) -> str:
    """Return SHA-256 over every row of every fold table."""
    digest = hashlib.sha256()
    for table in rows.FOLD:
        digest.update(table.name.encode())
        for row in dump(connection, table):
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _insert(connection: Connection, entities: Sequence[tuple[Entity, Sequence[Operation]]]) -> None:
    batches: dict[str, list[Row]] = {table.name: [] for table in rows.FOLD}
    for entity, operations in entities:
        for table, row in rows_of(entity, operations):
            batches[table.name].append(row)
    for name, batch in batches.items():
        if batch:
            connection.execute(_INSERTS[name], batch)


_HISTORY_COLUMNS: Final = ["person_id", "conversations", "last_held_on", "next_on"]


def _histories(*only: ColumnElement[bool]) -> Select[tuple[str, int, object, object]]:
    held = rows.conversation
    newest_first = (held.c.held_on.desc(), held.c.id.desc())
    ranked = (
        select(
            held.c.person_id,
            func.count().over(partition_by=held.c.person_id).label("conversations"),
            held.c.held_on.label("last_held_on"),
            held.c.next_on,
            func.row_number().over(partition_by=held.c.person_id, order_by=newest_first).label("age"),
        )
        .where(*only)
        .subquery()
    )
    columns = (ranked.c[name] for name in _HISTORY_COLUMNS)
    return select(*columns).where(ranked.c.age == 1)


_REFRESH: Final = _INSERTS["person_history"].from_select(
    _HISTORY_COLUMNS, _histories(rows.conversation.c.person_id == bindparam("id"))
)
_FORGET_HISTORY: Final = delete(rows.person_history).where(rows.person_history.c.person_id == bindparam("id"))


def _refresh_history(connection: Connection, person_id: str) -> None:
    connection.execute(_FORGET_HISTORY, {"id": person_id})
    connection.execute(_REFRESH, {"id": person_id})


def _people_held_with(connection: Connection, entity: Entity) -> set[str]:
    if entity.kind is not EntityKind.CONVERSATION:
        return set()
    return set(connection.execute(_PERSON_OF, {"id": entity.id}).scalars())
