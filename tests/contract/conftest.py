"""The stores on which every contract is tried: the in-memory fake and SQLCipher.

It must not let a test know which of the two it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from iroc_desktop.services.ports import Store
from tests.fakes.memory_store import MemoryStore
from tests.store.making import created


@pytest.fixture(params=["memory", "sqlcipher"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Return an empty store of either kind."""
    opened: Store = MemoryStore() if request.param == "memory" else created(tmp_path / "store")
    yield opened
    opened.close()


@pytest.fixture
def another(store: Store, tmp_path: Path) -> Iterator[Store]:
    """Return an empty store of the same kind, of another machine."""
    if isinstance(store, MemoryStore):
        yield MemoryStore(replica="another")
        return
    opened = created(tmp_path / "another" / "store")
    yield opened
    opened.close()
