"""Whether the machine's clock can be right, judged by what is certain: the record and the program itself.

It must not refuse anything: a clock is a claim, and work goes on with a wrong one.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

SLACK: Final = timedelta(hours=1)
"""So much a clock may be put back when somebody sets it right."""
LONG: Final = timedelta(days=60)
"""After so long without an entry, a clock that runs ahead is as likely as a long pause."""


class ClockDoubt(StrEnum):
    """Why the clock may be wrong."""

    BEFORE_RECORD = "before-record"
    """Something was written later than now."""
    BEFORE_PROGRAM = "before-program"
    """The program was made later than now."""
    LONG_AFTER = "long-after"
    """The last entry was written more than sixty days ago."""


def doubt(now: datetime, last_entry: datetime | None, made_on: date) -> ClockDoubt | None:
    """Return why the clock may be wrong; None if nothing speaks against it.

    `last_entry` is when the newest entry of the log claims to have been made, with its time zone.
    """
    if now.date() < made_on:
        return ClockDoubt.BEFORE_PROGRAM
    if last_entry is None:
        return None
    if now < last_entry - SLACK:
        return ClockDoubt.BEFORE_RECORD
    return ClockDoubt.LONG_AFTER if now - last_entry > LONG else None
