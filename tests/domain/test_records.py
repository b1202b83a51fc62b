"""What is written as fields comes back as it was, and fields of newer versions do no harm.

These tests must not touch the store.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from iroc_desktop.domain.conversation import Answer, NoteKind, UnratedReason
from iroc_desktop.domain.operations import canonical
from iroc_desktop.domain.people import Licence, Organisation, Person, Practitioner, Reading, Role
from iroc_desktop.domain.records import (
    answer_fields,
    conversation_fields,
    conversation_from,
    organisation_fields,
    organisation_from,
    person_fields,
    person_from,
    practitioner_fields,
    practitioner_from,
)
from tests.fakes.builders import conversation, instrument

FULL_PERSON = Person(
    id="person-1",
    preferred_name="Ana M.",
    shown_as="Ana",
    site="module 4",
    language="ro",
    speaks="Romanian, some Spanish",
    reading=Reading.A_LITTLE,
    access_needs="large print",
    consent_on=date(2026, 2, 1),
    practice=True,
)


def test_a_person_comes_back_whole() -> None:
    assert person_from("person-1", person_fields(FULL_PERSON)) == FULL_PERSON


def test_a_field_of_a_newer_version_does_no_harm() -> None:
    assert person_from("person-1", {**person_fields(FULL_PERSON), "from_the_future": 1}) == FULL_PERSON


def test_a_field_missing_from_an_older_version_has_its_default() -> None:
    assert person_from("person-1", {"preferred_name": "Ana"}) == Person("person-1", "Ana")


def test_practitioner_and_organisation_come_back_whole() -> None:
    marta = Practitioner("p-1", "Marta", Role.TEAM_LEAD)
    service = Organisation("Service", Licence.YES, "reference 7")
    assert practitioner_from("p-1", practitioner_fields(marta)) == marta
    assert organisation_from(organisation_fields(service)) == service


def test_a_conversation_comes_back_whole_and_is_plain_json() -> None:
    talk = (
        conversation()
        .with_rating("a", 4, instrument())
        .without_rating("b", UnratedReason.DID_NOT_WANT)
        .with_note("a", NoteKind.WORDS, "The workshop")
        .with_note("c", NoteKind.PRIVATE, "tired today")
        .with_focus(("c", "a"))
        .with_next_meeting(date(2027, 2, 23), "10:00, workshop room")
        .completed()
    )
    fields = conversation_fields(talk)
    canonical(fields)
    assert conversation_from(talk.id, fields) == talk


def test_an_indicator_id_with_a_slash_is_no_trouble() -> None:
    talk = replace(conversation(), answers=MappingProxyType({"a/b": Answer(rating=2)}))
    assert conversation_from(talk.id, conversation_fields(talk)) == talk


def test_only_the_parts_of_an_answer_that_differ_are_written() -> None:
    before = Answer(rating=3, words="The workshop")
    assert answer_fields("a", replace(before, rating=4), before) == {"answer/a/rating": 4}
    assert answer_fields("a", before, before) == {}
