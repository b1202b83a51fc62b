"""Conversations in progress: one document each, on this machine only, outside of the log.

It must not be slow: every rating and every pause in typing writes one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields as dataclass_fields
from datetime import date
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from iroc_desktop.domain.conversation import (
    NO_ANSWER,
    Answer,
    Conversation,
    ConversationState,
    Draft,
    Stage,
    UnratedReason,
)
from iroc_desktop.domain.operations import Entity, EntityKind, JsonValue, canonical
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.store import rows
from iroc_desktop.store.erasing import must_not_be_erased
from iroc_desktop.store.repositories.withheld import conversations_out_of_sight, people_out_of_sight

_DRAFT = rows.draft.c
_BY_ID = _DRAFT.conversation_id == bindparam("id")
_GET: Final = select(_DRAFT.document).where(_BY_ID)
_UPDATE: Final = (
    update(rows.draft)
    .where(_BY_ID)
    .values(person_id=bindparam("new_person_id"), document=bindparam("new_document"))
)
_INSERT: Final = insert(rows.draft)
_DELETE: Final = delete(rows.draft).where(_BY_ID)
_IN_SIGHT: Final = (
    _DRAFT.person_id.not_in(people_out_of_sight()),
    _DRAFT.conversation_id.not_in(conversations_out_of_sight()),
)
_ALL: Final = select(_DRAFT.document).where(*_IN_SIGHT).order_by(_DRAFT.position)
_OF: Final = _ALL.where(_DRAFT.person_id == bindparam("id"))


class SqlDrafts:
    """Drafts, in the order in which they were begun."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, conversation_id: str) -> Draft:
        """Return one draft.

        Raises:
            RecordMissingError: if there is no such draft.
        """
        document = self._connection.execute(_GET, {"id": conversation_id}).scalar_one_or_none()
        if document is None:
            raise RecordMissingError
        return draft_from(document)

    def put(self, draft: Draft) -> None:
        """Add or replace a draft.

        Raises:
            RecordMissingError: if the person, or the conversation, was destroyed for good.
        """
        conversation, document = draft.conversation, document_of(draft)
        given = {"id": conversation.id, "new_person_id": conversation.person_id, "new_document": document}
        if not self._connection.execute(_UPDATE, given).rowcount:
            must_not_be_erased(
                self._connection, Entity(EntityKind.CONVERSATION, conversation.id), conversation.person_id
            )
            row = {
                "conversation_id": conversation.id,
                "person_id": conversation.person_id,
                "document": document,
            }
            self._connection.execute(_INSERT, row)

    def remove(self, conversation_id: str) -> None:
        """Remove a draft, because it was completed or thrown away."""
        self._connection.execute(_DELETE, {"id": conversation_id})

    def of(self, person_id: str) -> Draft | None:
        """Return a person's draft, if there is one."""
        document = self._connection.execute(_OF, {"id": person_id}).scalars().first()
        return None if document is None else draft_from(document)

    def all(self) -> Sequence[Draft]:
        """Return every draft."""
        return [draft_from(document) for document in self._connection.execute(_ALL).scalars()]


def document_of(draft: Draft) -> str:
    """Return a draft as the JSON text that is stored."""
    conversation = draft.conversation
    fields: dict[str, JsonValue] = {
        each.name: _plain(getattr(conversation, each.name))
        for each in dataclass_fields(conversation)
        if each.name not in {"answers", "state"}
    }
    fields["answers"] = {
        indicator_id: _parts(answer) for indicator_id, answer in conversation.answers.items()
    }
    place = {"stage": draft.stage.value, "indicator_id": draft.indicator_id, "paused": draft.paused}
    return canonical({"conversation": fields, **place}).decode()


def draft_from(document: str) -> Draft:
    """Return the draft that `document_of` wrote."""
    fields = json.loads(document)
    given = fields["conversation"]
    conversation = Conversation(
        **{
            **given,
            "held_on": date.fromisoformat(given["held_on"]),
            "next_on": date.fromisoformat(given["next_on"]) if given["next_on"] else None,
            "focus": tuple(given["focus"]),
            "answers": MappingProxyType(
                {indicator_id: _answer_from(parts) for indicator_id, parts in given["answers"].items()}
            ),
            "state": ConversationState.DRAFT,
        }
    )
    return Draft(conversation, Stage(fields["stage"]), fields["indicator_id"], fields["paused"])


def _parts(answer: Answer) -> dict[str, JsonValue]:
    return {
        each.name: getattr(answer, each.name)
        for each in dataclass_fields(answer)
        if getattr(answer, each.name) != getattr(NO_ANSWER, each.name)
    }


def _answer_from(parts: dict[str, JsonValue]) -> Answer:
    unrated = parts.get("unrated")
    return Answer(**{**parts, "unrated": UnratedReason(unrated) if unrated else None})


def _plain(value: JsonValue) -> JsonValue:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
