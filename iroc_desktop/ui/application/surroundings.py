"""What the application is handed by the composition root.

It must not import an adapter: everything is a port or a function.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iroc_desktop.i18n.phrases import Phrases
    from iroc_desktop.services.desk import Desk
    from iroc_desktop.services.ports import Clock, NewId, ReportWriter, Store
    from iroc_desktop.services.vault import Vault
    from iroc_desktop.system.settings import Settings
    from iroc_desktop.ui.tasks.serial_runner import SerialRunner


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The outside world of one running program."""

    runner: SerialRunner
    vault: Vault
    writer: ReportWriter
    open_desk: Callable[[Store, str], Desk]
    open_practice: Callable[[str], Desk]
    """Makes a fresh practice store in a language; closing its desk removes it."""
    phrases: Callable[[str], Phrases]
    """The program's own sentences in a language."""
    save_settings: Callable[[Settings], None]
    clock: Clock
    new_id: NewId
    resources: Path
    data_folder: Path
    """Shown to people who ask where their data lies."""
