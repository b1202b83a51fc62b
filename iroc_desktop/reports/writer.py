"""The port through which services get PDFs: one document at a time, in its own language.

It must not keep a document, or write one to disk.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from threading import Lock

from iroc_desktop.charts import fonts
from iroc_desktop.charts.palette import Palette, for_paper
from iroc_desktop.domain.holdings import Holdings
from iroc_desktop.domain.plan_sheet import PlanSheet
from iroc_desktop.domain.spreadsheets import Table
from iroc_desktop.domain.staying_well_sheet import StayingWellSheet
from iroc_desktop.domain.summary import Paper, SessionSummary
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.reports.fonts import Typefaces
from iroc_desktop.reports.layout import Document, Look
from iroc_desktop.reports.plan import PlanDocument
from iroc_desktop.reports.protected import protected
from iroc_desktop.reports.recovery_sheet import RecoverySheet
from iroc_desktop.reports.staying_well import StayingWellDocument
from iroc_desktop.reports.summary import SummaryDocument
from iroc_desktop.reports.toolkit_page import ToolkitPageDocument


class PdfWriter:
    """Writes PDFs; fills the port `services.ports.ReportWriter`. May be shared by threads."""

    def __init__(self, font_folder: Path, translations: Path, palette: Palette) -> None:
        """Take what prints need; nothing is loaded before the first of them.

        Args:
            font_folder: holds the TrueType files of `resources/fonts`.
            translations: holds the compiled catalogues.
            palette: the light theme's; paper gets its ink and its areas' colours.
        """
        self._font_folder = font_folder
        self._translations = translations
        self._palette = palette
        self._phrases: dict[str, Phrases] = {}
        # a ReportLab font may serve one document at a time
        self._lock = Lock()

    def summary(self, summary: SessionSummary) -> bytes:
        """Return the session summary as a PDF in its own language."""
        return self._written(SummaryDocument(self._look, self._in(summary.language), summary))

    def recovery_sheet(self, groups: tuple[str, ...], language: str, paper: Paper) -> bytes:
        """Return the recovery sheet as a PDF."""
        return self._written(RecoverySheet(self._look, self._in(language), paper, groups))

    def plan(self, sheet: PlanSheet) -> bytes:
        """Return a personal plan as a PDF in its own language."""
        return self._written(PlanDocument(self._look, self._in(sheet.language), sheet))

    def staying_well(self, sheet: StayingWellSheet) -> bytes:
        """Return a staying-well plan as a PDF in its own language."""
        return self._written(StayingWellDocument(self._look, self._in(sheet.language), sheet))

    def toolkit_page(self, sheet: ToolkitSheet) -> bytes:
        """Return a toolkit page, blank or filled in, as a PDF in the language of its words."""
        return self._written(ToolkitPageDocument(self._look, self._in(sheet.language), sheet))

    def everything_held(self, holdings: Holdings) -> bytes:
        """Return everything held on a person as a PDF in their language."""
        from iroc_desktop.reports.everything_held import EverythingHeldDocument

        return self._written(EverythingHeldDocument(self._look, self._in(holdings.language), holdings))

    def held_bundle(self, holdings: Holdings) -> bytes:
        """Return everything held on a person as one ZIP file: PDF, tables, and JSON."""
        from iroc_desktop.reports.held_bundle import bundle

        return bundle(holdings, self._in(holdings.language), self.everything_held(holdings))

    def protected(self, pdf: bytes, passphrase: str) -> bytes:
        """Return a PDF that opens with this passphrase only.

        Raises:
            PassphraseTooShortError, PdfPassphraseError: if the passphrase would not do.
        """
        return protected(pdf, passphrase)

    # what writes tables is seldom wanted, and a print does not wait for it to be imported

    def csv(self, table: Table) -> bytes:
        """Return a table as a CSV file in which nothing is a formula."""
        from iroc_desktop.reports.spreadsheet import csv_bytes

        return csv_bytes(table)

    def xlsx(self, tables: Iterable[Table]) -> bytes:
        """Return tables as one XLSX file, a sheet for each, in which nothing is a formula."""
        from iroc_desktop.reports.spreadsheet import xlsx_bytes

        return xlsx_bytes(tables)

    @cached_property
    def _look(self) -> Look:
        fonts.register(self._font_folder)
        return Look(Typefaces(self._font_folder), for_paper(self._palette))

    def _in(self, language: str) -> Phrases:
        if language not in self._phrases:
            self._phrases[language] = Phrases.load(self._translations, "report", language)
        return self._phrases[language]

    def _written(self, document: Document) -> bytes:
        with self._lock:
            return document.render()
