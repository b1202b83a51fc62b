"""Letting in and shutting out: who opens what afterwards, whatever fails or is put back by hand.

These tests must not take the program's word for it: they try the passphrases, on copies too.
"""

from __future__ import annotations

import errno
import logging
import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.recovery import RecoveryDigitsError
from iroc_desktop.domain.store_errors import (
    BackupDamagedError,
    BackupMissingError,
    DiskFailedError,
    DiskFullError,
    KeysReplacedError,
    LastMemberError,
    OwnAccessError,
    PassphraseTakenError,
    PassphraseTooShortError,
    RecordMissingError,
    StoreDamagedError,
    StoreInUseError,
    StoreMissingError,
    WrongPassphraseError,
    WrongRecoveryDigitsError,
)
from iroc_desktop.store import backup, backup_rekeying, engine, key_file, rekeying
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.key_derivation import Cost, derive
from iroc_desktop.store.opening import STORE_NAME
from iroc_desktop.store.slots import SlotKind
from iroc_desktop.store.unit_of_work import SqlStore
from tests.campaign.power import Verdict
from tests.campaign.shut_out_cuts import cut_shut_outs, killed_at_every
from tests.fakes.memory_store import MemoryStore
from tests.guards import ExpectLog
from tests.store.golden_keys import data_key
from tests.store.making import PASSPHRASE, PRACTITIONER_ID, STAMP, needs_compiler, populate, vault_in

SECOND, THIRD = "practitioner-2", "practitioner-3"
STAYS, LEAVES = "a colleague who stays", "a colleague who leaves"
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def store(folder: Path) -> Iterator[SqlStore]:
    """Return an open store with people and two backups, that three practitioners can open."""
    vault = vault_in(folder)
    made, _ = vault.create(PASSPHRASE, PRACTITIONER_ID)
    with made.begin(STAMP) as unit:
        populate(unit)
        unit.commit()
    vault.let_in(PASSPHRASE, SECOND, STAYS)
    vault.let_in(PASSPHRASE, THIRD, LEAVES)
    for hours in (0, 1):
        made.backups.take(NOW + timedelta(hours=hours))
    yield made
    made.close()


