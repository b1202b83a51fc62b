"""Whether the machine's clock can be right, asked once after the record is opened.

It must not ask again after something was written: that carries the clock's own claim.
"""

from __future__ import annotations

from datetime import date, datetime

from iroc_desktop.domain.machine_clock import ClockDoubt, doubt
from iroc_desktop.services.work import Work


class ClockCheck:
    """The first look at the clock."""

    def __init__(self, work: Work, made_on: date) -> None:
        """`made_on` is the day of the program's own release."""
        self._work = work
        self._made_on = made_on
        self._asked = False
        self._found: ClockDoubt | None = None

    def doubt(self) -> ClockDoubt | None:
        """Return why the clock may be wrong, as judged when this was first asked; None if it may be right."""
        if not self._asked:
            with self._work.begin() as unit:
                claimed = unit.log.last_claim()
            last = datetime.fromisoformat(claimed) if claimed else None
            self._found = doubt(self._work.clock.now(), last, self._made_on)
            self._asked = True
        return self._found
