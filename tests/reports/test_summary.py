"""What the session summary says, and where."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject

from iroc_desktop.domain.summary import Paper, Part, Quote
from iroc_desktop.reports.writer import PdfWriter
from tests.reports.builders import (
    MY_WORDS,
    NAMES,
    STRENGTH,
    first_conversation,
    letters,
    pages,
    row,
    third_conversation,
    with_voices,
)


def dictionary(thing: PdfObject) -> DictionaryObject:
    found = thing.get_object()
    assert isinstance(found, DictionaryObject)
    return found


FOOT = re.compile(r"sheet [A-Z2-7]{4}-[A-Z2-7]{2} · page (\d+) of (\d+)")


def test_a_typical_summary_is_one_sheet_and_the_journey_on_a_second(writer: PdfWriter) -> None:
    first, second = pages(writer.summary(third_conversation()))
    for said in (
        "My conversation, 24 November 2026",
        "Ana M.",
        "with Marta, Àmbit",
        "this page belongs to Ana M.",
        "Physical health went up from 4 to 5.",
        f"“{MY_WORDS}”",
        STRENGTH,
        "What matters to me now",
        "Personal network",
        "Next time: Tuesday, 23 February 2027",
        "10:00, workshop room",
        "11 of 12 rated this time.",
        "Did not want to answer this time: Participation and control",
    ):
        assert said in first, said
    assert "My journey so far" in second
    assert "My journey so far" not in first


@pytest.mark.parametrize("paper", list(Paper))
def test_every_page_says_its_number_fingerprint_and_licence(writer: PdfWriter, paper: Paper) -> None:
    summary = third_conversation(paper=paper)
    found = pages(writer.summary(summary))
    for number, page in enumerate(found, start=1):
        match = FOOT.search(page)
        assert match is not None
        assert match.groups() == (str(number), str(len(found)))
        assert f"sheet {summary.fingerprint}" in page
        assert summary.licence_line in page


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_the_sheet_has_the_size_asked_for(writer: PdfWriter, paper: Paper, size: tuple[int, int]) -> None:
    box = PdfReader(BytesIO(writer.summary(third_conversation(paper=paper)))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_the_table_shows_the_way_travelled_and_a_dash_for_a_gap(writer: PdfWriter) -> None:
    first = pages(writer.summary(third_conversation()))[0]
    assert "start last now" in first
    assert "Safety and comfort 2 2 3 ▲1" in first
    assert "Life skills 3 4 4 =" in first
    assert "Participation and control 2 2 –" in first


def test_a_first_conversation_has_no_columns_before_now_and_no_journey(writer: PdfWriter) -> None:
    (page,) = pages(writer.summary(first_conversation()))
    assert "last" not in page
    assert "start last" not in page
    assert "My journey" not in page
    assert "0 of 12 rated this time." in page
    assert "You took the time to look at your life today." in page


def test_a_gap_is_never_a_number(writer: PdfWriter) -> None:
    (page,) = pages(writer.summary(first_conversation(left_out=frozenset({Part.PICTURE}))))
    for name, _ in NAMES:
        assert re.search(re.escape(name) + r" –", page), name


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Part.NAME, "Ana"),
        (Part.PRACTITIONER, "Marta"),
        (Part.HIGHLIGHTS, "What is strong"),
        (Part.PICTURE, "last time, Aug 2026"),
        (Part.TABLE, "▲1"),
        (Part.WORDS, MY_WORDS),
        (Part.STRENGTHS, STRENGTH),
        (Part.NEXT_STEPS, "Small steps"),
        (Part.NEXT_DATE, "Next time"),
        (Part.JOURNEY, "My journey so far"),
        ("words/purpose", MY_WORDS),
        ("strength/body", "Strengths we noticed"),
    ],
)
def test_a_part_left_out_is_gone_and_the_rest_stays(writer: PdfWriter, part: str, words: str) -> None:
    whole, without = third_conversation(), third_conversation(left_out=frozenset({str(part)}))
    assert words in " ".join(pages(writer.summary(whole)))
    said = " ".join(pages(writer.summary(without)))
    assert words not in said
    assert "My conversation, 24 November 2026" in said


def test_chosen_areas_stay_when_only_the_lines_to_write_on_are_left_out(writer: PdfWriter) -> None:
    summary = third_conversation(left_out=frozenset({Part.NEXT_STEPS, Part.TABLE, Part.PICTURE, Part.WORDS}))
    assert (
        "What matters to me now Purpose and direction Personal network" in pages(writer.summary(summary))[0]
    )


def test_a_long_note_flows_over_pages_and_nothing_is_cut(writer: PdfWriter) -> None:
    note = " ".join(f"word{number}" for number in range(2400))
    pdf = writer.summary(third_conversation(words=(Quote("words/a", "Mental health", note),)))
    assert len(pages(pdf)) > 4
    body = [FOOT.sub("", page).replace("Open wording, not the licensed text. ·", "") for page in pages(pdf)]
    said = re.findall(r"word\d+", " ".join(body))
    assert said == note.split()


def test_a_word_without_end_is_broken_and_whole(writer: PdfWriter) -> None:
    word = "".join(chr(ord("a") + number % 26) for number in range(10_000))
    pdf = writer.summary(third_conversation(strengths=(Quote("strength/a", "Hope", word),), focus=()))
    said = re.sub(r"Openwording,notthelicensedtext\.·sheet\w{4}-\w{2}·page\dof\d", "", letters(pdf))
    assert word in said


def test_extremes_everywhere_still_make_pages(writer: PdfWriter) -> None:
    summary = third_conversation(
        shown_name="Ana " * 300,
        practitioner="M" * 2000,
        organisation="O" * 2000,
        next_note="note " * 2000,
        focus=("A long name of an area " * 30,) * 3,
        licence_line="Wording. " * 60,
        rows=tuple(row(place % 12, 1, 2, 3) for place in range(60)),
        points=(),
    )
    said = " ".join(pages(writer.summary(summary)))
    assert said.count("Ana ") >= 300
    assert said.count("note ") >= 1990


@pytest.mark.parametrize("language", ["en", "es"])
def test_dates_follow_the_documents_language(writer: PdfWriter, language: str) -> None:
    said = pages(writer.summary(third_conversation(language=language)))[0]
    assert {"en": "24 November 2026", "es": "24 de noviembre de 2026"}[language] in said


def test_practice_prints_are_marked_on_every_page_and_real_ones_never(writer: PdfWriter) -> None:
    marked = pages(writer.summary(third_conversation(practice=True)))
    assert all("Practice: not a real person" in page for page in marked)
    assert not any("Practice" in page for page in pages(writer.summary(third_conversation())))


def test_the_same_snapshot_gives_the_same_bytes(writer: PdfWriter) -> None:
    assert writer.summary(third_conversation()) == writer.summary(third_conversation())


def test_file_properties_say_nothing_about_anybody_and_name_the_language(writer: PdfWriter) -> None:
    reader = PdfReader(BytesIO(writer.summary(third_conversation(language="es"))))
    properties = " ".join(str(value) for value in (reader.metadata or {}).values())
    for name in ("Ana", "Marta", "Àmbit", "anonymous", "2026"):
        assert name not in properties
    assert str(dictionary(reader.trailer["/Root"])["/Lang"]) == "es"


def test_every_typeface_is_embedded(writer: PdfWriter) -> None:
    reader = PdfReader(BytesIO(writer.summary(third_conversation(shown_name="Ана 😀"))))
    seen = set()
    for page in reader.pages:
        for font in dictionary(dictionary(page["/Resources"])["/Font"]).values():
            described = dictionary(dictionary(font)["/FontDescriptor"])
            assert "/FontFile2" in described
            seen.add(str(dictionary(font)["/BaseFont"]).split("+")[-1])
    assert any("Atkinson" in name for name in seen)
    assert any("DejaVu" in name for name in seen)
    assert any("Emoji" in name for name in seen)


def test_charts_are_drawn_as_lines_and_words_never_as_pixels(writer: PdfWriter) -> None:
    reader = PdfReader(BytesIO(writer.summary(third_conversation())))
    assert not any(page.images for page in reader.pages)
    assert "last time, Aug 2026" in reader.pages[0].extract_text()


def test_markup_in_words_is_printed_as_typed(writer: PdfWriter) -> None:
    typed = 'if a < b & c > d then <font color="red">{red}</font>'
    summary = third_conversation(
        words=(Quote("words/a", "<b>Hope</b>", typed),), shown_name="<i>Ana</i> & {x}"
    )
    said = " ".join(pages(writer.summary(summary)))
    assert typed in said
    assert "<b>Hope</b>" in said
    assert "<i>Ana</i> & {x}" in said


def test_a_snapshot_has_no_room_for_practitioner_only_notes() -> None:
    fields = set(type(third_conversation()).__dataclass_fields__)
    assert not {name for name in fields if "private" in name}


def test_two_conversations_compare_with_the_start(writer: PdfWriter) -> None:
    summary = third_conversation()
    rows = tuple(replace(each, last=None) for each in summary.rows)
    said = pages(writer.summary(replace(summary, rows=rows, last_on=None, points=summary.points[1:])))
    assert "start now" in said[0]
    assert "last" not in said[0]


def test_other_voices_stand_beside_the_persons_on_the_second_sheet(writer: PdfWriter) -> None:
    first, second = pages(writer.summary(with_voices(third_conversation())))
    assert "How each of us sees it" in second
    assert "me practitioner agreed" in second
    assert "Life skills 4 5 4" in second
    assert "Valuing myself 3 – –" in second
    assert "practitioner" not in first


def test_other_voices_can_be_left_out_and_are_not_there_where_nobody_gave_any(writer: PdfWriter) -> None:
    without = with_voices(third_conversation()).without({Part.VOICES})
    for summary in (without, third_conversation()):
        assert "How each of us sees it" not in "".join(pages(writer.summary(summary)))


def test_a_sheet_from_before_there_were_other_voices_keeps_its_fingerprint() -> None:
    assert third_conversation().fingerprint == "Q5UE-2H"
    assert with_voices(third_conversation()).fingerprint != third_conversation().fingerprint
