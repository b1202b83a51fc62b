"""vault.json: every format there was is read, what is forged is told from what is damaged, and old ones end.

These tests must not write into a golden key file: each opens a copy.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from iroc_desktop.domain.operations import canonical
from iroc_desktop.domain.recovery import secret_from
from iroc_desktop.domain.store_errors import (
    KeyFileAlteredError,
    KeyFileDamagedError,
    KeyFileMissingError,
    StoreDamagedError,
    StoreMissingError,
    WrongPassphraseError,
    WrongRecoveryDigitsError,
)
from iroc_desktop.services.ports import Stamp
from iroc_desktop.store import key_file
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.key_file import KeyFile
from iroc_desktop.store.sealing import new_private_key, public_of, sealed_to, unsealed
from iroc_desktop.store.slots import SlotKind, seal
from tests.store.golden_keys import EXPECTED, GOLDEN_KEYS, data_key, make
from tests.store.making import PASSPHRASE, PRACTITIONER_ID, created, unlocked, vault_in

KEY_FILES = sorted(GOLDEN_KEYS.iterdir())
SECOND, SECOND_WORDS = "practitioner-2", "a second passphrase"
FORMER = {"key": "x", "farewell": "y", "nonce": "0" * 24, "wrapped": "0" * 96}
NOW = Stamp(PRACTITIONER_ID, "2026-11-24T10:42:00+00:00")


@pytest.fixture
def two(closed_folder: Path) -> Path:
    """Return the folder of a closed store that two practitioners can open."""
    store = unlocked(closed_folder)
    vault_in(closed_folder).let_in(PASSPHRASE, SECOND, SECOND_WORDS)
    store.close()
    return closed_folder


def altered(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change both copies with a checksum that fits, as a clever hand would."""
    for name in key_file.NAMES:
        fields = json.loads((folder / name).read_bytes())
        del fields["sha256"]
        change(fields)
        (folder / name).write_bytes(canonical({**fields, "sha256": key_file._checksum(fields)}))


# -- formats -----------------------------------------------------------------------------------------


def test_there_is_a_golden_key_file_of_every_format() -> None:
    assert [each.name for each in KEY_FILES] == [f"format-{number + 1}" for number in range(key_file.FORMAT)]


@pytest.mark.parametrize("golden", KEY_FILES, ids=lambda each: str(each.name))
def test_a_golden_key_file_still_opens_with_all_its_secrets(golden: Path) -> None:
    keys, expected = key_file.read(golden), json.loads((golden / EXPECTED).read_text("utf-8"))
    assert expected["passphrases"]
    for passphrase, whose in expected["passphrases"].items():
        found, key = data_key(keys, passphrase.encode(), SlotKind.PASSPHRASE)
        assert (found, key.id) == (whose, expected["key"])
        assert keys.is_trusted_with(key)
    _, key = data_key(keys, secret_from(tuple(expected["groups"])), SlotKind.RECOVERY)
    assert key.id == expected["key"]
    for former in keys.former:
        old = former.opened(key, keys.vault_id)
        assert old is not None
        assert (old.id, old.farewell) == (former.key_id, former.farewell)


@pytest.mark.parametrize("golden", KEY_FILES, ids=lambda each: str(each.name))
def test_a_golden_key_file_is_written_as_it_was_read(golden: Path) -> None:
    assert key_file.read(golden).content() == (golden / key_file.NAMES[0]).read_bytes()


def test_a_golden_key_file_is_never_made_twice(tmp_path: Path) -> None:
    make(tmp_path / "format")
    with pytest.raises(FileExistsError):
        make(tmp_path / "format")


def as_format_1(folder: Path) -> bytes:
    """Put the key file of the program before in a store's folder; return the new sheet's secret."""
    store = unlocked(folder)
    vault = vault_in(folder)
    groups = vault.new_sheet()
    vault.use_sheet(PASSPHRASE, groups)
    store.close()
    keys = key_file.read(folder)
    owner, key = data_key(keys, PASSPHRASE.encode(), SlotKind.PASSPHRASE)
    own = seal(SlotKind.PASSPHRASE, owner, PASSPHRASE.encode(), keys.slots[0].cost, keys.vault_id, key)
    sheet = next(slot for slot in keys.slots if slot.kind is SlotKind.RECOVERY)
    key_file.write(folder, KeyFile(keys.vault_id, keys.edition, (own, sheet)))
    assert key_file.read(folder).format == 1
    return secret_from(groups)


def test_unlocking_gives_a_slot_of_format_1_its_key_pair(closed_folder: Path) -> None:
    secret = as_format_1(closed_folder)
    unlocked(closed_folder).close()
    keys = key_file.read(closed_folder)
    assert keys.format == key_file.FORMAT
    assert [slot.pair is not None for slot in keys.slots] == [True, False]
    unlocked(closed_folder).close()
    assert key_file.read(closed_folder) == keys
    assert data_key(keys, secret, SlotKind.RECOVERY)[1].id == keys.key_id


