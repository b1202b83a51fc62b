"""Fixtures of the store's tests: a folder, an empty store and a store with people in it.

They must not outlive their test: each store is closed again.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from iroc_desktop.store.unit_of_work import SqlStore
from tests.store.making import STAMP, created, populate


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder in which a store will be; it is not there yet."""
    return tmp_path / "store"


@pytest.fixture
def store(folder: Path) -> Iterator[SqlStore]:
    """Return an empty, open store."""
    made = created(folder)
    yield made
    made.close()


@pytest.fixture
def closed_folder(folder: Path) -> Path:
    """Return the folder of a store with people in it, closed."""
    made = created(folder)
    with made.begin(STAMP) as unit:
        populate(unit)
        unit.commit()
    made.close()
    return folder
