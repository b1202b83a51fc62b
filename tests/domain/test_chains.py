"""Tests of checking chains a piece at a time.

They must find what the check in one go finds.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from iroc_desktop.domain.chains import ChainEnd, Checking
from iroc_desktop.domain.operations import (
    GENESIS,
    Action,
    Content,
    Entity,
    EntityKind,
    Operation,
    OperationId,
    first_fault,
)


def chain(length: int, replica: str = "a") -> list[Operation]:
    """Return operations that fit together."""
    made: list[Operation] = []
    for seq in range(1, length + 1):
        content = Content(f"{seq:032x}", {"preferred_name": f"Ana {seq}"})
        made.append(
            Operation(
                OperationId(replica, seq),
                seq,
                (),
                made[-1].hash if made else GENESIS,
                Entity(EntityKind.PERSON, "person-1"),
                Action.WROTE,
                "practitioner-1",
                "2026-11-24T10:42:00+00:00",
                content.digest(),
                content,
            )
        )
    return made


def end_of(operations: list[Operation], *, forged: bool = False) -> ChainEnd:
    return ChainEnd(len(operations), operations[-1].hash, forged)


def checked(
    chains: dict[str, list[Operation]], ends: dict[str, ChainEnd], piece: int, replicas: tuple[str, ...] = ()
) -> Checking:
    """Check everything, `piece` operations at a time."""
    checking = Checking.of(ends, replicas or tuple(chains))
    while not checking.done:
        following = chains[checking.waiting[0]][checking.seq : checking.seq + piece]
        checking = checking.onward(following)
    return checking


@pytest.fixture(params=[1, 2, 5, 100])
def piece(request: pytest.FixtureRequest) -> int:
    """Return how many operations are checked at a time."""
    size: int = request.param
    return size


def test_chains_that_fit_are_good(piece: int) -> None:
    chains = {"a": chain(5), "b": chain(7, "b")}
    found = checked(chains, {each: end_of(made) for each, made in chains.items()}, piece)
    assert (found.good, found.checked, found.total) == (True, 12, 12)


@pytest.mark.parametrize("place", range(6))
def test_the_first_changed_operation_is_named(piece: int, place: int) -> None:
    made = chain(6)
    end = end_of(made)
    other = Content("0" * 32, {"preferred_name": "Somebody else"})
    made[place] = replace(made[place], content=other)
    found = checked({"a": made}, {"a": end}, piece)
    assert found.faults == (first_fault(made),) == (OperationId("a", place + 1),)


@pytest.mark.parametrize("place", range(5))
def test_a_missing_operation_is_noticed_at_the_one_after(piece: int, place: int) -> None:
    made = chain(6)
    end = end_of(made)
    del made[place]
    found = checked({"a": made}, {"a": end}, piece)
    assert found.faults == (OperationId("a", place + 2),)


def test_operations_cut_off_at_the_end_are_noticed(piece: int) -> None:
    made = chain(6)
    found = checked({"a": made[:-1]}, {"a": end_of(made)}, piece)
    assert (found.faults, found.false_ends) == ((), ("a",))


def test_what_was_destroyed_still_fits(piece: int) -> None:
    made = [replace(each, content=None) for each in chain(6)]
    assert checked({"a": made}, {"a": end_of(made)}, piece).good


def test_a_forged_head_and_a_chain_without_one_are_told(piece: int) -> None:
    chains = {"a": chain(3), "b": chain(3, "b")}
    found = checked(chains, {"a": end_of(chains["a"], forged=True)}, piece, ("a", "b"))
    assert sorted(found.false_ends) == ["a", "b"]
    assert not found.good


def test_what_is_written_during_the_check_does_not_disturb_it(piece: int) -> None:
    made = chain(9)
    found = checked({"a": made}, {"a": end_of(made[:6])}, piece)
    assert (found.good, found.checked) == (True, 6)


def test_an_empty_log_is_good() -> None:
    checking = Checking.of({}, ())
    assert (checking.done, checking.good, checking.total) == (True, True, 0)
