"""Tables as files for spreadsheet programs: CSV, and XLSX whose cells are text and numbers only.

It must not write a file, not even a temporary one, nor let any cell become a formula or a link.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from typing import Any, Final

from xlsxwriter import Workbook

from iroc_desktop.domain.spreadsheets import Cell, Table, disarmed, readable

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
"""Without it, Excel reads accents wrongly."""

MOST_UNITS: Final = 32_767
"""UTF-16 units that a cell of XLSX can hold."""
MOST_EXACT: Final = 10**15
"""Whole numbers from here on lose digits in a spreadsheet, so they are written as text."""

_CUT: Final = "…"
_LONGEST_NAME: Final = 31
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\\n\t]")
_NEVER: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The moment in a file's properties: the same table gives the same bytes, and tells no time of work."""

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def csv_bytes(table: Table) -> bytes:
    """Return a table as CSV: UTF-8 with its mark, commas, every text quoted, dates as in ISO 8601."""
    stream = StringIO(newline="")
    writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([disarmed(column) for column in table.columns])
    writer.writerows([_for_csv(cell) for cell in row] for row in table.rows)
    return BYTE_ORDER_MARK + stream.getvalue().encode("utf-8")


def xlsx_bytes(tables: Iterable[Table]) -> bytes:
    """Return tables as one XLSX file with a sheet for each; at least one is needed.

    Text is text whatever it begins with, and what is longer than a cell can hold ends with "…".
    """
    stream = BytesIO()
    book = Workbook(stream, _OPTIONS)
    book.set_properties({"author": "", "created": _NEVER})
    names: set[str] = set()
    for table in tables:
        sheet = book.add_worksheet(_sheet_name(table.name, names))
        for place, row in enumerate((table.columns, *table.rows)):
            _write_row(sheet, place, row)
        sheet.freeze_panes(1, 0)
    book.close()
    return stream.getvalue()


def _for_csv(cell: Cell) -> str | int | float:
    told = _told(cell)
    return disarmed(told) if isinstance(told, str) else told


def _write_row(sheet: Any, place: int, row: Iterable[Cell]) -> None:  # noqa: ANN401  # XlsxWriter has no types
    for column, cell in enumerate(row):
        told = _told(cell)
        if cell is None:
            continue
        if isinstance(told, str):
            sheet.write_string(place, column, _fitting(readable(told)))
        else:
            sheet.write_number(place, column, told)


def _told(cell: Cell) -> str | int | float:
    """Return the text or the number that stands for a cell."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str) or (math.isfinite(cell) and abs(cell) < MOST_EXACT):
        return cell
    return str(cell)


def _fitting(text: str) -> str:
    if 2 * len(text) <= MOST_UNITS:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MOST_UNITS:
        return text
    # a letter of two units that was cut in half is left out
    return units[: 2 * (MOST_UNITS - 1)].decode("utf-16-le", errors="ignore") + _CUT


def _sheet_name(wanted: str, taken: set[str]) -> str:
    """Return a name that Excel allows and that no other sheet has, whatever its capitals."""
    plain = _NOT_IN_NAMES.sub(" ", readable(wanted)).strip(" '") or "1"
    for candidate in _candidates(plain):
        if candidate.casefold() not in taken and candidate.casefold() != "history":
            taken.add(candidate.casefold())
            return candidate
    raise AssertionError("numbers do not end")


def _candidates(plain: str) -> Iterator[str]:
    yield plain[:_LONGEST_NAME].rstrip(" '")
    number = 2
    while True:
        ending = f" {number}"
        yield plain[: _LONGEST_NAME - len(ending)].rstrip(" '") + ending
        number += 1
