"""The exchange from the command line: counted, never named, and without harm when it is only tried."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from iroc_desktop.cli.opening import opened
from iroc_desktop.system.paths import DataFolder
from tests.cli.running import NAME, PASSPHRASE, run
from tests.exchange.conftest import ANA
from tests.exchange.pcs import Pc

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def other(data: DataFolder, tmp_path: Path) -> Iterator[Pc]:
    """Return another machine, paired with the one of the data folder."""
    pc = Pc(tmp_path / "other", "PC-2")
    with opened(data, PASSPHRASE) as desk:
        assert desk.exchange is not None
        own = desk.exchange.machines.name("PC-1").value
        card = pc.exchange.machines.own()
        assert card is not None
        desk.exchange.machines.pair(card)
    pc.exchange.machines.pair(own)
    yield pc
    pc.store.close()


def test_a_bundle_goes_to_a_stick_and_is_taken_there(
    data: DataFolder, passphrase: Path, stick: Path, other: Pc, capsys: Captured
) -> None:
    assert run(data, passphrase, "export", "--to", str(stick)) == 0
    said = capsys.readouterr().out
    (path,) = stick.iterdir()
    assert str(path) in said
    assert "2 people for PC-2" in said
    assert NAME not in said
    other.take(path)
    assert NAME in {each.person.preferred_name for each in other.desk.people.find("")}


def test_trying_says_what_it_would_bring_and_changes_nothing(
    data: DataFolder, passphrase: Path, stick: Path, other: Pc, capsys: Captured
) -> None:
    assert run(data, passphrase, "export", "--to", str(stick)) == 0
    other.take(next(stick.iterdir()))
    other.desk.people.save(ANA)
    with opened(data, PASSPHRASE) as desk:
        mine = desk.exchange.machines.own() if desk.exchange else None
    assert mine is not None
    path = other.exchange.exporting.export([mine.machine_id], stick).value.path
    capsys.readouterr()
    assert run(data, passphrase, "import", "--dry-run", str(path)) == 0
    assert "of PC-2 would bring: 1 person; 2 new" in capsys.readouterr().out
    with opened(data, PASSPHRASE) as desk:
        assert len(desk.people.find("")) == 2
    assert run(data, passphrase, "import", str(stick)) == 0
    assert "was imported: 1 person; 2 new" in capsys.readouterr().out
    assert run(data, passphrase, "import", str(path)) == 0
    assert "was imported before" in capsys.readouterr().out
    with opened(data, PASSPHRASE) as desk:
        assert len(desk.people.find("")) == 3


def test_what_is_missing_is_one_clear_line(
    data: DataFolder, passphrase: Path, stick: Path, capsys: Captured
) -> None:
    assert run(data, passphrase, "export", "--to", str(stick)) == 1
    assert "not paired" in capsys.readouterr().err
    assert run(data, passphrase, "import", str(stick)) == 1
    assert "no bundle for this machine" in capsys.readouterr().err


def test_a_machine_nobody_knows_is_one_clear_line(
    data: DataFolder, passphrase: Path, stick: Path, other: Pc, capsys: Captured
) -> None:
    assert run(data, passphrase, "export", "--to", str(stick), "--machine", "PC-9") == 1
    assert "PC-9" in capsys.readouterr().err
    assert list(stick.iterdir()) == []
