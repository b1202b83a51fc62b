"""A passphrase for a PDF is one that every program can take, typed on any keyboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.export_errors import PdfPassphraseError
from iroc_desktop.domain.pdf_passphrases import LEAST, MOST_BYTES, prepared
from iroc_desktop.domain.store_errors import PassphraseTooShortError


@pytest.mark.parametrize(
    "plain", ["seven quiet horses", "1234567890", "el caballo bebé ñu", "شجرة شجرة شجرة", "x" * MOST_BYTES]
)
def test_ordinary_words_stay_as_they_are(plain: str) -> None:
    assert prepared(plain) == plain


def test_composed_and_decomposed_letters_are_the_same_passphrase() -> None:
    assert prepared("el caballo bebe\u0301") == prepared("el caballo beb\u00e9")


def test_what_cannot_be_seen_does_not_count() -> None:
    assert prepared("seven\u00ad quiet\u200b\u00a0horses") == "seven quiet horses"


@pytest.mark.parametrize("short", ["", "x" * (LEAST - 1), " " * 40, "\u00ad" * 40, "a" + " " * 30])
def test_too_short_is_told_with_the_least(short: str) -> None:
    with pytest.raises(PassphraseTooShortError) as told:
        prepared(short)
    assert told.value.least == LEAST


@pytest.mark.parametrize(
    "bad",
    [
        "x" * (MOST_BYTES + 1),
        "ñ" * MOST_BYTES,
        "x" * 12 + "\ud800",
        "x" * 12 + "\t",
        "x" * 12 + "\ufffc",
        "شجرة tree شجرة",
        "شجرة شجرة شجرة 1",
    ],
)
def test_what_other_programs_could_not_take_is_refused(bad: str) -> None:
    with pytest.raises(PdfPassphraseError) as told:
        prepared(bad)
    assert told.value.most == MOST_BYTES


@given(st.text(st.characters(), max_size=200))
def test_any_words_are_taken_or_refused_and_taking_them_twice_changes_nothing(words: str) -> None:
    try:
        once = prepared(words)
    except ExpectedError:
        return
    assert len(once.encode("utf-8")) <= MOST_BYTES
    assert prepared(once) == once
