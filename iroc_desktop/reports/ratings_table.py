"""The table of ratings: start, last time, now, and the distance travelled, in the areas' order.

It must not show a gap as a number.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table

from iroc_desktop.charts.palette import SeriesKind
from iroc_desktop.domain.summary import SessionSummary, SummaryRow
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.reports.fonts import Face
from iroc_desktop.reports.layout import Look, Styles
from iroc_desktop.reports.pictures import voices_of
from iroc_desktop.reports.text import markup, width_of

GAP = "–"
_LETTER = 15.0
_NUMBER = 32.0
_CHANGE = 28.0
_AROUND = 6.0
"""Room around the heading of a column, so that two do not touch."""


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str
    cell: Callable[[SummaryRow], str]
    width: float = _NUMBER


def ratings_table(
    summary: SessionSummary, phrases: Phrases, look: Look, styles: Styles, width: float
) -> Flowable:
    """Return the table; its columns are those conversations that there were."""
    columns = _columns(summary, phrases)
    bold = columns[-2 if len(columns) > 1 else -1]
    return _table(summary, columns, bold, look, styles, width)


def voices_table(
    summary: SessionSummary, phrases: Phrases, look: Look, styles: Styles, width: float
) -> Flowable:
    """Return what each voice rates, in columns that all look alike; a voice that rated nothing has none."""
    series = voices_of(summary, phrases).series
    size, faces = styles.small.fontSize, look.faces
    labels = (width_of(each.label, Face.REGULAR, size, faces) for each in series)
    wide = max(_NUMBER, *(label + _AROUND for label in labels))
    columns = [_Column(each.label, partial(_said_by, each.kind), wide) for each in series]
    return _table(summary, columns, None, look, styles, width)


def _table(
    summary: SessionSummary,
    columns: list[_Column],
    bold: _Column | None,
    look: Look,
    styles: Styles,
    width: float,
) -> Flowable:
    names = width - _LETTER - sum(column.width for column in columns)
    centred = ParagraphStyle("number", styles.cell, alignment=TA_CENTER)
    quiet = ParagraphStyle("over", styles.small, alignment=TA_CENTER)
    heads = [Paragraph(markup(column.heading, Face.REGULAR, look.faces), quiet) for column in columns]
    body = [
        [
            _letter(summary.rows, place, look, styles),
            Paragraph(markup(row.indicator, Face.REGULAR, look.faces), styles.cell),
            *(_number(column.cell(row), centred, look, bold=column is bold) for column in columns),
        ]
        for place, row in enumerate(summary.rows)
    ]
    widths = [_LETTER, names, *(column.width for column in columns)]
    return Table(
        [["", "", *heads], *body], widths, style=_lines(summary.rows, look), repeatRows=1, hAlign="RIGHT"
    )


def side_by_side(left: Flowable, right: Flowable, left_width: float, right_width: float) -> Flowable:
    """Return two pieces beside each other, the lower one in the middle."""
    style = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *_no_padding()]
    return Table([[left, right]], [left_width, right_width], style=style)


def height_of(piece: Flowable, width: float) -> float:
    """Return how high a piece is at a width, in points."""
    return float(piece.wrap(width, 10_000.0)[1])


def columns_of(pieces: list[Flowable], width: float) -> Flowable:
    """Return pieces in two columns, read downwards."""
    half = -(-len(pieces) // 2)
    rows = [[piece, *pieces[place + half : place + half + 1]] for place, piece in enumerate(pieces[:half])]
    filled = [row if len(row) == 2 else [*row, ""] for row in rows]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), *_no_padding()]
    return Table(filled, [width / 2] * 2, style=style)


def change_mark(change: int | None) -> str:
    """Return the distance travelled as a sign and steps; nothing where there is no time before."""
    if change is None:
        return ""
    if change == 0:
        return "="
    return f"▲{change}" if change > 0 else f"▼{-change}"


def _columns(summary: SessionSummary, phrases: Phrases) -> list[_Column]:
    columns = [_Column(phrases.text("now"), lambda row: _rating(row.now))]
    if summary.last_on:
        columns.insert(0, _Column(phrases.text("last"), lambda row: _rating(row.last)))
    if summary.start_on:
        columns.insert(0, _Column(phrases.text("start"), lambda row: _rating(row.start)))
        columns.append(_Column("", lambda row: change_mark(row.change), _CHANGE))
    return columns


def _said_by(voice: SeriesKind, row: SummaryRow) -> str:
    ratings = {
        SeriesKind.PERSON: row.now,
        SeriesKind.PRACTITIONER: row.practitioner,
        SeriesKind.AGREED: row.agreed,
    }
    return _rating(ratings[voice])


def _rating(rating: int | None) -> str:
    return GAP if rating is None else str(rating)


def _number(text: str, style: ParagraphStyle, look: Look, *, bold: bool) -> Paragraph:
    face = Face.BOLD if bold else Face.REGULAR
    return Paragraph(markup(text, face, look.faces), ParagraphStyle("cell", style, fontName=face.value))


def _letter(rows: tuple[SummaryRow, ...], place: int, look: Look, styles: Styles) -> Paragraph | str:
    row = rows[place]
    if place and rows[place - 1].area_letter == row.area_letter:
        return ""
    colour = HexColor(look.palette.area(row.area_token).colour)
    style = ParagraphStyle("letter", styles.cell, fontName=Face.BOLD.value, textColor=colour)
    return Paragraph(markup(row.area_letter, Face.BOLD, look.faces), style)


def _lines(rows: tuple[SummaryRow, ...], look: Look) -> list[Any]:
    frame = HexColor(look.palette.frame)
    starts = [
        1,
        *(place + 2 for place, (a, b) in enumerate(pairwise(rows)) if a.area_letter != b.area_letter),
    ]
    return [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        *_no_padding(),
        ("TOPPADDING", (0, 0), (-1, -1), 2.1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.3),
        *(("LINEABOVE", (1, start), (-1, start), 0.6, frame) for start in starts),
    ]


def _no_padding() -> list[Any]:
    sides = ("LEFTPADDING", "RIGHTPADDING", "TOPPADDING", "BOTTOMPADDING")
    # even an empty cell would bring a typeface that is not embedded
    face = ("FONTNAME", (0, 0), (-1, -1), Face.REGULAR.value)
    return [face, *((side, (0, 0), (-1, -1), 0) for side in sides)]
