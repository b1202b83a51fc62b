"""What is refused as ambiguous, and what is read.

These tests must not rely on how the parser words its errors.
"""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iroc_desktop.exchange.strict_json import NotStrictError, strict

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_what_the_program_could_write_comes_back(value: object) -> None:
    assert strict(json.dumps(value, ensure_ascii=False).encode()) == value


@pytest.mark.parametrize(
    "line",
    [
        b"NaN",
        b"[Infinity]",
        b"-Infinity",
        b"1.5",
        b"1e3",
        b"9007199254740993",
        b"1" * 5_000,
        b'{"a":1,"a":2}',
        rb'"\ud800"',
        rb'{"\udc00":1}',
        rb'"\u0000"',
        b"\xff",
        b"",
        b"{",
        b"1 2",
        b"[" * 50 + b"]" * 50,
        b"[" * 100_000,
        b"\xef\xbb\xbf{}",
    ],
)
def test_what_could_be_read_in_more_than_one_way_is_refused(line: bytes) -> None:
    with pytest.raises(NotStrictError):
        strict(line)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(line: bytes) -> None:
    with suppress(NotStrictError):
        strict(line)


def test_a_refusal_says_nothing_of_the_content() -> None:
    with pytest.raises(NotStrictError) as told:
        strict(b'{"name": "Ana", ')
    assert "Ana" not in str(told.value)
    assert told.value.__cause__ is None
