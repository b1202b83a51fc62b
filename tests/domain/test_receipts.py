"""Stretches stand for exactly the operations they were made of, and news are told person by person.

These tests must not need a bundle.
"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iroc_desktop.domain.merging import Encounter, News
from iroc_desktop.domain.operations import Entity, EntityKind, OperationId
from iroc_desktop.domain.receipts import Stretch, by_person, operations_in, stretches, total

IDS = st.sets(st.builds(OperationId, st.sampled_from(["a", "b"]), st.integers(1, 30)))


@given(IDS)
def test_stretches_hold_what_they_were_made_of(operations: set[OperationId]) -> None:
    assert operations_in(stretches(operations)) == operations


def test_what_follows_each_other_is_one_stretch() -> None:
    found = stretches([OperationId("a", 3), OperationId("a", 1), OperationId("a", 2), OperationId("b", 4)])
    assert found == (Stretch("a", 1, 3), Stretch("b", 4, 4))


def test_who_is_in_conflict_comes_first() -> None:
    def told(person: str, encounter: Encounter) -> News:
        return News(Entity(EntityKind.PERSON, person), person, encounter, frozenset())

    people = by_person(
        [told("ana", Encounter.NEW), told("zoe", Encounter.CONFLICT), told("ana", Encounter.NEW)]
    )
    assert [each.person_id for each in people] == ["zoe", "ana"]
    assert total(people) == {Encounter.CONFLICT: 1, Encounter.NEW: 2}
