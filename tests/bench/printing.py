"""The session summary as a PDF, once everything is loaded, and very many of them.

It must not measure another page than people get: two pages, with both charts.
"""

from __future__ import annotations

from statistics import median
from typing import Final

import pypdfium2

from iroc_desktop.domain.summary import Paper, SessionSummary
from iroc_desktop.services.desk import Desk
from tests.bench.machine import resident_megabytes
from tests.bench.stopwatch import repeated, timed
from tests.bench.table import Row

MANY: Final = 1_000
_TIMES: Final = 20
_MOST_MS: Final = 60.0
_MOST_SECONDS: Final = 60.0


def printing(desk: Desk, person_id: str, many: int) -> tuple[Row, Row]:
    """Return the rows of one summary and of a thousand; only `many` of them are really written."""
    newest = desk.people.overview(person_id).history.conversations[-1]
    summary = desk.summaries.draft(newest.id, "en", Paper.A4)
    pages, first = _written(desk, summary)
    if pages != 2:
        raise AssertionError(f"a summary of {pages} pages")
    return _one(desk, summary, first), _many(desk, summary, many)


def _one(desk: Desk, summary: SessionSummary, first: float) -> Row:
    warm = median(repeated(lambda: desk.summaries.render(summary), _TIMES))
    return Row(
        "session summary PDF, two pages, two charts, warm",
        f"≤ {_MOST_MS:.0f} ms",
        f"{warm:.0f} ms (the first since the start {first:.0f} ms)",
        warm <= _MOST_MS,
    )


def _many(desk: Desk, summary: SessionSummary, many: int) -> Row:
    before = resident_megabytes()
    seconds = sum(repeated(lambda: desk.summaries.render(summary), many)) / 1000
    grown = resident_megabytes() - before
    whole = seconds * MANY / many
    how = "" if many == MANY else f", from {many}"
    return Row(
        f"{MANY:,} of them",
        f"≤ {_MOST_SECONDS:.0f} s",
        f"{whole:.0f} s{how} (memory grew by {grown:.1f} MB)",
        whole <= _MOST_SECONDS,
    )


def _written(desk: Desk, summary: SessionSummary) -> tuple[int, float]:
    pdf, took = timed(lambda: desk.summaries.render(summary))
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document), took
    finally:
        document.close()
