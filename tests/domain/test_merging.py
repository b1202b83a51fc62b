"""What a bundle brings, told for each thing: new, changed, parallel, in conflict, erased.

These tests must not need a store.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from iroc_desktop.domain.bundles import Bundle, BundleBrokenError, ForkError, GapError
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.merging import Encounter, News, arriving, news
from iroc_desktop.domain.operations import Content, Entity, EntityKind, Operation, OperationId
from tests.exchange.model import ModelMachine

PERSON = Entity(EntityKind.PERSON, "p")
AT = "2026-11-24T10:42:00"


def two_machines() -> tuple[ModelMachine, ModelMachine]:
    """Return two machines that both know a person."""
    one, other = ModelMachine("one", "r1"), ModelMachine("other", "r2")
    one.write(PERSON, {"name": "Ana", "site": "3"}, AT)
    other.take(one.export("other"), "one")
    one.take(other.export("one"), "other")
    return one, other


def told(one: ModelMachine, other: ModelMachine, erased: tuple[Erased, ...] = ()) -> tuple[News, ...]:
    """Return what a bundle of `one` would bring to `other`."""
    bundle = one.export(other.name)
    fresh = arriving(bundle, other.vector, other.hash_of)
    return news(fresh, bundle, other.of, lambda entity: entity.id, erased)


def test_what_was_not_here_is_new() -> None:
    one, other = ModelMachine("one", "r1"), ModelMachine("other", "r2")
    one.write(PERSON, {"name": "Ana"}, AT)
    assert told(one, other) == (News(PERSON, "p", Encounter.NEW, frozenset({"name"})),)


def test_what_goes_on_from_what_is_here_is_a_change() -> None:
    one, other = two_machines()
    one.write(PERSON, {"name": "Anna"}, AT)
    assert told(one, other) == (News(PERSON, "p", Encounter.CHANGED, frozenset({"name"})),)


def test_other_fields_at_the_same_time_are_parallel() -> None:
    one, other = two_machines()
    one.write(PERSON, {"name": "Anna"}, AT)
    other.write(PERSON, {"site": "4"}, AT)
    assert told(one, other) == (News(PERSON, "p", Encounter.PARALLEL, frozenset({"name"})),)


def test_the_same_field_with_different_words_is_a_conflict() -> None:
    one, other = two_machines()
    one.write(PERSON, {"name": "Anna", "site": "5"}, AT)
    other.write(PERSON, {"name": "Hanna"}, AT)
    assert told(one, other) == (News(PERSON, "p", Encounter.CONFLICT, frozenset({"name"})),)


def test_the_same_words_on_both_sides_are_no_conflict() -> None:
    one, other = two_machines()
    one.write(PERSON, {"name": "Anna"}, AT)
    other.write(PERSON, {"name": "Anna"}, AT)
    assert [each.encounter for each in told(one, other)] == [Encounter.PARALLEL]


def test_a_conflict_that_was_here_before_is_not_told_again() -> None:
    one, other = two_machines()
    one.write(PERSON, {"name": "Anna"}, AT)
    other.write(PERSON, {"name": "Hanna"}, AT)
    other.take(one.export("other"), "one")
    one.write(PERSON, {"site": "6"}, AT)
    assert [each.encounter for each in told(one, other)] == [Encounter.PARALLEL]


def test_what_was_destroyed_stays_so() -> None:
    one, other = two_machines()
    one.write(PERSON, {"name": "Anna"}, AT)
    erased = (Erased(PERSON, "p", AT, "x"),)
    assert told(one, other, erased) == (News(PERSON, "p", Encounter.ERASED, frozenset()),)


def test_what_is_here_already_is_no_news() -> None:
    one, other = two_machines()
    assert told(one, other) == ()


def bundle_of(*operations: Operation) -> Bundle:
    """Return a bundle of a sender that had just these."""
    vector = {each.id.replica: each.id.seq for each in operations}
    return Bundle("one", "team", "r1", 1, vector, (), operations)


@pytest.fixture
def chain() -> tuple[Operation, ...]:
    """Return four operations of one replica."""
    one = ModelMachine("one", "r1")
    return tuple(one.write(PERSON, {"a": value}, AT) for value in range(4))


def nothing(_: OperationId) -> None:
    """Return nothing: no operation is here."""


def test_a_chain_with_a_hole_is_broken(chain: tuple[Operation, ...]) -> None:
    with pytest.raises(BundleBrokenError):
        arriving(bundle_of(chain[0], chain[2], chain[3]), {}, nothing)


def test_a_content_that_was_changed_is_noticed(chain: tuple[Operation, ...]) -> None:
    forged = replace(chain[1], content=Content("n", {"a": 9}))
    with pytest.raises(BundleBrokenError):
        arriving(bundle_of(chain[0], forged, *chain[2:]), {}, nothing)


def test_a_link_that_was_changed_is_noticed(chain: tuple[Operation, ...]) -> None:
    forged = replace(chain[1], author="somebody else")
    with pytest.raises(BundleBrokenError):
        arriving(bundle_of(chain[0], forged, *chain[2:]), {}, nothing)


def test_a_missing_beginning_is_a_gap(chain: tuple[Operation, ...]) -> None:
    with pytest.raises(GapError) as error:
        arriving(bundle_of(*chain[2:]), {}, nothing)
    assert (error.value.first, error.value.last) == (1, 2)


def test_what_the_sender_had_and_neither_brings_nor_is_here_is_a_gap(chain: tuple[Operation, ...]) -> None:
    bundle = replace(bundle_of(*chain), vector={"r1": 4, "r7": 3})
    with pytest.raises(GapError) as error:
        arriving(bundle, {"r7": 1}, nothing)
    assert (error.value.replica, error.value.first, error.value.last) == ("r7", 2, 3)


def test_a_parent_that_nobody_has_is_noticed(chain: tuple[Operation, ...]) -> None:
    forged = replace(chain[0], parents=(OperationId("r9", 4),))
    with pytest.raises(BundleBrokenError):
        arriving(bundle_of(forged), {}, nothing)


def test_another_operation_of_the_same_number_is_a_fork(chain: tuple[Operation, ...]) -> None:
    with pytest.raises(ForkError):
        arriving(bundle_of(*chain), {"r1": 2}, lambda _: "0" * 64)
