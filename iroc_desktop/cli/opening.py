"""Opens the record for one command, and closes it again whatever happens.

It must not take the passphrase from the command line, which shells remember.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iroc_desktop.cli.errors import NoPassphraseError, NoRecordHereError, PassphraseFileError
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.exchange.courier import StickCourier
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.desk import Desk, open_desk
from iroc_desktop.store.failures import told
from iroc_desktop.store.interrupted import finish_bringing_back
from iroc_desktop.store.vault import FolderVault
from iroc_desktop.system.clock import SystemClock, random_id
from iroc_desktop.system.content.packs import load_pack
from iroc_desktop.system.drives import is_removable
from iroc_desktop.system.paths import STANDARD_PACK, DataFolder, resources, translations

if TYPE_CHECKING:
    from iroc_desktop.reports.writer import PdfWriter

MOST_LETTERS: Final = 4096
"""How much of a passphrase file is read: somebody may name a picture by mistake."""
_OTHERS_MAY_READ: Final = stat.S_IRGRP | stat.S_IROTH


def vault_of(data: DataFolder) -> FolderVault:
    """Return the vault of a data folder, without opening it."""
    return FolderVault(data.store, is_removable=is_removable)


def must_have_record(data: DataFolder) -> None:
    """Return quietly if there is a record here, or a backup of one.

    Raises:
        NoRecordHereError: if there is neither, so that nobody is asked for a passphrase in vain.
    """
    if not data.store.is_dir() and not data.backups.is_dir():
        raise NoRecordHereError(data.root)


@contextmanager
def opened(data: DataFolder, passphrase: str) -> Iterator[Desk]:
    """Open the record for as long as the command runs.

    Raises:
        ExpectedError: whatever unlocking or reading the pack refuses.
    """
    with told():
        finish_bringing_back(data.store)
    pack = load_pack(resources() / "packs" / STANDARD_PACK, resources() / "schemas")
    store, practitioner_id = vault_of(data).unlock(passphrase)
    try:
        desk = open_desk(
            store, practitioner_id, pack, _writer(data), SystemClock(), random_id, courier=StickCourier()
        )
    except BaseException:
        store.close()
        raise
    # a full disk must not keep anybody from bringing a backup back
    with suppress(ExpectedError):
        desk.trail.unlocked()
    try:
        yield desk
    finally:
        desk.close()


def passphrase_from(file: Path | None, phrases: Phrases) -> str:
    """Return the first line of the file, or of what is piped in, or what is typed without being shown.

    Raises:
        PassphraseFileError: if the file cannot be read.
        NoPassphraseError: if nothing was given.
    """
    if file is not None:
        given = _first_line(file)
    elif sys.stdin is not None and not sys.stdin.isatty():
        given = sys.stdin.readline(MOST_LETTERS).rstrip("\r\n")
    else:
        try:
            given = getpass(phrases.text("Passphrase: "))
        except EOFError:
            given = ""
    if not given:
        raise NoPassphraseError
    return given


def others_may_read(file: Path) -> bool:
    """Return whether other accounts of this machine may read a file; Windows does not tell this way."""
    try:
        return sys.platform != "win32" and bool(file.stat().st_mode & _OTHERS_MAY_READ)
    except OSError:
        return False


def _first_line(file: Path) -> str:
    try:
        # Windows' own editor begins a file with a mark
        with file.open(encoding="utf-8-sig") as stream:
            return stream.readline(MOST_LETTERS).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise PassphraseFileError from error


def _writer(data: DataFolder) -> PdfWriter:
    # matplotlib keeps a list of fonts: beside the record, which is there, and not in a temporary folder
    os.environ.setdefault("MPLCONFIGDIR", str(data.root / "cache"))
    # imported here: most commands write no paper
    from iroc_desktop.charts.palette import palette_from_tokens
    from iroc_desktop.reports.writer import PdfWriter

    tokens = json.loads((resources() / "theme" / "tokens.json").read_text("utf-8"))
    return PdfWriter(resources() / "fonts", translations(), palette_from_tokens(tokens, "light"))
