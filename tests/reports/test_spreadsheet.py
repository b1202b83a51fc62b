"""CSV and XLSX that were read back: no cell is a formula, numbers are numbers, and every word is there."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from xlsxwriter.worksheet import Worksheet

from iroc_desktop.domain.spreadsheets import Cell, Table, begins_formula, disarmed, readable
from iroc_desktop.reports.spreadsheet import BYTE_ORDER_MARK, MOST_UNITS, csv_bytes, xlsx_bytes
from tests.domain.test_spreadsheets import hostile

ATTACKS = (
    '=HYPERLINK("http://example.org?x="&A1,"open")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "\0=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    " =1+1",
    "\ufeff=1+1",
    "\u200b\u200d=1+1",
    "a;=1+1",
    "a\n=1+1",
    '";=1+1;"',
    "http://example.org",
    "mailto:ana@example.org",
    "internal:Sheet1!A1",
    "{=1+1}",
    "_x003D_1+1",
    "'=1+1",
    "\ud800=1+1",
    "<f>1+1</f>",
    "&#61;1+1",
    "1e5",
    "007",
    "TRUE",
    "#REF!",
)


def table(*rows: Sequence[Cell], name: str = "people") -> Table:
    return Table(name, tuple(f"column {place}" for place in range(len(rows[0]))), tuple(map(tuple, rows)))


def read_csv(content: bytes, delimiter: str = ",") -> list[list[str]]:
    assert content.startswith(BYTE_ORDER_MARK)
    text = content.removeprefix(BYTE_ORDER_MARK).decode("utf-8")
    return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=delimiter == ","))


def read_xlsx(content: bytes) -> list[list[Any]]:
    book = load_workbook(BytesIO(content))
    return [list(row) for row in book.worksheets[0].iter_rows()]


@given(st.lists(st.tuples(hostile, hostile), min_size=1, max_size=4))
@settings(deadline=None)
def test_whatever_is_said_comes_back_as_text(rows: list[tuple[str, str]]) -> None:
    made = table(*rows)
    for cells, said in zip(read_csv(csv_bytes(made))[1:], rows, strict=True):
        assert cells == [disarmed(words) for words in said]
        assert not any(map(begins_formula, cells))
    for line, said in zip(read_xlsx(xlsx_bytes([made]))[1:], rows, strict=True):
        assert [cell.value or "" for cell in line] == [readable(words) for words in said]
        assert {cell.data_type for cell in line} <= {"s", "n"}
        assert all(cell.value is None for cell in line if cell.data_type == "n")
        assert all(cell.hyperlink is None for cell in line)


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_becomes_a_formula(attack: str) -> None:
    made = Table(attack, (attack,), ((attack,),))
    for (cell,) in read_csv(csv_bytes(made)):
        assert not cell.lstrip().startswith(tuple("=+-@\t\r\0＝＋－＠"))
    content = xlsx_bytes([made])
    for (cell,) in read_xlsx(content):
        assert (cell.data_type, cell.value) == ("s", readable(attack))
    with ZipFile(BytesIO(content)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
        assert not any(
            "externalLink" in name or "rels" in name for name in archive.namelist() if "sheet1" in name
        )
    assert sheets
    assert not any(re.search(rb"<f[ >]|<hyperlink", each) for each in sheets)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_a_program_with_other_separators_finds_no_formula_either(attack: str, delimiter: str) -> None:
    made = table(("first", attack, "last"), (attack, attack, attack))
    for row in read_csv(csv_bytes(made), delimiter):
        assert not any(map(begins_formula, row)), row


def test_numbers_stay_numbers_and_dates_are_iso() -> None:
    noted = datetime(2026, 11, 24, 9, 5, tzinfo=UTC)
    row = (-3, 2.5, date(2026, 11, 24), noted, None, True, 10**17, float("nan"), "-3")
    text = csv_bytes(table(row)).removeprefix(BYTE_ORDER_MARK).decode().splitlines()[1]
    assert text == (
        '-3,2.5,"2026-11-24","2026-11-24T09:05:00+00:00","","TRUE","100000000000000000","nan","\'-3"'
    )
    cells = read_xlsx(xlsx_bytes([table(row)]))[1]
    assert [cell.value for cell in cells] == [
        -3,
        2.5,
        "2026-11-24",
        "2026-11-24T09:05:00+00:00",
        None,
        "TRUE",
        "100000000000000000",
        "nan",
        "-3",
    ]
    assert [cell.data_type for cell in cells[:2]] == ["n", "n"]


def test_accents_are_read_rightly_by_excel_and_lines_end_as_it_wants() -> None:
    content = csv_bytes(table(("ñandú\nsecond line", "“x”")))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == 2
    assert read_csv(content)[1] == ["ñandú\nsecond line", "“x”"]


def test_what_is_longer_than_a_cell_is_cut_where_it_can_be_read_and_says_so() -> None:
    long = "🙂" * MOST_UNITS
    ((_,), (cell,)) = read_xlsx(xlsx_bytes([table((long,))]))
    assert cell.value.endswith("🙂…")
    assert len(cell.value.encode("utf-16-le")) // 2 <= MOST_UNITS
    ((_,), (whole,)) = read_xlsx(xlsx_bytes([table(("x" * MOST_UNITS,))]))
    assert whole.value == "x" * MOST_UNITS
    assert read_csv(csv_bytes(table((long,))))[1] == [long]


def test_sheets_get_names_that_excel_takes_and_none_twice() -> None:
    wanted = ["a/b:[c]*?\\", "people", "PEOPLE", "x" * 40, "x" * 40, "", "'", "History", "=1+1"]
    book = load_workbook(BytesIO(xlsx_bytes([table(("y",), name=name) for name in wanted])))
    assert len({name.casefold() for name in book.sheetnames}) == len(wanted)
    assert all(0 < len(name) <= 31 for name in book.sheetnames)
    assert "history" not in {name.casefold() for name in book.sheetnames}


def test_its_properties_tell_nobody_and_no_moment_and_it_is_the_same_twice() -> None:
    made = table(("Zebedee",))
    content = xlsx_bytes([made])
    properties = load_workbook(BytesIO(content)).properties
    assert (properties.creator or "", properties.title or "", properties.lastModifiedBy or "") == ("", "", "")
    assert properties.created.year == 2000
    assert xlsx_bytes([made]) == content
    assert csv_bytes(made) == csv_bytes(made)


def test_nothing_is_written_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "temporary"
    monkeypatch.setattr("tempfile.tempdir", str(empty))
    # a temporary file could not even be made
    assert xlsx_bytes([table(("Zebedee",))])
    assert not empty.exists()


def test_a_writer_that_is_left_to_itself_would_make_a_formula(monkeypatch: pytest.MonkeyPatch) -> None:
    # the planted fault: what these tests look for is there to be found
    monkeypatch.setattr(Worksheet, "write_string", Worksheet.write_formula)
    cells = [cell for row in read_xlsx(xlsx_bytes([table(("=1+1",))])) for cell in row]
    assert "f" in {cell.data_type for cell in cells}
