"""Tests of the trail of a long log on SQLCipher.

They must not take long: the stretch is made short instead of the log long.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from iroc_desktop.domain.audit import Deed, Wanted
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.store import trail
from tests.store.making import STAMP, created


@pytest.mark.parametrize("stretch", [1, 2, 3, 7, 50])
def test_what_is_rare_is_found_stretch_by_stretch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stretch: int
) -> None:
    monkeypatch.setattr(trail, "STRETCH", stretch)
    store = created(tmp_path / "store")
    with store.begin(STAMP) as unit:
        for number in range(20):
            action = Action.PRINTED if number % 9 == 0 else Action.OPENED
            unit.log.note(Entity(EntityKind.PERSON, f"person-{number}"), action)
        found, before, asked = [], None, 0
        while before != 0:
            page = unit.log.entries(Wanted(deed=Deed.PRINTED), before, 2)
            found += [each.entity.id for each in page.entries]
            assert before is None or page.searched_to < before
            before, asked = page.searched_to, asked + 1
    store.close()
    assert found == ["person-18", "person-9", "person-0"]
    assert asked >= 20 // stretch or stretch > 20