def test_a_wrong_passphrase_leaves_format_1_as_it_is(closed_folder: Path) -> None:
    as_format_1(closed_folder)
    before = (closed_folder / key_file.NAMES[0]).read_bytes()
    with pytest.raises(WrongPassphraseError):
        vault_in(closed_folder).unlock("not the passphrase")
    assert (closed_folder / key_file.NAMES[0]).read_bytes() == before


def test_backups_from_the_days_of_format_1_follow(closed_folder: Path) -> None:
    as_format_1(closed_folder)
    store = unlocked(closed_folder)
    store.backups.take(datetime(2026, 11, 24, tzinfo=UTC))
    store.close()
    as_format_1(closed_folder)
    (backup,) = (closed_folder.parent / "backups").iterdir()
    for name in key_file.NAMES:
        shutil.copy(closed_folder / name, backup / name)
    store = unlocked(closed_folder)
    assert key_file.read(backup) == key_file.read(closed_folder)
    vault = vault_in(closed_folder)
    vault.let_in(PASSPHRASE, SECOND, SECOND_WORDS)
    vault.shut_out(PASSPHRASE, SECOND, vault.new_sheet(), store)
    assert [store.backups.counts(each.name).people for each in store.backups.all()] == [3]
    store.close()


# -- what a hand may have done to it -----------------------------------------------------------------


def test_a_public_key_put_in_by_hand_is_never_sealed_to(two: Path) -> None:
    stranger = new_private_key()

    def forge(fields: dict[str, Any]) -> None:
        fields["slots"][2]["public"] = public_of(stranger).hex()

    altered(two, forge)
    vault, store = vault_in(two), unlocked(two)
    groups = vault.new_sheet()
    with pytest.raises(KeyFileAlteredError):
        vault.shut_out(PASSPHRASE, SECOND, groups, store)
    with pytest.raises(KeyFileAlteredError):
        vault.let_in(PASSPHRASE, "practitioner-3", "a third passphrase")
    with pytest.raises(KeyFileAlteredError):
        vault.change_passphrase(PRACTITIONER_ID, PASSPHRASE, "another passphrase")
    with pytest.raises(KeyFileAlteredError):
        vault.use_sheet(PASSPHRASE, groups)
    with store.begin(NOW) as unit:
        assert len(unit.people.all()) == 3
    store.close()
    assert public_of(stranger).hex() in (two / key_file.NAMES[0]).read_text("utf-8")


@pytest.mark.parametrize(
    "forge",
    [
        lambda fields: fields.update(edition=99),
        lambda fields: fields.update(key="0" * 16),
        lambda fields: fields["slots"].pop(),
        lambda fields: fields["slots"][2].update(practitioner="somebody else"),
        lambda fields: fields["slots"][2].update(sealed="00" * 48),
        lambda fields: fields.update(seal="00" * 32),
    ],
    ids=["edition", "key", "slot gone", "name", "box", "seal"],
)
def test_nothing_is_built_on_a_key_file_whose_seal_does_not_fit(
    two: Path, forge: Callable[[dict[str, Any]], object]
) -> None:
    altered(two, forge)
    store = unlocked(two)
    with pytest.raises(KeyFileAlteredError):
        vault_in(two).let_in(PASSPHRASE, "practitioner-3", "a third passphrase")
    store.close()


def test_the_recovery_sheet_puts_an_altered_key_file_in_order(folder: Path) -> None:
    vault = vault_in(folder)
    store, groups = vault.create(PASSPHRASE, PRACTITIONER_ID)
    vault.let_in(PASSPHRASE, SECOND, SECOND_WORDS)
    store.close()
    altered(folder, lambda fields: fields.update(edition=7))
    store, _ = vault.recover(groups, "found in the safe")
    assert vault.members() == (PRACTITIONER_ID,)
    vault.let_in("found in the safe", SECOND, SECOND_WORDS)
    store.close()
    store, who = vault.unlock(SECOND_WORDS)
    store.close()
    assert who == SECOND


def test_a_backups_key_file_takes_the_place_of_an_altered_one(two: Path) -> None:
    store = unlocked(two)
    store.backups.take(datetime(2026, 11, 24, tzinfo=UTC))
    store.close()
    before = key_file.read(two)
    altered(two, lambda fields: fields["slots"][2].update(practitioner="somebody else"))
    unlocked(two).close()
    assert key_file.read(two) == before


