"""From the passphrase to *Today* on the window, and the memory there and after charts.

It must not count the key derivation, which is slow on purpose.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import Final

from tests.bench.children import figures_of
from tests.bench.seeding import EACH, Seeded
from tests.bench.table import Row

_RUNS: Final = 5
_MOST_SECONDS: Final = 0.6
_MOST_TIMES: Final = 2.0
_MOST_AT_TODAY: Final = 130.0
_MOST_AFTER_CHARTS: Final = 220.0


@dataclass(frozen=True, slots=True)
class Unlocking:
    """Medians of several sittings, each in a process of its own."""

    people: int
    today_ms: float
    """From the passphrase to *Today* drawn, without the key derivation."""
    store_ms: float
    """Of which: opening the store and its services."""
    first_page_ms: float
    """A person's page with two charts, straight from *Today*."""
    at_today: float
    """Resident memory, in MB."""
    after_charts: float


def unlocking(seeded: Seeded) -> Unlocking:
    """Unlock a record again and again, and look at some charts."""
    sittings = [
        figures_of("sitting", str(seeded.data_folder), seeded.busiest_id, seeded.usual_id)
        for _ in range(_RUNS)
    ]
    medians = {name: median(each[name] for each in sittings) for name in sittings[0]}
    return Unlocking(seeded.people, **medians)


def unlocking_rows(small: Unlocking, large: Unlocking) -> list[Row]:
    """Return the rows of unlocking two records of different size."""
    seconds, times = small.today_ms / 1000, large.today_ms / small.today_ms
    return [
        Row(
            f"unlock to Today, {small.people:,} people × {EACH} conversations (beyond the key derivation)",
            f"≤ {_MOST_SECONDS} s",
            f"{seconds:.2f} s (opening the store {small.store_ms:.0f} ms of it)",
            seconds <= _MOST_SECONDS,
        ),
        Row(
            f"the same, {large.people:,} people",
            f"≤ {_MOST_TIMES:.0f} × that",
            f"{times:.2f} × ({large.today_ms / 1000:.2f} s)",
            times <= _MOST_TIMES,
        ),
    ]


def memory_rows(measured: Unlocking) -> list[Row]:
    """Return the rows of memory."""
    return [
        Row(
            f"memory at {place}",
            f"≤ {most:.0f} MB",
            f"{held:.0f} MB",
            held <= most,
        )
        for place, most, held in (
            ("Today", _MOST_AT_TODAY, measured.at_today),
            ("the summary, after three charts", _MOST_AFTER_CHARTS, measured.after_charts),
        )
    ]
