"""Everything held on one person, on paper, for them: with a contents list, and every later change.

It must not leave a thing out for the sake of looks, nor shorten what somebody said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.platypus import CondPageBreak, Flowable, Table

from iroc_desktop.domain.holdings import Holdings
from iroc_desktop.i18n.formats import long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.reports.layout import SEPARATOR, Look, PrintedDocument
from iroc_desktop.reports.pieces import Rule
from iroc_desktop.reports.text import paragraph
from iroc_desktop.services.held_words import Deed, Item, Section, deeds, sections

_LABEL_SHARE: Final = 0.34
_PAD: Final = 4.0
_LEAST_ROOM: Final = 60.0
_DEEDS: Final = "deeds"
_CUT: Final = 1_600
_LINES: Final = 24
"""Letters and lines of one cell: a longer one could be taller than a page, and is set in pieces."""


class EverythingHeldDocument(PrintedDocument):
    """The record of everything held, in the language of the person."""

    def __init__(self, look: Look, phrases: Phrases, holdings: Holdings) -> None:
        super().__init__(look, phrases, holdings.paper)
        self._holdings = holdings
        self._sections = sections(holdings, phrases)
        self._deeds = deeds(holdings, phrases)
        self._pages: dict[str, int] = {}

    @property
    def metadata_title(self) -> str:
        """Return a title that says nothing about anybody."""
        return self.phrases.text("Record of everything held")

    def footer(self) -> tuple[str, ...]:
        """Return what it is."""
        return (self.phrases.text("everything held"),)

    def watermark(self) -> str:
        """Return what lies behind each page in practice mode."""
        return self.phrases.text("Practice: not a real person") if self._holdings.practice else ""

    def render(self) -> bytes:
        """Return the PDF; it is laid out twice, so that the contents know the pages."""
        super().render()
        return super().render()

    def story(self) -> list[Flowable]:
        """Return everything in the order of reading."""
        told = [*self._head(), *self._contents()]
        for section in self._sections:
            told += self._section(section)
        return told + list(self._trail())

    def _head(self) -> Iterator[Flowable]:
        holdings, say = self._holdings, self.phrases.text
        yield self.text(say("Everything we hold about you"), self.styles.title)
        said = [holdings.name, long_date(holdings.made_on, self.phrases.language), holdings.organisation]
        yield self.text(SEPARATOR.join(each for each in said if each), self.styles.quiet)
        yield Rule(self.look.palette.frame)
        yield self.gap(6)
        yield self.text(
            say(
                "This is everything this record holds about you: what you said, what was written about you,"
                " what was changed later and why, and who looked at it. If something is wrong, say so:"
                " it can be put right. You may ask about anything in it."
            ),
            self.styles.body,
        )
        yield self.gap(4)
        yield self.text(self._about_own_notes(), self.styles.body)

    def _about_own_notes(self) -> str:
        holdings, say = self._holdings, self.phrases.text
        if holdings.own_notes and holdings.reflections:
            return say(
                "What practitioners noted for their own work is in it too, and is marked as such."
                " It is on no other print."
            )
        return say("Notes that practitioners made for their own work were left out in part, or as a whole.")

    def _contents(self) -> Iterator[Flowable]:
        yield from self.heading(self.phrases.text("Contents"))
        rows = [(each.key, each.title, len(each.items)) for each in self._sections]
        if self._deeds:
            rows.append((_DEEDS, self._trail_title(), len(self._deeds)))
        cells = [[title, str(count), str(self._pages.get(key, ""))] for key, title, count in rows]
        about = self.phrases.about
        head = [
            about("column", "Part"),
            about("column", "How many"),
            about("column", "Page"),
        ]
        yield self._table(head, cells, (0.7, 0.16, 0.14))

    def _section(self, section: Section) -> Iterator[Flowable]:
        yield from self._begun(section.key, section.title)
        for item in section.items:
            yield from self._item(item)

    def _begun(self, key: str, title: str) -> Iterator[Flowable]:
        yield self.gap(10)
        yield CondPageBreak(_LEAST_ROOM + 40)
        yield _Place(key, self._pages)
        yield self.text(title, self.styles.heading)
        yield Rule(self.look.palette.frame, 2.0, 3.0)

    def _item(self, item: Item) -> Iterator[Flowable]:
        yield CondPageBreak(_LEAST_ROOM)
        if item.title:
            yield self.text(item.title, self.styles.subheading)
        for note in item.notes:
            yield self.text(note, self.styles.quiet)
        if item.facts:
            yield self._facts(item)
        if item.changes:
            yield self.gap(3)
        for change in item.changes:
            yield self.text(self.phrases.text("Changed later. {change}", change=change), self.styles.quiet)
        yield self.gap(6)

    def _facts(self, item: Item) -> Flowable:
        rows = [
            [label if not place else "", piece]
            for label, words in item.facts
            for place, piece in enumerate(_pieces(words))
        ]
        return self._table(None, rows, (_LABEL_SHARE, 1 - _LABEL_SHARE))

    def _trail_title(self) -> str:
        return self.phrases.text("Who did what, and when")

    def _trail(self) -> Iterator[Flowable]:
        if not self._deeds:
            return
        yield from self._begun(_DEEDS, self._trail_title())
        yield self.text(
            self.phrases.text("Each time is what the clock of that machine said."), self.styles.quiet
        )
        yield self.gap(4)
        about = self.phrases.about
        head = [
            about("column", "When"),
            about("column", "Who"),
            about("column", "What was done"),
            about("column", "With what"),
        ]
        yield self._table(head, [_cells(each) for each in self._deeds], (0.27, 0.24, 0.25, 0.24))

    def _table(self, head: list[str] | None, rows: list[list[str]], shares: tuple[float, ...]) -> Table:
        widths = [self.width * share for share in shares]
        strong = self.styles.cell.clone("cell-strong", fontName=self.styles.strong.fontName)

        def line(cells: list[str], *, bold: bool = False) -> list[Flowable]:
            return [
                paragraph(cell, strong if bold else self.styles.cell, self.look.faces, wide - 2 * _PAD)
                for cell, wide in zip(cells, widths, strict=True)
            ]

        body = [line(each) for each in rows]
        every = body if head is None else [line(head, bold=True), *body]
        frame = HexColor(self.look.palette.frame)
        style: list[Any] = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, frame),
            *((f"{side}PADDING", (0, 0), (-1, -1), _PAD) for side in ("LEFT", "RIGHT")),
            *((f"{side}PADDING", (0, 0), (-1, -1), 2.0) for side in ("TOP", "BOTTOM")),
        ]
        return Table(every, widths, style=style, repeatRows=int(head is not None), hAlign="LEFT")


class _Place(Flowable):
    """Remembers on which page it came to stand, and takes no room."""

    def __init__(self, key: str, pages: dict[str, int]) -> None:
        super().__init__()
        self._key = key
        self._pages = pages

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return no room."""
        return 0.0, 0.0

    def draw(self) -> None:
        """Remember the page."""
        self._pages[self._key] = self.canv.getPageNumber()


def _cells(deed: Deed) -> list[str]:
    return [deed.when, deed.who, deed.what, deed.thing]


def _pieces(words: str) -> Iterator[str]:
    """Yield words in pieces that fit on a page, cut between lines or words where there are any."""
    piece: list[str] = []
    for line in words.split("\n"):
        for part in _short(line):
            if piece and (len(piece) == _LINES or sum(map(len, piece)) + len(part) > _CUT):
                yield "\n".join(piece)
                piece = []
            piece.append(part)
    yield "\n".join(piece)


def _short(line: str) -> Iterator[str]:
    left = line
    while len(left) > _CUT:
        cut = left.rfind(" ", 0, _CUT)
        at = cut if cut > 0 else _CUT
        yield left[:at]
        left = left[at:].lstrip(" ")
    yield left
