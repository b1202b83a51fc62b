"""Machines that are never online end up with the same record, whatever order the sticks came in.

These tests must not need luck: each history is a seed, and each check has a fault that it finds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from iroc_desktop.domain import registers
from iroc_desktop.domain.bundles import Bundle, ForkError, GapError
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.operations import Entity, EntityKind, Operation
from tests.exchange import model
from tests.exchange.histories import History
from tests.exchange.model import ModelMachine

EVERY_COMMIT = 500
PLANTED = 400
PERSON = Entity(EntityKind.PERSON, "p")
AT = "2026-11-24T10:42:00"


def faults(histories: Iterable[int]) -> list[tuple[int, str]]:
    """Return the faults of the first history that has some, each with its seed."""
    found: list[tuple[int, str]] = []
    for seed in histories:
        if found:
            break
        history = History(seed)
        try:
            history.run()
            told = history.faults()
        except (AssertionError, ForkError, GapError) as error:
            told = [type(error).__name__]
        found += [(seed, each) for each in told]
    return found


def test_every_machine_ends_with_the_same_record() -> None:
    assert faults(range(EVERY_COMMIT)) == []


def test_erasures_that_do_not_travel_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ModelMachine.export

    def without(self: ModelMachine, to: str) -> Bundle:
        return replace(whole(self, to), erased=())

    monkeypatch.setattr(ModelMachine, "export", without)
    assert faults(range(PLANTED))


def test_erasing_only_what_is_named_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def named_only(
        operations: Iterable[Operation], erased: tuple[Erased, ...]
    ) -> tuple[tuple[Operation, ...], tuple[Erased, ...]]:
        gone = {each.entity for each in erased}
        return tuple(
            replace(each, content=None) if each.entity in gone else each for each in operations
        ), erased

    monkeypatch.setattr(model, "erase", named_only)
    assert faults(range(PLANTED))


def test_a_restored_machine_that_keeps_its_replica_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = ModelMachine.restored

    def same(self: ModelMachine, backup: ModelMachine, _replica: str) -> ModelMachine:
        return fresh(self, backup, self.replica)

    monkeypatch.setattr(ModelMachine, "restored", same)
    assert faults(range(PLANTED))


def test_showing_what_arrived_last_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def last(name: str, writers: list[Operation]) -> registers.Register:
        newest = writers[-1]
        value = newest.content.fields[name] if newest.content else None
        return registers.Register((registers.Version(value, newest.lamport, newest.id),))

    monkeypatch.setattr(registers, "_register", last)
    assert faults(range(PLANTED))


def test_a_wrong_clock_makes_no_difference() -> None:
    for seed in range(50):
        ends = []
        for clock in ("1953-01-01T00:00:00", "2099-12-31T23:59:59"):
            history = History(seed)
            history.clock = dict.fromkeys(history.clock, AT) | {"m0": clock}
            history.run()
            history.settle()
            ends.append(history.machines[0].folded())
        assert ends[0] == ends[1]


def test_two_machines_with_one_replica_are_noticed() -> None:
    one = ModelMachine("one", "r1")
    one.write(PERSON, {"a": 1}, AT)
    copied = one.copy()
    one.write(PERSON, {"a": 2}, AT)
    copied.write(PERSON, {"a": 3}, AT)
    with pytest.raises(ForkError):
        copied.take(one.export("nobody"), "one")


def test_a_gap_is_named_and_nothing_is_taken() -> None:
    one, other = ModelMachine("one", "r1"), ModelMachine("other", "r2")
    for value in range(5):
        one.write(PERSON, {"a": value}, AT)
    one.confirmed["other"] = {"r1": 3}
    with pytest.raises(GapError) as told:
        other.take(one.export("other"), "one")
    assert (told.value.replica, told.value.first, told.value.last) == ("r1", 1, 3)
    assert other.log == {}


def test_importing_again_changes_nothing() -> None:
    one, other = ModelMachine("one", "r1"), ModelMachine("other", "r2")
    one.write(PERSON, {"a": 1}, AT)
    stick = one.export("other")
    assert other.take(stick, "one")
    assert not other.take(stick, "one")
