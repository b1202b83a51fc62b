"""Notices that the machine was asleep, on every system: a beat comes late, or two clocks have moved apart.

It must not decide what happens then, nor trust either clock more than the other.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

EVERY_MS: Final = 5_000
"""How often the clocks are looked at; this is also how soon after waking the sleep is noticed, at most."""

LONGEST_SECONDS: Final = 20.0
"""How late a beat may come, or how far a clock may be set right, before it counts as sleep."""

Seconds = Callable[[], float]


class Heartbeat(QObject):
    """Compares the wall clock with the steady one, which stands still during sleep on some systems only."""

    slept = Signal()

    def __init__(
        self, wall: Seconds = time.time, steady: Seconds = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._wall, self._steady = wall, steady
        self._last = (0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.beat)

    def start(self) -> None:
        """Begin to watch, from this moment."""
        self._last = self._wall(), self._steady()
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """Watch no longer, for example while locked."""
        self._timer.stop()

    def beat(self) -> None:
        """Look at both clocks, and emit `slept` if too much time has passed by either, or by one alone."""
        now = self._wall(), self._steady()
        by_wall, by_steady = now[0] - self._last[0], now[1] - self._last[1]
        self._last = now
        usual = EVERY_MS / 1000
        late = max(by_wall, by_steady) - usual > LONGEST_SECONDS
        # a wall clock that was set back may hide the sleep that came before
        apart = abs(by_wall - by_steady) > LONGEST_SECONDS
        if late or apart:
            self.slept.emit()
