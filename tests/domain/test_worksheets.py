"""Worksheets: what counts as an answer, and answers of another kind than expected."""

from __future__ import annotations

from datetime import date

import pytest

from iroc_desktop.domain.operations import JsonValue
from iroc_desktop.domain.worksheets import (
    Worksheet,
    is_answered,
    lines_answer,
    rows_answer,
    step_answer,
    text_answer,
)


@pytest.mark.parametrize("value", ["", "  ", None, [], ["", " "], [["", ""], []]])
def test_blank_is_no_answer(value: JsonValue) -> None:
    assert not is_answered(value)


@pytest.mark.parametrize("value", ["yes", 0, 7, ["", "x"], [["", "x"]]])
def test_anything_said_is_an_answer_and_nought_is_a_step(value: JsonValue) -> None:
    assert is_answered(value)


@pytest.mark.parametrize("value", [None, 3, True, "text", {"a": 1}, [1, None], [["a"], "b"]])
def test_an_answer_of_another_kind_is_never_a_mistake(value: JsonValue) -> None:
    assert isinstance(text_answer(value), str)
    assert all(isinstance(line, str) for line in lines_answer(value))
    assert all(isinstance(cell, str) for row in rows_answer(value) for cell in row)
    assert step_answer(value) is None or step_answer(value) == 3


def test_a_worksheet_is_empty_until_something_is_said_and_does_not_tell_it() -> None:
    blank = Worksheet("w", "p", "page", "Title", "en", date(2026, 11, 24), {"a": [""]})
    said = Worksheet("w", "p", "page", "Title", "en", date(2026, 11, 24), {"a": ["sentinel"]})
    assert blank.empty
    assert not said.empty
    assert "sentinel" not in repr(said)
