"""Setting up, unlocking, recovering, and every way in which the folder can be in a bad state.

It must not leave a file changed that the program refused to open.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlcipher3

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.operations import canonical
from iroc_desktop.domain.recovery import RecoveryDigitsError, groups_from
from iroc_desktop.domain.store_errors import (
    EngineTooOldError,
    KeyFileDamagedError,
    KeyFileMissingError,
    PassphraseTooShortError,
    RemovableDriveError,
    StoreDamagedError,
    StoreInUseError,
    StoreMissingError,
    StoreTooNewError,
    WrongPassphraseError,
    WrongRecoveryDigitsError,
)
from iroc_desktop.store import key_file, set_up
from iroc_desktop.store.opening import STORE_NAME
from iroc_desktop.store.vault import FolderVault
from tests.store.making import CHEAP, PASSPHRASE, PRACTITIONER_ID, STAMP, created, unlocked, vault_in

MAIN, COPY = key_file.NAMES


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with what is in it."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_new_folder_has_no_store_until_it_is_set_up(folder: Path) -> None:
    vault = vault_in(folder)
    assert not vault.exists()
    store, groups = vault.create(PASSPHRASE, PRACTITIONER_ID)
    store.close()
    assert vault.exists()
    assert len(groups) == 8
    assert sorted(contents(folder)) == sorted([STORE_NAME, MAIN, COPY])
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_the_passphrase_opens_it_and_tells_whose_it_was(closed_folder: Path) -> None:
    store, practitioner_id = vault_in(closed_folder).unlock(PASSPHRASE)
    with store.begin(STAMP) as unit:
        assert len(unit.people.all()) == 3
    store.close()
    assert practitioner_id == PRACTITIONER_ID


def test_an_accent_may_be_typed_in_either_of_its_spellings(folder: Path) -> None:
    store, _ = vault_in(folder).create("contrase\u00f1a larga", PRACTITIONER_ID)
    store.close()
    store, _ = vault_in(folder).unlock("contrasen\u0303a larga")
    store.close()


def test_a_wrong_passphrase_is_refused_and_changes_nothing(closed_folder: Path) -> None:
    before = contents(closed_folder)
    with pytest.raises(WrongPassphraseError):
        vault_in(closed_folder).unlock("a quiet green dooR")
    assert contents(closed_folder) == before


def test_a_wrong_passphrase_is_told_even_when_the_store_is_damaged(closed_folder: Path) -> None:
    (closed_folder / STORE_NAME).write_bytes(b"\0" * 8192)
    with pytest.raises(WrongPassphraseError):
        vault_in(closed_folder).unlock("not the passphrase")


def test_verifying_does_not_disturb_the_open_store(closed_folder: Path) -> None:
    store = unlocked(closed_folder)
    vault_in(closed_folder).verify(PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        vault_in(closed_folder).verify("not the passphrase")
    with store.begin(STAMP) as unit:
        assert unit.people.all()
    store.close()


@pytest.mark.parametrize("passphrase", ["", "ninechars"])
def test_a_short_passphrase_is_refused_before_anything_is_made(folder: Path, passphrase: str) -> None:
    with pytest.raises(PassphraseTooShortError) as refused:
        vault_in(folder).create(passphrase, PRACTITIONER_ID)
    assert refused.value.least == 10
    assert not folder.exists()


def test_a_second_set_up_never_replaces_the_first(closed_folder: Path) -> None:
    before = contents(closed_folder)
    with pytest.raises(StoreInUseError):
        vault_in(closed_folder).create("another passphrase", PRACTITIONER_ID)
    assert contents(closed_folder) == before


def test_a_removable_drive_is_refused(folder: Path, closed_folder: Path) -> None:
    removable = FolderVault(folder, is_removable=lambda _: True, cost=CHEAP)
    for action in (
        lambda: removable.create(PASSPHRASE, PRACTITIONER_ID),
        lambda: removable.unlock(PASSPHRASE),
        lambda: removable.recover(groups_from(bytes(16)), PASSPHRASE),
    ):
        with pytest.raises(RemovableDriveError):
            action()


# -- recovery ----------------------------------------------------------------------------------------


def test_the_recovery_sheet_opens_it_and_sets_a_new_passphrase(folder: Path) -> None:
    vault = vault_in(folder)
    store, groups = vault.create(PASSPHRASE, PRACTITIONER_ID)
    store.close()
    store, practitioner_id = vault.recover(groups, "a new passphrase")
    store.close()
    assert practitioner_id == PRACTITIONER_ID
    with pytest.raises(WrongPassphraseError):
        vault.unlock(PASSPHRASE)
    store, practitioner_id = vault.unlock("a new passphrase")
    store.close()
    assert practitioner_id == PRACTITIONER_ID
    store, _ = vault.recover(groups, PASSPHRASE)
    store.close()


@pytest.mark.parametrize("trouble", [StoreDamagedError, StoreMissingError])
def test_the_sheet_opens_the_backups_of_a_store_that_does_not_open(
    folder: Path, trouble: type[ExpectedError]
) -> None:
    vault = vault_in(folder)
    store, groups = vault.create(PASSPHRASE, PRACTITIONER_ID)
    store.backups.take(datetime(2026, 11, 24, 9, tzinfo=UTC))
    store.close()
    if trouble is StoreDamagedError:
        (folder / STORE_NAME).write_bytes(b"damaged" * 4_096)
    else:
        (folder / STORE_NAME).unlink()
    with pytest.raises(trouble):
        vault.recover(groups, "a new passphrase")
    with pytest.raises(WrongPassphraseError):
        vault.unlock(PASSPHRASE)
    ((backup, _),) = vault.backups("a new passphrase")
    vault.bring_back("a new passphrase", backup.name, datetime(2026, 11, 24, 10, tzinfo=UTC))
    store, who = vault.unlock("a new passphrase")
    store.close()
    assert who == PRACTITIONER_ID


def test_a_renewed_sheet_opens_it_and_the_one_before_does_not(folder: Path) -> None:
    vault = vault_in(folder)
    store, old = vault.create(PASSPHRASE, PRACTITIONER_ID)
    new = vault.renew_sheet(PASSPHRASE)
    store.close()
    with pytest.raises(WrongRecoveryDigitsError):
        vault.recover(old, "a new passphrase")
    store, practitioner_id = vault.recover(new, "a new passphrase")
    store.close()
    assert practitioner_id == PRACTITIONER_ID


def test_a_wrong_passphrase_renews_no_sheet(closed_folder: Path) -> None:
    before = contents(closed_folder)
    with pytest.raises(WrongPassphraseError):
        vault_in(closed_folder).renew_sheet("not this one at all")
    assert contents(closed_folder) == before


def test_digits_of_another_sheet_are_told_from_a_mistyped_group(closed_folder: Path) -> None:
    before = contents(closed_folder)
    other = groups_from(bytes(16))
    with pytest.raises(WrongRecoveryDigitsError):
        vault_in(closed_folder).recover(other, PASSPHRASE)
    with pytest.raises(RecoveryDigitsError) as refused:
        vault_in(closed_folder).recover(("000001", *other[1:]), PASSPHRASE)
    assert refused.value.group == 1
    with pytest.raises(PassphraseTooShortError):
        vault_in(closed_folder).recover(other, "short")
    assert contents(closed_folder) == before


# -- the key file ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", key_file.NAMES)
@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:100]),
        lambda path: path.write_bytes(path.read_bytes().replace(b'"passes":1', b'"passes":2')),
        lambda path: path.write_bytes(b"[" * 200_000),
    ],
    ids=["missing", "empty", "truncated", "altered", "nested"],
)
def test_one_bad_copy_of_the_key_file_is_healed_from_the_other(
    closed_folder: Path, name: str, damage: Callable[[Path], object]
) -> None:
    before = contents(closed_folder)
    damage(closed_folder / name)
    unlocked(closed_folder).close()
    assert contents(closed_folder)[name] == before[name]


def test_a_wrong_passphrase_heals_nothing(closed_folder: Path) -> None:
    (closed_folder / COPY).write_bytes(b"")
    with pytest.raises(WrongPassphraseError):
        vault_in(closed_folder).unlock("not the passphrase")
    assert (closed_folder / COPY).read_bytes() == b""


def test_without_any_key_file_it_says_so_and_keeps_the_store(closed_folder: Path) -> None:
    for name in key_file.NAMES:
        (closed_folder / name).unlink()
    before = contents(closed_folder)
    assert vault_in(closed_folder).exists()
    with pytest.raises(KeyFileMissingError):
        vault_in(closed_folder).unlock(PASSPHRASE)
    assert contents(closed_folder) == before


def altered(folder: Path, change: Callable[[dict[str, object]], object]) -> None:
    """Change both copies, with a checksum that fits: what a clever hand would do."""
    for name in key_file.NAMES:
        fields = json.loads((folder / name).read_bytes())
        change(fields)
        del fields["sha256"]
        fields["sha256"] = key_file._checksum(fields)
        (folder / name).write_bytes(canonical(fields))


def set_argon(name: str, value: object) -> Callable[[dict[str, object]], None]:
    """Return a change of one cost of the first slot."""

    def change(fields: dict[str, object]) -> None:
        slots = fields["slots"]
        assert isinstance(slots, list)
        slots[0]["argon2id"][name] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        set_argon("memory_kib", 2**30),
        set_argon("memory_kib", 1024),
        set_argon("passes", 11),
        set_argon("passes", 0),
        set_argon("passes", True),
        set_argon("lanes", 9),
        lambda fields: fields.update(slots=7),
        lambda fields: fields.update(edition="x"),
        lambda fields: fields.pop("vault"),
    ],
    ids=["stalling", "weak", "slow", "none", "boolean", "lanes", "slots", "edition", "vault"],
)
def test_a_key_file_out_of_bounds_is_damaged(
    closed_folder: Path, change: Callable[[dict[str, object]], object]
) -> None:
    altered(closed_folder, change)
    before = contents(closed_folder)
    with pytest.raises(KeyFileDamagedError):
        vault_in(closed_folder).unlock(PASSPHRASE)
    assert contents(closed_folder) == before


def test_an_altered_slot_does_not_open(closed_folder: Path) -> None:
    altered(closed_folder, set_argon("passes", 2))
    with pytest.raises(WrongPassphraseError):
        vault_in(closed_folder).unlock(PASSPHRASE)


def test_a_slot_of_another_vault_does_not_open(closed_folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    created(other).close()
    slots = json.loads((other / MAIN).read_bytes())["slots"]
    altered(closed_folder, lambda fields: fields.update(slots=slots))
    with pytest.raises(WrongPassphraseError):
        vault_in(closed_folder).unlock(PASSPHRASE)


def test_a_key_file_of_a_newer_program_says_so(closed_folder: Path) -> None:
    altered(closed_folder, lambda fields: fields.update(format=3))
    with pytest.raises(StoreTooNewError) as refused:
        vault_in(closed_folder).unlock(PASSPHRASE)
    assert refused.value.needed == "3"


# -- the store's file --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:1],
        lambda content: content[:4096],
        lambda content: content[: len(content) // 2],
        lambda content: content[:-4096],
        lambda content: content[:-1],
        lambda content: b"\0" * len(content),
        lambda content: bytes(byte ^ 255 for byte in content[:64]) + content[64:],
        lambda content: b"SQLite format 3\0" + content[16:],
    ],
    ids=["empty", "byte", "page", "half", "last page", "last byte", "zeros", "start", "plain"],
)
def test_a_damaged_store_is_told_and_left_as_it_is(
    closed_folder: Path, damage: Callable[[bytes], bytes]
) -> None:
    path = closed_folder / STORE_NAME
    path.write_bytes(damage(path.read_bytes()))
    before = contents(closed_folder)
    with pytest.raises(StoreDamagedError):
        vault_in(closed_folder).unlock(PASSPHRASE)
    assert contents(closed_folder) == before


def test_a_missing_store_is_told(closed_folder: Path) -> None:
    (closed_folder / STORE_NAME).unlink()
    with pytest.raises(StoreMissingError):
        vault_in(closed_folder).unlock(PASSPHRASE)
    assert STORE_NAME not in contents(closed_folder)


def test_nothing_at_all_is_a_missing_store(folder: Path) -> None:
    with pytest.raises(StoreMissingError):
        vault_in(folder).unlock(PASSPHRASE)
    assert not folder.exists()


def test_a_second_program_finds_the_store_in_use(closed_folder: Path) -> None:
    first = unlocked(closed_folder)
    with pytest.raises(StoreInUseError):
        vault_in(closed_folder).unlock(PASSPHRASE)
    with first.begin(STAMP) as unit:
        assert unit.people.all()
    first.close()
    unlocked(closed_folder).close()


def test_closing_twice_is_harmless(closed_folder: Path) -> None:
    store = unlocked(closed_folder)
    store.close()
    store.close()


def test_an_engine_with_a_known_fault_is_refused(
    closed_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlcipher3, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(EngineTooOldError):
        vault_in(closed_folder).unlock(PASSPHRASE)


# -- an interrupted set-up ---------------------------------------------------------------------------


def test_a_set_up_that_fails_half_way_leaves_nothing_to_unlock_and_can_be_started_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(key_file, "write", full)
        with pytest.raises(ExpectedError):
            vault_in(folder).create(PASSPHRASE, PRACTITIONER_ID)
    assert not vault_in(folder).exists()
    store = created(folder)
    store.close()
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_a_stranger_in_the_folder_is_kept_aside(folder: Path) -> None:
    folder.mkdir()
    (folder / "Thumbs.db").write_bytes(b"theirs")
    created(folder).close()
    (aside,) = folder.parent.glob(f"{folder.name}{set_up._ASIDE}*")
    assert contents(aside) == {"Thumbs.db": b"theirs"}
    unlocked(folder).close()


def test_an_empty_folder_is_used(folder: Path) -> None:
    folder.mkdir()
    created(folder).close()
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]
