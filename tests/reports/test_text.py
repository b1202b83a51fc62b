"""Letters of every script, and characters that want to do harm."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.styles import ParagraphStyle

from iroc_desktop.reports.fonts import Face, Typefaces
from iroc_desktop.reports.text import MISSING, cleaned, markup, paragraph, runs, visual
from tests.reports.conftest import ROOT

FACES = Typefaces(ROOT / "resources" / "fonts")


def test_control_characters_go_and_lines_stay() -> None:
    assert cleaned("a\x00b\x07c\r\nd\re\u2028f\tg") == "abc\nd\ne\nf    g"


def test_letters_and_accents_typed_apart_become_one() -> None:
    assert cleaned("e\u0301 n\u0303") == "é ñ"


def test_direction_marks_that_could_turn_a_line_are_removed() -> None:
    assert cleaned("a\u202eb\u2066c\u200fd") == "abcd"


def test_half_a_character_is_an_empty_square() -> None:
    assert cleaned("a\ud800b") == f"a{MISSING}b"


def test_latin_text_stays_in_one_piece_in_its_own_face() -> None:
    assert runs("Jérôme, Łódź, niño", Face.BOLD, FACES) == [(Face.BOLD, "Jérôme, Łódź, niño")]


def test_other_scripts_and_emoji_take_the_first_face_that_has_them() -> None:
    assert runs("a Я 😀", Face.REGULAR, FACES) == [
        (Face.REGULAR, "a "),
        (Face.OTHER, "Я"),
        (Face.REGULAR, " "),
        (Face.EMOJI, "😀"),
    ]
    assert runs("Я", Face.SEMIBOLD, FACES) == [(Face.OTHER_BOLD, "Я")]


def test_a_letter_keeps_the_accents_that_stand_on_it() -> None:
    (piece,) = runs("x\u0308\u0302", Face.REGULAR, FACES)
    assert piece == (Face.OTHER, "x\u0308\u0302")


def test_what_no_typeface_has_stands_as_a_square_and_is_not_lost() -> None:
    assert runs("中", Face.REGULAR, FACES) == [(Face.OTHER, MISSING)]


def test_markup_is_escaped_and_lines_are_broken() -> None:
    assert markup("a<b>\n&c", Face.REGULAR, FACES) == "a&lt;b&gt;<br/>&amp;c"


def test_hebrew_is_turned_with_its_brackets_and_numbers_kept() -> None:
    assert visual("של (2026) עו") == "וע (2026) לש"


def test_arabic_letters_are_joined() -> None:
    shaped = visual("سلام")
    assert shaped != "سلام"[::-1]
    assert all("\ufe70" <= letter <= "\ufefc" for letter in shaped)


def test_right_to_left_lines_are_broken_before_they_are_turned() -> None:
    style = ParagraphStyle("x", fontName=Face.REGULAR.value, fontSize=11, leading=15)
    FACES.letters(Face.REGULAR)
    words = " ".join(["שלום"] * 40 + ["סוף"])
    found = paragraph(words, style, FACES, 200.0)
    found.wrap(200.0, 1000.0)
    # the last word of the text is on the last line, not on the first
    text = found.getPlainText(identify=True)
    assert text.rindex("ףוס") > text.rindex("םולש") - 40
    assert text.index("ףוס") > len(text) / 2


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_becomes_a_paragraph(text: str) -> None:
    style = ParagraphStyle("x", fontName=Face.REGULAR.value, fontSize=11, leading=15)
    FACES.letters(Face.REGULAR)
    width, height = paragraph(text, style, FACES, 120.0).wrap(120.0, 5000.0)
    assert width == 120.0
    assert height >= 0
