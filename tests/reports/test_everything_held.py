"""The record of everything held, on paper and as a bundle: complete, neutral outside, readable inside."""

from __future__ import annotations

import csv
import json
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import pytest
from pypdf import PdfReader

from iroc_desktop.domain.holdings import FORMAT, Held, Holdings, Made, without_own_notes
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.summary import Paper
from iroc_desktop.reports.writer import PdfWriter

AT = "2026-11-24T10:42:00+00:00"
NAME = "Zebedee Quixotic"


def made(number: int = 1, action: str = "wrote", reason: str = "", **fields: object) -> Made:
    return Made(f"pc-1:{number}", action, "Marta", AT, reason, fields)


def holdings(**changed: object) -> Holdings:
    talk = {"held_on": "2026-02-24", "answer/a/rating": 5, "answer/a/words": "Mornings", "focus": ["a"]}
    note = {"answer/a/private": "Ask about the dog"}
    held = (
        Held(
            Entity(EntityKind.PERSON, "z"),
            {"preferred_name": NAME, "site": "module 4"},
            (made(1, preferred_name=NAME, site="module 1"), made(2, site="module 4"), made(9, "printed")),
        ),
        Held(
            Entity(EntityKind.CONVERSATION, "c1"),
            {**talk, **note},
            (
                Made("pc-1:3", "wrote", "Marta", AT, "", {**talk, "answer/a/rating": 2}),
                Made("pc-1:4", "corrected", "Marta", AT, "misheard", {"answer/a/rating": 5}),
            ),
            in_bin=True,
        ),
        Held(
            Entity(EntityKind.STEP, "s1"),
            {"plan_id": "p1", "words": "Call Luc", "removed": True},
            (made(5, words="Call Luc"),),
        ),
        Held(Entity(EntityKind.PLAN, "p1"), {"begun_on": "2026-03-01"}, (made(6, begun_on="2026-03-01"),)),
        Held(
            Entity(EntityKind.REFLECTION, "r1"),
            {"words": "More silence next time"},
            (made(7, words="More silence next time"),),
        ),
        Held(Entity(EntityKind.CONVERSATION, "d1"), {"held_on": "2026-11-24"}, finished=False),
    )
    whole = Holdings(
        person_id="z",
        name=NAME,
        language="en",
        made_on=date(2026, 11, 24),
        paper=Paper.A4,
        organisation="The House",
        practitioner="Marta",
        held=held,
        indicators={"a": "Mental health"},
        steps={2: "almost never", 5: "most of the time"},
    )
    return replace(whole, **changed)  # type: ignore[arg-type]  # names of its own fields


def words_of(pdf: bytes) -> str:
    pages = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(pages.split())


def test_everything_is_on_paper(writer: PdfWriter) -> None:
    words = words_of(writer.everything_held(holdings()))
    for told in (
        NAME,
        "module 4",
        "Mental health: rating 5, most of the time",
        "Mornings",
        "Ask about the dog",
        "note of the practitioner",
        "was 2, almost never, now 5, most of the time. Why: misheard (Marta",
        "was module 1, now module 4",
        "It lies in the bin.",
        "It was taken away, and can come back.",
        "Call Luc",
        "More silence next time",
        "Not finished: it is on this machine only.",
        "Printed",
        "Corrected, with a reason",
    ):
        assert told in words, told


def test_the_contents_know_the_pages(writer: PdfWriter) -> None:
    long = {f"line/{number}/words": f"Line {number} " * 30 for number in range(60)}
    more = (*holdings().held, Held(Entity(EntityKind.VALUES, "z"), long))
    pdf = writer.everything_held(holdings(held=more))
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    place = next(
        number for number, page in enumerate(pages, start=1) if "Who did what, and when\nEach" in page
    )
    assert place > 2
    assert f"Who did what, and when\n8\n{place}\n" in pages[0]
    assert f"page {len(pages)} of {len(pages)}" in pages[-1].replace("\xa0", " ")


def test_its_properties_say_nothing_about_anybody(writer: PdfWriter) -> None:
    reader = PdfReader(BytesIO(writer.everything_held(holdings())))
    assert reader.metadata is not None
    assert reader.metadata.title == "Record of everything held"
    assert NAME not in repr(reader.metadata)


def test_the_same_record_is_the_same_file(writer: PdfWriter) -> None:
    assert writer.everything_held(holdings()) == writer.everything_held(holdings())
    assert writer.held_bundle(holdings()) == writer.held_bundle(holdings())


@pytest.mark.parametrize(
    "words", ["long " * 4_000, "x" * 9_000, "\n".join("ab" * 3 for _ in range(700)), "=1+1"]
)
def test_no_length_of_words_breaks_it(writer: PdfWriter, words: str) -> None:
    held = Held(Entity(EntityKind.REFLECTION, "r1"), {"words": words})
    pdf = writer.everything_held(holdings(held=(held,)))
    told = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert told.count(words[:2]) >= words.count(words[:2])


def test_practitioners_own_notes_can_be_left_out_and_the_paper_says_so(writer: PdfWriter) -> None:
    words = words_of(writer.everything_held(without_own_notes(holdings())))
    assert "Ask about the dog" not in words
    assert "left out in part" in words
    archive = zipfile.ZipFile(BytesIO(writer.held_bundle(without_own_notes(holdings()))))
    assert not any(b"Ask about the dog" in archive.read(each) for each in archive.namelist())


def test_the_bundle_holds_it_for_people_and_for_machines(writer: PdfWriter) -> None:
    archive = zipfile.ZipFile(BytesIO(writer.held_bundle(holdings())))
    assert archive.testzip() is None
    assert {"read-me.txt", "everything-held.pdf", "everything-held.json", "tables.xlsx"} <= set(
        archive.namelist()
    )
    whole = json.loads(archive.read("everything-held.json"))
    assert (whole["format"], whole["version"], whole["left_out"]) == (FORMAT, 1, [])
    talk = next(each for each in whole["records"] if each["id"] == "c1")
    assert (talk["in_bin"], talk["history"][1]["reason"]) == (True, "misheard")
    read = archive.read("tables/conversations.csv").decode("utf-8-sig")
    rows = list(csv.reader(StringIO(read)))
    assert rows[0] == ["Number", "What", "Part", "What it says"]
    assert any("Mornings" in row for row in rows)


def test_no_name_of_a_file_in_it_names_anybody(writer: PdfWriter) -> None:
    archive = zipfile.ZipFile(BytesIO(writer.held_bundle(holdings())))
    assert "Zebedee" not in " ".join(archive.namelist())
    assert {each.date_time[0] for each in archive.infolist()} == {2000}


def test_what_a_newer_machine_wrote_is_shown_as_it_was_written(writer: PdfWriter) -> None:
    held = Held(Entity(EntityKind.EXPLORATION, "e"), {"options": "a new shape", "what_works": "Walks"})
    words = words_of(writer.everything_held(holdings(held=(held,))))
    assert "a new shape" in words
    assert "Walks" in words


def test_nothing_personal_is_in_its_repr() -> None:
    assert NAME not in repr(holdings())
    assert "Mornings" not in repr(holdings())
