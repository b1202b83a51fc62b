"""A record with two people in it, and the file with its passphrase."""

from __future__ import annotations

from pathlib import Path

import pytest

from iroc_desktop.app.surroundings import pack
from iroc_desktop.domain.people import Practitioner
from iroc_desktop.services.desk import open_desk
from iroc_desktop.store.key_derivation import Cost
from iroc_desktop.store.vault import FolderVault
from iroc_desktop.system.paths import DataFolder
from tests.cli.running import NAME, PASSPHRASE
from tests.fakes.builders import FIRST_DAY, person
from tests.fakes.desk import PRACTITIONER_ID, CountingIds, FixedClock, RememberingWriter


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "data")
    vault = FolderVault(folder.store, is_removable=lambda _: False, cost=Cost(1, 8 * 1024, 1))
    store, _ = vault.create(PASSPHRASE, PRACTITIONER_ID)
    desk = open_desk(store, PRACTITIONER_ID, pack(), RememberingWriter(), FixedClock(), CountingIds())
    desk.settling_in.introduce(Practitioner(PRACTITIONER_ID, "Marta"))
    desk.people.save(person("0123456789abcdef", NAME))
    talk = desk.conversations.start("0123456789abcdef", FIRST_DAY).value.draft.conversation
    desk.conversations.rate(talk.id, "hope-for-the-future", 4)
    desk.conversations.complete(talk.id)
    desk.people.save(person("0999", "Nobody Yet"))
    desk.close()
    return folder


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase"
    file.write_text(f"{PASSPHRASE}\nsecond line\n", "utf-8")
    file.chmod(0o600)
    return file
