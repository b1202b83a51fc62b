"""People: one by one, all of them, or those whose name begins like what is typed.

It must not read more than a screen shows when somebody types.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields as dataclass_fields
from datetime import date
from typing import Any, Final

from sqlalchemy import Row, Subquery, exists, func, select

from iroc_desktop.domain.names import searchable
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.people import Person, Reading
from iroc_desktop.domain.records import person_fields
from iroc_desktop.domain.retention import KEPT_UNTIL
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.ports import PersonLine
from iroc_desktop.store import rows
from iroc_desktop.store.recording import Recording
from iroc_desktop.store.repositories.withheld import conversations_out_of_sight

_PERSON = rows.person.c
_COLUMNS: Final = tuple(_PERSON[each.name] for each in dataclass_fields(Person))
_BY_NAME: Final = (_PERSON.searchable_name, _PERSON.id)
_LOG: Final = rows.operation.c
_KEPT_LONGER: Final = (
    select(_LOG.entity_id)
    .where(_LOG.entity_kind == EntityKind.PERSON.value, _LOG.fields.contains(f'"{KEPT_UNTIL}"'))
    .distinct()
)
_LAST: Final = "\U0010ffff"
"""Sorts after every character, so that a prefix is a range of an index on any database."""


class SqlPeople:
    """People in the fold tables."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._connection = recording.connection

    def get(self, person_id: str) -> Person:
        """Return one person.

        Raises:
            RecordMissingError: if there is no such person.
        """
        row = self._connection.execute(select(*_COLUMNS).where(_PERSON.id == person_id)).one_or_none()
        if row is None:
            raise RecordMissingError
        return _person_from(row)

    def put(self, person: Person) -> None:
        """Write the fields that differ."""
        self._recording.write(Entity(EntityKind.PERSON, person.id), person_fields(person))

    def all(self) -> Sequence[Person]:
        """Return everyone by name."""
        found = self._connection.execute(select(*_COLUMNS).order_by(*_BY_NAME))
        return [_person_from(row) for row in found]

    def keep_until(self, person_id: str, day: date, reason: str) -> None:
        """Keep until which day somebody's record is kept, and why."""
        entity = Entity(EntityKind.PERSON, person_id)
        self._recording.append(entity, Action.WROTE, {KEPT_UNTIL: day.isoformat()}, reason)

    def kept_longer(self) -> Mapping[str, date]:
        """Return until which day records are kept longer, of those of whom somebody said so."""
        found = self._connection.execute(_KEPT_LONGER).scalars().all()
        written = {each: self._recording.present(Entity(EntityKind.PERSON, each)) for each in found}
        return {each: date.fromisoformat(fields[KEPT_UNTIL]) for each, fields in written.items()}

    def find(self, typed: str, limit: int) -> Sequence[PersonLine]:
        """Return at most `limit` lines of people whose name has words that begin with the typed words."""
        words = searchable(typed).split()
        if words:
            matched = _matched(words, limit)
        else:
            matched = select(_PERSON.id.label("person_id")).order_by(*_BY_NAME).limit(limit).subquery()
        return [_line_from(row) for row in self._connection.execute(_lines(matched))]


def _matched(words: list[str], limit: int) -> Subquery:
    # The longest word is the rarest: it drives the search, the others only confirm.
    longest, *others = sorted(words, key=len, reverse=True)
    word = rows.name_word.c
    query = select(word.person_id, word.searchable_name).where(
        word.word >= longest, word.word < longest + _LAST
    )
    for each in others:
        other = rows.name_word.alias()
        query = query.where(
            exists().where(
                other.c.person_id == word.person_id, other.c.word >= each, other.c.word < each + _LAST
            )
        )
    return query.distinct().order_by(word.searchable_name, word.person_id).limit(limit).subquery()


def _lines(matched: Subquery) -> Any:  # noqa: ANN401 - a select of a dozen columns has no useful type
    history = rows.person_history.c
    draft = rows.draft.c
    in_sight = draft.conversation_id.not_in(conversations_out_of_sight())
    has_draft = exists().where(draft.person_id == _PERSON.id, in_sight).label("has_draft")
    conversations = func.coalesce(history.conversations, 0).label("conversations")
    return (
        select(*_COLUMNS, conversations, history.last_held_on, history.next_on, has_draft)
        .join(matched, matched.c.person_id == _PERSON.id)
        .outerjoin(rows.person_history, history.person_id == _PERSON.id)
        .order_by(*_BY_NAME)
    )


def _person_from(row: Row[Any]) -> Person:
    given = {each.name: getattr(row, each.name) for each in dataclass_fields(Person)}
    return Person(**{**given, "reading": Reading(row.reading)})


def _line_from(row: Row[Any]) -> PersonLine:
    return PersonLine(
        _person_from(row), row.conversations, row.last_held_on, row.next_on, bool(row.has_draft)
    )
