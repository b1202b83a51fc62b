"""The sheet that opens a record when a passphrase is forgotten."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from iroc_desktop.domain.recovery import groups_from
from iroc_desktop.domain.summary import Paper
from iroc_desktop.reports.writer import PdfWriter
from tests.reports.builders import pages

GROUPS = groups_from(bytes(range(100, 116)))


def test_all_groups_stand_on_one_page_with_their_numbers(writer: PdfWriter) -> None:
    for paper in Paper:
        (page,) = pages(writer.recovery_sheet(GROUPS, "en", paper))
        for number, group in enumerate(GROUPS, start=1):
            assert f"{number} {group[:3]} {group[3:]}" in page
        assert "Keep this sheet in a safe" in page
        assert "page 1 of 1" in page


def test_its_properties_do_not_say_what_it_opens(writer: PdfWriter) -> None:
    reader = PdfReader(BytesIO(writer.recovery_sheet(GROUPS, "en", Paper.A4)))
    properties = " ".join(str(value) for value in (reader.metadata or {}).values()).lower()
    assert "recovery" not in properties
    assert not any(group in properties for group in GROUPS)


def test_it_is_the_same_twice(writer: PdfWriter) -> None:
    sheets = {writer.recovery_sheet(GROUPS, "en", Paper.LETTER) for _ in range(2)}
    assert len(sheets) == 1
