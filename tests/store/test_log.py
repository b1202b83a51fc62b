"""The log: one unbroken, signed chain, to which nothing is added that was rolled back.

These tests must not write operations by hand: the store does.
"""

from __future__ import annotations

import pytest

from iroc_desktop.domain.operations import GENESIS, Action, Content, Entity, EntityKind, first_fault
from iroc_desktop.store import machine
from iroc_desktop.store.log import chain_of, heads_of, operation_count, operations_of
from iroc_desktop.store.unit_of_work import SqlStore
from tests.fakes.builders import person
from tests.store.making import STAMP

ANA = Entity(EntityKind.PERSON, "person-1")


def note(store: SqlStore, times: int) -> None:
    with store.begin(STAMP) as unit:
        for _ in range(times):
            unit.log.note(ANA, Action.PRINTED)
        unit.commit()


def test_each_operation_is_sealed_by_the_one_before(store: SqlStore) -> None:
    note(store, 2)
    note(store, 1)
    replica = machine.known(store._connection).replica
    chain = list(chain_of(store._connection, replica))
    assert [each.id.seq for each in chain] == [1, 2, 3]
    assert [each.previous for each in chain] == [GENESIS, chain[0].hash, chain[1].hash]
    assert [each.lamport for each in chain] == [1, 2, 3]
    assert first_fault(chain) is None


def test_the_head_is_the_newest_operation_and_signed_by_this_machine(store: SqlStore) -> None:
    note(store, 3)
    here = machine.known(store._connection)
    head, signature = heads_of(store._connection)[here.replica]
    newest = list(chain_of(store._connection, here.replica))[-1]
    assert (head.seq, head.hash) == (3, newest.hash)
    assert here.signed(head, signature)


def test_what_was_rolled_back_leaves_no_gap(store: SqlStore) -> None:
    note(store, 1)
    with store.begin(STAMP) as unit:
        unit.log.note(ANA, Action.PRINTED)
    note(store, 1)
    assert operation_count(store._connection) == 2
    assert store.verify().good


def test_an_operation_is_read_back_as_it_was_written(store: SqlStore) -> None:
    with store.begin(STAMP) as unit:
        unit.people.put(person(name="A\u030a \U0001f33b \u05e9\u05dc\u05d5\u05dd"))
        unit.commit()
    (written,) = operations_of(store._connection, ANA)
    assert (written.author, written.claimed_at) == (STAMP.practitioner_id, STAMP.claimed_at)
    assert isinstance(written.content, Content)
    assert written.content.fields["preferred_name"] == "A\u030a \U0001f33b \u05e9\u05dc\u05d5\u05dd"
    assert written.content.digest() == written.content_digest


def test_equal_contents_have_different_digests(store: SqlStore) -> None:
    note(store, 2)
    first, second = operations_of(store._connection, ANA)
    assert first.content_digest != second.content_digest


def test_writing_the_same_again_adds_nothing(store: SqlStore) -> None:
    for _ in range(2):
        with store.begin(STAMP) as unit:
            unit.people.put(person())
            unit.commit()
    assert operation_count(store._connection) == 1


@pytest.mark.parametrize("word", ["private_key", "PRIVATE"])
def test_the_signing_key_stands_in_no_repr(store: SqlStore, word: str) -> None:
    here = machine.known(store._connection)
    assert here.private_key.private_bytes_raw().hex() not in repr(here)
    assert word not in repr(here)
