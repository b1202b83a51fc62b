"""Opens the record for one command, and closes it again whatever happens.

It must not take the passphrase from the command line, which shells remember.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from getpass import getpass
from pathlib import Path

from iroc_desktop.charts.palette import palette_from_tokens
from iroc_desktop.cli.errors import PassphraseFileError
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.reports.writer import PdfWriter
from iroc_desktop.services.desk import Desk, open_desk
from iroc_desktop.store.failures import told
from iroc_desktop.store.interrupted import finish_bringing_back
from iroc_desktop.store.vault import FolderVault
from iroc_desktop.system.clock import SystemClock, random_id
from iroc_desktop.system.content.packs import load_pack
from iroc_desktop.system.drives import is_removable
from iroc_desktop.system.paths import STANDARD_PACK, DataFolder, resources, translations


@contextmanager
def opened(data: DataFolder, passphrase: str) -> Iterator[Desk]:
    """Open the record for as long as the command runs.

    Raises:
        ExpectedError: whatever unlocking or reading the pack refuses.
    """
    with told():
        finish_bringing_back(data.store)
    vault = FolderVault(data.store, is_removable=is_removable)
    pack = load_pack(resources() / "packs" / STANDARD_PACK, resources() / "schemas")
    tokens = json.loads((resources() / "theme" / "tokens.json").read_text("utf-8"))
    writer = PdfWriter(resources() / "fonts", translations(), palette_from_tokens(tokens, "light"))
    store, practitioner_id = vault.unlock(passphrase)
    desk = open_desk(store, practitioner_id, pack, writer, SystemClock(), random_id)
    # a full disk must not keep anybody from bringing a backup back
    with suppress(ExpectedError):
        desk.trail.unlocked()
    try:
        yield desk
    finally:
        desk.close()


def passphrase_from(file: Path | None, phrases: Phrases) -> str:
    """Return the first line of the file, or what is typed at the prompt without being shown.

    Raises:
        PassphraseFileError: if the file cannot be read.
    """
    if file is None:
        return getpass(phrases.text("Passphrase: "))
    try:
        return file.read_text("utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise PassphraseFileError from error
