"""Snapshots to print, typical ones and hostile ones, and the text of what came out."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from iroc_desktop.domain.summary import Paper, Point, Quote, SessionSummary, SummaryRow

AREAS = (("H", "home"), ("O", "opportunity"), ("P", "people"), ("E", "empowerment"))
NAMES = (
    ("Mental health", "Mental health"),
    ("Life skills", "Life skills"),
    ("Safety and comfort", "Safety"),
    ("Physical health", "Physical health"),
    ("Exercise and activity", "Activity"),
    ("Purpose and direction", "Purpose"),
    ("Personal network", "Personal network"),
    ("Social network", "Social network"),
    ("Valuing myself", "Valuing myself"),
    ("Participation and control", "Participation"),
    ("Self-management", "Self-management"),
    ("Hope for the future", "Hope"),
)
START = (2, 3, 2, 3, 2, 2, 3, 2, 2, 2, 2, 4)
LAST = (3, 4, 2, 4, 2, 3, 3, 2, 3, 2, 3, 4)
NOW = (4, 4, 3, 5, 3, 4, 3, 3, 3, None, 4, 4)
PRACTITIONER = (4, 5, 3, 5, 2, 4, 3, 4, None, 2, 4, 3)
AGREED = (4, 4, 3, 5, 3, 4, 3, 3, None, 2, 4, 4)
STEPS = (
    (1, "never"),
    (2, "almost never"),
    (3, "sometimes"),
    (4, "often"),
    (5, "most of the time"),
    (6, "all"),
)
MY_WORDS = "The workshop gives me a reason to get up."
STRENGTH = "Keeps a promise to herself, even on bad days"


def row(place: int, start: int | None, last: int | None, now: int | None) -> SummaryRow:
    """Return the row of one of the twelve indicators."""
    letter, token = AREAS[place % 12 // 3]
    name, short = NAMES[place % 12]
    before = last if last is not None else start
    change = None if now is None or before is None else now - before
    gap = "did_not_want" if now is None else ""
    return SummaryRow(letter, token, token, name, short, start, last, now, change, (now or 0) >= 5, gap)


def third_conversation(**changes: Any) -> SessionSummary:  # noqa: ANN401  # any field of the snapshot
    """Return the summary of a third conversation, with anything changed that a test names."""
    rows = tuple(row(place, *three) for place, three in enumerate(zip(START, LAST, NOW, strict=True)))
    summary = SessionSummary(
        id="summary-1",
        conversation_id="conversation-3",
        person_id="person-1",
        language="en",
        paper=Paper.A4,
        shown_name="Ana M.",
        practitioner="Marta",
        organisation="Àmbit",
        held_on="2026-11-24",
        ordinal=3,
        start_on="2026-02-10",
        last_on="2026-08-15",
        minimum=1,
        maximum=6,
        steps=STEPS,
        rows=rows,
        points=(Point("2026-02-10", START), Point("2026-08-15", LAST), Point("2026-11-24", NOW)),
        words=(Quote("words/purpose", "Purpose and direction", MY_WORDS),),
        strengths=(Quote("strength/body", "Physical health", STRENGTH),),
        focus=("Purpose and direction", "Personal network"),
        next_on="2027-02-23",
        next_note="10:00, workshop room",
        licence_line="Open wording, not the licensed text.",
        practice=False,
    )
    return replace(summary, **changes)


def first_conversation(**changes: Any) -> SessionSummary:  # noqa: ANN401  # any field of the snapshot
    """Return the summary of a first conversation in which nothing was rated or said."""
    bare = {
        "rows": tuple(row(place, None, None, None) for place in range(12)),
        "points": (Point("2026-11-24", (None,) * 12),),
        "ordinal": 1,
        "start_on": None,
        "last_on": None,
        "words": (),
        "strengths": (),
        "focus": (),
        "next_on": None,
        "next_note": "",
    }
    return third_conversation(**{**bare, **changes})


def with_voices(summary: SessionSummary) -> SessionSummary:
    """Return the summary with a practitioner's and an agreed rating on most rows."""
    others = zip(PRACTITIONER, AGREED, strict=True)
    rows = (
        replace(each, practitioner=practitioner, agreed=agreed)
        for each, (practitioner, agreed) in zip(summary.rows, others, strict=True)
    )
    return replace(summary, rows=tuple(rows))


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page, its spaces made plain."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def letters(pdf: bytes) -> str:
    """Return all letters of all pages without any space, for text that was broken into lines."""
    return "".join("".join(page.split()) for page in pages(pdf))
