"""Completed conversations and the summaries printed from them.

It must not change a conversation: corrections are operations of their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy import Row, select

from iroc_desktop.domain.conversation import Answer, Conversation, ConversationState, UnratedReason
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.records import answer_fields, conversation_fields
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.summary import SessionSummary, summary_fields, summary_from
from iroc_desktop.store import rows
from iroc_desktop.store.recording import Recording

_HELD = rows.conversation.c
_ANSWER = rows.answer.c
_SUMMARY = rows.summary.c


class SqlConversations:
    """Completed conversations in the fold tables."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._connection = recording.connection

    def get(self, conversation_id: str) -> Conversation:
        """Return one completed conversation, corrections applied.

        Raises:
            RecordMissingError: if there is no such conversation.
        """
        query = select(rows.conversation).where(_HELD.id == conversation_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise RecordMissingError
        answers = self._connection.execute(
            select(rows.answer).where(_ANSWER.conversation_id == conversation_id)
        )
        return _conversation_from(row, answers)

    def add(self, conversation: Conversation) -> None:
        """Append a completed conversation, whole, as one operation."""
        self._recording.append(_entity(conversation.id), Action.WROTE, conversation_fields(conversation))

    def correct(self, conversation_id: str, indicator_id: str, after: Answer, reason: str) -> None:
        """Append what differs in one answer, with the reason."""
        before = self.get(conversation_id).answer(indicator_id)
        changed = answer_fields(indicator_id, after, before)
        if changed:
            self._recording.append(_entity(conversation_id), Action.CORRECTED, changed, reason)

    def of(self, person_id: str) -> Sequence[Conversation]:
        """Return a person's completed conversations, oldest first."""
        held = select(rows.conversation).where(_HELD.person_id == person_id)
        given = (
            select(rows.answer)
            .join(rows.conversation, _HELD.id == _ANSWER.conversation_id)
            .where(_HELD.person_id == person_id)
        )
        answers: dict[str, list[Row[Any]]] = {}
        for row in self._connection.execute(given):
            answers.setdefault(row.conversation_id, []).append(row)
        found = self._connection.execute(held.order_by(_HELD.held_on, _HELD.id))
        return [_conversation_from(row, answers.get(row.id, ())) for row in found]


class SqlSummaries:
    """Frozen summaries, each kept as one document."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._connection = recording.connection

    def add(self, summary: SessionSummary) -> None:
        """Keep a summary for good."""
        entity = Entity(EntityKind.SUMMARY, summary.id)
        self._recording.append(entity, Action.WROTE, summary_fields(summary))

    def get(self, summary_id: str) -> SessionSummary:
        """Return one summary.

        Raises:
            RecordMissingError: if there is no such summary.
        """
        query = select(rows.summary).where(_SUMMARY.id == summary_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise RecordMissingError
        return _summary_from(row)

    def of(self, person_id: str) -> Sequence[SessionSummary]:
        """Return the summaries printed for a person, newest last."""
        order = (_SUMMARY.first_lamport, _SUMMARY.first_replica, _SUMMARY.id)
        query = select(rows.summary).where(_SUMMARY.person_id == person_id).order_by(*order)
        return [_summary_from(row) for row in self._connection.execute(query)]


def _entity(conversation_id: str) -> Entity:
    return Entity(EntityKind.CONVERSATION, conversation_id)


def _conversation_from(row: Row[Any], answers: Iterable[Row[Any]]) -> Conversation:
    return Conversation(
        id=row.id,
        person_id=row.person_id,
        practitioner_id=row.practitioner_id,
        instrument_id=row.instrument_id,
        instrument_version=row.instrument_version,
        held_on=row.held_on,
        answers=MappingProxyType({each.indicator_id: _answer_from(each) for each in answers}),
        focus=tuple(json.loads(row.focus)),
        next_on=row.next_on,
        next_note=row.next_note,
        state=ConversationState(row.state),
    )


def _answer_from(row: Row[Any]) -> Answer:
    unrated = UnratedReason(row.unrated) if row.unrated else None
    return Answer(
        rating=row.rating,
        unrated=unrated,
        words=row.words,
        strength=row.strength,
        private=row.private,
        practitioner_rating=row.practitioner_rating,
        agreed_rating=row.agreed_rating,
    )


def _summary_from(row: Row[Any]) -> SessionSummary:
    return summary_from(row.id, json.loads(row.document))
