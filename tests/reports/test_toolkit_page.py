"""A toolkit page on paper: blank and filled in, every kind of part, and nothing cut."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from iroc_desktop.domain.operations import JsonValue
from iroc_desktop.domain.summary import Paper
from iroc_desktop.domain.toolkit import Company, Source, ToolkitPage
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
from iroc_desktop.reports.writer import PdfWriter
from tests.fakes.toolkit import ENGLISH, page, words
from tests.reports.builders import letters, pages

ANSWERS: Mapping[str, JsonValue] = {
    "things": ["The sun on the wall", "A letter from Ana"],
    "sure": 7,
    "week": [["Monday", "Went to the yard"], ["Tuesday", ""]],
    "log": [["at nine", "in the library"], ["", ""]],
    "which": ["walk", "call"],
    "one": ["later"],
}


def sheet(answers: Mapping[str, JsonValue] | None = None, **changes: object) -> ToolkitSheet:
    made = ToolkitSheet(page(), words(), Paper.A4, answers or {})
    return replace(made, **changes)  # type: ignore[arg-type]  # each test names real fields


def only(part_id: str) -> ToolkitPage:
    return page(parts=tuple(part for part in page().parts if part.id == part_id))


def drawing(pdf: bytes, number: int = 0) -> str:
    """Return the drawing commands of a page."""
    contents = PdfReader(BytesIO(pdf)).pages[number].get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1")


def test_a_blank_sheet_says_everything_there_is_to_read(writer: PdfWriter) -> None:
    said = " ".join(pages(writer.toolkit_page(sheet())))
    for part in ENGLISH.values():
        for sentence in part.sentences():
            assert sentence in said, sentence
    assert "Good things" in said
    assert "10 minutes" in said
    assert "Tick as many as you like." in said


def test_a_filled_sheet_says_every_answer_and_keeps_the_questions(writer: PdfWriter) -> None:
    said = " ".join(pages(writer.toolkit_page(sheet(ANSWERS))))
    for answer in (
        "The sun on the wall",
        "A letter from Ana",
        "Went to the yard",
        "at nine",
        "in the library",
    ):
        assert answer in said, answer
    for part in ENGLISH.values():
        assert part.label in said


@pytest.mark.parametrize("paper", list(Paper))
def test_every_sheet_says_its_number_its_pages_and_whose_it_is(writer: PdfWriter, paper: Paper) -> None:
    made = sheet({"things": ["word " * 900]}, paper=paper)
    found = pages(writer.toolkit_page(made))
    assert len(found) > 1
    for number, each in enumerate(found, start=1):
        assert f"sheet {made.fingerprint} · page {number} of {len(found)}" in each
        assert "I.ROC Desktop toolkit, free to copy (MIT licence)" in each


def test_an_own_page_is_not_given_the_programs_licence(writer: PdfWriter) -> None:
    said = " ".join(pages(writer.toolkit_page(sheet(page=page(own=True)))))
    assert "A page of this service's own toolkit" in said
    assert "MIT" not in said


def test_the_source_of_an_idea_is_named_where_there_is_one(writer: PdfWriter) -> None:
    named = page(source=Source("Behavioural activation", "Lewinsohn, 1974"))
    said = pages(writer.toolkit_page(sheet(page=named)))[-1]
    assert "The idea comes from: Behavioural activation (Lewinsohn, 1974)." in said
    assert "The idea" not in " ".join(pages(writer.toolkit_page(sheet())))


def test_the_source_is_named_in_the_language_of_the_sheet(writer: PdfWriter) -> None:
    spanish = words("es", "Cosas buenas", source=Source("Activación conductual", "Lewinsohn, 1974"))
    named = page("good-things", words(), spanish, source=Source("Behavioural activation", "Lewinsohn, 1974"))
    said = pages(writer.toolkit_page(sheet(page=named, words=spanish)))[-1]
    assert "Activación conductual (Lewinsohn, 1974)" in said
    assert "Behavioural" not in said


def test_a_page_that_stands_in_for_another_language_says_so(writer: PdfWriter) -> None:
    assert (
        "This page is not there in Spanish yet."
        in pages(writer.toolkit_page(sheet(missing_language="es")))[0]
    )
    assert "not there in" not in pages(writer.toolkit_page(sheet()))[0]


def test_a_name_is_only_there_when_it_was_asked_for(writer: PdfWriter) -> None:
    assert "belongs to" not in " ".join(pages(writer.toolkit_page(sheet(ANSWERS))))
    assert "this page belongs to Ana" in pages(writer.toolkit_page(sheet(ANSWERS, shown_name="Ana")))[0]


def test_the_file_says_nothing_about_page_or_person(writer: PdfWriter) -> None:
    reader = PdfReader(BytesIO(writer.toolkit_page(sheet(ANSWERS, shown_name="Ana"))))
    properties = " ".join(str(value) for value in (reader.metadata or {}).values())
    assert "Toolkit page" in properties
    for hidden in ("Ana", "Good things", "sun on the wall"):
        assert hidden not in properties


def test_answers_of_three_thousand_characters_flow_on_and_nothing_is_cut(writer: PdfWriter) -> None:
    long = " ".join(f"word{number}" for number in range(420))
    assert len(long) > 3000
    answers = {"things": [long], "week": [["Monday", long.replace("word", "cell")]], "log": [["x", long]]}
    said = letters(writer.toolkit_page(sheet(answers)))
    said = re.sub(r"I\.ROCDesktoptoolkit.*?page\d+of\d+", "", said)
    assert "".join(long.split()) in said
    assert "".join(long.replace("word", "cell").split()) in said


def test_a_word_without_end_is_broken_and_whole(writer: PdfWriter) -> None:
    word = "".join(chr(ord("a") + number % 26) for number in range(3000))
    for part_id, answer in (("things", [word]), ("week", [["Monday", word]])):
        said = letters(writer.toolkit_page(sheet({part_id: answer}, page=only(part_id))))
        assert word in re.sub(r"I\.ROCDesktoptoolkit.*?page\d+of\d+", "", said)


def test_markup_in_answers_is_printed_as_typed(writer: PdfWriter) -> None:
    typed = 'if a < b & c <font color="red">{red}</font>'
    said = " ".join(pages(writer.toolkit_page(sheet({"things": [typed], "log": [[typed, ""]]}))))
    assert said.count(typed) == 2


@pytest.mark.parametrize(
    "answers",
    [
        {
            "things": None,
            "sure": "seven",
            "week": "text",
            "which": 3,
            "one": ["gone"],
            "log": [[], [1, None]],
        },
        {"sure": 99, "week": [["a"] * 40] * 40, "which": ["never heard of"], "spare": "part"},
        {"log": [["only one"]] * 200},
    ],
)
def test_answers_that_do_not_fit_the_page_still_make_a_sheet(
    writer: PdfWriter, answers: dict[str, JsonValue]
) -> None:
    assert pages(writer.toolkit_page(sheet(answers)))


def test_more_rows_than_the_page_has_are_all_printed(writer: PdfWriter) -> None:
    answers = {"log": [[f"row{number}", "there"] for number in range(60)]}
    said = " ".join(pages(writer.toolkit_page(sheet(answers))))
    assert [f"row{number}" for number in range(60)] == re.findall(r"row\d+", said)


def test_an_answer_is_seen_without_colour(writer: PdfWriter) -> None:
    for part_id, answer in (("sure", 7), ("which", ["rest"]), ("one", ["yes"])):
        blank = drawing(writer.toolkit_page(sheet(page=only(part_id))))
        filled = drawing(writer.toolkit_page(sheet({part_id: answer}, page=only(part_id))))
        # more strokes, not only another colour
        assert len(re.findall(r" [lc]\s", filled)) > len(re.findall(r" [lc]\s", blank)), part_id


def test_a_list_that_is_partly_filled_keeps_lines_to_write_on(writer: PdfWriter) -> None:
    rule = re.compile(r"\d+ \d+(?:\.\d+)? m \d+(?:\.\d+)? \d+(?:\.\d+)? l S")
    counts = [
        len(rule.findall(drawing(writer.toolkit_page(sheet({"things": said}, page=only("things"))))))
        for said in ([], ["one"], ["one", "two", "three"])
    ]
    assert counts[0] == counts[1] == counts[2] >= 3


def test_spanish_words_of_the_page_and_company_are_on_it(writer: PdfWriter) -> None:
    made = sheet(page=page(company=(Company.TOGETHER, Company.GROUP)), words=words("es", "Cosas buenas"))
    said = pages(writer.toolkit_page(made))[0]
    assert "Cosas buenas" in said
    assert "with someone" in said
    assert str(PdfReader(BytesIO(writer.toolkit_page(made))).trailer["/Root"]["/Lang"]) == "es"  # type: ignore[index]  # a dictionary


def test_the_same_sheet_gives_the_same_bytes(writer: PdfWriter) -> None:
    assert writer.toolkit_page(sheet(ANSWERS)) == writer.toolkit_page(sheet(ANSWERS))


def test_practice_sheets_are_marked(writer: PdfWriter) -> None:
    assert all("Practice" in each for each in pages(writer.toolkit_page(sheet(practice=True))))
    assert "Practice" not in " ".join(pages(writer.toolkit_page(sheet())))
