"""Backups from the command line: one clear line each, nobody named, nothing deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from iroc_desktop.system.paths import DataFolder
from tests.cli.running import NAME, run

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def name(data: DataFolder, passphrase: Path, capsys: Captured) -> str:
    """Return the name of the one backup there is."""
    assert run(data, passphrase, "backup") == 0
    capsys.readouterr()
    (folder,) = data.backups.iterdir()
    return folder.name


def test_a_backup_is_made_once_for_each_change(
    data: DataFolder, passphrase: Path, name: str, capsys: Captured
) -> None:
    assert run(data, passphrase, "backup") == 0
    assert f"Nothing has changed since the backup {name}" in capsys.readouterr().out
    assert [each.name for each in data.backups.iterdir()] == [name]


def test_a_copy_goes_to_a_stick_and_says_where_it_is(
    data: DataFolder, passphrase: Path, tmp_path: Path, capsys: Captured
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert run(data, passphrase, "backup", "--to", str(stick)) == 0
    (copy,) = stick.iterdir()
    assert str(copy) in capsys.readouterr().out
    assert (copy / "iroc.db").is_file()


def test_a_stick_that_is_not_there_is_one_clear_line(
    data: DataFolder, passphrase: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run(data, passphrase, "backup", "--to", str(tmp_path / "gone")) == 1
    said = capsys.readouterr()
    assert "cannot be reached" in said.err
    assert said.err.count("\n") == 1


def test_backups_are_listed_with_what_is_in_them_and_without_a_name(
    data: DataFolder, passphrase: Path, name: str, capsys: Captured
) -> None:
    assert run(data, passphrase, "restore", "--list") == 0
    said = capsys.readouterr().out
    assert said.startswith(name)
    assert "2 people  1 conversation" in said
    assert NAME not in said


def test_a_damaged_one_is_listed_as_such_and_not_brought_back(
    data: DataFolder, passphrase: Path, name: str, capsys: Captured
) -> None:
    file = data.backups / name / "iroc.db"
    file.write_bytes(file.read_bytes()[:-4096])
    assert run(data, passphrase, "restore", name) == 1
    assert "This backup is damaged." in capsys.readouterr().err
    assert not list(data.store.parent.glob("set-aside-*"))
    # a good one is made beside it: both are listed, and told apart
    assert run(data, passphrase, "backup") == 0
    capsys.readouterr()
    assert run(data, passphrase, "restore", "--list") == 0
    assert f"{name}  " in (said := capsys.readouterr().out)
    assert (said.count("\n"), said.count("damaged")) == (2, 1)


def test_one_is_brought_back_and_the_record_from_before_is_kept(
    data: DataFolder, passphrase: Path, name: str, capsys: Captured
) -> None:
    assert run(data, passphrase, "report", "--person", "0123", "--output", str(data.root / "x.pdf")) == 0
    capsys.readouterr()
    assert run(data, passphrase, "restore", name) == 0
    said = capsys.readouterr().out
    (aside,) = data.root.glob("set-aside-*")
    assert str(aside) in said
    assert (aside / "iroc.db").is_file()
    assert run(data, passphrase, "check") == 0


def test_one_that_does_not_exist_is_one_clear_line(
    data: DataFolder, passphrase: Path, capsys: Captured
) -> None:
    assert run(data, passphrase, "restore", "20200101-000000") == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not list(data.root.glob("set-aside-*"))


def test_without_any_backup_the_list_says_what_to_do(
    data: DataFolder, passphrase: Path, capsys: Captured
) -> None:
    for each in data.backups.iterdir() if data.backups.is_dir() else ():
        for file in each.iterdir():
            file.unlink()
        each.rmdir()
    assert run(data, passphrase, "restore", "--list") == 1
    assert "There is no backup yet." in capsys.readouterr().err
