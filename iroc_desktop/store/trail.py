"""Reading the log as a trail: page by page, narrowed to whom it is about, who did it, what and when.

It must not read more of the log than the page needs, nor write to it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Row,
    Select,
    Table,
    and_,
    func,
    literal,
    not_,
    or_,
    select,
    true,
    union_all,
)

from iroc_desktop.domain.audit import ABOUT, MARKS, Deed, Entry, Page, Wanted, deed_of
from iroc_desktop.domain.operations import Action, Entity, EntityKind, OperationId
from iroc_desktop.domain.withheld import ONE_FOR_EACH_PERSON
from iroc_desktop.store import rows, session_rows
from iroc_desktop.store.record_kinds import RECORDS

_LOG: Final = rows.operation.c
_COLUMNS: Final = (
    _LOG.position,
    _LOG.replica,
    _LOG.seq,
    _LOG.entity_kind,
    _LOG.entity_id,
    _LOG.action,
    _LOG.author,
    _LOG.claimed_at,
    _LOG.fields,
)
_END_OF_DAY: Final = "T99"
"""Comes after every time of a day, whatever its spelling."""

STRETCH: Final = 20_000
"""How many operations are looked through for one page."""

_OWNED: Final[Mapping[EntityKind, Table]] = {
    EntityKind.CONVERSATION: rows.conversation,
    EntityKind.SUMMARY: rows.summary,
    **{kind: table for kind, (_, table) in RECORDS.items() if "person_id" in table.c},
}
_PARTS: Final[Mapping[EntityKind, Table]] = {
    kind: table for kind, (_, table) in RECORDS.items() if "plan_id" in table.c
}


def entries(connection: Connection, wanted: Wanted, before: int | None, limit: int) -> Page:
    """Return at most `limit` entries, newest first, that stand before a position: from one stretch."""
    if before is None:
        before = (connection.execute(select(func.max(_LOG.position))).scalar_one_or_none() or 0) + 1
    # whose entries are wanted, an index finds; so are all of them found at once
    floor = 0 if wanted.person_id or not wanted.narrows else max(0, before - STRETCH)
    query: Select[Any] = select(*_COLUMNS).where(_narrowed(wanted))
    query = query.where(_LOG.position < before, _LOG.position >= floor)
    found = connection.execute(query.order_by(_LOG.position.desc()).limit(limit)).all()
    people = people_behind(connection, {_entity_of(row) for row in found})
    end = found[-1].position if len(found) == limit else floor
    return Page(tuple(_entry_of(row, people) for row in found), 0 if end <= 1 else end)


def people_behind(connection: Connection, entities: Collection[Entity]) -> dict[Entity, str]:
    """Return whom each entity is about, as far as the record or what is left of it tells."""
    found = {each: each.id for each in entities if each.kind in ONE_FOR_EACH_PERSON}
    for kind in {each.kind for each in entities if each not in found}:
        ids = [each.id for each in entities if each.kind is kind]
        for query in _owners(kind, ids):
            for entity_id, person_id in connection.execute(query):
                found.setdefault(Entity(kind, entity_id), person_id)
    for each in entities:
        if each not in found and each.kind in {*_OWNED, *_PARTS}:
            found[each] = _first_said(connection, each)
    return found


def _narrowed(wanted: Wanted) -> ColumnElement[bool]:
    said: list[ColumnElement[bool]] = [true()]
    if wanted.practitioner_id:
        said.append(_LOG.author == wanted.practitioner_id)
    if wanted.machine:
        # by the index on replicas, all of a machine's operations would be sorted for each page
        said.append(_LOG.replica.concat("") == wanted.machine)
    if wanted.first is not None:
        said.append(_LOG.claimed_at >= wanted.first.isoformat())
    if wanted.last is not None:
        said.append(_LOG.claimed_at <= wanted.last.isoformat() + _END_OF_DAY)
    if wanted.deed is not None:
        said.append(_did(wanted.deed))
    if wanted.person_id:
        said.append(_LOG.position.in_(_about(wanted.person_id)))
    return and_(*said)


def _did(deed: Deed) -> ColumnElement[bool]:
    if deed in MARKS:
        keeping, away = MARKS[deed]
        return and_(_LOG.action == Action.WROTE.value, _marked(keeping.value, "true" if away else "false"))
    if deed is Deed.WROTE:
        marked = or_(*(_marked(keeping.value, "%") for keeping, _ in MARKS.values()))
        return and_(_LOG.action == Action.WROTE.value, or_(_LOG.fields.is_(None), not_(marked)))
    return _LOG.action == deed.value


def _marked(name: str, value: str) -> ColumnElement[bool]:
    """Return whether nothing but this mark was written, as the canonical spelling of JSON shows it."""
    spelt = (
        f'"{field}":{value}{whose}' for field in (name, f"{name}/%") for whose in ("", f',"{ABOUT}":"%"')
    )
    return or_(*(_LOG.fields.like(f"{{{each}}}") for each in spelt))


def _about(person_id: str) -> CompoundSelect[tuple[int]]:
    """Return the positions of what is about a person; the index on entities answers."""
    return union_all(
        *(
            select(_LOG.position).where(_LOG.entity_kind == kind.value, _LOG.entity_id.in_(ids))
            for kind, ids in _ids_of(person_id)
        )
    )


def _ids_of(person_id: str) -> Iterable[tuple[EntityKind, CompoundSelect[tuple[str]]]]:
    for kind in ONE_FOR_EACH_PERSON:
        yield kind, union_all(select(literal(person_id)))
    plans = union_all(*_ids_from(session_rows.plan, EntityKind.PLAN, person_id))
    for kind, table in _OWNED.items():
        yield kind, union_all(*_ids_from(table, kind, person_id))
    for kind, table in _PARTS.items():
        yield (
            kind,
            union_all(select(table.c.id).where(table.c.plan_id.in_(plans)), *_ids_left(kind, person_id)),
        )


def _ids_from(table: Table, kind: EntityKind, person_id: str) -> list[Select[tuple[str]]]:
    return [select(table.c.id).where(table.c.person_id == person_id), *_ids_left(kind, person_id)]


def _ids_left(kind: EntityKind, person_id: str) -> list[Select[tuple[str]]]:
    """Return the queries of what has no row any more: it is out of sight, or destroyed."""
    return [
        select(table.c.entity_id).where(table.c.entity_kind == kind.value, table.c.person_id == person_id)
        for table in (rows.withheld, rows.erased)
    ]


def _owners(kind: EntityKind, ids: Sequence[str]) -> Iterable[Select[Any]]:
    """Return the queries that find whose these are; the first answer counts."""
    if kind in _OWNED:
        table = _OWNED[kind]
        yield select(table.c.id, table.c.person_id).where(table.c.id.in_(ids))
    if kind in _PARTS:
        part, plan = _PARTS[kind], session_rows.plan
        yield select(part.c.id, plan.c.person_id).where(part.c.plan_id == plan.c.id, part.c.id.in_(ids))
    for table in (rows.withheld, rows.erased):
        yield select(table.c.entity_id, table.c.person_id).where(
            table.c.entity_kind == kind.value, table.c.entity_id.in_(ids), table.c.person_id != ""
        )


def _first_said(connection: Connection, entity: Entity) -> str:
    """Return whom an entity is about by its own first words: it has no row, or its plan has none."""
    query = (
        select(_LOG.fields)
        .where(_LOG.entity_kind == entity.kind.value, _LOG.entity_id == entity.id, _LOG.fields.is_not(None))
        .order_by(_LOG.position)
        .limit(1)
    )
    said: dict[str, Any] = json.loads(connection.execute(query).scalar_one_or_none() or "{}")
    if entity.kind in _PARTS and said.get("plan_id"):
        plan = Entity(EntityKind.PLAN, said["plan_id"])
        return people_behind(connection, [plan])[plan]
    person_id: str = said.get("person_id", "")
    return person_id


def _entity_of(row: Row[Any]) -> Entity:
    return Entity(EntityKind(row.entity_kind), row.entity_id)


def _entry_of(row: Row[Any], people: Mapping[Entity, str]) -> Entry:
    entity = _entity_of(row)
    fields = json.loads(row.fields) if row.fields else {}
    return Entry(
        position=row.position,
        id=OperationId(row.replica, row.seq),
        deed=deed_of(Action(row.action), fields),
        entity=entity,
        person_id=people.get(entity, ""),
        author=row.author,
        claimed_at=row.claimed_at,
        changed=tuple(sorted(fields)),
    )
