"""Where the toolkit keeps things, as Protocols that services fill.

It must not keep anything itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from iroc_desktop.domain.kept_sheets import Sheet
from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
from iroc_desktop.domain.worksheets import Worksheet
from iroc_desktop.services.changes import Done


class KeepsWorksheets(Protocol):
    """Where worksheets are kept; `services.worksheets.Worksheets` fills it."""

    def of(self, person_id: str) -> Sequence[Worksheet]:
        """Return a person's worksheets in the order in which they were begun."""

    def look(self, worksheet_id: str) -> Worksheet:
        """Return one worksheet."""

    def keep(self, worksheet: Worksheet) -> Done[Worksheet]:
        """Keep a worksheet as it stands now."""


class KeepsFavourites(Protocol):
    """Where a practitioner's favourite pages are kept; `services.worksheets.Favourites` fills it."""

    def pages(self) -> frozenset[str]:
        """Return the ids of the favourite pages."""

    def mark(self, page_id: str, *, favourite: bool) -> Done[frozenset[str]]:
        """Keep whether a page is a favourite; return all of them."""


class KeepsSheets(Protocol):
    """Where sheets are kept that were printed or saved; `services.sheets.Sheets` fills it."""

    def keep(self, sheet: ToolkitSheet, action: Action) -> Done[Sheet]:
        """Keep a sealed sheet for good, and note what was done with it."""

    def kept(self, person_id: str) -> Sequence[Sheet]:
        """Return a person's sheets of every kind, by the day on them."""

    def reprint(self, person_id: str, sheet_id: str) -> Sheet:
        """Return a kept sheet, exactly as it was printed."""


@dataclass(frozen=True, slots=True)
class Keepers:
    """All of them."""

    worksheets: KeepsWorksheets
    favourites: KeepsFavourites
    sheets: KeepsSheets
