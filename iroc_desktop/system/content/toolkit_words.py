"""Reads the words of one toolkit page in one language, and checks them against the page's parts.

It must not mend words that do not fit: they are refused with their place.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NotRequired, TypedDict, cast

from iroc_desktop.domain.content_errors import ContentFault, ContentProblem
from iroc_desktop.domain.toolkit import PageWords, Part, PartKind, PartWords, Source
from iroc_desktop.domain.wording import ReviewStatus
from iroc_desktop.system.content.documents import Document, Place
from iroc_desktop.system.content.packs import check_known


class WrittenPartWords(TypedDict, total=False):
    """The words of one part; which are there depends on its kind."""

    heading: str
    text: list[str]
    bullets: list[str]
    label: str
    hint: str
    low: str
    high: str
    columns: list[str]
    rows: list[str]
    options: dict[str, str]


class WrittenSource(TypedDict):
    """Where an idea comes from."""

    name: str
    where: NotRequired[str]


class WrittenPageWords(TypedDict):
    """toolkit/<page>/<language>.yaml."""

    language: str
    status: str
    reviewed_by: str
    title: str
    summary: str
    hard_words: NotRequired[str]
    source: NotRequired[WrittenSource]
    parts: dict[str, WrittenPartWords]


_ASKED: Final = frozenset({"label"})
_FIELDS: Final[dict[PartKind, tuple[frozenset[str], frozenset[str]]]] = {
    PartKind.TEXT: (frozenset(), frozenset({"heading", "text", "bullets"})),
    PartKind.LIST: (_ASKED, frozenset({"hint"})),
    PartKind.SCALE: (_ASKED | {"low", "high"}, frozenset({"hint"})),
    PartKind.TABLE: (_ASKED | {"columns"}, frozenset({"rows", "hint"})),
    PartKind.CHOICE: (_ASKED | {"options"}, frozenset({"hint"})),
    PartKind.DRAWING: (_ASKED, frozenset({"hint"})),
}
"""Kind → the words it needs, and those it may have."""


def page_words(
    document: Document, language: str, parts: tuple[Part, ...], first: PageWords | None
) -> PageWords:
    """Return the words of a page.

    Args:
        document: its file, whose shape has been checked.
        language: the one that the file's name says.
        parts: the page's.
        first: the words in the language read before, whose tables these must match; None for the first.

    Raises:
        BadContentError: for the first fault.
    """
    written = cast("WrittenPageWords", document.value)
    if written["language"] != language:
        document.refuse(("language",), ContentProblem(ContentFault.NOT_ALLOWED, expected=(language,)))
    ids = [part.id for part in parts]
    for one in written["parts"]:
        check_known(document, ("parts", one), one, ids)
    for part in parts:
        if part.id not in written["parts"]:
            document.refuse(("parts",), ContentProblem(ContentFault.NOT_WORDED, name=part.id))
        _check_part(document, part, written["parts"][part.id], first)
    return PageWords(
        language=language,
        status=ReviewStatus(written["status"]),
        reviewed_by=written["reviewed_by"],
        title=written["title"],
        summary=written["summary"],
        parts=MappingProxyType({part.id: _words(part, written["parts"][part.id]) for part in parts}),
        hard_words=written.get("hard_words", ""),
        source=source_from(written.get("source")),
    )


def source_from(written: WrittenSource | None) -> Source | None:
    """Return where an idea comes from; None where nothing is said about it."""
    return Source(written["name"], written.get("where", "")) if written else None


def _check_part(document: Document, part: Part, words: WrittenPartWords, first: PageWords | None) -> None:
    place: Place = ("parts", part.id)
    needed, possible = _FIELDS[part.kind]
    for name in sorted(needed - set(words)):
        document.refuse(place, ContentProblem(ContentFault.MISSING_FIELD, name=name))
    for name in sorted(set(words) - needed - possible):
        document.refuse((*place, name), ContentProblem(ContentFault.UNKNOWN_FIELD, name=name))
    if part.kind is PartKind.TEXT and not {"text", "bullets"} & set(words):
        document.refuse(place, ContentProblem(ContentFault.MISSING_FIELD, name="text"))
    if part.kind is PartKind.CHOICE:
        _check_options(document, (*place, "options"), part, words["options"])
    if part.kind is PartKind.TABLE:
        _check_table(document, place, part, words, first)


def _check_options(document: Document, place: Place, part: Part, options: dict[str, str]) -> None:
    for one in options:
        check_known(document, (*place, one), one, part.options)
    for one in part.options:
        if one not in options:
            document.refuse(place, ContentProblem(ContentFault.NOT_WORDED, name=one))


def _check_table(
    document: Document, place: Place, part: Part, words: WrittenPartWords, first: PageWords | None
) -> None:
    rows = words.get("rows")
    if rows is not None:
        _check_count(document, (*place, "rows"), len(rows), part.rows)
    if first is None:
        return
    before = first.parts[part.id]
    _check_count(document, (*place, "columns"), len(words["columns"]), len(before.columns))
    if before.rows and rows is None:
        document.refuse(place, ContentProblem(ContentFault.MISSING_FIELD, name="rows"))
    if rows is not None and not before.rows:
        document.refuse((*place, "rows"), ContentProblem(ContentFault.UNKNOWN_FIELD, name="rows"))


def _check_count(document: Document, place: Place, count: int, wanted: int) -> None:
    if count != wanted:
        kind = ContentFault.TOO_FEW if count < wanted else ContentFault.TOO_MANY
        document.refuse(place, ContentProblem(kind, limit=wanted))


def _words(part: Part, written: WrittenPartWords) -> PartWords:
    options = written.get("options", {})
    return PartWords(
        heading=written.get("heading", ""),
        paragraphs=tuple(written.get("text", ())),
        bullets=tuple(written.get("bullets", ())),
        label=written.get("label", ""),
        hint=written.get("hint", ""),
        low=written.get("low", ""),
        high=written.get("high", ""),
        columns=tuple(written.get("columns", ())),
        rows=tuple(written.get("rows", ())),
        options=tuple(options[one] for one in part.options),
    )
