"""What is not taken, and that nothing changes then: gaps, forks, forged heads, strangers, other teams.

These tests must not break a bundle in a way that no stick or machine could.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from iroc_desktop.domain.bundles import (
    Bundle,
    BundleBrokenError,
    ForkError,
    GapError,
    NotForThisMachineError,
    NothingToUndoError,
    SenderUnknownError,
    TeamDiffersError,
)
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.operations import Content
from iroc_desktop.domain.pairing import CardDiffersError, NotNamedError, OwnCardError
from iroc_desktop.domain.people import Person, Practitioner, Role
from iroc_desktop.domain.roles import LeadsOnlyError
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.exchange import courier, inside
from iroc_desktop.exchange import stick as sticks
from iroc_desktop.services.arrivals import Standing
from iroc_desktop.services.ports import Stamp
from tests.exchange.conftest import ANA, Make
from tests.exchange.pcs import Pc, swap

STAMP = Stamp("nobody", "2026-11-24T10:42:00+00:00")


def log_of(pc: Pc) -> tuple[dict[str, int], str]:
    """Return what a refused bundle must not change."""
    with pc.store.begin(STAMP) as unit:
        vector = dict(unit.bundles.vector())
    return vector, pc.digest()


def refused(pc: Pc, path: Path, error: type[ExpectedError]) -> ExpectedError:
    """See a bundle refused, and nothing changed."""
    before = log_of(pc)
    with pytest.raises(error) as told:
        pc.take(path)
    assert log_of(pc) == before
    return told.value


@pytest.fixture
def altered(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Bundle], Bundle]], None]:
    """Return what lets the machines write other bundles than they should, rightly signed."""

    def alter(change: Callable[[Bundle], Bundle]) -> None:
        whole = inside.packed
        monkeypatch.setattr(courier, "packed", lambda bundle, *rest: whole(change(bundle), *rest))

    return alter


def test_the_same_bundle_again_changes_nothing_and_says_so(one: Pc, two: Pc, stick: Path) -> None:
    path = one.export(stick, two)
    two.take(path)
    before = log_of(two)
    arrival = two.exchange.importing.look(path)
    assert (arrival.standing, arrival.new) == (Standing.ALREADY, 0)
    two.take(path)
    assert log_of(two) == before
    assert len(two.exchange.held_back.receipts()) == 1


def test_an_old_stick_is_told_and_brings_nothing_back(one: Pc, two: Pc, stick: Path) -> None:
    old = one.export(stick, two)
    one.desk.people.save(replace(ANA, site="newer"))
    two.take(one.export(stick, two))
    heard = two.exchange.machines.all()[0]
    assert two.exchange.importing.look(old).standing is Standing.STALE
    before = log_of(two)
    two.take(old)
    assert log_of(two) == before
    assert two.exchange.machines.all()[0] == heard


def test_a_gap_is_named_and_the_next_stick_fills_it(
    make: Make, one: Pc, two: Pc, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    three = make("three")
    one.pair_with(three)
    swap(stick, one, two)
    one.desk.people.save(Person("luc", "Luc"))
    with one.store.begin(STAMP) as unit:
        (peer,) = [each for each in unit.peers.all() if each.card.machine_id == three.machine_id]
        unit.peers.put(replace(peer, vector=dict(unit.bundles.vector())))
        unit.commit()
    told = refused(three, one.export(stick, three), GapError)
    assert isinstance(told, GapError)
    assert told.first == 1
    with three.store.begin(STAMP) as unit:
        (known,) = unit.peers.all()
        assert known.vector
        assert known.heard_at == ""
    one.take(three.export(stick, one))
    three.take(one.export(stick, three))
    assert three.digest() == one.digest()


def test_a_copied_folder_is_noticed_and_remembered(one: Pc, two: Pc, stick: Path, tmp_path: Path) -> None:
    swap(stick, one, two)
    one.store.close()
    shutil.copytree(one.folder, tmp_path / "copied")
    one.reopen()
    one.desk.people.save(Person("luc", "Luc"))
    two.take(one.export(stick, two))
    one.store.close()
    kept, one.folder = one.folder, tmp_path / "copied"
    one.reopen()
    one.desk.people.save(Person("zoe", "Zoë"))
    path = one.export(stick, two)
    one.desk.people.save(Person("max", "Max"))
    refused(two, path, ForkError)
    assert [name for _, name in two.exchange.machines.forked()] == ["one"]
    one.store.close()
    one.folder = kept
    one.reopen()


def test_a_forged_head_is_refused(
    one: Pc, two: Pc, stick: Path, altered: Callable[[Callable[[Bundle], Bundle]], None]
) -> None:
    swap(stick, one, two)
    one.desk.people.save(replace(ANA, site="9"))
    altered(
        lambda bundle: replace(
            bundle, heads=tuple(replace(each, signature="ab" * 64) for each in bundle.heads)
        )
    )
    refused(two, one.export(stick, two), BundleBrokenError)


def test_words_put_into_another_machines_mouth_are_refused(
    one: Pc, two: Pc, stick: Path, altered: Callable[[Callable[[Bundle], Bundle]], None]
) -> None:
    def rewritten(bundle: Bundle) -> Bundle:
        changed = []
        for each in bundle.operations:
            fields = dict(each.content.fields) if each.content else {}
            content = Content("n", {**fields, "site": "false"}) if "site" in fields else each.content
            changed.append(replace(each, content=content))
        return replace(bundle, operations=tuple(changed))

    altered(rewritten)
    refused(two, one.export(stick, two), BundleBrokenError)


def test_heads_may_not_be_left_away(
    one: Pc, two: Pc, stick: Path, altered: Callable[[Callable[[Bundle], Bundle]], None]
) -> None:
    altered(lambda bundle: replace(bundle, heads=()))
    refused(two, one.export(stick, two), BundleBrokenError)


def test_strangers_and_machines_sent_away_are_not_heard(make: Make, one: Pc, two: Pc, stick: Path) -> None:
    three = make("three")
    card = one.exchange.machines.own()
    assert card is not None
    three.exchange.machines.pair(card)
    refused(one, three.export(stick, one), SenderUnknownError)
    refused(three, one.export(stick, two), NotForThisMachineError)
    path = two.export(stick, one)
    one.exchange.machines.revoke(two.machine_id)
    refused(one, path, SenderUnknownError)
    with pytest.raises(RecordMissingError):
        one.export(stick, two)


def test_a_machine_with_people_keeps_its_team_until_it_joins_the_other(
    make: Make, one: Pc, stick: Path
) -> None:
    three = make("three")
    three.desk.people.save(Person("luc", "Luc"))
    card, other = one.exchange.machines.own(), three.exchange.machines.own()
    assert card is not None
    assert other is not None
    assert three.exchange.machines.worked_apart(card)
    one.pair_with(three)
    refused(one, three.export(stick, one), TeamDiffersError)
    three.exchange.machines.pair(card, joining=True)
    swap(stick, one, three)
    assert one.digest() == three.digest()


def test_both_screens_show_the_same_digits_for_the_cards_on_a_stick(make: Make, one: Pc, stick: Path) -> None:
    three = make("three")
    for pc in (one, three):
        pc.exchange.machines.write_card(stick)
    (seen,) = one.exchange.machines.cards_in(stick)
    (back,) = three.exchange.machines.cards_in(stick)
    assert (seen.name, back.name) == ("three", "one")
    assert one.exchange.machines.digits(seen) == three.exchange.machines.digits(back)
    with pytest.raises(OwnCardError):
        one.exchange.machines.digits(back)
    one.exchange.machines.pair(seen)
    with pytest.raises(CardDiffersError):
        one.exchange.machines.pair(replace(seen, signing_key="ab" * 32))


def test_only_team_leads_pair_and_send_away(one: Pc, two: Pc) -> None:
    with one.store.begin(STAMP) as unit:
        unit.practitioners.put(Practitioner(one.id, "Marta", Role.PRACTITIONER))
        unit.practitioners.put(Practitioner("other", "Nora", Role.TEAM_LEAD))
        unit.commit()
    card = two.exchange.machines.own()
    assert card is not None
    with pytest.raises(LeadsOnlyError):
        one.exchange.machines.pair(card)
    with pytest.raises(LeadsOnlyError):
        one.exchange.machines.revoke(two.machine_id)


def test_a_machine_without_a_name_cannot_exchange(one: Pc, stick: Path) -> None:
    with one.store.begin(STAMP) as unit:
        own = unit.peers.own()
        assert own is not None
    one.store._connection.exec_driver_sql("DELETE FROM own_card")
    one.store._connection.commit()
    with pytest.raises(NotNamedError):
        one.exchange.machines.write_card(stick)


@pytest.mark.parametrize("cut", range(0, 100, 7))
def test_a_bundle_cut_off_anywhere_is_refused(one: Pc, two: Pc, stick: Path, cut: int) -> None:
    path = one.export(stick, two)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * cut // 100])
    refused(two, path, NotForThisMachineError)
    path.write_bytes(whole)
    two.take(path)


def test_what_was_never_taken_cannot_be_undone_and_nothing_twice(one: Pc, two: Pc, stick: Path) -> None:
    with pytest.raises(NothingToUndoError):
        two.exchange.held_back.undo_last()
    two.take(one.export(stick, two))
    two.exchange.held_back.undo_last()
    with pytest.raises(NothingToUndoError):
        two.exchange.held_back.undo_last()


def test_a_stick_that_is_full_leaves_nothing_and_the_number_is_not_used_again(
    one: Pc, two: Pc, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sticks, "free_room", lambda _: 0)
        with pytest.raises(ExpectedError):
            one.export(stick, two)
    assert list(stick.iterdir()) == []
    assert one.exchange.machines.all()[0].sent_at == ""
    two.take(one.export(stick, two))
    (receipt,) = two.exchange.held_back.receipts()
    assert receipt.number == 2
