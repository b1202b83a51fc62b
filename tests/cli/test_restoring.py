"""A backup comes back when the record is damaged, gone, or on another machine; a hostile copy does not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from iroc_desktop.store import key_file
from iroc_desktop.store.key_derivation import Cost
from iroc_desktop.store.vault import FolderVault
from iroc_desktop.system.paths import DataFolder
from tests.cli.running import NAME, PASSPHRASE, run
from tests.fakes.desk import PRACTITIONER_ID

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def name(data: DataFolder, passphrase: Path, capsys: Captured) -> str:
    """Return the name of the one backup there is."""
    assert run(data, passphrase, "backup") == 0
    capsys.readouterr()
    (folder,) = data.backups.iterdir()
    return folder.name


@pytest.fixture
def copy(data: DataFolder, passphrase: Path, name: str, tmp_path: Path, capsys: Captured) -> Path:
    """Return a copy on a stick."""
    stick = tmp_path / "stick"
    stick.mkdir()
    assert run(data, passphrase, "backup", "--to", str(stick)) == 0
    capsys.readouterr()
    (found,) = stick.iterdir()
    return found


def cut(data: DataFolder) -> None:
    file = data.store / "iroc.db"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def lose_record(data: DataFolder) -> None:
    for each in data.store.glob("iroc.db*"):
        each.unlink()


def lose_keys(data: DataFolder) -> None:
    for each in data.store.glob("vault*.json"):
        each.unlink()


def lose_all(data: DataFolder) -> None:
    shutil.rmtree(data.store)


TROUBLES = pytest.mark.parametrize("trouble", [cut, lose_record, lose_keys, lose_all])


def people(data: DataFolder, passphrase: Path, capsys: Captured) -> str:
    capsys.readouterr()
    assert run(data, passphrase, "report", "--list") == 0
    return capsys.readouterr().out


@TROUBLES
def test_a_record_that_will_not_open_is_brought_back_from_a_backup(
    data: DataFolder, passphrase: Path, name: str, capsys: Captured, trouble: Callable[[DataFolder], None]
) -> None:
    trouble(data)
    assert run(data, passphrase, "restore", "--list") == 0
    assert name in capsys.readouterr().out
    assert run(data, passphrase, "restore", name) == 0
    assert f"The backup {name} is back." in capsys.readouterr().out
    assert NAME in people(data, passphrase, capsys)
    assert run(data, passphrase, "check") == 0


@TROUBLES
def test_a_record_that_will_not_open_is_brought_back_from_a_stick_alone(
    data: DataFolder, passphrase: Path, copy: Path, capsys: Captured, trouble: Callable[[DataFolder], None]
) -> None:
    shutil.rmtree(data.backups)
    trouble(data)
    assert run(data, passphrase, "restore", "--from", str(copy)) == 0
    assert NAME in people(data, passphrase, capsys)


@pytest.mark.parametrize("trouble", [cut, lose_record])
def test_check_of_a_record_that_will_not_open_names_a_good_backup_and_changes_nothing(
    data: DataFolder, passphrase: Path, name: str, capsys: Captured, trouble: Callable[[DataFolder], None]
) -> None:
    trouble(data)
    before = {each.name: each.read_bytes() for each in data.store.iterdir()}
    assert run(data, passphrase, "check") == 1
    said = capsys.readouterr()
    assert f"restore {name}" in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert {each.name: each.read_bytes() for each in data.store.iterdir()} == before


def test_check_without_a_good_backup_says_so(data: DataFolder, passphrase: Path, capsys: Captured) -> None:
    shutil.rmtree(data.backups, ignore_errors=True)
    cut(data)
    assert run(data, passphrase, "check") == 1
    assert "There is no good backup here." in capsys.readouterr().err


def test_check_tells_of_a_key_file_that_was_changed_by_hand(
    data: DataFolder, passphrase: Path, capsys: Captured
) -> None:
    # a backup would have the good one
    shutil.rmtree(data.backups, ignore_errors=True)
    assert run(data, passphrase, "check") == 0
    keys = key_file.read(data.store)
    key_file.write(data.store, replace(keys, edition=keys.edition + 5))
    capsys.readouterr()
    assert run(data, passphrase, "check") == 1
    said = capsys.readouterr()
    assert "changed by hand" in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_check_tells_how_many_backups_are_whole(
    data: DataFolder, passphrase: Path, name: str, capsys: Captured
) -> None:
    assert run(data, passphrase, "check") == 0
    assert f"1 backup was read through and is whole; it is {name}." in capsys.readouterr().out


def test_check_names_the_backups_that_are_damaged(
    data: DataFolder, passphrase: Path, name: str, capsys: Captured
) -> None:
    file = data.backups / name / "iroc.db"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(bytes(content))
    assert run(data, passphrase, "check") == 1
    said = capsys.readouterr()
    assert f"these backups are damaged: {name}" in said.err
    assert said.err.count("\n") == 1


def test_a_new_machine_takes_the_whole_record_from_a_stick(
    passphrase: Path, copy: Path, tmp_path: Path, capsys: Captured
) -> None:
    new = DataFolder(tmp_path / "another machine")
    assert run(new, passphrase, "restore", "--from", str(copy)) == 0
    assert "There was no record before it." in capsys.readouterr().out
    assert NAME in people(new, passphrase, capsys)
    assert run(new, passphrase, "check") == 0


def test_the_stick_itself_may_be_named_and_its_newest_copy_is_taken(
    data: DataFolder, passphrase: Path, copy: Path, capsys: Captured
) -> None:
    older = copy.with_name("iroc-backup-20200101-000000")
    older.mkdir()
    (older / "iroc.db").write_bytes(b"not a record")
    assert run(data, passphrase, "restore", "--from", str(copy.parent)) == 0
    assert copy.name.removeprefix("iroc-backup-") in capsys.readouterr().out


def test_a_copy_that_is_a_backup_here_already_is_not_kept_twice(
    data: DataFolder, passphrase: Path, copy: Path
) -> None:
    before = sorted(data.backups.iterdir())
    assert run(data, passphrase, "restore", "--from", str(copy)) == 0
    assert sorted(data.backups.iterdir()) == before


def test_the_stick_is_left_as_it_is(data: DataFolder, passphrase: Path, copy: Path) -> None:
    before = {each: each.read_bytes() for each in copy.iterdir()}
    assert run(data, passphrase, "restore", "--from", str(copy)) == 0
    assert {each: each.read_bytes() for each in copy.iterdir()} == before


def damage(copy: Path) -> None:
    file = copy / "iroc.db"
    content = bytearray(file.read_bytes())
    content[len(content) // 3] ^= 1
    file.write_bytes(bytes(content))


def empty(copy: Path) -> None:
    (copy / "iroc.db").write_bytes(b"")


def replace_by_link(copy: Path) -> None:
    (copy / "iroc.db").rename(copy / "elsewhere")
    (copy / "iroc.db").symlink_to(copy / "elsewhere")


def take_away(copy: Path) -> None:
    shutil.rmtree(copy)


def fill_with_other_things(copy: Path) -> None:
    take_away(copy)
    copy.mkdir()
    (copy / "holiday.jpg").write_bytes(b"jpg")


@pytest.mark.parametrize(
    "attack",
    [damage, empty, replace_by_link, take_away, fill_with_other_things],
    ids=lambda each: each.__name__,
)
def test_a_copy_that_is_not_whole_is_one_clear_line_and_nothing_stays_of_it(
    data: DataFolder, passphrase: Path, copy: Path, capsys: Captured, attack: Callable[[Path], None]
) -> None:
    attack(copy)
    shutil.rmtree(data.backups)
    before = (data.store / "iroc.db").read_bytes()
    assert run(data, passphrase, "restore", "--from", str(copy)) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert (data.store / "iroc.db").read_bytes() == before
    assert not list(data.root.glob("set-aside-*"))
    assert not data.backups.exists() or not list(data.backups.iterdir())


def test_a_copy_of_another_record_is_refused(
    data: DataFolder, passphrase: Path, tmp_path: Path, capsys: Captured
) -> None:
    other = DataFolder(tmp_path / "other")
    vault = FolderVault(other.store, is_removable=lambda _: False, cost=Cost(1, 8 * 1024, 1))
    store, _ = vault.create(PASSPHRASE, PRACTITIONER_ID)
    store.close()
    assert run(data, passphrase, "restore", "--from", str(other.store)) == 1
    assert "another record" in capsys.readouterr().err
    assert not list(data.root.glob("set-aside-*"))
    assert NAME in people(data, passphrase, capsys)


def test_a_wrong_passphrase_brings_nothing_from_a_stick(
    data: DataFolder, passphrase: Path, copy: Path, tmp_path: Path, capsys: Captured
) -> None:
    passphrase.write_text("not the one at all", "utf-8")
    new = DataFolder(tmp_path / "another machine")
    assert run(new, passphrase, "restore", "--from", str(copy)) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not list(new.backups.iterdir())
    assert not new.store.exists()


def test_a_copy_from_a_day_that_has_not_come_does_not_become_the_newest_for_ever(
    data: DataFolder, passphrase: Path, copy: Path
) -> None:
    shutil.rmtree(data.backups)
    future = copy.rename(copy.with_name("iroc-backup-29991231-235959"))
    assert run(data, passphrase, "restore", "--from", str(future)) == 0
    (kept,) = data.backups.iterdir()
    assert not kept.name.startswith("2999")


def test_no_command_names_anybody(
    data: DataFolder, passphrase: Path, name: str, copy: Path, capsys: Captured
) -> None:
    for asked in (
        ("check",),
        ("backup",),
        ("restore", "--list"),
        ("restore", name),
        ("restore", "--from", str(copy)),
    ):
        assert run(data, passphrase, *asked) == 0
    said = capsys.readouterr()
    assert NAME not in said.out + said.err
    assert NAME.split()[0] not in said.out + said.err


GONE = "eight loud donkeys"


@pytest.fixture
def copy_of_before(data: DataFolder, copy: Path) -> Path:
    """Return a copy from when a colleague still had access, which has ended since."""
    # the copy is made first, and gets the key file of the day on which the colleague was there
    vault = FolderVault(data.store, is_removable=lambda _: False, cost=Cost(1, 8 * 1024, 1))
    store, _ = vault.unlock(PASSPHRASE)
    vault.let_in(PASSPHRASE, "colleague", GONE)
    for each in data.store.glob("vault*.json"):
        shutil.copy(each, copy / each.name)
    vault.shut_out(PASSPHRASE, "colleague", vault.new_sheet(), store)
    store.close()
    return copy


def test_somebody_whose_access_ended_brings_nothing_back_with_an_old_stick(
    data: DataFolder, passphrase: Path, copy_of_before: Path, capsys: Captured
) -> None:
    passphrase.write_text(GONE, "utf-8")
    before = sorted(each.name for each in data.backups.iterdir())
    assert run(data, passphrase, "restore", "--from", str(copy_of_before)) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert sorted(each.name for each in data.backups.iterdir()) == before
    assert not list(data.root.glob("set-aside-*"))
    assert run(data, passphrase, "check") == 1


def test_who_still_has_access_brings_an_old_stick_back_and_nobody_else_gets_in_by_it(
    data: DataFolder, passphrase: Path, copy_of_before: Path, capsys: Captured
) -> None:
    assert run(data, passphrase, "restore", "--from", str(copy_of_before)) == 0
    assert NAME in people(data, passphrase, capsys)
    assert run(data, passphrase, "check") == 0
    passphrase.write_text(GONE, "utf-8")
    assert run(data, passphrase, "check") == 1
