"""Nothing that a person said can be read in what the program leaves behind, and it asks for no network.

These tests must not look only at a closed store: the write-ahead log counts too.
"""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tests.campaign.desks import PASSPHRASE, desk_on, vault_in
from tests.campaign.journey import ENDED, NETWORKED, go
from tests.campaign.no_network import can_forbid
from tests.campaign.words import SENTINEL, plant_everywhere
from tests.fakes.desk import PRACTITIONER_ID


def found_in(folder: Path) -> list[str]:
    """Return the files of a folder that show the sentinel, in either usual spelling of text."""
    spellings = [SENTINEL.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    return [
        file.name
        for file in files
        if any(each in file.read_bytes() or SENTINEL in file.name for each in spellings)
    ]


def test_no_file_shows_what_was_said(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    store, _ = vault_in(folder).create(PASSPHRASE, PRACTITIONER_ID)
    desk = desk_on(store)
    plant_everywhere(desk)
    assert found_in(folder) == []
    assert SENTINEL not in repr(desk.people.find(SENTINEL[:5]))
    desk.close()
    assert found_in(folder) == []
    assert SENTINEL not in caplog.text


def test_the_whole_program_leaves_nothing_to_read_and_asks_for_no_network(tmp_path: Path) -> None:
    journey = go(tmp_path / "work")
    assert (journey.ended, journey.leaks) == (ENDED, ())
    assert journey.files >= 20
    names = {each.name for each in (tmp_path / "work").rglob("*")}
    assert {"iroc.db-wal", "technical.log", "report.pdf", "printed.pdf", "locked.pdf"} <= names


def test_a_file_that_shows_it_would_be_found(tmp_path: Path) -> None:
    assert go(tmp_path / "work", "leak").leaks == (str(Path("tmpdir") / "recent"),)


@pytest.mark.skipif(not can_forbid(), reason="only Linux can end a process that asks for the network")
def test_a_connection_would_end_it(tmp_path: Path) -> None:
    assert go(tmp_path / "work", "connection").ended == NETWORKED