@pytest.fixture
def derivations(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return a list that grows with each derivation."""
    derived: list[bytes] = []

    def counted(secret: bytes, salt: bytes, cost: Cost) -> bytearray:
        derived.append(salt)
        return derive(secret, salt, cost)

    monkeypatch.setattr("iroc_desktop.store.key_derivation.derive", counted)
    return derived


def opens(folder: Path, passphrase: str) -> str:
    """Return whose passphrase opens the store in a folder; empty if nobody's."""
    try:
        store, who = vault_in(folder).unlock(passphrase)
    except (WrongPassphraseError, KeysReplacedError, StoreDamagedError):
        return ""
    store.close()
    return who


def public_key(folder: Path, who: str) -> bytes:
    slots = {slot.practitioner_id: slot.pair for slot in key_file.read(folder).slots if slot.pair}
    return slots[who].public


def people_in(store: SqlStore) -> int:
    with store.begin(STAMP) as unit:
        return len(unit.people.all())


def shut_out(folder: Path, store: SqlStore, who: str = THIRD) -> tuple[str, ...]:
    vault = vault_in(folder)
    groups = vault.new_sheet()
    vault.shut_out(PASSPHRASE, who, groups, store)
    return groups


def beside(folder: Path) -> set[str]:
    return {each.name for each in folder.parent.iterdir()}


# -- letting in --------------------------------------------------------------------------------------


def test_each_practitioner_opens_it_with_their_own_passphrase(folder: Path, store: SqlStore) -> None:
    store.close()
    assert [opens(folder, each) for each in (PASSPHRASE, STAYS, LEAVES)] == [PRACTITIONER_ID, SECOND, THIRD]
    assert vault_in(folder).members() == (PRACTITIONER_ID, SECOND, THIRD)


def test_ten_practitioners_cost_one_derivation(
    folder: Path, store: SqlStore, derivations: list[bytes]
) -> None:
    vault = vault_in(folder)
    for number in range(7):
        vault.let_in(PASSPHRASE, f"more-{number}", f"passphrase number {number}")
    store.close()
    derivations.clear()
    opened, who = vault.unlock("passphrase number 6")
    opened.close()
    assert who == "more-6"
    assert len(derivations) == 1
    with pytest.raises(WrongPassphraseError):
        vault.unlock("not the passphrase")
    assert len(derivations) == 2


def test_a_forgotten_passphrase_is_replaced_by_a_colleague(folder: Path, store: SqlStore) -> None:
    vault_in(folder).let_in(PASSPHRASE, SECOND, "a better one this time")
    store.close()
    assert [opens(folder, each) for each in (STAYS, "a better one this time")] == ["", SECOND]
    assert vault_in(folder).members() == (PRACTITIONER_ID, SECOND, THIRD)


@pytest.mark.parametrize(
    ("own", "new", "error"),
    [
        ("not the passphrase", "a fourth passphrase", WrongPassphraseError),
        (PASSPHRASE, "short", PassphraseTooShortError),
        (PASSPHRASE, PASSPHRASE, PassphraseTakenError),
        (PASSPHRASE, STAYS, PassphraseTakenError),
    ],
)
def test_a_refusal_lets_nobody_in(
    folder: Path, store: SqlStore, own: str, new: str, error: type[ExpectedError]
) -> None:
    before = key_file.read(folder)
    with pytest.raises(error):
        vault_in(folder).let_in(own, "practitioner-4", new)
    assert key_file.read(folder) == before


def test_everybody_changes_their_own_passphrase_only(folder: Path, store: SqlStore) -> None:
    vault = vault_in(folder)
    with pytest.raises(WrongPassphraseError):
        vault.change_passphrase(SECOND, PASSPHRASE, "mine from now on")
    with pytest.raises(PassphraseTakenError):
        vault.change_passphrase(SECOND, STAYS, LEAVES)
    with pytest.raises(PassphraseTooShortError):
        vault.change_passphrase(SECOND, STAYS, "short")
    before = public_key(folder, SECOND)
    vault.change_passphrase(SECOND, STAYS, STAYS)
    vault.change_passphrase(SECOND, STAYS, "mine from now on")
    store.close()
    assert [opens(folder, each) for each in (STAYS, "mine from now on")] == ["", SECOND]
    # with the old pair, the old passphrase and an old key file would open every key to come
    assert before != public_key(folder, SECOND)


def test_a_new_sheet_opens_nothing_until_it_is_used(folder: Path, store: SqlStore) -> None:
    vault = vault_in(folder)
    first, second = vault.new_sheet(), vault.new_sheet()
    assert first != second
    vault.use_sheet(STAYS, first)
    store.close()
    with pytest.raises(WrongRecoveryDigitsError):
        vault.recover(second, "found in the safe")
    recovered, who = vault.recover(first, "found in the safe")
    vault.use_sheet("found in the safe", second)
    recovered.close()
    assert who == SECOND
    with pytest.raises(WrongRecoveryDigitsError):
        vault.recover(first, "found in the safe")
    assert sum(slot.kind is SlotKind.RECOVERY for slot in key_file.read(folder).slots) == 1


def test_digits_that_are_no_sheet_are_refused_before_anything_is_tried(folder: Path, store: SqlStore) -> None:
    wrong = ("000001", *vault_in(folder).new_sheet()[1:])
    with pytest.raises(RecoveryDigitsError):
        vault_in(folder).use_sheet("not the passphrase", wrong)
    with pytest.raises(RecoveryDigitsError):
        vault_in(folder).shut_out("not the passphrase", THIRD, wrong, store)


def test_a_recovered_passphrase_is_not_a_colleagues(folder: Path, store: SqlStore) -> None:
    groups = vault_in(folder).renew_sheet(PASSPHRASE)
    store.close()
    with pytest.raises(PassphraseTakenError):
        vault_in(folder).recover(groups, STAYS)
    assert opens(folder, STAYS) == SECOND


# -- shutting out ------------------------------------------------------------------------------------


def test_whoever_is_shut_out_opens_nothing_and_the_others_everything(folder: Path, store: SqlStore) -> None:
    store.backups.bring_back(store.backups.all()[0].name, NOW)
    again, _ = vault_in(folder).unlock(PASSPHRASE)
    groups = shut_out(folder, again)
    assert people_in(again) == 3
    assert [again.backups.counts(each.name).people for each in again.backups.all()] == [3, 3]
    again.close()
    copies = [*(folder.parent / "backups").iterdir(), *folder.parent.glob("set-aside-*")]
    assert len(copies) == 3
    for each in (folder, *copies):
        assert [opens(each, one) for one in (LEAVES, STAYS, PASSPHRASE)] == ["", SECOND, PRACTITIONER_ID]
    assert beside(folder) == {"store", "backups", copies[-1].name}
    recovered, who = vault_in(folder).recover(groups, "found in the safe")
    recovered.close()
    assert who == PRACTITIONER_ID


def test_the_old_sheet_ends_with_the_access(folder: Path, store: SqlStore) -> None:
    old = vault_in(folder).renew_sheet(STAYS)
    shut_out(folder, store)
    store.close()
    with pytest.raises(WrongRecoveryDigitsError):
        vault_in(folder).recover(old, "found in the safe")


def test_the_record_stays_open_and_is_written_to_backed_up_and_checked(folder: Path, store: SqlStore) -> None:
    shelf = store.backups
    shut_out(folder, store)
    with store.begin(STAMP) as unit:
        unit.people.put(Person("person-new", "Newcomer"))
        unit.commit()
    assert store.verify().good
    taken = shelf.take(NOW + timedelta(hours=2))
    assert shelf.counts(taken.name).people == 4
    shut_out(folder, store, SECOND)
    assert people_in(store) == 4
    assert [shelf.counts(each.name).people for each in shelf.all()] == [4, 3, 3]
    store.close()
    assert vault_in(folder).members() == (PRACTITIONER_ID,)
    assert len(key_file.read(folder).former) == 2


def test_the_key_itself_does_not_help_whoever_kept_it(folder: Path, store: SqlStore) -> None:
    _, kept = data_key(key_file.read(folder), LEAVES.encode(), SlotKind.PASSPHRASE)
    shut_out(folder, store)
    store.close()
    for each in (folder, *(folder.parent / "backups").iterdir()):
        with pytest.raises(StoreDamagedError):
            engine.open_connection(each / STORE_NAME, kept)


def test_nobody_shuts_themselves_out_and_a_stranger_cannot_be(folder: Path, store: SqlStore) -> None:
    vault = vault_in(folder)
    groups = vault.new_sheet()
    before = key_file.read(folder)
    with pytest.raises(OwnAccessError):
        vault.shut_out(PASSPHRASE, PRACTITIONER_ID, groups, store)
    with pytest.raises(RecordMissingError):
        vault.shut_out(PASSPHRASE, "practitioner-9", groups, store)
    with pytest.raises(WrongPassphraseError):
        vault.shut_out("not the passphrase", THIRD, groups, store)
    with pytest.raises(TypeError):
        vault.shut_out(PASSPHRASE, THIRD, groups, MemoryStore())
    assert key_file.read(folder) == before
    for who in (SECOND, THIRD):
        shut_out(folder, store, who)
    with pytest.raises(LastMemberError):
        vault.shut_out(PASSPHRASE, PRACTITIONER_ID, groups, store)


def test_somebody_who_was_shut_out_can_be_let_in_again(folder: Path, store: SqlStore) -> None:
    shut_out(folder, store)
    vault_in(folder).let_in(PASSPHRASE, THIRD, LEAVES)
    store.close()
    assert opens(folder, LEAVES) == THIRD


def test_a_copy_from_before_an_update_is_locked_anew_too(folder: Path, store: SqlStore) -> None:
    (backup, _) = sorted((folder.parent / "backups").iterdir())
    shutil.copy(backup / STORE_NAME, folder / "before-0009-was-0008.db")
    (folder / "damaged.db").write_bytes(b"\0" * 8192)
    (folder / "notes.txt").write_text("theirs", "utf-8")
    _, old = data_key(key_file.read(folder), PASSPHRASE.encode(), SlotKind.PASSPHRASE)
    shut_out(folder, store)
    _, new = data_key(key_file.read(folder), PASSPHRASE.encode(), SlotKind.PASSPHRASE)
    with pytest.raises(StoreDamagedError):
        engine.open_connection(folder / "before-0009-was-0008.db", old)
    engine.close(engine.open_connection(folder / "before-0009-was-0008.db", new))
    assert (folder / "damaged.db").read_bytes() == b"\0" * 8192
    assert (folder / "notes.txt").read_text("utf-8") == "theirs"


def test_a_damaged_backup_is_not_made_good_but_its_old_keys_are_gone(folder: Path, store: SqlStore) -> None:
    (damaged, good) = sorted((folder.parent / "backups").iterdir())
    content = bytearray((damaged / STORE_NAME).read_bytes())
    content[len(content) // 2] ^= 1
    (damaged / STORE_NAME).write_bytes(content)
    shut_out(folder, store)
    with pytest.raises(BackupDamagedError):
        store.backups.counts(damaged.name)
    assert store.backups.counts(good.name).people == 3
    assert key_file.read(damaged) == key_file.read(good) == key_file.read(folder)


# -- put back by hand --------------------------------------------------------------------------------


def test_an_old_key_file_put_back_opens_nothing_and_keeps_nobody_out(folder: Path, store: SqlStore) -> None:
    kept = {name: (folder / name).read_bytes() for name in key_file.NAMES}
    shut_out(folder, store)
    store.close()
    for passphrase, who in ((LEAVES, ""), (STAYS, SECOND), (LEAVES, "")):
        for name, content in kept.items():
            (folder / name).write_bytes(content)
        assert opens(folder, passphrase) == who


def test_an_old_record_put_back_whole_is_refused_to_everybody(
    folder: Path, store: SqlStore, tmp_path: Path
) -> None:
    store.close()
    shutil.copytree(folder, tmp_path / "kept")
    again, _ = vault_in(folder).unlock(PASSPHRASE)
    shut_out(folder, again)
    with again.begin(STAMP) as unit:
        unit.people.put(Person("person-new", "Newcomer"))
        unit.commit()
    newest = again.backups.take(NOW + timedelta(hours=2))
    again.close()
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "kept", folder)
    for passphrase in (LEAVES, STAYS, PASSPHRASE):
        with pytest.raises(KeysReplacedError):
            vault_in(folder).unlock(passphrase)
        with pytest.raises((KeysReplacedError, WrongPassphraseError)):
            vault_in(folder).verify(LEAVES)
    with pytest.raises(KeysReplacedError):
        vault_in(folder).bring_back(LEAVES, newest.name, NOW)
    vault_in(folder).bring_back(STAYS, newest.name, NOW)
    assert [opens(folder, each) for each in (LEAVES, STAYS)] == ["", SECOND]


def test_whoever_kept_the_old_key_cannot_make_it_count_again(
    folder: Path, store: SqlStore, tmp_path: Path
) -> None:
    store.close()
    shutil.copytree(folder, tmp_path / "kept")
    again, _ = vault_in(folder).unlock(PASSPHRASE)
    shut_out(folder, again)
    again.close()
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "kept", folder)
    keys = key_file.read(folder)
    _, kept = data_key(keys, LEAVES.encode(), SlotKind.PASSPHRASE)
    newest = key_file.sealed(key_file.KeyFile(keys.vault_id, 1_000_000, keys.slots), kept)
    key_file.write(folder, newest)
    for passphrase in (LEAVES, STAYS):
        with pytest.raises(KeysReplacedError):
            vault_in(folder).unlock(passphrase)


