"""The contract of what the exchange needs of a store, on the in-memory fake and on SQLCipher.

It must not know which of the two it runs on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from iroc_desktop.domain.bundles import Bundle, BundleBrokenError
from iroc_desktop.domain.conflicts import UnfitValueError
from iroc_desktop.domain.conversation import Answer
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.merging import arriving
from iroc_desktop.domain.operations import Action, Content, Entity, EntityKind, Operation, OperationId
from iroc_desktop.domain.pairing import MachineCard
from iroc_desktop.domain.peers import OwnMachine, Peer
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.receipts import Receipt, Stretch, Taken
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.ports import Stamp, Store
from tests.fakes.builders import conversation

STAMP = Stamp("practitioner-1", "2026-11-24T10:42:00+00:00")
OTHER = Stamp("practitioner-2", "2031-01-01T00:00:00+00:00")
ANA = Person("ana", "Ana", site="3")
PERSON = Entity(EntityKind.PERSON, "ana")
HELD = Entity(EntityKind.CONVERSATION, "held")
DAY = date(2026, 11, 24)


def put(store: Store, person: Person, stamp: Stamp = STAMP) -> None:
    with store.begin(stamp) as unit:
        unit.people.put(person)
        unit.commit()


def site(store: Store) -> str:
    with store.begin(STAMP) as unit:
        return unit.people.get("ana").site


def carry(sender: Store, receiver: Store, held_back: Iterable[Entity] = ()) -> list[Operation]:
    """Take everything over, but for what is held back; return what arrived."""
    with receiver.begin(STAMP) as unit:
        known = unit.bundles.vector()
    with sender.begin(STAMP) as unit:
        shelf = unit.bundles
        parts = (tuple(shelf.erased()), tuple(shelf.beyond(known)), tuple(shelf.heads()))
        bundle = Bundle("m", "t", "r", 1, dict(shelf.vector()), *parts)
    with receiver.begin(STAMP) as unit:
        fresh = arriving(bundle, unit.bundles.vector(), unit.bundles.hash_of)
        out = [each.id for each in fresh if each.entity in set(held_back)]
        unit.bundles.take(fresh, bundle.heads, bundle.erased, out)
        unit.commit()
    return list(fresh)


def test_what_is_taken_is_there_with_its_chain(store: Store, another: Store) -> None:
    put(store, ANA)
    carry(store, another)
    assert site(another) == "3"
    with store.begin(STAMP) as here, another.begin(STAMP) as there:
        assert here.bundles.vector() == there.bundles.vector()
        (newest,) = there.bundles.about([PERSON])[PERSON]
        assert here.bundles.hash_of(newest.id) == there.bundles.hash_of(newest.id) == newest.hash
        assert there.bundles.hash_of(OperationId("nobody", 1)) is None
        assert there.bundles.person_of([PERSON]) == {PERSON: "ana"}
        assert not there.bundles.beyond(here.bundles.vector())


def test_what_was_not_committed_was_not_taken(store: Store, another: Store) -> None:
    put(store, ANA)
    with store.begin(STAMP) as unit:
        fresh, heads = unit.bundles.beyond({}), unit.bundles.heads()
    with another.begin(STAMP) as unit:
        unit.bundles.take(fresh, heads, [])
    with another.begin(STAMP) as unit:
        assert unit.bundles.vector() == {}
        assert list(unit.people.all()) == []


def test_what_is_held_back_is_not_seen_until_it_is_let_in(store: Store, another: Store) -> None:
    put(store, ANA)
    (came,) = carry(store, another, [PERSON])
    with another.begin(STAMP) as unit:
        assert list(unit.bundles.held()) == [came]
        assert unit.bundles.about([PERSON]) == {}
        assert list(unit.log.of(PERSON)) == []
        with pytest.raises(RecordMissingError):
            unit.people.get("ana")
        unit.bundles.let_in([came.id])
        unit.commit()
    assert site(another) == "3"


def test_what_is_held_back_again_leaves_what_was_there(store: Store, another: Store) -> None:
    put(store, ANA)
    carry(store, another)
    put(store, replace(ANA, site="4"))
    came = carry(store, another)
    with another.begin(STAMP) as unit:
        unit.bundles.hold_back(each.id for each in came)
        unit.bundles.hold_back(each.id for each in came)
        unit.commit()
    assert site(another) == "3"


def test_what_this_machine_wrote_since_is_told(store: Store, another: Store) -> None:
    put(another, Person("luc", "Luc"))
    put(store, ANA)
    carry(store, another)
    put(another, replace(ANA, site="4"))
    with another.begin(STAMP) as unit:
        (made,) = unit.bundles.written_since(1)
        assert made.entity == PERSON
        assert made.lamport == 2


def test_who_was_destroyed_there_is_destroyed_here(store: Store, another: Store) -> None:
    put(store, ANA)
    carry(store, another)
    with another.begin(STAMP) as unit:
        erased = [Erased(PERSON, "ana", STAMP.claimed_at, "lead")]
        unit.bundles.take([], [], erased)
        unit.commit()
    with another.begin(STAMP) as unit:
        assert list(unit.bundles.erased()) == erased
        with pytest.raises(RecordMissingError):
            unit.people.get("ana")


def test_what_cannot_be_read_is_not_taken(store: Store, another: Store) -> None:
    put(store, ANA)
    with store.begin(STAMP) as unit:
        (made,) = unit.bundles.beyond({})
    content = Content("n", {"preferred_name": "Ana", "reading": "hieroglyphs"})
    false = replace(made, content=content, content_digest=content.digest())
    with another.begin(STAMP) as unit, pytest.raises(BundleBrokenError):
        unit.bundles.take([false], [], [])


def test_a_head_tells_which_machine_made_it(store: Store, another: Store) -> None:
    put(store, ANA)
    with store.begin(STAMP) as unit:
        (head,) = unit.bundles.heads()
        card = MachineCard("one", "PC-1", unit.peers.signing_key, "age1one")
        assert unit.peers.maker_of(head) is None
        unit.peers.put_own(OwnMachine(card, "team", "secret"))
        assert unit.peers.maker_of(head) == "one"
    with another.begin(STAMP) as unit:
        assert unit.peers.maker_of(head) is None
        unit.peers.put(Peer(card, "2026"))
        assert unit.peers.maker_of(head) == "one"
        assert unit.peers.maker_of(replace(head, seq=head.seq + 1)) is None


def test_machines_are_kept(store: Store) -> None:
    with store.begin(STAMP) as unit:
        assert unit.peers.own() is None
        key = unit.peers.signing_key
        unit.peers.put_own(OwnMachine(MachineCard("one", "PC-1", key, "age1one"), "team", "secret", 3))
        unit.peers.put(Peer(MachineCard("two", "Zeta", "aa" * 32, "age1two"), "2026"))
        unit.peers.put(Peer(MachineCard("three", "Alfa", "bb" * 32, "age1three"), "2026"))
        unit.peers.put(
            Peer(MachineCard("two", "Beta", "aa" * 32, "age1two"), "2026", "r", 7, {"r": 3}, "h", "s")
        )
        unit.peers.remember("r", "two")
        unit.peers.quarantine("r", "first")
        unit.peers.quarantine("r", "later")
        unit.peers.quarantine("q", "once")
        unit.commit()
    with store.begin(STAMP) as unit:
        own = unit.peers.own()
        assert own == OwnMachine(MachineCard("one", "PC-1", key, "age1one", "team"), "team", "secret", 3)
        assert [each.card.name for each in unit.peers.all()] == ["Alfa", "Beta"]
        kept = unit.peers.all()[1]
        assert (kept.number, dict(kept.vector), kept.heard_at, kept.sent_at) == (7, {"r": 3}, "h", "s")
        assert unit.peers.replicas() == {"r": "two"}
        assert unit.peers.quarantined() == {"r": "first", "q": "once"}


def test_only_bundles_are_signed_and_only_by_trusted_machines(store: Store, another: Store) -> None:
    with store.begin(STAMP) as unit:
        signature = unit.peers.sign(b"iroc bundle 1\n")
        card = MachineCard("one", "PC-1", unit.peers.signing_key, "age1one")
        with pytest.raises(ValueError, match=r"^$"):
            unit.peers.sign(b"iroc chain head 1\n")
    with another.begin(STAMP) as unit:
        assert unit.peers.signed_by(signature, b"iroc bundle 1\n") is None
        unit.peers.put(Peer(card, "2026"))
        assert unit.peers.signed_by(signature, b"iroc bundle 1\n") == card
        assert unit.peers.signed_by(signature, b"iroc bundle 2\n") is None
        unit.peers.put(Peer(card, "2026", revoked_at="2027"))
        assert unit.peers.signed_by(signature, b"iroc bundle 1\n") is None


def test_imports_are_kept_newest_first(store: Store) -> None:
    first = Taken(Receipt(1, "one", "now", "marta", 3), "r", 4, (Stretch("r", 1, 3),), "own")
    second = replace(first, receipt=replace(first.receipt, number=2, left_out=("ana",)))
    with store.begin(STAMP) as unit:
        unit.taken.add(first)
        unit.taken.add(second)
        unit.commit()
    undone = replace(second, receipt=replace(second.receipt, undone_at="later", kept=("luc",)))
    with store.begin(STAMP) as unit:
        assert list(unit.taken.all()) == [second, first]
        unit.taken.replace_last(undone)
        unit.commit()
    with store.begin(STAMP) as unit:
        assert list(unit.taken.all()) == [undone, first]


def test_opposite_edits_stand_side_by_side_until_one_is_chosen(store: Store, another: Store) -> None:
    put(store, ANA)
    carry(store, another)
    put(store, replace(ANA, site="4"))
    put(another, replace(ANA, site="5"), OTHER)
    carry(another, store)
    with store.begin(STAMP) as unit:
        (conflict,) = unit.conflicts.all()
        assert (conflict.entity, conflict.field, conflict.person_id) == (PERSON, "site", "ana")
        assert {(each.value, each.author, each.claimed_at) for each in conflict.sides} == {
            ("4", STAMP.practitioner_id, STAMP.claimed_at),
            ("5", OTHER.practitioner_id, OTHER.claimed_at),
        }
        assert conflict.sides[0].value == unit.people.get("ana").site
        unit.conflicts.settle(PERSON, "site", conflict.sides[0].value, "")
        unit.commit()
        with pytest.raises(RecordMissingError):
            unit.conflicts.settle(PERSON, "site", "6", "")
    carry(store, another)
    assert site(store) == site(another)
    with another.begin(STAMP) as unit:
        assert list(unit.conflicts.all()) == []


def test_a_conversation_is_settled_by_a_correction_and_only_with_what_fits(
    store: Store, another: Store
) -> None:
    with store.begin(STAMP) as unit:
        unit.people.put(ANA)
        unit.conversations.add(conversation("held", DAY, {"a": Answer(rating=3)}, of="ana", complete=True))
        unit.commit()
    carry(store, another)
    for each, rating in ((store, 4), (another, 5)):
        with each.begin(STAMP) as unit:
            unit.conversations.correct("held", "a", Answer(rating=rating), "misheard")
            unit.commit()
    carry(another, store)
    with store.begin(STAMP) as unit:
        (conflict,) = unit.conflicts.all()
        assert (conflict.entity, conflict.person_id) == (HELD, "ana")
        unit.conflicts.settle(HELD, conflict.field, 2, "asked again")
        unit.commit()
        assert unit.conversations.get("held").answer("a").rating == 2
        newest = unit.log.of(HELD)[-1]
        assert newest.action is Action.CORRECTED
        assert newest.content is not None
        assert newest.content.reason == "asked again"


def test_a_value_that_cannot_be_read_settles_nothing(store: Store, another: Store) -> None:
    day = replace(ANA, consent_on=DAY)
    put(store, ANA)
    carry(store, another)
    put(store, day)
    put(another, replace(ANA, consent_on=date(2026, 1, 1)))
    carry(another, store)
    with store.begin(STAMP) as unit, pytest.raises(UnfitValueError):
        unit.conflicts.settle(PERSON, "consent_on", "some day", "")
