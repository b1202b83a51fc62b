"""Builders of domain values with sensible defaults, so that a test names only what matters to it.

They must not read files: the instruments here are made by hand, in two sizes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from iroc_desktop.domain.conversation import Answer, Conversation, ConversationState
from iroc_desktop.domain.instrument import Area, Indicator, Instrument, Scale
from iroc_desktop.domain.operations import (
    GENESIS,
    Action,
    Content,
    Entity,
    EntityKind,
    JsonValue,
    Operation,
    OperationId,
)
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.wording import IndicatorWording, Pack, ReviewStatus, Wording

FIRST_DAY = date(2026, 2, 24)


def instrument(indicators: int = 4, maximum: int = 6) -> Instrument:
    """Return an instrument with two areas, its indicators named "a", "b" and so on."""
    ids = [chr(ord("a") + number) for number in range(indicators)]
    half = (indicators + 1) // 2
    return Instrument(
        id="tiny",
        version="1",
        scale=Scale(1, maximum),
        areas=(Area("home", "H", "home"), Area("people", "P", "people")),
        indicators=tuple(
            Indicator(each, "home" if number < half else "people") for number, each in enumerate(ids)
        ),
        look_back_months=3,
        interval_months=3,
    )


def wording(of: Instrument, language: str = "en") -> Wording:
    """Return a wording that names everything by its id and the language."""
    return Wording(
        language=language,
        status=ReviewStatus.DRAFT,
        reviewed_by="",
        name=f"Tiny ({language})",
        look_back="in the last three months",
        licence_line=f"Open wording ({language})",
        areas={area.id: f"{area.id} {language}" for area in of.areas},
        steps={step: f"step {step} {language}" for step in of.scale.steps},
        indicators={
            each.id: IndicatorWording(
                name=f"Indicator {each.id} {language}",
                short_name=f"{each.id} {language}",
                question=f"How often {each.id}?",
                easy_question=f"{each.id}?",
                prompts=(f"What helped with {each.id}?",),
                other_ways=(f"Think of {each.id}.",),
            )
            for each in of.indicators
        },
    )


def pack(of: Instrument | None = None, languages: tuple[str, ...] = ("en", "es")) -> Pack:
    """Return a pack of a small instrument."""
    chosen = of or instrument()
    wordings = {language: wording(chosen, language) for language in languages}
    return Pack(chosen, wordings, official=False, licence_holder="")


def person(person_id: str = "person-1", name: str = "Ana M.") -> Person:
    """Return a person."""
    return Person(id=person_id, preferred_name=name)


def answers(**ratings: int) -> Mapping[str, Answer]:
    """Return answers with these ratings."""
    return MappingProxyType({indicator: Answer(rating=rating) for indicator, rating in ratings.items()})


def conversation(
    conversation_id: str = "conversation-1",
    held_on: date = FIRST_DAY,
    given: Mapping[str, Answer] | None = None,
    *,
    of: str = "person-1",
    complete: bool = False,
    next_on: date | None = None,
) -> Conversation:
    """Return a conversation with the tiny instrument."""
    return Conversation(
        id=conversation_id,
        person_id=of,
        practitioner_id="practitioner-1",
        instrument_id="tiny",
        instrument_version="1",
        held_on=held_on,
        answers=given if given is not None else MappingProxyType({}),
        next_on=next_on,
        state=ConversationState.COMPLETED if complete else ConversationState.DRAFT,
    )


def operation(
    seq: int,
    fields: Mapping[str, JsonValue],
    *,
    replica: str = "pc-1",
    lamport: int | None = None,
    parents: tuple[OperationId, ...] = (),
    previous: str = GENESIS,
) -> Operation:
    """Return an operation on one person."""
    content = Content(nonce=f"{replica}-{seq}", fields=fields)
    return Operation(
        id=OperationId(replica, seq),
        lamport=seq if lamport is None else lamport,
        parents=parents,
        previous=previous,
        entity=Entity(EntityKind.PERSON, "person-1"),
        action=Action.WROTE,
        author="practitioner-1",
        claimed_at="2026-11-24T10:42:00+00:00",
        content_digest=content.digest(),
        content=content,
    )