def test_forged_backups_do_not_make_unlocking_slow(
    folder: Path, store: SqlStore, derivations: list[bytes]
) -> None:
    store.close()
    keys = key_file.read(folder)
    for number in range(12):
        forged = folder.parent / "backups" / f"20250101-0000{number:02}"
        forged.mkdir()
        salt = bytes([number] * 16)
        slots = tuple(replace(slot, salt=salt) for slot in keys.slots)
        key_file.write(forged, replace(keys, slots=slots, edition=1_000 + number))
    assert opens(folder, STAYS) == SECOND
    assert len(derivations) <= 4
    derivations.clear()
    assert opens(folder, "not the passphrase") == ""
    assert len(derivations) <= 4


def test_an_old_backup_put_back_with_its_old_keys_is_locked_anew(
    folder: Path, store: SqlStore, tmp_path: Path
) -> None:
    name = store.backups.all()[0].name
    shutil.copytree(folder.parent / "backups" / name, tmp_path / "kept")
    shut_out(folder, store)
    store.close()
    put_back = folder.parent / "backups" / name
    shutil.rmtree(put_back)
    shutil.copytree(tmp_path / "kept", put_back)
    assert opens(folder, LEAVES) == ""
    assert opens(folder, STAYS) == SECOND
    assert opens(put_back, LEAVES) == ""
    assert opens(put_back, STAYS) == SECOND


