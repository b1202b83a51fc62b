"""No text becomes a formula, wherever a spreadsheet program begins its cells, and none is lost."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iroc_desktop.domain.spreadsheets import UNREADABLE, Table, begins_formula, disarmed, readable

SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−"
UNSEEN = " \u00a0\u3000\u200b\u200d\u2060\ufeff\u00ad\u202e\u3164\u2800\u0301\ufe0f"
SEPARATORS = '\n\t;,|"'

hostile = st.text(
    st.one_of(
        st.sampled_from(SIGNS + UNSEEN + SEPARATORS + "\r\0'\x1b_x"),
        st.characters(),
        st.characters(categories=["Cs", "Cc", "Cf"]),
    )
)


def cells_of_any_program(text: str) -> list[str]:
    """Return the pieces that some program would take for cells."""
    return re.split(f"[{re.escape(SEPARATORS)}]", text)


@given(hostile)
def test_no_piece_of_any_text_is_a_formula(text: str) -> None:
    told = disarmed(text)
    for piece in cells_of_any_program(told):
        seen = unicodedata.normalize("NFKC", piece).lstrip(UNSEEN)
        assert not seen.startswith(tuple("=+-@"))
        assert not begins_formula(piece)
    assert not told.lstrip(" ").startswith(("\t", "\r", "\n", "\0"))


@given(hostile)
def test_nothing_but_apostrophes_is_added(text: str) -> None:
    assert disarmed(text).replace("'", "") == readable(text).replace("'", "")


@given(hostile)
def test_what_is_readable_can_be_written_and_read_again(text: str) -> None:
    told = readable(text)
    assert told.encode("utf-8").decode("utf-8") == told
    assert "\r" not in told
    assert "\0" not in told
    assert readable(told) == told


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", ["", *UNSEEN, " \ufeff\u200b "])
def test_every_sign_is_held_back_after_anything_that_is_not_seen(sign: str, before: str) -> None:
    assert begins_formula(f"{before}{sign}1+1")
    assert disarmed(f"{before}{sign}1+1") == f"'{before}{sign}1+1"


@pytest.mark.parametrize("separator", SEPARATORS)
def test_a_sign_is_held_back_behind_separators_that_are_not_ours(separator: str) -> None:
    assert disarmed(f"a{separator}=1+1") == f"a{separator}'=1+1"


@pytest.mark.parametrize("begin", ["\t", "\r", "\n", " \t", "\ufeff\t"])
def test_a_cell_never_begins_with_a_tab_or_a_line_end(begin: str) -> None:
    assert disarmed(f"{begin}word").startswith("'")


@pytest.mark.parametrize(
    "plain", ["", "Ana", "a-b", "a = b", "3+4", "ana@example.org", "it's", "“quoted”", "ñandú", "👩‍🌾 farm"]
)
def test_ordinary_words_stay_as_they_are(plain: str) -> None:
    assert disarmed(plain) == plain


def test_what_no_file_can_hold_shows_as_such() -> None:
    read = readable("a\0b\ud800c\uffff\x1be\r\nf\rg")
    assert read == f"a{UNREADABLE}b{UNREADABLE}c{UNREADABLE}{UNREADABLE}e\nf\ng"


def test_a_row_under_the_wrong_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="people"):
        Table("people", ("a", "b"), (("only one",),))


def test_a_table_does_not_show_its_rows() -> None:
    assert "Zebedee" not in repr(Table("people", ("name",), (("Zebedee",),)))
