"""Opens a seeded record as the program does, without a window.

It must not know how the record was filled.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from iroc_desktop.charts.palette import Palette, palette_from_tokens
from iroc_desktop.domain.wording import Pack
from iroc_desktop.reports.writer import PdfWriter
from iroc_desktop.services.desk import Desk, open_desk
from iroc_desktop.store.vault import FolderVault
from iroc_desktop.system.clock import SystemClock, random_id
from iroc_desktop.system.content.packs import load_pack
from iroc_desktop.system.paths import DataFolder, resources, translations
from tests.bench.seeding import PASSPHRASE


def screen_palette() -> Palette:
    """Return the light theme's palette."""
    tokens = json.loads((resources() / "theme" / "tokens.json").read_text("utf-8"))
    return palette_from_tokens(tokens, "light")


def open_pack() -> Pack:
    """Return the pack that comes with the program."""
    return load_pack(resources() / "packs" / "iroc-open", resources() / "schemas")


def vault_in(data_folder: Path) -> FolderVault:
    """Return the vault of a data folder; where the folder lies is the measurer's own choice."""
    return FolderVault(DataFolder(data_folder).store, is_removable=lambda _: False)


@contextmanager
def desk_on(data_folder: Path) -> Iterator[Desk]:
    """Open the record of a data folder, and close it again."""
    store, practitioner_id = vault_in(data_folder).unlock(PASSPHRASE)
    writer = PdfWriter(resources() / "fonts", translations(), screen_palette())
    desk = open_desk(store, practitioner_id, open_pack(), writer, SystemClock(), random_id)
    try:
        yield desk
    finally:
        desk.close()