def test_a_foreign_backup_is_left_as_it_is(folder: Path, store: SqlStore, tmp_path: Path) -> None:
    other, _ = vault_in(tmp_path / "elsewhere" / "store").create(PASSPHRASE, PRACTITIONER_ID)
    name = other.backups.take(NOW - timedelta(days=1)).name
    other.close()
    foreign = folder.parent / "backups" / name
    shutil.copytree(tmp_path / "elsewhere" / "backups" / name, foreign)
    before = {each.name: each.read_bytes() for each in foreign.iterdir()}
    shut_out(folder, store)
    store.close()
    assert {each.name: each.read_bytes() for each in foreign.iterdir()} == before


# -- failing and being cut off -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (backup, "copy_into"),
        (engine, "lock_anew"),
        (key_file, "write"),
        (rekeying, "sync_folder"),
        (rekeying, "_must_hold_the_same"),
    ],
)
def test_a_refusal_before_the_new_record_is_ready_changes_nothing(
    folder: Path, store: SqlStore, monkeypatch: pytest.MonkeyPatch, module: object, name: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full") if name == "sync_folder" else DiskFullError

    before = {each.name: each.read_bytes() for each in folder.iterdir() if each.name in key_file.NAMES}
    with monkeypatch.context() as broken:
        broken.setattr(module, name, full)
        with pytest.raises(DiskFullError):
            shut_out(folder, store)
    assert beside(folder) == {"store", "backups"}
    assert people_in(store) == 3
    store.close()
    assert {name: (folder / name).read_bytes() for name in before} == before
    assert opens(folder, LEAVES) == THIRD


@pytest.mark.parametrize("refused", ["store", "store.restored"])
def test_a_rename_that_is_refused_leaves_the_record_open_as_before(
    folder: Path, store: SqlStore, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == refused:
            raise OSError(errno.EIO, "refused")
        return rename(path, target)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "rename", refuse)
        with pytest.raises(DiskFailedError):
            shut_out(folder, store)
    assert people_in(store) == 3
    store.close()
    assert opens(folder, LEAVES) == THIRD
    again, _ = vault_in(folder).unlock(PASSPHRASE)
    shut_out(folder, again)
    again.close()
    assert opens(folder, LEAVES) == ""


def test_backups_that_the_disk_refuses_are_finished_at_the_next_unlock(
    folder: Path, store: SqlStore, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as broken, expect_log(logging.WARNING, "a copy was not locked anew: OSError"):
        broken.setattr(backup_rekeying, "copy_folder", full)
        shut_out(folder, store)
    store.close()
    left = sorted((folder.parent / "backups").iterdir())
    assert [key_file.read(each).key_id for each in left] != [key_file.read(folder).key_id] * 2
    assert opens(folder, STAYS) == SECOND
    assert [opens(each, LEAVES) for each in left] == ["", ""]
    assert [opens(each, STAYS) for each in left] == [SECOND, SECOND]


@pytest.mark.parametrize("there", [True, False], ids=["new one there", "old one only"])
def test_a_backup_that_was_being_replaced_is_there_after_the_next_unlock(
    folder: Path, store: SqlStore, there: bool
) -> None:
    store.close()
    first, second = sorted((folder.parent / "backups").iterdir())
    if there:
        shutil.copytree(first, first.with_name(f"{first.name}.outdated"))
    else:
        first.rename(first.with_name(f"{first.name}.outdated"))
    shutil.copytree(second, second.with_name(f"{second.name}.anew"))
    assert opens(folder, STAYS) == SECOND
    assert sorted((folder.parent / "backups").iterdir()) == [first, second]


def test_what_an_interruption_left_is_cleared_away_once_the_record_is_open(
    folder: Path, store: SqlStore
) -> None:
    store.close()
    for ending in (".outdated", ".restored"):
        shutil.copytree(folder, folder.with_name(f"{folder.name}{ending}"))
    assert opens(folder, "not the passphrase") == ""
    assert beside(folder) == {"store", "backups", "store.outdated", "store.restored"}
    assert opens(folder, STAYS) == SECOND
    assert beside(folder) == {"store", "backups"}


@needs_compiler
def test_killed_at_any_change_to_the_disk_everybody_or_all_but_one_get_in(tmp_path: Path) -> None:
    found = killed_at_every(tmp_path, 45)
    assert found[Verdict.KEPT] >= 30
    assert sum(found.values()) == found[Verdict.KEPT]


@needs_compiler
def test_a_power_cut_at_any_moment_loses_nobody_and_lets_nobody_back_in(tmp_path: Path) -> None:
    assert cut_shut_outs(tmp_path / "real", 30, random.Random(3)).clean  # noqa: S311  # repeatable
    assert not cut_shut_outs(tmp_path / "planted", 30, random.Random(3), planted=True).clean  # noqa: S311  # repeatable


# -- at the door, when the record will not open ------------------------------------------------------


@pytest.fixture
def damaged(folder: Path, store: SqlStore) -> Path:
    """Return the folder of a damaged store with two backups."""
    store.close()
    (folder / STORE_NAME).write_bytes(os.urandom(8192))
    return folder


def test_a_backup_is_chosen_by_what_is_in_it_and_brought_back(damaged: Path) -> None:
    vault = vault_in(damaged)
    with pytest.raises(StoreDamagedError):
        vault.unlock(STAYS)
    found = vault.backups(STAYS)
    assert [(each.taken_at.hour, counts.people) for each, counts in found] == [(10, 3), (9, 3)]
    broken = (damaged / STORE_NAME).read_bytes()
    aside = vault.bring_back(STAYS, found[0][0].name, NOW)
    assert aside is not None
    assert (aside / STORE_NAME).read_bytes() == broken
    store, who = vault.unlock(STAYS)
    assert who == SECOND
    assert people_in(store) == 3
    assert store.verify().good
    store.close()
    assert beside(damaged) == {"store", "backups", aside.name}


def test_what_is_brought_back_writes_as_another_machine(damaged: Path) -> None:
    vault = vault_in(damaged)
    vault.bring_back(STAYS, vault.backups(STAYS)[0][0].name, NOW)
    store, _ = vault.unlock(STAYS)
    with store.begin(STAMP) as unit:
        unit.people.put(Person("person-new", "Newcomer"))
        unit.commit()
        assert len(unit.log.machines()) == 2
    store.close()


def test_a_damaged_backup_is_not_offered(damaged: Path) -> None:
    newest = sorted((damaged.parent / "backups").iterdir())[-1] / STORE_NAME
    newest.write_bytes(newest.read_bytes()[:-4096] + bytes(4096))
    assert [each.taken_at.hour for each, _ in vault_in(damaged).backups(PASSPHRASE)] == [9]
    newest.write_bytes(b"short")
    assert [each.taken_at.hour for each, _ in vault_in(damaged).backups(PASSPHRASE)] == [9]
    with pytest.raises(BackupMissingError):
        vault_in(damaged).bring_back(PASSPHRASE, "20000101-000000", NOW)


def test_a_wrong_passphrase_sees_no_backup(damaged: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        vault_in(damaged).backups("not the passphrase")
    with pytest.raises(WrongPassphraseError):
        vault_in(damaged).bring_back("not the passphrase", "20000101-000000", NOW)


def test_a_record_that_is_gone_altogether_comes_back_from_a_backup(folder: Path, store: SqlStore) -> None:
    store.close()
    shutil.rmtree(folder)
    vault = vault_in(folder)
    assert not vault.exists()
    with pytest.raises(StoreMissingError):
        vault.unlock(STAYS)
    assert vault.bring_back(STAYS, vault.backups(STAYS)[0][0].name, NOW) is None
    assert opens(folder, STAYS) == SECOND


def test_nothing_is_brought_back_over_a_record_that_is_open(folder: Path, store: SqlStore) -> None:
    name = store.backups.all()[0].name
    with pytest.raises(StoreInUseError):
        vault_in(folder).bring_back(PASSPHRASE, name, NOW)
    assert people_in(store) == 3
    assert beside(folder) == {"store", "backups"}


def test_keys_are_told_apart_by_their_names_only() -> None:
    one, other = DataKey(bytearray(32)), DataKey(bytearray(31) + b"\x01")
    assert len({one.id, other.id, one.farewell, other.farewell}) == 4
    assert one.id == DataKey(bytearray(32)).id
