"""Tests of what parts of a record and their values are called.

They must not pass when a part that is written has no name.
"""

from __future__ import annotations

import pytest

from iroc_desktop.domain.operations import EntityKind, JsonValue
from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.services.field_words import UNTOLD, field_label, field_value
from iroc_desktop.services.ports import Stamp
from tests.fakes.memory_store import MemoryStore
from tests.fakes.session_builders import write_one_of_each
from tests.store.making import populate

PHRASES = untranslated()
READ_AS_A_WHOLE = frozenset(
    {EntityKind.SUMMARY, EntityKind.SESSION, EntityKind.EXPLORATION, EntityKind.PLAN_SNAPSHOT}
    | {EntityKind.SHEETS, EntityKind.FAVOURITES}
)
"""Kinds that are written whole and read on their own screens: their parts need no names here."""


def test_every_part_that_is_written_one_by_one_has_a_name() -> None:
    store = MemoryStore()
    with store.begin(Stamp("practitioner-1", "")) as unit:
        populate(unit)
        write_one_of_each(unit, "person-1")
        unit.commit()
    written = {
        (each.entity.kind, name)
        for each in store.operations
        if each.content is not None and each.entity.kind not in READ_AS_A_WHOLE
        for name in each.content.fields
    }
    vague = {
        (kind, name)
        for kind, name in written
        if field_label(kind, name, PHRASES, {}) == "more details" and name != "page_id"
    }
    assert (EntityKind.STEP, "status") in written
    assert vague == set()


def test_what_ties_records_together_is_not_told() -> None:
    assert {field_label(EntityKind.STEP, name, PHRASES, {}) for name in UNTOLD} == {""}


@pytest.mark.parametrize(
    ("kind", "name", "value", "words"),
    [
        (EntityKind.PERSON, "site", "", "nothing"),
        (EntityKind.PERSON, "site", "module 4", "module 4"),
        (EntityKind.PERSON, "reading", "a_little", "reads a little"),
        (EntityKind.PERSON, "language", "es", "Spanish"),
        (EntityKind.PERSON, "consent_on", "2026-11-24", "24 November 2026"),
        (EntityKind.STEP, "status", "in_progress", "in progress"),
        (EntityKind.STEP, "due", {"on": None, "occasion": "after_release", "words": ""}, "after release"),
        (EntityKind.STEP, "due", {"on": None, "occasion": None, "words": ""}, "nothing"),
        (EntityKind.STEP, "removed", True, "yes"),
        (EntityKind.PLAN, "state", "active", "in use"),
        (EntityKind.CONVERSATION, "answer/a/rating", 3, "3"),
        (EntityKind.CONVERSATION, "answer/a/unrated", "did_not_want", "Did not want to answer"),
        (EntityKind.CONVERSATION, "focus", ["a", "b"], "a, b"),
        (EntityKind.STEP, "status", "from a newer machine", "from a newer machine"),
        (EntityKind.PERSON, "consent_on", "one day", "one day"),
    ],
)
def test_values_read_as_words(kind: EntityKind, name: str, value: JsonValue, words: str) -> None:
    assert field_value(kind, name, value, PHRASES) == words
