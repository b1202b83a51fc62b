"""The chain of operations betrays whatever was changed, dropped or reordered.

These tests must not touch the store.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from iroc_desktop.domain.operations import Content, Operation, OperationId, canonical, first_fault
from tests.fakes import builders


def chain(length: int = 5) -> list[Operation]:
    operations: list[Operation] = []
    for seq in range(1, length + 1):
        previous = {"previous": operations[-1].hash} if operations else {}
        operations.append(builders.operation(seq, {"site": f"module {seq}"}, **previous))  # type: ignore[arg-type]  # only `previous` is ever passed
    return operations


def test_an_untouched_chain_has_no_fault() -> None:
    assert first_fault(chain()) is None


def test_a_chain_stays_intact_when_content_was_destroyed_by_an_erasure() -> None:
    operations = chain()
    operations[2] = replace(operations[2], content=None)
    assert first_fault(operations) is None


@pytest.mark.parametrize(
    "tampered",
    [
        {"author": "someone-else"},
        {"claimed_at": "2031-01-01T00:00:00+00:00"},
        {"lamport": 99},
        {"parents": (OperationId("pc-2", 7),)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_header_breaks_the_operation_after_it(tampered: dict[str, object]) -> None:
    operations = chain()
    operations[2] = replace(operations[2], **tampered)  # type: ignore[arg-type]  # the point is to tamper
    assert first_fault(operations) == operations[3].id


def test_changed_content_breaks_its_own_operation() -> None:
    operations = chain()
    forged = Content(operations[2].content.nonce if operations[2].content else "", {"site": "elsewhere"})
    operations[2] = replace(operations[2], content=forged)
    assert first_fault(operations) == operations[2].id


def test_a_missing_or_swapped_operation_is_found() -> None:
    missing = chain()
    del missing[1]
    assert first_fault(missing) == missing[1].id
    swapped = chain()
    swapped[1], swapped[2] = swapped[2], swapped[1]
    assert first_fault(swapped) == swapped[1].id


def test_an_id_survives_its_own_spelling() -> None:
    identity = OperationId("pc:with:colons", 41)
    assert OperationId.parse(str(identity)) == identity


def test_the_canonical_spelling_ignores_the_order_of_keys() -> None:
    assert canonical({"b": 1, "a": "ñ"}) == canonical({"a": "ñ", "b": 1}) == '{"a":"ñ","b":1}'.encode()


def test_content_keeps_its_words_out_of_repr() -> None:
    assert "Ana" not in repr(builders.operation(1, {"preferred_name": "Ana"}))
