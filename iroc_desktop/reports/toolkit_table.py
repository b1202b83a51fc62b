"""The table of a toolkit page: empty rows to write in, or what was written; stacked where it is too full.

It must not cut a cell: a row that would not fit on a sheet is set below each other instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Table

from iroc_desktop.domain.toolkit import PartWords
from iroc_desktop.reports.layout import Look, Styles
from iroc_desktop.reports.pieces import Rule
from iroc_desktop.reports.text import paragraph

_ROW = 30.0
_BLANK_HEIGHT = 96.0
"""What the empty rows of a short table share, so that there is room for handwriting."""
_PAD = 4.0
_GROUND = "#f2f2f2"
_FIRST_SHARE = 0.24
"""Of the width, for names of rows."""

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table with what is known of its size, in points."""

    flowable: Table
    height: float
    tallest_row: float


def table_of(
    words: PartWords, count: int, rows: Rows, styles: Styles, look: Look, width: float
) -> WrittenTable:
    """Return the table with its answers; at least `count` rows."""
    widths = _widths(words, width)
    strong = styles.cell.clone("cell-strong", fontName=styles.strong.fontName)

    def line(cells: Sequence[str], *, bold: int = 0) -> list[Flowable]:
        return [
            paragraph(cell, strong if place < bold else styles.cell, look.faces, wide - 2 * _PAD)
            for place, (cell, wide) in enumerate(zip(cells, widths, strict=True))
        ]

    named = bool(words.rows)
    body = [line(each, bold=int(named)) for each in filled(words, count, rows)]
    head = line(words.columns, bold=len(widths))
    least = max(_ROW, _BLANK_HEIGHT / len(body))
    heights = [
        max(least, *(_height(cell, wide) for cell, wide in zip(each, widths, strict=True))) for each in body
    ]
    frame = HexColor(look.palette.frame)
    style: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("INNERGRID", (0, 0), (-1, -1), 0.6, frame),
        ("BOX", (0, 0), (-1, -1), 0.6, frame),
        ("BACKGROUND", (0, 0), (-1, 0), HexColor(_GROUND)),
        *((f"{side}PADDING", (0, 0), (-1, -1), _PAD) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
    ]
    table = Table([head, *body], widths, [None, *heights], style=style, repeatRows=1, hAlign="LEFT")
    return WrittenTable(table, sum(heights) + _ROW, max(heights))


def stacked_rows(
    words: PartWords, rows: Rows, styles: Styles, look: Look, width: float
) -> Iterator[Flowable]:
    """Yield what was written, row by row, each cell below the name of its column; empty ones are left out."""
    for row in filled(words, 0, rows):
        cells = list(zip(words.columns, row, strict=True))
        if not any(cell.strip() for _, cell in cells[1 if words.rows else 0 :]):
            continue
        yield Rule(look.palette.frame, 5.0, 3.0)
        for place, (column, cell) in enumerate(cells):
            if not cell.strip():
                continue
            if place == 0 and words.rows:
                yield paragraph(cell, styles.strong, look.faces, width)
            else:
                yield paragraph(column, styles.small, look.faces, width)
                yield paragraph(cell, styles.body, look.faces, width)


def filled(words: PartWords, count: int, rows: Rows) -> list[list[str]]:
    """Return every row as wide as the table, with the names of rows where it has them."""
    across = len(words.columns)
    least = max(count, len(rows), len(words.rows))
    whole = [
        [*(rows[place] if place < len(rows) else ()), *([""] * across)][:across] for place in range(least)
    ]
    for row, name in zip(whole, words.rows, strict=False):
        row[0] = name
    return whole


def _widths(words: PartWords, width: float) -> list[float]:
    across = len(words.columns)
    if not words.rows or across == 1:
        return [width / across] * across
    return [width * _FIRST_SHARE, *([width * (1 - _FIRST_SHARE) / (across - 1)] * (across - 1))]


def _height(cell: Flowable, wide: float) -> float:
    _, high = cell.wrap(wide - 2 * _PAD, 100_000.0)
    return float(high) + 2 * _PAD + 1.0
