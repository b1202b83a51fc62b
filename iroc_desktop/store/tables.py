"""What one entity's operations look like as rows of the fold tables: pure, no database.

It must not depend on the order in which the operations arrived.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from typing import Any, Final

from sqlalchemy import Table

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.conversation import Answer, Conversation
from iroc_desktop.domain.keyed import favourites_from, lines_from
from iroc_desktop.domain.names import searchable
from iroc_desktop.domain.operations import Entity, EntityKind, JsonValue, Operation, canonical
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.plain import complete, record_from
from iroc_desktop.domain.records import (
    conversation_from,
    organisation_from,
    person_from,
    practitioner_from,
)
from iroc_desktop.domain.registers import FOLDED, Register, fold, values
from iroc_desktop.domain.withheld import Keeping, Withheld, in_sight, is_hidden, person_behind
from iroc_desktop.store import rows, session_rows
from iroc_desktop.store.columns import row_of
from iroc_desktop.store.record_kinds import LINES, RECORDS

Row = dict[str, JsonValue]
Rows = list[tuple[Table, Row]]

_KEEPINGS: Final = frozenset(each.value for each in Keeping)
_PARTS: Final = tuple(each.name for each in dataclass_fields(Answer))


@dataclass(frozen=True, slots=True)
class _First:
    """When an entity was first written, by the order on which every machine agrees."""

    lamport: int
    replica: str

    def columns(self) -> Row:
        return {"first_lamport": self.lamport, "first_replica": self.replica}


def rows_of(entity: Entity, operations: Iterable[Operation]) -> Rows:
    """Return the rows that an entity's operations fold into, parents before children."""
    folding = [each for each in operations if each.action in FOLDED and each.content is not None]
    if not folding:
        return []
    registers = fold(folding)
    first = min((each.lamport, each.id.replica) for each in folding)
    given = values(registers)
    away = [_withheld_row(each) for each in _withheld(entity, registers, folding)]
    if is_hidden(given):
        return away
    made = _MAKERS[entity.kind](entity.id, in_sight(given), _First(*first))
    return made + away + [_conflict_row(entity, name, each) for name, each in _conflicts(registers)]


def _withheld(
    entity: Entity, registers: Mapping[str, Register], operations: Iterable[Operation]
) -> list[Withheld]:
    person_id = person_behind(entity, values(registers))
    written = {each.id: each for each in operations}
    found = []
    for name, register in sorted(registers.items()):
        keeping, _, part = name.partition("/")
        if keeping in _KEEPINGS and register.value:
            by = written[register.versions[0].written_by]
            found.append(Withheld(entity, Keeping(keeping), person_id, part, by.claimed_at, by.author))
    return found


def _withheld_row(withheld: Withheld) -> tuple[Table, Row]:
    row = {
        "entity_kind": withheld.entity.kind.value,
        "entity_id": withheld.entity.id,
        "part": withheld.part,
        "keeping": withheld.keeping.value,
        "person_id": withheld.person_id,
        "since": withheld.since,
        "by": withheld.by,
    }
    return rows.withheld, row


def _person_rows(entity_id: str, fields: Row, _first: _First) -> Rows:
    person = person_from(entity_id, fields)
    name = searchable(person.preferred_name)
    words = sorted(set(name.split()))
    return [(rows.person, _person_row(person, name))] + [
        (rows.name_word, {"person_id": person.id, "word": word, "searchable_name": name}) for word in words
    ]


def _person_row(person: Person, name: str) -> Row:
    row = {each.name: getattr(person, each.name) for each in dataclass_fields(person)}
    return {**row, "reading": person.reading.value, "searchable_name": name}


def _practitioner_rows(entity_id: str, fields: Row, first: _First) -> Rows:
    practitioner = practitioner_from(entity_id, fields)
    row = {"id": practitioner.id, "name": practitioner.name, "role": practitioner.role.value}
    return [(rows.practitioner, {**row, **first.columns()})]


def _organisation_rows(entity_id: str, fields: Row, _first: _First) -> Rows:
    organisation = organisation_from(fields)
    row = {
        "id": entity_id,
        "name": organisation.name,
        "licence": organisation.licence.value,
        "licence_reference": organisation.licence_reference,
    }
    return [(rows.organisation, row)]


