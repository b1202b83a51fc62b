"""Golden stores: what an earlier program wrote is opened, brought up to date, and says the same.

These tests must not write into a golden store: each opens a copy.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from iroc_desktop.store import rows
from iroc_desktop.store.meaning import meaning_digest
from iroc_desktop.store.opening import STORE_NAME
from tests.store.golden import CONTENT, GOLDEN, held_in, make
from tests.store.making import unlocked

STORES = sorted(GOLDEN.glob("*/"))


def test_there_is_a_golden_store_of_every_revision() -> None:
    newest = int(rows.HEAD)
    assert [each.name for each in STORES] == [f"{number:04}" for number in range(1, newest + 1)]


@pytest.fixture(params=STORES, ids=lambda folder: folder.name)
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copytree(request.param, tmp_path / "store"))


def test_a_golden_store_still_says_what_it_said(golden: Path) -> None:
    store = unlocked(golden)
    held = held_in(store)
    store.close()
    written = json.loads((golden / CONTENT).read_text("utf-8"))
    assert {part: held[part] for part in written} == written


def test_a_golden_store_is_whole_after_it_was_brought_up_to_date(golden: Path) -> None:
    store = unlocked(golden)
    try:
        assert store.verify().good
    finally:
        store.close()


def test_opening_a_golden_store_again_changes_no_meaning(golden: Path) -> None:
    store = unlocked(golden)
    before = meaning_digest(store._connection)
    store.close()
    store = unlocked(golden)
    after = meaning_digest(store._connection)
    store.close()
    assert after == before


def test_a_golden_store_is_never_made_twice(tmp_path: Path) -> None:
    make(tmp_path / "0001")
    made = (tmp_path / "0001" / STORE_NAME).read_bytes()
    with pytest.raises(FileExistsError):
        make(tmp_path / "0001")
    assert (tmp_path / "0001" / STORE_NAME).read_bytes() == made
