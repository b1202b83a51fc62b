"""A toolkit page that a person filled in: their answers, part by part, with what was asked.

It must not need the page to be read again: pages change and go away, what somebody wrote stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from iroc_desktop.domain.operations import JsonValue

NOTHING: Final[Mapping[str, JsonValue]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One page filled in by or with one person.

    `answers` and `asked` go by the ids of the page's parts. The kinds of answers, as plain JSON: text, a
    string; list, a list of strings; scale, an integer or null; table, a list of rows, each a list of
    strings; choice, a list of the ids of what was chosen. A part without an answer may be missing.
    """

    id: str
    person_id: str
    page_id: str
    title: str = field(repr=False)
    """The page's title when it was filled in."""
    language: str
    """The language it was filled in, a code such as "es"."""
    held_on: date
    """The day it was filled in."""
    answers: Mapping[str, JsonValue] = field(default_factory=lambda: NOTHING, repr=False)
    asked: Mapping[str, str] = field(default_factory=lambda: NOTHING, repr=False)
    """What each answered part asked, so that it can be read without its page."""
    session_id: str = ""
    """The session it was filled in; empty outside of one."""
    removed: bool = False
    """True when it was taken off the person's list; it can come back."""

    @property
    def empty(self) -> bool:
        """Return whether nothing was answered."""
        return not any(is_answered(each) for each in self.answers.values())


def text_answer(value: JsonValue) -> str:
    """Return the answer of a text part; empty for anything that is no text."""
    return value if isinstance(value, str) else ""


def lines_answer(value: JsonValue) -> tuple[str, ...]:
    """Return the answer of a list part, or the ids of a choice part; empty for anything else."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        return ()
    return tuple(each if isinstance(each, str) else "" for each in value)


def step_answer(value: JsonValue) -> int | None:
    """Return the answer of a scale part; None for anything that is no whole number."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def rows_answer(value: JsonValue) -> tuple[tuple[str, ...], ...]:
    """Return the answer of a table part; empty for anything that is no table."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        return ()
    return tuple(lines_answer(each) for each in value)


def is_answered(value: JsonValue) -> bool:
    """Return whether an answer of any kind says something."""
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, Sequence):
        return any(is_answered(each) for each in value)
    return value is not None
