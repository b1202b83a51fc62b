"""What is kept out of sight: whole entities and single fields.

These tests must not need a store.
"""

from __future__ import annotations

import pytest

from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.withheld import Keeping, in_sight, is_hidden, mark, person_behind


def test_an_entity_without_marks_is_in_sight() -> None:
    assert not is_hidden({"name": "Ana", "bin": False, "blocked": None})


@pytest.mark.parametrize("keeping", list(Keeping))
def test_either_mark_hides_an_entity(keeping: Keeping) -> None:
    assert is_hidden({"name": "Ana", mark(keeping): True})


def test_a_field_in_the_bin_hides_only_itself() -> None:
    fields = {"a": 1, "answer/x/private": "note", mark(Keeping.IN_BIN, "answer/x/private"): True}
    assert not is_hidden(fields)
    assert in_sight(fields) == {"a": 1}


def test_a_field_taken_out_again_is_seen_and_its_mark_is_not() -> None:
    fields = {"note": "words", mark(Keeping.IN_BIN, "note"): False, mark(Keeping.BLOCKED): False}
    assert in_sight(fields) == {"note": "words"}


def test_whom_an_entity_is_about_is_in_its_id_or_in_its_fields() -> None:
    assert person_behind(Entity(EntityKind.SHEETS, "p"), {}) == "p"
    assert person_behind(Entity(EntityKind.WORKSHEET, "w"), {"person_id": "p"}) == "p"
    assert person_behind(Entity(EntityKind.ORGANISATION, "o"), {}) == ""
