"""The session summary: a frozen snapshot of everything that a print will say.

It must not hold practitioner-only notes, and once stored it is never recomputed, so a reprint is identical.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from enum import StrEnum

from iroc_desktop.domain.operations import JsonValue, canonical


class Paper(StrEnum):
    """Paper sizes of the places we know."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One indicator on the summary. A rating is None when it is a gap; `gap` then says why, in a code."""

    area_letter: str
    area_name: str
    area_token: str
    indicator: str
    short_name: str
    start: int | None
    last: int | None
    """The time before, where that is not the start itself."""
    now: int | None
    change: int | None
    """Steps moved since the time before; None where either is a gap."""
    strong: bool
    """High on the scale now: worth naming first."""
    gap: str = ""
    """The value of an `UnratedReason`, when `now` is None and the person gave a reason."""
    practitioner: int | None = None
    """The practitioner's own rating now, where the organisation keeps it."""
    agreed: int | None = None
    """What both agreed on now, where the organisation keeps it."""

    @property
    def more_voices(self) -> bool:
        """Return whether there is another rating than the person's."""
        return self.practitioner is not None or self.agreed is not None


@dataclass(frozen=True, slots=True)
class Quote:
    """What was said or noticed about one indicator."""

    key: str
    indicator: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Point:
    """One conversation on the journey: its day, and its ratings in the order of asking."""

    held_on: str
    ratings: tuple[int | None, ...]


class Part(StrEnum):
    """What can stand on the paper, in reading order; each can be left out. Quotes have keys of their own."""

    NAME = "name"
    PRACTITIONER = "practitioner"
    HIGHLIGHTS = "highlights"
    PICTURE = "picture"
    TABLE = "table"
    WORDS = "words"
    STRENGTHS = "strengths"
    FOCUS = "focus"
    NEXT_STEPS = "next_steps"
    NEXT_DATE = "next_date"
    VOICES = "voices"
    JOURNEY = "journey"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """Everything on one printed summary, in the person's language where it is content."""

    id: str
    conversation_id: str
    person_id: str
    language: str
    paper: Paper
    shown_name: str = field(repr=False)
    """As the person chose to be named."""
    practitioner: str = field(repr=False)
    organisation: str = field(repr=False)
    held_on: str
    """ISO date."""
    ordinal: int
    """1 for a first conversation."""
    start_on: str | None
    last_on: str | None
    minimum: int
    maximum: int
    steps: tuple[tuple[int, str], ...]
    """The scale's words."""
    rows: tuple[SummaryRow, ...] = field(repr=False)
    points: tuple[Point, ...] = field(repr=False)
    words: tuple[Quote, ...] = field(repr=False)
    strengths: tuple[Quote, ...] = field(repr=False)
    focus: tuple[str, ...] = field(repr=False)
    """Names of the chosen indicators."""
    next_on: str | None
    next_note: str = field(repr=False)
    licence_line: str
    practice: bool
    left_out: frozenset[str] = frozenset()
    """Keys of parts and quotes that shall not be on the paper."""

    def shows(self, key: str) -> bool:
        """Return whether a part or a quote with this key is to be printed."""
        return key not in self.left_out

    @property
    def more_voices(self) -> bool:
        """Return whether anybody besides the person rated anything."""
        return any(row.more_voices for row in self.rows)

    def without(self, keys: Iterable[str]) -> SessionSummary:
        """Return this summary with exactly these parts and quotes left out."""
        return replace(self, left_out=frozenset(keys))

    @property
    def fingerprint(self) -> str:
        """Return six letters and digits, such as "7F3K-22", that differ when anything on the paper does."""
        digest = hashlib.sha256(canonical(summary_fields(self))).digest()
        letters = base64.b32encode(digest).decode()[:6]
        return f"{letters[:4]}-{letters[4:]}"


def summary_fields(summary: SessionSummary) -> dict[str, JsonValue]:
    """Return the snapshot as plain JSON values."""
    fields = asdict(summary)
    fields["left_out"] = sorted(summary.left_out)
    fields["paper"] = summary.paper.value
    fields["rows"] = [_row_fields(row) for row in summary.rows]
    del fields["id"]
    return {name: _listed(value) for name, value in fields.items()}


def summary_from(summary_id: str, fields: dict[str, JsonValue]) -> SessionSummary:
    """Return the snapshot that `summary_fields` wrote."""
    given = dict(fields)
    return SessionSummary(
        **{
            **given,
            "id": summary_id,
            "paper": Paper(given["paper"]),
            "steps": tuple((step, word) for step, word in given["steps"]),
            "rows": tuple(SummaryRow(**row) for row in given["rows"]),
            "points": tuple(Point(each["held_on"], tuple(each["ratings"])) for each in given["points"]),
            "words": tuple(Quote(**each) for each in given["words"]),
            "strengths": tuple(Quote(**each) for each in given["strengths"]),
            "focus": tuple(given["focus"]),
            "left_out": frozenset(given["left_out"]),
        }
    )


def day(iso: str) -> date:
    """Return the date that an ISO text in a snapshot stands for."""
    return date.fromisoformat(iso)


def _row_fields(row: SummaryRow) -> dict[str, JsonValue]:
    """Return a row as it has always been written; other voices are only there where somebody gave them.

    A sheet that was printed before there were other voices keeps its fingerprint this way.
    """
    fields: dict[str, JsonValue] = asdict(row)
    return {
        name: value
        for name, value in fields.items()
        if value is not None or name not in {"practitioner", "agreed"}
    }


def _listed(value: JsonValue) -> JsonValue:
    if isinstance(value, tuple | list):
        return [_listed(each) for each in value]
    if isinstance(value, dict):
        return {key: _listed(each) for key, each in value.items()}
    return value
