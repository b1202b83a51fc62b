"""When a typed date deserves a question, because a slip is likelier than the date.

It must not refuse a date: a practitioner may know better than the machine's clock.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from iroc_desktop.domain.retention import after_months as months_later

__all__ = ["Doubt", "held_doubt", "months_later", "next_doubt"]

YEAR: Final = timedelta(days=365)


class Doubt(StrEnum):
    """Why a date looks like a slip."""

    AFTER_TODAY = "after_today"
    LONG_AGO = "long_ago"
    BEFORE_TODAY = "before_today"
    FAR_AHEAD = "far_ahead"


def held_doubt(day: date, today: date) -> Doubt | None:
    """Return what is odd about the day a conversation was held: not yet come, or more than a year back."""
    if day > today:
        return Doubt.AFTER_TODAY
    return Doubt.LONG_AGO if day < today - YEAR else None


def next_doubt(day: date, today: date) -> Doubt | None:
    """Return what is odd about the day to meet again: past, or more than two years ahead."""
    if day < today:
        return Doubt.BEFORE_TODAY
    return Doubt.FAR_AHEAD if day > today + 2 * YEAR else None
