"""Destroying for good: contents of operations, the rows that follow from them, and what is in progress.

It must not touch a digest, a hash or a signed head: the chains verify afterwards as they did before. What is
erased in an attached copy has to work on the tables of every revision.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import (
    JSON,
    Column,
    ColumnElement,
    Connection,
    Row,
    and_,
    bindparam,
    delete,
    insert,
    null,
    or_,
    select,
    type_coerce,
    update,
)

from iroc_desktop.domain.erasure import PART_OF_PLAN, Erased, Written, closure, merged, people_in
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.withheld import ONE_FOR_EACH_PERSON
from iroc_desktop.store import rows, session_rows
from iroc_desktop.store.engine import tables_in
from iroc_desktop.store.projection import count_history_anew, take_out

_LOG: Final = rows.operation.c
_FIELDS: Final = type_coerce(_LOG.fields, JSON)
_PERSON, _PLAN = _FIELDS["person_id"].as_string(), _FIELDS["plan_id"].as_string()
_WRITTEN: Final = (
    select(_LOG.entity_kind, _LOG.entity_id, _PERSON.label("person_id"), _PLAN.label("plan_id"))
    .where(_LOG.fields.is_not(None))
    .distinct()
)
_EMPTY: Final = (
    update(rows.operation)
    .where(_LOG.entity_kind == bindparam("kind"), _LOG.entity_id == bindparam("id"))
    .values(nonce=null(), fields=null(), reason=null())
)
_ERASED: Final = select(rows.erased).order_by(rows.erased.c.entity_kind, rows.erased.c.entity_id)
_WHICH: Final = rows.erased.c
_ANY_OF: Final = (
    select(_WHICH.entity_id)
    .where(
        or_(
            and_(_WHICH.entity_kind == bindparam("kind"), _WHICH.entity_id == bindparam("id")),
            and_(_WHICH.entity_kind == EntityKind.PERSON.value, _WHICH.entity_id == bindparam("person_id")),
            and_(_WHICH.entity_kind == EntityKind.PLAN.value, _WHICH.entity_id == bindparam("plan_id")),
        )
    )
    .limit(1)
)
"""Made once: it is asked before every write."""
_MANY: Final = 5_000
"""Ids in one statement."""


def erased_in(connection: Connection) -> tuple[Erased, ...]:
    """Return what was destroyed for good; nothing in a copy that is older than erasure."""
    if rows.erased.name not in tables_in(connection):
        return ()
    return tuple(_erased_from(row) for row in connection.execute(_ERASED))


def belonging_to(connection: Connection, erased: Iterable[Erased]) -> tuple[Erased, ...]:
    """Return what is destroyed with these: themselves, and what belongs to people and plans among them."""
    return closure(erased, _written_about(connection, merged(erased)))


def destroy(connection: Connection, erased: Iterable[Erased]) -> tuple[Erased, ...]:
    """Destroy these and all that belongs to them, and remember that it must not come back.

    Returns all that counts as destroyed now. Nothing is committed.
    """
    whole = belonging_to(connection, merged(erased_in(connection), erased))
    if whole:
        connection.execute(_EMPTY, [_key(each.entity) for each in whole])
    tables = tables_in(connection)
    take_out(connection, [each.entity for each in whole], tables)
    count_history_anew(connection, {each.person_id for each in whole} - {""})
    _drop_what_is_in_progress(connection, whole, tables)
    _remember(connection, whole, tables)
    return whole


def must_not_be_erased(connection: Connection, entity: Entity, person_id: str, plan_id: str = "") -> None:
    """Return quietly if something may be written: neither it nor what it belongs to was destroyed.

    Raises:
        RecordMissingError: if it was.
    """
    keys = {
        "kind": entity.kind.value,
        "id": entity.id,
        "person_id": person_id or entity.id,
        "plan_id": plan_id or entity.id,
    }
    if connection.execute(_ANY_OF, keys).first() is not None:
        raise RecordMissingError


def still_holds(connection: Connection, erased: Iterable[Erased]) -> bool:
    """Return whether content of anything destroyed is in the open store or the attached copy."""
    known = {each.entity for each in erased}
    written = _written_about(connection, tuple(erased))
    return any(entity in known for entity, _ in written) or not known <= {
        each.entity for each in erased_in(connection)
    }


def _key(entity: Entity) -> dict[str, str]:
    return {"kind": entity.kind.value, "id": entity.id}


def _erased_from(row: Row[Any]) -> Erased:
    entity = Entity(EntityKind(row.entity_kind), row.entity_id)
    return Erased(entity, row.person_id, row.erased_at, row.erased_by)


def _written_about(connection: Connection, erased: Sequence[Erased]) -> list[Written]:
    """Return what is said of whose it is, of anything that may be about what is destroyed."""
    people = sorted(people_in(erased))
    found = _written_where(connection, _PERSON, people)
    found += _written_where(connection, _LOG.entity_id, people, ONE_FOR_EACH_PERSON)
    plans = {each.entity.id for each in erased if each.entity.kind is EntityKind.PLAN}
    plans |= {entity.id for entity, _ in found if entity.kind is EntityKind.PLAN}
    found += _written_where(connection, _PLAN, sorted(plans), PART_OF_PLAN)
    for kind in sorted({each.entity.kind for each in erased}):
        ids = sorted(each.entity.id for each in erased if each.entity.kind is kind)
        found += _written_where(connection, _LOG.entity_id, ids, frozenset({kind}))
    return found


def _written_where(
    connection: Connection,
    column: ColumnElement[str],
    ids: Sequence[str],
    kinds: frozenset[EntityKind] | None = None,
) -> list[Written]:
    found: list[Written] = []
    for begin in range(0, len(ids), _MANY):
        query = _WRITTEN.where(column.in_(ids[begin : begin + _MANY]))
        if kinds is not None:
            query = query.where(_LOG.entity_kind.in_(sorted(kind.value for kind in kinds)))
        found += [_written_from(row) for row in connection.execute(query)]
    return found


def _written_from(row: Row[Any]) -> Written:
    said = {"person_id": row.person_id, "plan_id": row.plan_id}
    fields = {name: value for name, value in said.items() if value is not None}
    return Entity(EntityKind(row.entity_kind), row.entity_id), fields


def _drop_what_is_in_progress(
    connection: Connection, erased: Sequence[Erased], tables: frozenset[str]
) -> None:
    people = people_in(erased)
    talks = {each.entity.id for each in erased if each.entity.kind is EntityKind.CONVERSATION}
    held = {each.entity.id for each in erased if each.entity.kind is EntityKind.SESSION}
    draft, opened = rows.draft.c, session_rows.open_session.c
    _drop(connection, tables, draft.person_id, people)
    _drop(connection, tables, draft.conversation_id, talks)
    _drop(connection, tables, opened.person_id, people)
    _drop(connection, tables, opened.conversation_id, talks)
    _drop(connection, tables, opened.session_id, held)


def _drop(connection: Connection, tables: frozenset[str], column: Column[Any], ids: Iterable[str]) -> None:
    if column.table.name in tables:
        statement = delete(column.table).where(column == bindparam("id"))
        for each in sorted(ids):
            connection.execute(statement, {"id": each})


def _remember(connection: Connection, erased: Sequence[Erased], tables: frozenset[str]) -> None:
    if rows.erased.name in tables:
        connection.execute(delete(rows.erased))
    else:
        # a copy that is older than erasure: its migration finds the table there already
        rows.erased.create(connection)
    if erased:
        connection.execute(insert(rows.erased), [_row(each) for each in erased])


def _row(erased: Erased) -> dict[str, str]:
    return {
        "entity_kind": erased.entity.kind.value,
        "entity_id": erased.entity.id,
        "person_id": erased.person_id,
        "erased_at": erased.erased_at,
        "erased_by": erased.erased_by,
    }
