"""The real clock and real randomness, for the composition roots to hand to services.

It must not be imported by services: they get it as a port.
"""

from __future__ import annotations

import os
from datetime import date, datetime


class SystemClock:
    """The machine's own clock, right or wrong."""

    def now(self) -> datetime:
        """Return the present moment with the local zone."""
        return datetime.now().astimezone()

    def today(self) -> date:
        """Return the local day."""
        return self.now().date()


def random_id() -> str:
    """Return 32 random hexadecimal digits."""
    return os.urandom(16).hex()
