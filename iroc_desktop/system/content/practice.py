"""Reads the fictional people of the practice store.

It must not turn them into records: that is for whoever makes the practice store.
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from iroc_desktop.domain.content_errors import ContentFault, ContentProblem
from iroc_desktop.domain.conversation import Answer, UnratedReason
from iroc_desktop.domain.instrument import Instrument, Scale
from iroc_desktop.domain.people import Reading
from iroc_desktop.domain.practice import PracticeConversation, PracticePerson
from iroc_desktop.system.content.documents import Document, Place, read_document
from iroc_desktop.system.content.packs import check_known
from iroc_desktop.system.content.practice_plans import plan_in, staying_well_in
from iroc_desktop.system.content.shapes import Shape

if TYPE_CHECKING:
    from iroc_desktop.system.content.written import (
        WrittenAnswer,
        WrittenConversation,
        WrittenPeople,
        WrittenPerson,
    )


def load_practice(file: Path, schemas: Path, instrument: Instrument) -> tuple[PracticePerson, ...]:
    """Return the people in `file`, their conversations oldest first.

    Raises:
        BadContentError: for the first fault, also where an answer does not fit the instrument.
    """
    document = read_document(file)
    Shape(schemas / "practice.schema.json").check(document)
    content = cast("WrittenPeople", document.value)  # its shape has just been checked
    _check_ids(document, content["people"])
    return tuple(
        _person(document, ("people", position), person, instrument)
        for position, person in enumerate(content["people"])
    )


def _check_ids(document: Document, people: list[WrittenPerson]) -> None:
    ids = [person["id"] for person in people]
    for position, one in enumerate(ids):
        if one in ids[:position]:
            problem = ContentProblem(ContentFault.REPEATED, name=one)
            document.refuse(("people", position, "id"), problem)


def _person(
    document: Document, place: Place, person: WrittenPerson, instrument: Instrument
) -> PracticePerson:
    conversations = (
        _conversation(document, (*place, "conversations", position), one, instrument)
        for position, one in enumerate(person["conversations"])
    )
    return PracticePerson(
        id=person["id"],
        preferred_name=person["preferred_name"],
        shown_as=person.get("shown_as", ""),
        site=person["site"],
        speaks=tuple(person["speaks"]),
        reads=Reading(person["reads"]),
        reading_language=person["reading_language"],
        access_needs=person["access_needs"],
        conversations=tuple(sorted(conversations, key=lambda one: -one.days_ago)),
        values=tuple(person.get("values", ())),
        plan=plan_in(document, (*place, "plan"), person["plan"], instrument) if "plan" in person else None,
        staying_well=staying_well_in(person.get("staying_well", {})),
    )


def _conversation(
    document: Document, place: Place, held: WrittenConversation, instrument: Instrument
) -> PracticeConversation:
    known = [indicator.id for indicator in instrument.indicators]
    for position, one in enumerate(held["focus"]):
        check_known(document, (*place, "focus", position), one, known)
    answers: dict[str, Answer] = {}
    for one, answer in held["answers"].items():
        check_known(document, (*place, "answers", one), one, known)
        answers[one] = _answer(document, (*place, "answers", one), answer, instrument)
    return PracticeConversation(
        days_ago=held["days_ago"],
        answers=MappingProxyType(answers),
        focus=tuple(held["focus"]),
        next_in_days=held["next_in_days"],
        complete=held["complete"],
    )


def _answer(document: Document, place: Place, answer: WrittenAnswer, instrument: Instrument) -> Answer:
    rating = answer.get("rating")
    if rating is not None:
        if "unrated" in answer:
            document.refuse(place, ContentProblem(ContentFault.EITHER_OR, expected=("rating", "unrated")))
        _check_rating(document, (*place, "rating"), rating, instrument.scale)
    return Answer(
        rating=rating,
        unrated=UnratedReason(answer["unrated"]) if "unrated" in answer else None,
        words=answer.get("words", ""),
        strength=answer.get("strength", ""),
        private=answer.get("private", ""),
    )


def _check_rating(document: Document, place: Place, rating: int, scale: Scale) -> None:
    if rating < scale.minimum:
        document.refuse(place, ContentProblem(ContentFault.TOO_LOW, limit=scale.minimum))
    if rating > scale.maximum:
        document.refuse(place, ContentProblem(ContentFault.TOO_HIGH, limit=scale.maximum))