@pytest.mark.parametrize(
    "forge",
    [
        lambda fields: fields["slots"].append(fields["slots"][0]),
        lambda fields: fields["slots"][2].update(salt="00" * 16),
        lambda fields: fields["slots"][2]["argon2id"].update(passes=2),
        lambda fields: fields["slots"][2].update(public="00"),
        lambda fields: fields["slots"][2].update(practitioner=7),
        lambda fields: fields["slots"][2].update(practitioner="p" * 65),
        lambda fields: fields["slots"][1].update(public="00" * 32, ephemeral="00" * 32, sealed="00" * 48),
        lambda fields: fields["slots"][0].update(extra="words"),
        lambda fields: fields.update(extra="words"),
        lambda fields: fields.update(former=[{"key": "x", "farewell": "y", "nonce": "00", "wrapped": "00"}]),
        lambda fields: fields.update(former=[{**FORMER, "key": 7}]),
        lambda fields: fields.update(format=1),
        lambda fields: fields.update(seal=""),
        lambda fields: fields.update(slots=fields["slots"] * 300),
    ],
    ids=[
        "twice",
        "another salt",
        "another cost",
        "short key",
        "number",
        "long name",
        "sheet with a pair",
        "more in a slot",
        "more",
        "short former key",
        "former number",
        "format 1",
        "no seal",
        "thousands",
    ],
)
def test_what_no_program_would_have_written_is_damaged(
    two: Path, forge: Callable[[dict[str, Any]], object]
) -> None:
    altered(two, forge)
    with pytest.raises(KeyFileDamagedError):
        vault_in(two).unlock(PASSPHRASE)


def test_a_hostile_public_key_opens_and_seals_nothing() -> None:
    key, private = DataKey.random(), new_private_key()
    # a point of low order, with which everybody would agree on the same secret
    with pytest.raises(ValueError, match="computing shared key"):
        sealed_to(bytes(32), key, b"header")
    sealed = sealed_to(public_of(private), key, b"header")
    assert unsealed(private, type(sealed)(bytes(32), sealed.box), b"header") is None
    assert unsealed(private, sealed, b"another header") is None
    assert unsealed(new_private_key(), sealed, b"header") is None
    opened = unsealed(private, sealed, b"header")
    assert opened is not None
    assert opened.buffer == key.buffer


# -- rolling back, and healing -----------------------------------------------------------------------


@pytest.fixture
def backed_up(two: Path) -> Path:
    """Return the folder of a closed store with a backup."""
    store = unlocked(two)
    store.backups.take(datetime(2026, 11, 24, tzinfo=UTC))
    store.close()
    return two


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"{}")], ids=["gone", "bad"])
def test_without_a_good_copy_the_newest_backup_heals_the_folder(
    backed_up: Path, damage: Callable[[Path], object]
) -> None:
    before = {name: (backed_up / name).read_bytes() for name in key_file.NAMES}
    for name in key_file.NAMES:
        damage(backed_up / name)
    assert vault_in(backed_up).members() == (PRACTITIONER_ID, SECOND)
    with pytest.raises(WrongPassphraseError):
        vault_in(backed_up).unlock("not the passphrase")
    store, who = vault_in(backed_up).unlock(SECOND_WORDS)
    store.close()
    assert who == SECOND
    assert {name: (backed_up / name).read_bytes() for name in key_file.NAMES} == before


def test_a_backup_of_another_record_heals_nothing(backed_up: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "store"
    created(other).close()
    for name in key_file.NAMES:
        (other / name).unlink()
    shutil.copytree(backed_up.parent / "backups", other.parent / "backups")
    with pytest.raises(StoreDamagedError):
        vault_in(other).unlock(PASSPHRASE)
    assert not (other / key_file.NAMES[0]).exists()


def test_without_any_key_file_it_is_said(backed_up: Path) -> None:
    shutil.rmtree(backed_up.parent / "backups")
    for name in key_file.NAMES:
        (backed_up / name).unlink()
    with pytest.raises(KeyFileMissingError):
        vault_in(backed_up).members()
    shutil.rmtree(backed_up)
    with pytest.raises(StoreMissingError):
        vault_in(backed_up).members()


def test_an_older_key_file_put_back_does_not_bring_an_old_passphrase_back(backed_up: Path) -> None:
    kept = {name: (backed_up / name).read_bytes() for name in key_file.NAMES}
    store, vault = unlocked(backed_up), vault_in(backed_up)
    vault.change_passphrase(PRACTITIONER_ID, PASSPHRASE, "something else now")
    groups = vault.new_sheet()
    vault.use_sheet("something else now", groups)
    store.close()
    for name, content in kept.items():
        (backed_up / name).write_bytes(content)
    with pytest.raises(WrongPassphraseError):
        vault.unlock(PASSPHRASE)
    store, _ = vault.unlock("something else now")
    store.close()
    assert vault.members() == (PRACTITIONER_ID, SECOND)
    for name, content in kept.items():
        (backed_up / name).write_bytes(content)
    store, _ = vault.recover(groups, "and once more else")
    store.close()


def test_a_changed_passphrase_and_a_new_sheet_count_for_backups_as_well(backed_up: Path) -> None:
    store, vault = unlocked(backed_up), vault_in(backed_up)
    sheet = vault.renew_sheet(PASSPHRASE)
    newer = vault.renew_sheet(PASSPHRASE)
    vault.change_passphrase(PRACTITIONER_ID, PASSPHRASE, "something else now")
    store.close()
    (backup,) = (backed_up.parent / "backups").iterdir()
    with pytest.raises(WrongPassphraseError):
        vault_in(backup).unlock(PASSPHRASE)
    with pytest.raises(WrongRecoveryDigitsError):
        vault_in(backup).recover(sheet, "found in the safe")
    store, _ = vault_in(backup).recover(newer, "found in the safe")
    store.close()
