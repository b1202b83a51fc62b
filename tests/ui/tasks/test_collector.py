"""Garbage dies on the window's thread only, and what a lock leaves behind is not kept."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from typing import ClassVar

import pytest
from pytestqt.qtbot import QtBot

from iroc_desktop.ui.tasks.collector import Collector, keep_imports


class Knot:
    """Something that only garbage collection can free."""

    died_on: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.died_on.append(threading.get_ident())


@pytest.fixture
def collector(qapp: object) -> Iterator[Collector]:
    Knot.died_on.clear()
    gc.collect()
    running = Collector()
    yield running
    running.stop()


def make_garbage() -> None:
    for _ in range(20_000):
        Knot()


def test_a_worker_never_collects_by_itself(collector: Collector) -> None:
    worker = threading.Thread(target=make_garbage)
    worker.start()
    worker.join()
    assert Knot.died_on == []
    gc.collect()
    assert set(Knot.died_on) == {threading.get_ident()}


def test_without_a_collector_a_worker_does_collect(qapp: object) -> None:
    """The fault that the collector is there for; if this fails, it is no longer needed."""
    Knot.died_on.clear()
    worker = threading.Thread(target=make_garbage)
    worker.start()
    worker.join()
    assert worker.ident in Knot.died_on
    gc.collect()


def test_what_was_kept_is_let_go_at_the_lock(collector: Collector, qtbot: QtBot) -> None:
    knot = Knot()
    seen = weakref.ref(knot)
    keep_imports()
    del knot
    gc.collect()
    assert seen() is not None
    collector.forget(lambda: None)
    qtbot.waitUntil(lambda: seen() is None)


def test_python_collects_again_when_the_program_ends(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_what_comes_after_a_lock_comes_when_everything_is_free(collector: Collector, qtbot: QtBot) -> None:
    knot = Knot()
    seen = weakref.ref(knot)
    alive: list[bool] = []
    collector.forget(lambda: alive.append(seen() is not None))
    del knot
    qtbot.waitUntil(lambda: bool(alive))
    assert alive == [False]


def test_a_program_that_ended_meanwhile_is_not_asked_any_more(collector: Collector) -> None:
    collector.forget(lambda: None)
    collector.stop()
    assert not collector._settled.isActive()
