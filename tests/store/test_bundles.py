"""Two stores that exchange bundles end up with the same record, and nothing is taken by halves.

These tests must not compare what each machine says of itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from iroc_desktop.domain.bundles import Bundle
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.merging import arriving
from iroc_desktop.domain.operations import Entity, EntityKind, OperationId
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.store.projection import fold_digest
from iroc_desktop.store.unit_of_work import SqlStore
from tests.store.making import STAMP, created, populate

ANA = Person("ana", "Ana", site="3")
PERSON = Entity(EntityKind.PERSON, "ana")


@pytest.fixture
def one(tmp_path: Path) -> Iterator[SqlStore]:
    """Return a store with people."""
    store = created(tmp_path / "one")
    with store.begin(STAMP) as unit:
        populate(unit)
        unit.people.put(ANA)
        unit.commit()
    yield store
    store.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[SqlStore]:
    """Return an empty store of another machine."""
    store = created(tmp_path / "other")
    yield store
    store.close()


def bundle_for(sender: SqlStore, receiver: SqlStore) -> Bundle:
    """Return what the receiver lacks."""
    with receiver.begin(STAMP) as unit:
        known = unit.bundles.vector()
    with sender.begin(STAMP) as unit:
        shelf = unit.bundles
        return Bundle(
            "m",
            "team",
            "r",
            1,
            shelf.vector(),
            tuple(shelf.erased()),
            tuple(shelf.beyond(known)),
            tuple(shelf.heads()),
        )


def take(receiver: SqlStore, bundle: Bundle, out: Iterable[Entity] = ()) -> tuple[OperationId, ...]:
    """Take a bundle whole; hold back what is about the entities left out."""
    left_out = set(out)
    with receiver.begin(STAMP) as unit:
        fresh = arriving(bundle, unit.bundles.vector(), unit.bundles.hash_of)
        held = [each.id for each in fresh if each.entity in left_out]
        unit.bundles.take(fresh, bundle.heads, bundle.erased, held)
        unit.commit()
    return tuple(each.id for each in fresh)


def exchange(one: SqlStore, other: SqlStore) -> None:
    """Carry a stick there and back."""
    take(other, bundle_for(one, other))
    take(one, bundle_for(other, one))


def put(store: SqlStore, person: Person) -> None:
    with store.begin(STAMP) as unit:
        unit.people.put(person)
        unit.commit()


def digest(store: SqlStore) -> str:
    """Return what the tables say."""
    found = fold_digest(store._connection)
    store._connection.rollback()
    return found


def test_an_empty_store_gets_everything_and_is_whole(one: SqlStore, other: SqlStore) -> None:
    take(other, bundle_for(one, other))
    assert digest(one) == digest(other)
    assert other.verify().good


def test_what_both_wrote_is_on_both(one: SqlStore, other: SqlStore) -> None:
    exchange(one, other)
    put(one, replace(ANA, site="4"))
    put(other, replace(ANA, speaks="Romanian"))
    put(other, Person("luc", "Luc"))
    exchange(one, other)
    assert digest(one) == digest(other)
    with one.begin(STAMP) as unit:
        assert unit.people.get("ana") == replace(ANA, site="4", speaks="Romanian")
        assert unit.people.get("luc").preferred_name == "Luc"


def test_a_conflict_shows_the_same_value_on_both(one: SqlStore, other: SqlStore) -> None:
    exchange(one, other)
    put(one, replace(ANA, site="4"))
    put(other, replace(ANA, site="5"))
    exchange(one, other)
    assert digest(one) == digest(other)
    put(one, replace(ANA, site="6"))
    exchange(one, other)
    with other.begin(STAMP) as unit:
        assert unit.people.get("ana").site == "6"


def test_the_same_bundle_again_brings_nothing(one: SqlStore, other: SqlStore) -> None:
    bundle = bundle_for(one, other)
    take(other, bundle)
    before = digest(other)
    assert take(other, bundle) == ()
    assert digest(other) == before


def test_what_is_held_back_is_not_seen_and_is_passed_on(
    one: SqlStore, other: SqlStore, tmp_path: Path
) -> None:
    take(other, bundle_for(one, other), out=[PERSON])
    with other.begin(STAMP) as unit, pytest.raises(RecordMissingError):
        unit.people.get("ana")
    third = created(tmp_path / "third")
    take(third, bundle_for(other, third))
    assert digest(third) == digest(one)
    third.close()


def test_what_is_let_in_later_is_as_if_it_had_never_been_held(one: SqlStore, other: SqlStore) -> None:
    take(other, bundle_for(one, other), out=[PERSON])
    with other.begin(STAMP) as unit:
        unit.bundles.let_in(each.id for each in unit.bundles.held())
        unit.commit()
    assert digest(one) == digest(other)
    assert other.verify().good


def test_an_import_that_is_undone_leaves_the_record_as_it_was(one: SqlStore, other: SqlStore) -> None:
    exchange(one, other)
    put(other, replace(ANA, speaks="French"))
    before = digest(other)
    put(one, replace(ANA, site="9"))
    put(one, Person("new", "New"))
    came = take(other, bundle_for(one, other))
    assert digest(other) != before
    with other.begin(STAMP) as unit:
        unit.bundles.hold_back(came)
        unit.commit()
    assert digest(other) == before
    with other.begin(STAMP) as unit:
        unit.bundles.let_in(came)
        unit.commit()
    take(one, bundle_for(other, one))
    assert digest(one) == digest(other)


def test_who_is_erased_on_one_is_erased_on_the_other_and_does_not_come_back(
    one: SqlStore, other: SqlStore
) -> None:
    exchange(one, other)
    with one.begin(STAMP) as unit:
        everything = tuple(unit.bundles.beyond({}))
    stale = replace(bundle_for(one, other), operations=everything)
    put(one, replace(ANA, site="late"))
    with other.begin(STAMP) as unit:
        unit.bundles.take((), (), [Erased(PERSON, "ana", "2026-11-24T10:42:00+00:00", "lead")])
        unit.commit()
    exchange(one, other)
    take(other, stale)
    assert digest(one) == digest(other)
    for store in (one, other):
        assert store.verify().good
        with store.begin(STAMP) as unit, pytest.raises(RecordMissingError):
            unit.people.get("ana")


def test_a_new_change_after_an_import_stands_above_what_came(one: SqlStore, other: SqlStore) -> None:
    take(other, bundle_for(one, other))
    put(other, replace(ANA, site="after"))
    take(one, bundle_for(other, one))
    with one.begin(STAMP) as unit:
        assert unit.people.get("ana").site == "after"
        newest = unit.log.of(PERSON)[-1]
        assert newest.lamport > max(each.lamport for each in unit.log.of(PERSON)[:-1])
