"""Adapters that import their heavy libraries when they are first used, so that the first window is quick.

It must not do any work of its own: each method hands on to the real adapter.
"""

from __future__ import annotations

import importlib
import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iroc_desktop.charts.palette import palette_from_tokens
from iroc_desktop.store.interrupted import finish_bringing_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from iroc_desktop.domain.backups import Backup, BackupCounts
    from iroc_desktop.domain.holdings import Holdings
    from iroc_desktop.domain.plan_sheet import PlanSheet
    from iroc_desktop.domain.spreadsheets import Table
    from iroc_desktop.domain.staying_well_sheet import StayingWellSheet
    from iroc_desktop.domain.summary import Paper, SessionSummary
    from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
    from iroc_desktop.reports.writer import PdfWriter
    from iroc_desktop.services.ports import Store
    from iroc_desktop.store.vault import FolderVault

HEAVY: Final = ("iroc_desktop.store.vault", "iroc_desktop.system.content.packs")
"""What is imported behind the first window, in the order in which it will be needed.

Charts and paper are not among it: they take half of the memory, and wait until somebody wants them.
"""


def prefetch() -> None:
    """Import what an open desk needs besides windows; called on the worker while a passphrase is typed."""
    for name in HEAVY:
        importlib.import_module(name)


def prefetch_windows() -> None:
    """Import the windows of an open desk, in less than a tenth of a second.

    Only where the windows live: a class of Qt's that comes into being on the worker can end the program.
    """
    importlib.import_module("iroc_desktop.ui.application.workplace")


class LateVault:
    """The vault of one folder, which imports SQLCipher and SQLAlchemy at the first key."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def exists(self) -> bool:
        """Return whether a store was set up here, without importing anything heavy."""
        finish_bringing_back(self._folder)
        return any(self._folder.glob("vault*.json")) or (self._folder / "iroc.db").exists()

    def create(self, passphrase: str, practitioner_id: str) -> tuple[Store, tuple[str, ...]]:
        """Set up keys and an empty store."""
        return self._vault.create(passphrase, practitioner_id)

    def unlock(self, passphrase: str) -> tuple[Store, str]:
        """Open the store with a passphrase."""
        return self._vault.unlock(passphrase)

    def verify(self, passphrase: str) -> None:
        """Return quietly if the passphrase opens a slot."""
        self._vault.verify(passphrase)

    def renew_sheet(self, passphrase: str) -> tuple[str, ...]:
        """Return the groups of a new recovery sheet."""
        return self._vault.renew_sheet(passphrase)

    def recover(self, groups: tuple[str, ...], new_passphrase: str) -> tuple[Store, str]:
        """Open the store with the recovery sheet."""
        return self._vault.recover(groups, new_passphrase)

    def members(self) -> tuple[str, ...]:
        """Return the ids of the practitioners who have a passphrase."""
        return self._vault.members()

    def let_in(self, own_passphrase: str, practitioner_id: str, new_passphrase: str) -> None:
        """Give a practitioner a passphrase."""
        self._vault.let_in(own_passphrase, practitioner_id, new_passphrase)

    def change_passphrase(self, practitioner_id: str, old: str, new: str) -> None:
        """Give a practitioner who knows the old passphrase a new one."""
        self._vault.change_passphrase(practitioner_id, old, new)

    def new_sheet(self) -> tuple[str, ...]:
        """Return groups for a new recovery sheet, which open nothing yet."""
        return self._vault.new_sheet()

    def use_sheet(self, passphrase: str, groups: tuple[str, ...]) -> None:
        """Put a new recovery sheet in force."""
        self._vault.use_sheet(passphrase, groups)

    def shut_out(
        self, own_passphrase: str, practitioner_id: str, groups: tuple[str, ...], store: Store
    ) -> None:
        """Lock everything with a new key, without somebody's passphrase."""
        self._vault.shut_out(own_passphrase, practitioner_id, groups, store)

    def backups(self, passphrase: str) -> Sequence[tuple[Backup, BackupCounts]]:
        """Return the backups that could be read through."""
        return self._vault.backups(passphrase)

    def bring_back(self, passphrase: str, name: str, now: datetime) -> Path | None:
        """Put a backup in the place of a store that will not open."""
        return self._vault.bring_back(passphrase, name, now)

    @cached_property
    def _vault(self) -> FolderVault:
        from iroc_desktop.store.vault import FolderVault
        from iroc_desktop.system.drives import is_removable

        return FolderVault(self._folder, is_removable=is_removable)


class LateWriter:
    """The report writer, which imports ReportLab at the first page."""

    def __init__(self, resources: Path, translations: Path) -> None:
        self._resources = resources
        self._translations = translations

    def summary(self, summary: SessionSummary) -> bytes:
        """Return the session summary as a PDF."""
        return self._writer.summary(summary)

    def recovery_sheet(self, groups: tuple[str, ...], language: str, paper: Paper) -> bytes:
        """Return the recovery sheet as a PDF."""
        return self._writer.recovery_sheet(groups, language, paper)

    def plan(self, sheet: PlanSheet) -> bytes:
        """Return a personal plan as a PDF."""
        return self._writer.plan(sheet)

    def staying_well(self, sheet: StayingWellSheet) -> bytes:
        """Return a staying-well plan as a PDF."""
        return self._writer.staying_well(sheet)

    def toolkit_page(self, sheet: ToolkitSheet) -> bytes:
        """Return a toolkit page as a PDF."""
        return self._writer.toolkit_page(sheet)

    def everything_held(self, holdings: Holdings) -> bytes:
        """Return everything held on a person as a PDF."""
        return self._writer.everything_held(holdings)

    def held_bundle(self, holdings: Holdings) -> bytes:
        """Return everything held on a person as one ZIP file."""
        return self._writer.held_bundle(holdings)

    def protected(self, pdf: bytes, passphrase: str) -> bytes:
        """Return a PDF that opens with this passphrase only."""
        return self._writer.protected(pdf, passphrase)

    def csv(self, table: Table) -> bytes:
        """Return a table as a CSV file."""
        return self._writer.csv(table)

    def xlsx(self, tables: Iterable[Table]) -> bytes:
        """Return tables as one XLSX file."""
        return self._writer.xlsx(tables)

    @cached_property
    def _writer(self) -> PdfWriter:
        from iroc_desktop.reports.writer import PdfWriter

        tokens = json.loads((self._resources / "theme" / "tokens.json").read_text("utf-8"))
        palette = palette_from_tokens(tokens, "light")
        return PdfWriter(self._resources / "fonts", self._translations, palette)
