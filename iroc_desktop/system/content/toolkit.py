"""Reads folders of toolkit pages: each page is a folder with its structure and one file for each language.

It must not let a bad page hide a good one, nor a bad language the others: it returns pages and faults.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final, NotRequired, TypedDict, cast

from iroc_desktop.domain.content_errors import BadContentError, ContentFault, ContentProblem
from iroc_desktop.domain.toolkit import (
    Company,
    Need,
    PageFault,
    PageKind,
    PageWords,
    Part,
    PartKind,
    Setting,
    Toolkit,
    ToolkitPage,
)
from iroc_desktop.system.content.documents import Document, read_document
from iroc_desktop.system.content.packs import check_known
from iroc_desktop.system.content.shapes import Shape
from iroc_desktop.system.content.toolkit_words import WrittenSource, page_words, source_from

STRUCTURE_FILE: Final = "page.yaml"


WrittenPart = TypedDict(
    "WrittenPart",
    {
        "id": str,
        "kind": str,
        "lines": NotRequired[int],
        "from": NotRequired[int],
        "to": NotRequired[int],
        "rows": NotRequired[int],
        "many": NotRequired[bool],
        "options": NotRequired[list[str]],
        "height": NotRequired[int],
    },
)
"""One part; `from` is a word of Python's own, so this is not a class."""


class WrittenPage(TypedDict):
    """toolkit/<page>/page.yaml."""

    id: str
    kind: str
    indicators: list[str]
    needs: list[str]
    settings: list[str]
    minutes: int
    company: list[str]
    source: NotRequired[WrittenSource]
    parts: list[WrittenPart]


_FIELDS: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    PartKind.TEXT: (frozenset(), frozenset()),
    PartKind.LIST: (frozenset({"lines"}), frozenset()),
    PartKind.SCALE: (frozenset({"from", "to"}), frozenset()),
    PartKind.TABLE: (frozenset({"rows"}), frozenset()),
    PartKind.CHOICE: (frozenset({"options"}), frozenset({"many"})),
    PartKind.DRAWING: (frozenset({"height"}), frozenset()),
}
"""Kind → the fields it needs beside id and kind, and those it may have."""


def load_toolkit(shipped: Path, own: Path | None, schemas: Path, indicators: frozenset[str]) -> Toolkit:
    """Return the pages that the program ships and those the organisation added, with every fault in either.

    Args:
        shipped: the program's folder of pages; they may speak of indicators that this instrument lacks.
        own: the organisation's folder; it need not be there, and none of its pages replaces another.
        schemas: holds the two schemas of a page.
        indicators: ids that an own page may name, beside those that shipped pages name.
    """
    shapes = _Shapes(
        Shape(schemas / "toolkit-page.schema.json"), Shape(schemas / "toolkit-words.schema.json")
    )
    reading = _Reading(shapes)
    for folder in reading.folders(shipped):
        reading.read(folder, own=False)
    named = {one for page in reading.pages for one in page.indicators}
    reading.known = indicators | named
    for folder in reading.folders(own) if own is not None else ():
        reading.read(folder, own=True)
    return Toolkit(tuple(reading.pages), tuple(reading.faults))


