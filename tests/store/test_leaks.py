"""Nothing that a person said can be read in the files of the store, nor in what the program logs.

These tests must not look only at a closed store: the write-ahead log counts too.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

import pytest

from iroc_desktop.domain.conversation import Answer, NoteKind
from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.people import Licence, Organisation, Person, Practitioner
from iroc_desktop.domain.summary import Paper
from iroc_desktop.services.desk import Desk
from iroc_desktop.store import backup
from tests.campaign.desks import desk_on, vault_in
from tests.fakes.desk import PRACTITIONER_ID

SENTINEL = "Quetzalcoatlus"
"""A word that stands nowhere in the program."""


def lead_a_session(desk: Desk) -> None:
    """Put the sentinel into every field that a session has."""
    desk.settling_in.introduce(Practitioner(PRACTITIONER_ID, SENTINEL))
    desk.settling_in.answer_licence(Organisation(SENTINEL, Licence.YES, SENTINEL))
    person = Person("person-1", SENTINEL, shown_as=SENTINEL, site=SENTINEL, speaks=SENTINEL)
    desk.people.save(replace(person, access_needs=SENTINEL))
    first = ""
    for day in (date(2026, 1, 5), date(2026, 4, 5)):
        held = desk.conversations.start("person-1", day).value.draft.conversation.id
        desk.conversations.rate(held, "a", 4)
        for kind in NoteKind:
            desk.conversations.note(held, "a", kind, f"{SENTINEL} said so")
        desk.conversations.agree_next(held, None, SENTINEL)
        if day.month == 1:
            first = desk.conversations.complete(held).value.id
    summary = desk.summaries.draft(first, "en", Paper.A4)
    assert SENTINEL in str(asdict(summary))
    desk.summaries.keep(summary, Action.PRINTED)
    desk.conversations.correct(first, "a", Answer(rating=5, words=SENTINEL), SENTINEL)
    assert desk.people.find(SENTINEL[:5])


def lead_a_session_and_stop() -> None:
    """Lead a session in a process of its own, copy the store, and end without closing anything."""
    folder = Path(sys.argv[1])
    logging.basicConfig(level=logging.DEBUG)
    store, _ = vault_in(folder).create("seven quiet horses", PRACTITIONER_ID)
    lead_a_session(desk_on(store))
    backup.copy_into(store._connection, folder / "copy.db")
    os._exit(7)


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
    store, _ = vault_in(folder).create("seven quiet horses", PRACTITIONER_ID)
    desk = desk_on(store)
    lead_a_session(desk)
    assert found_in(folder) == []
    assert SENTINEL not in repr(desk.people.find(SENTINEL[:5]))
    desk.close()
    assert found_in(folder) == []
    assert SENTINEL not in caplog.text


def test_a_process_that_stopped_in_the_middle_left_nothing_to_read(tmp_path: Path) -> None:
    places = {name: str(tmp_path / name) for name in ("TMPDIR", "SQLITE_TMPDIR", "HOME", "XDG_STATE_HOME")}
    for place in places.values():
        Path(place).mkdir()
    program = "from tests.store.test_leaks import lead_a_session_and_stop as lead; lead()"
    command = [sys.executable, "-c", program, str(tmp_path / "store")]
    ended = subprocess.run(command, env=os.environ | places, capture_output=True, check=False)
    assert ended.returncode == 7
    (tmp_path / "printed").write_bytes(ended.stdout + ended.stderr)
    names = {each.name for each in (tmp_path / "store").iterdir()}
    assert {"iroc.db", "iroc.db-wal", "copy.db", "vault.json"} <= names
    assert found_in(tmp_path) == []


def test_a_file_that_shows_it_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text(f"… {SENTINEL} …", "utf-16-le")
    assert found_in(tmp_path) == ["plain"]
