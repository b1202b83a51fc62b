"""Whether the machine's clock can be right, asked once after the record is opened.

It must not ask again after something was written: that carries the clock's own claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from iroc_desktop.domain.machine_clock import ClockDoubt, doubt
from iroc_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Doubted:
    """A clock that may be wrong."""

    why: ClockDoubt
    says: date
    """The day it showed."""


class ClockCheck:
    """The first look at the clock."""

    def __init__(self, work: Work, made_on: date) -> None:
        """`made_on` is the day of the program's own release."""
        self._work = work
        self._made_on = made_on
        self._asked = False
        self._found: Doubted | None = None

    def doubt(self) -> Doubted | None:
        """Return why the clock may be wrong, as judged when this was first asked; None if it may be right."""
        if not self._asked:
            with self._work.begin() as unit:
                claimed = unit.log.last_claim()
            last = datetime.fromisoformat(claimed) if claimed else None
            clock = self._work.clock
            why = doubt(clock.now(), last, self._made_on)
            self._found = Doubted(why, clock.today()) if why else None
            self._asked = True
        return self._found