@dataclass(frozen=True, slots=True)
class _Shapes:
    page: Shape
    words: Shape


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    shapes: _Shapes
    pages: list[ToolkitPage] = field(default_factory=list)
    faults: list[PageFault] = field(default_factory=list)
    known: frozenset[str] = frozenset()

    def folders(self, folder: Path) -> Iterator[Path]:
        """Yield the folders of pages, by name; hidden ones are no pages."""
        try:
            inside = sorted(folder.iterdir()) if folder.is_dir() else []
        except OSError:
            self._fault(folder.name, folder.name, ContentFault.UNREADABLE)
            return
        yield from (each for each in inside if each.is_dir() and not each.name.startswith("."))

    def read(self, folder: Path, *, own: bool) -> None:
        """Read one page, or note why it cannot be used."""
        try:
            document = read_document(folder / STRUCTURE_FILE)
            self.shapes.page.check(document)
            written = cast("WrittenPage", document.value)  # its shape has just been checked
            self._check(document, written, folder.name, own=own)
        except BadContentError as error:
            self.faults.append(PageFault(folder.name, error))
            return
        parts = tuple(_part(each) for each in written["parts"])
        words = self._words(folder, parts)
        if words:
            self.pages.append(_page(written, parts, words, own=own))

    def _words(self, folder: Path, parts: tuple[Part, ...]) -> dict[str, PageWords]:
        """Return the words in every language that can be used; the first language sets the tables' shape."""
        found: dict[str, PageWords] = {}
        files = sorted(each for each in folder.glob("*.yaml") if each.name != STRUCTURE_FILE)
        for file in files:
            first = next(iter(found.values()), None)
            try:
                document = read_document(file)
                self.shapes.words.check(document)
                found[file.stem] = page_words(document, file.stem, parts, first)
            except BadContentError as error:
                self.faults.append(PageFault(folder.name, error))
        if not files:
            self._fault(folder.name, "en.yaml", ContentFault.FILE_MISSING)
        return found

    def _check(self, document: Document, written: WrittenPage, folder: str, *, own: bool) -> None:
        if written["id"] != folder:
            document.refuse(("id",), ContentProblem(ContentFault.NOT_ALLOWED, expected=(folder,)))
        if any(page.id == written["id"] for page in self.pages):
            document.refuse(("id",), ContentProblem(ContentFault.REPEATED, name=written["id"]))
        for position, one in enumerate(written["indicators"] if own else ()):
            check_known(document, ("indicators", position), one, sorted(self.known))
        seen: set[str] = set()
        for position, part in enumerate(written["parts"]):
            if part["id"] in seen:
                document.refuse(
                    ("parts", position, "id"), ContentProblem(ContentFault.REPEATED, name=part["id"])
                )
            seen.add(part["id"])
            _check_part(document, position, part)

    def _fault(self, page: str, file: str, kind: ContentFault) -> None:
        self.faults.append(PageFault(page, BadContentError(file, 0, "", ContentProblem(kind))))


def _check_part(document: Document, position: int, part: WrittenPart) -> None:
    needed, possible = _FIELDS[part["kind"]]
    there = set(part) - {"id", "kind"}
    place = ("parts", position)
    for name in sorted(needed - there):
        document.refuse(place, ContentProblem(ContentFault.MISSING_FIELD, name=name))
    for name in sorted(there - needed - possible):
        document.refuse((*place, name), ContentProblem(ContentFault.UNKNOWN_FIELD, name=name))
    if part["kind"] == PartKind.SCALE and part["to"] <= part["from"]:
        document.refuse((*place, "to"), ContentProblem(ContentFault.TOO_LOW, limit=part["from"] + 1))


def _part(written: WrittenPart) -> Part:
    return Part(
        id=written["id"],
        kind=PartKind(written["kind"]),
        lines=written.get("lines", 0),
        lowest=written.get("from", 0),
        highest=written.get("to", 0),
        rows=written.get("rows", 0),
        many=written.get("many", False),
        options=tuple(written.get("options", ())),
        height=written.get("height", 0),
    )


def _page(
    written: WrittenPage, parts: tuple[Part, ...], words: dict[str, PageWords], *, own: bool
) -> ToolkitPage:
    return ToolkitPage(
        id=written["id"],
        kind=PageKind(written["kind"]),
        indicators=tuple(written["indicators"]),
        needs=tuple(Need(each) for each in written["needs"]),
        settings=tuple(Setting(each) for each in written["settings"]),
        minutes=written["minutes"],
        company=tuple(Company(each) for each in written["company"]),
        parts=parts,
        words=MappingProxyType(words),
        source=source_from(written.get("source")),
        own=own,
    )
