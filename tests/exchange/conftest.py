"""Machines and a stick for tests of the exchange.

They must not know each other until a test pairs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from iroc_desktop.domain.people import Person
from tests.exchange.pcs import Pc, far_ahead

ANA = Person("ana", "Ana López", site="3")

Make = Callable[..., Pc]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    """Return what sets up a machine."""
    made: list[Pc] = []

    def one_more(name: str, **other: object) -> Pc:
        made.append(Pc(tmp_path / name, name, **other))  # type: ignore[arg-type]  # passed on as given
        return made[-1]

    yield one_more
    for each in made:
        each.store.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return a folder that stands for a stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def one(make: Make) -> Pc:
    """Return a machine with a person."""
    pc = make("one")
    pc.desk.people.save(ANA)
    return pc


@pytest.fixture
def two(make: Make, one: Pc) -> Pc:
    """Return another machine, with a wrong clock, paired with the first."""
    pc = make("two", clock=far_ahead())
    one.pair_with(pc)
    return pc
