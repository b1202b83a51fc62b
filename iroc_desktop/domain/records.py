"""How people, organisations, conversations and summaries are written as fields of operations, and read back.

It must not drop a field it does not know: what a newer machine wrote stays in the log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields as dataclass_fields
from datetime import date
from types import MappingProxyType
from typing import Final

from iroc_desktop.domain.conversation import (
    Answer,
    Conversation,
    ConversationState,
    UnratedReason,
)
from iroc_desktop.domain.operations import JsonValue
from iroc_desktop.domain.people import Licence, Organisation, Person, Practitioner, Reading, Role

ANSWER: Final = "answer"
"""Answers' fields are named `answer/<indicator>/<part>`: each can be corrected and merged by itself."""

Fields = dict[str, JsonValue]


def person_fields(person: Person) -> Fields:
    """Return a person as fields; the id is the entity's, not a field."""
    return {
        each.name: _plain(getattr(person, each.name))
        for each in dataclass_fields(person)
        if each.name != "id"
    }


def person_from(person_id: str, fields: Mapping[str, JsonValue]) -> Person:
    """Return the person that the fields describe."""
    return Person(
        id=person_id,
        preferred_name=fields.get("preferred_name", ""),
        shown_as=fields.get("shown_as", ""),
        site=fields.get("site", ""),
        language=fields.get("language", "en"),
        speaks=fields.get("speaks", ""),
        reading=Reading(fields.get("reading", Reading.WELL.value)),
        access_needs=fields.get("access_needs", ""),
        consent_on=_day(fields.get("consent_on")),
        practice=bool(fields.get("practice", False)),
    )


def practitioner_fields(practitioner: Practitioner) -> Fields:
    """Return a practitioner as fields."""
    return {"name": practitioner.name, "role": practitioner.role.value}


def practitioner_from(practitioner_id: str, fields: Mapping[str, JsonValue]) -> Practitioner:
    """Return the practitioner that the fields describe."""
    role = Role(fields.get("role", Role.PRACTITIONER.value))
    return Practitioner(practitioner_id, fields.get("name", ""), role)


def organisation_fields(organisation: Organisation) -> Fields:
    """Return the organisation as fields."""
    return {
        "name": organisation.name,
        "licence": organisation.licence.value,
        "licence_reference": organisation.licence_reference,
    }


def organisation_from(fields: Mapping[str, JsonValue]) -> Organisation:
    """Return the organisation that the fields describe."""
    licence = Licence(fields.get("licence", Licence.UNANSWERED.value))
    return Organisation(fields.get("name", ""), licence, fields.get("licence_reference", ""))


def conversation_fields(conversation: Conversation) -> Fields:
    """Return a conversation as fields, one for each part of each answer that is not empty."""
    fields: Fields = {
        "person_id": conversation.person_id,
        "practitioner_id": conversation.practitioner_id,
        "instrument_id": conversation.instrument_id,
        "instrument_version": conversation.instrument_version,
        "held_on": conversation.held_on.isoformat(),
        "focus": list(conversation.focus),
        "next_on": _plain(conversation.next_on),
        "next_note": conversation.next_note,
        "state": conversation.state.value,
    }
    for indicator_id, answer in conversation.answers.items():
        fields.update(answer_fields(indicator_id, answer))
    return fields


def answer_fields(indicator_id: str, answer: Answer, before: Answer | None = None) -> Fields:
    """Return the parts of an answer that differ from `before`, or from an empty answer."""
    before = before or Answer()
    return {
        f"{ANSWER}/{indicator_id}/{each.name}": _plain(getattr(answer, each.name))
        for each in dataclass_fields(answer)
        if getattr(answer, each.name) != getattr(before, each.name)
    }


def conversation_from(conversation_id: str, fields: Mapping[str, JsonValue]) -> Conversation:
    """Return the conversation that the fields describe."""
    return Conversation(
        id=conversation_id,
        person_id=fields.get("person_id", ""),
        practitioner_id=fields.get("practitioner_id", ""),
        instrument_id=fields.get("instrument_id", ""),
        instrument_version=fields.get("instrument_version", ""),
        held_on=date.fromisoformat(fields["held_on"]),
        answers=answers_from(fields),
        focus=tuple(fields.get("focus", ())),
        next_on=_day(fields.get("next_on")),
        next_note=fields.get("next_note", ""),
        state=ConversationState(fields.get("state", ConversationState.DRAFT.value)),
    )


def answers_from(fields: Mapping[str, JsonValue]) -> Mapping[str, Answer]:
    """Return the answers among the fields, by indicator id."""
    parts: dict[str, Fields] = {}
    for name, value in fields.items():
        head, _, rest = name.partition("/")
        if head == ANSWER:
            indicator_id, _, part = rest.rpartition("/")
            parts.setdefault(indicator_id, {})[part] = value
    return MappingProxyType({indicator_id: _answer(given) for indicator_id, given in parts.items()})


def _answer(parts: Fields) -> Answer:
    unrated = parts.get("unrated")
    return Answer(
        rating=parts.get("rating"),
        unrated=UnratedReason(unrated) if unrated else None,
        words=parts.get("words", ""),
        strength=parts.get("strength", ""),
        private=parts.get("private", ""),
        practitioner_rating=parts.get("practitioner_rating"),
        agreed_rating=parts.get("agreed_rating"),
    )


def _plain(value: JsonValue) -> JsonValue:
    return value.isoformat() if isinstance(value, date) else value


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
