"""The staying-well plan on paper: the person's own lines whole, and nothing that tells whose they are."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader

from iroc_desktop.domain.lines import Line
from iroc_desktop.domain.staying_well import StayingWellPlan, StayingWellSection
from iroc_desktop.domain.staying_well_sheet import StayingWellSheet
from iroc_desktop.domain.summary import Paper
from iroc_desktop.reports.writer import PdfWriter
from tests.reports.builders import pages

WELL, CRISIS = StayingWellSection.KEEPS_ME_WELL, StayingWellSection.CRISIS


def sheet(*lines: Line, name: str = "") -> StayingWellSheet:
    """Return a staying-well plan that is ready for paper."""
    plan = StayingWellPlan.of("person-1", lines)
    return StayingWellSheet(plan, "en", Paper.A4, name, "2026-11-24").sealed()


def line(words: str, section: StayingWellSection = WELL, position: int = 0) -> Line:
    """Return a line of a section."""
    return Line(f"line-{section}-{position}", section.value, words, position)


def test_every_section_and_every_line_stands_on_it(writer: PdfWriter) -> None:
    printed = " ".join(pages(writer.staying_well(sheet(line("Walking"), line("Call Luc", CRISIS)))))
    for said in (
        "Staying well",
        "24 November 2026",
        "What keeps me well",
        "Walking",
        "What can throw me off",
        "First signs",
        "When it gets worse",
        "In a crisis",
        "Call Luc",
        "After a crisis",
        "My wishes in advance",
        "Who can help",
    ):
        assert said in printed


def test_it_has_a_name_only_where_one_was_wanted(writer: PdfWriter) -> None:
    assert "belongs to" not in " ".join(pages(writer.staying_well(sheet(line("Walking")))))
    named = " ".join(pages(writer.staying_well(sheet(line("Walking"), name="Ana M."))))
    assert "this page belongs to Ana M." in named


def test_sixty_lines_and_lines_without_end_are_printed_whole(writer: PdfWriter) -> None:
    short = [line(f"line-{each:02}", CRISIS, each) for each in range(60)]
    long = line("every word counts here " * 900)
    printed = pages(writer.staying_well(sheet(long, *short)))
    whole = " ".join(" ".join(printed).split())
    assert [each.words for each in short if each.words not in whole] == []
    assert whole.count("word") == 900
    assert all("Staying well" not in page for page in printed[1:])
    assert f"page {len(printed)} of {len(printed)}" in " ".join(printed[-1].split())


def test_its_properties_say_nothing_about_anybody(writer: PdfWriter) -> None:
    reader = PdfReader(BytesIO(writer.staying_well(sheet(line("Walking"), name="Ana M."))))
    properties = " ".join(str(value) for value in (reader.metadata or {}).values())
    assert "Ana" not in properties
    assert "Plan" in properties
    assert "well" not in properties


def test_another_line_another_name_and_another_paper_make_other_fingerprints() -> None:
    first = sheet(line("Walking"))
    others = (
        sheet(line("Drawing")),
        sheet(line("Walking"), name="Ana M."),
        replace(first, paper=Paper.LETTER, id="").sealed(),
    )
    assert len({each.fingerprint for each in (first, *others)}) == 4
    assert sheet(line("Walking")).id == first.id
