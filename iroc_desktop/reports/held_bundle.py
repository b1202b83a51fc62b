"""Everything held on one person as one ZIP file: the PDF, a table for each part, and all of it for machines.

It must not name anybody in the names of files, nor write to a disk.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from iroc_desktop.domain.holdings import FORMAT, VERSION, Holdings, as_json
from iroc_desktop.domain.spreadsheets import Table
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.reports.spreadsheet import csv_bytes, xlsx_bytes
from iroc_desktop.services.held_words import Section, deeds, sections

PDF_NAME: Final = "everything-held.pdf"
JSON_NAME: Final = "everything-held.json"
TABLES_NAME: Final = "tables.xlsx"
READ_ME: Final = "read-me.txt"
_NEVER: Final = (2000, 1, 1, 0, 0, 0)
"""The moment in the file's entries: the same record gives the same bytes."""


def bundle(holdings: Holdings, phrases: Phrases, pdf: bytes) -> bytes:
    """Return the ZIP file."""
    tables = tuple(tables_of(holdings, phrases))
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, READ_ME, _read_me(phrases).encode("utf-8"))
        _put(archive, PDF_NAME, pdf)
        _put(archive, JSON_NAME, as_json(holdings))
        _put(archive, TABLES_NAME, xlsx_bytes(tables))
        for each in tables:
            _put(archive, f"tables/{each.name}.csv", csv_bytes(each))
    return stream.getvalue()


def tables_of(holdings: Holdings, phrases: Phrases) -> Iterator[Table]:
    """Yield a table for each part of the record, and one of who did what."""
    for section in sections(holdings, phrases):
        yield _table(section, phrases)
    about = phrases.about
    columns = (
        about("column", "When"),
        about("column", "Who"),
        about("column", "What was done"),
        about("column", "With what"),
    )
    rows = tuple((each.when, each.who, each.what, each.thing) for each in deeds(holdings, phrases))
    yield Table("who-did-what", columns, rows)


def _table(section: Section, phrases: Phrases) -> Table:
    about = phrases.about
    columns = (
        about("column", "Number"),
        about("column", "What"),
        about("column", "Part"),
        about("column", "What it says"),
    )
    rows: list[tuple[int, str, str, str]] = []
    for number, item in enumerate(section.items, start=1):
        rows += ((number, item.title, about("column", "Note"), each) for each in item.notes)
        rows += ((number, item.title, label, words) for label, words in item.facts)
        rows += ((number, item.title, about("column", "Changed later"), each) for each in item.changes)
        if not (item.notes or item.facts or item.changes):
            rows.append((number, item.title, "", ""))
    return Table(section.key, columns, tuple(rows))


def _read_me(phrases: Phrases) -> str:
    lines = (
        phrases.text("Everything this record holds about one person."),
        "",
        phrases.text("{name}: all of it, to read and to print.", name=PDF_NAME),
        phrases.text("{name}: the same in tables.", name=TABLES_NAME),
        phrases.text("tables: the same tables, one file each, for other programs."),
        phrases.text(
            "{name}: all of it for machines, with every change (format {format}, version {version}).",
            name=JSON_NAME,
            format=FORMAT,
            version=VERSION,
        ),
        "",
        phrases.text("This file is not locked. Keep it where only you can open it."),
        "",
    )
    return "\r\n".join(lines)


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _NEVER)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # for its owner only
    entry.external_attr = 0o600 << 16
    archive.writestr(entry, content)
