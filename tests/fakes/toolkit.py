"""Toolkit pages made for a test, and places in memory where worksheets and favourites are kept.

It must not read files.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.kept_sheets import Sheet, sheet_fields, sheets_from
from iroc_desktop.domain.operations import Action, JsonValue
from iroc_desktop.domain.toolkit import (
    Company,
    Need,
    PageKind,
    PageWords,
    Part,
    PartKind,
    PartWords,
    Setting,
    ToolkitPage,
)
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
from iroc_desktop.domain.wording import ReviewStatus
from iroc_desktop.domain.worksheets import Worksheet
from iroc_desktop.services.changes import Changes, Done, worksheet_changed
from tests.fakes.paper import locked_with

PARTS = (
    Part("opening", PartKind.TEXT),
    Part("things", PartKind.LIST, lines=3),
    Part("sure", PartKind.SCALE, lowest=1, highest=10),
    Part("week", PartKind.TABLE, rows=2),
    Part("log", PartKind.TABLE, rows=2),
    Part("which", PartKind.CHOICE, many=True, options=("walk", "rest", "call")),
    Part("one", PartKind.CHOICE, options=("yes", "later")),
    Part("circle", PartKind.DRAWING, height=70),
)
"""One part of each kind, and both kinds of tables and choices."""

ENGLISH: Mapping[str, PartWords] = {
    "opening": PartWords(
        heading="Why try it", paragraphs=("One paragraph.",), bullets=("Short.", "Shorter.")
    ),
    "things": PartWords(label="Three good things", hint="Small ones count."),
    "sure": PartWords(label="How sure are you?", low="not sure", high="very sure"),
    "week": PartWords(label="My week", columns=("Day", "What I did"), rows=("Monday", "Tuesday")),
    "log": PartWords(label="My log", columns=("When", "Where")),
    "which": PartWords(label="What would help?", options=("A walk", "A rest", "Talk with someone")),
    "one": PartWords(label="Shall I try it?", options=("Yes", "Later")),
    "circle": PartWords(label="Draw the people around you", hint="You in the middle."),
}
SPANISH: Mapping[str, PartWords] = {
    **ENGLISH,
    "things": PartWords(label="Tres cosas buenas"),
    "week": PartWords(label="Mi semana", columns=("Día", "Qué hice"), rows=("Lunes", "Martes")),
}


def words(language: str = "en", title: str = "Good things", **changes: Any) -> PageWords:  # noqa: ANN401  # any field
    """Return the words of the page with every kind of part."""
    given: dict[str, Any] = {
        "language": language,
        "status": ReviewStatus.DRAFT,
        "reviewed_by": "",
        "title": title,
        "summary": "Notice small good things.",
        "parts": MappingProxyType(dict(SPANISH if language == "es" else ENGLISH)),
    }
    return PageWords(**{**given, **changes})


def page(page_id: str = "good-things", *spoken: PageWords, **changes: Any) -> ToolkitPage:  # noqa: ANN401  # any field
    """Return a page; in English alone unless other words are given."""
    given: dict[str, Any] = {
        "id": page_id,
        "kind": PageKind.WORKSHEET,
        "indicators": ("a",),
        "needs": (Need.HOPE,),
        "settings": (Setting.CELL,),
        "minutes": 10,
        "company": (Company.ALONE,),
        "parts": PARTS,
        "words": MappingProxyType({each.language: each for each in (spoken or (words(),))}),
    }
    return ToolkitPage(**{**given, **changes})


@dataclass
class MemoryWorksheets:
    """Worksheets in memory; with trouble, keeping fails."""

    kept: dict[str, Worksheet] = field(default_factory=dict)
    history: list[Worksheet] = field(default_factory=list)
    trouble: ExpectedError | None = None

    def of(self, person_id: str) -> Sequence[Worksheet]:
        """Return a person's."""
        return [each for each in self.kept.values() if each.person_id == person_id]

    def look(self, worksheet_id: str) -> Worksheet:
        """Return one."""
        return self.kept[worksheet_id]

    def keep(self, worksheet: Worksheet) -> Done[Worksheet]:
        """Keep one, unless there is trouble."""
        if self.trouble is not None:
            raise self.trouble
        self.kept[worksheet.id] = worksheet
        self.history.append(worksheet)
        return Done(worksheet, worksheet_changed(worksheet.person_id))


@dataclass
class MemoryFavourites:
    """Favourites in memory."""

    liked: frozenset[str] = frozenset()

    def pages(self) -> frozenset[str]:
        """Return all."""
        return self.liked

    def mark(self, page_id: str, *, favourite: bool) -> Done[frozenset[str]]:
        """Keep one more, or one less."""
        self.liked = self.liked | {page_id} if favourite else self.liked - {page_id}
        return Done(self.liked, Changes(favourites=True))


@dataclass
class RememberedSheets:
    """Sheets in memory, written down and read back as the record does; with trouble, keeping fails."""

    fields: dict[str, JsonValue] = field(default_factory=dict)
    noted: list[tuple[str, Action]] = field(default_factory=list)
    trouble: ExpectedError | None = None

    def keep(self, sheet: ToolkitSheet, action: Action) -> Done[Sheet]:
        """Keep one, and remember what was done with it."""
        if self.trouble is not None:
            raise self.trouble
        self.fields.update(json.loads(json.dumps(sheet_fields(sheet))))
        self.noted.append((sheet.id, action))
        return Done(sheet, worksheet_changed(sheet.person_id))

    def kept(self, person_id: str) -> Sequence[Sheet]:
        """Return a person's."""
        return [each for each in sheets_from(self.fields) if each.person_id == person_id]

    def reprint(self, person_id: str, sheet_id: str) -> Sheet:
        """Return one."""
        return next(each for each in self.kept(person_id) if each.id == sheet_id)


@dataclass
class RememberingPages:
    """Writes no PDF, and remembers what it was asked to write."""

    sheets: list[ToolkitSheet] = field(default_factory=list)
    pdf: bytes = b"%PDF-fake"

    def toolkit_page(self, sheet: ToolkitSheet) -> bytes:
        """Remember the sheet."""
        self.sheets.append(sheet)
        return self.pdf

    def protected(self, pdf: bytes, passphrase: str) -> bytes:
        """Return something that tells the two."""
        return locked_with(pdf, passphrase)