def _conversation_rows(entity_id: str, fields: Row, _first: _First) -> Rows:
    if "held_on" not in fields:
        return []
    conversation = conversation_from(entity_id, fields)
    return [(rows.conversation, _conversation_row(conversation))] + [
        (rows.answer, _answer_row(entity_id, indicator_id, answer))
        for indicator_id, answer in sorted(conversation.answers.items())
    ]


def _conversation_row(conversation: Conversation) -> Row:
    return {
        "id": conversation.id,
        "person_id": conversation.person_id,
        "practitioner_id": conversation.practitioner_id,
        "instrument_id": conversation.instrument_id,
        "instrument_version": conversation.instrument_version,
        "held_on": conversation.held_on,
        "focus": canonical(list(conversation.focus)).decode(),
        "next_on": conversation.next_on,
        "next_note": conversation.next_note,
        "state": conversation.state.value,
    }


def _answer_row(conversation_id: str, indicator_id: str, answer: Answer) -> Row:
    row = {part: getattr(answer, part) for part in _PARTS}
    unrated = answer.unrated.value if answer.unrated else None
    return {**row, "unrated": unrated, "conversation_id": conversation_id, "indicator_id": indicator_id}


def _summary_rows(entity_id: str, fields: Row, first: _First) -> Rows:
    row = {"id": entity_id, "person_id": fields.get("person_id", ""), "document": canonical(fields).decode()}
    return [(rows.summary, {**row, **first.columns()})]


def _record_rows(record_kind: type[Any], table: Table) -> Callable[[str, Row, _First], Rows]:
    def made(entity_id: str, fields: Row, first: _First) -> Rows:
        if not complete(record_kind, fields):
            return []
        return [(table, {**row_of(table, record_from(record_kind, entity_id, fields)), **first.columns()})]

    return made


def _line_rows(table: Table) -> Callable[[str, Row, _First], Rows]:
    def made(entity_id: str, fields: Row, _first: _First) -> Rows:
        return [
            (table, {**row_of(table, line), "person_id": entity_id})
            for line in sorted(lines_from(fields), key=lambda line: line.id)
        ]

    return made


def _favourite_rows(entity_id: str, fields: Row, _first: _First) -> Rows:
    pages = sorted(favourites_from(fields))
    return [(session_rows.favourite, {"practitioner_id": entity_id, "page_id": page}) for page in pages]


def _arrangements_rows(entity_id: str, fields: Row, _first: _First) -> Rows:
    arrangements = record_from(Arrangements, entity_id, fields)
    return [(session_rows.arrangements, {**row_of(session_rows.arrangements, arrangements), "id": entity_id})]


def _no_rows(_entity_id: str, _fields: Row, _first: _First) -> Rows:
    """Return nothing: what is asked for one person at a time is answered by the log."""
    return []


def _conflicts(registers: Mapping[str, Register]) -> list[tuple[str, Register]]:
    return sorted((name, each) for name, each in registers.items() if each.conflicting)


def _conflict_row(entity: Entity, name: str, register: Register) -> tuple[Table, Row]:
    versions = [
        {"value": each.value, "lamport": each.lamport, "written_by": str(each.written_by)}
        for each in register.versions
    ]
    key = {"entity_kind": entity.kind.value, "entity_id": entity.id, "field": name}
    return rows.conflict, {**key, "versions": canonical(versions).decode()}


_MAKERS: Final[Mapping[EntityKind, Callable[[str, Row, _First], Rows]]] = {
    EntityKind.PERSON: _person_rows,
    EntityKind.PRACTITIONER: _practitioner_rows,
    EntityKind.ORGANISATION: _organisation_rows,
    EntityKind.CONVERSATION: _conversation_rows,
    EntityKind.SUMMARY: _summary_rows,
    **{kind: _record_rows(*made) for kind, made in RECORDS.items()},
    **{kind: _line_rows(table) for kind, table in LINES.items()},
    EntityKind.FAVOURITES: _favourite_rows,
    EntityKind.ARRANGEMENTS: _arrangements_rows,
    EntityKind.SHEETS: _no_rows,
    EntityKind.HOLDINGS: _no_rows,
}
