"""Collects Python's garbage on the window's thread, and at quiet moments.

It must not let Python collect by itself: that happens on whatever thread is running, and a window's part that
dies on the worker takes the whole program with it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY_MS: Final = 3_000
"""Seldom enough not to be noticed, often enough that screens that are gone do not pile up."""


SETTLED_MS: Final = 400
"""How long after a lock everything that was on the window is gone for good."""


class Collector(QObject):
    """Takes garbage collection over while it runs."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(gc.collect)
        self._timer.start(EVERY_MS)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._finish)
        self._then: Callable[[], None] = lambda: None

    def forget(self, then: Callable[[], None]) -> None:
        """Collect what a lock left behind, kept objects included, as soon as the window is drawn.

        Call `then` a moment later, once the last of it is free.
        """
        gc.unfreeze()
        QTimer.singleShot(0, self, gc.collect)
        self.later(SETTLED_MS, then)

    def later(self, milliseconds: int, then: Callable[[], None]) -> None:
        """Collect once more after a while, and call `then`; asked again meanwhile, only the last counts."""
        self._then = then
        self._settled.start(milliseconds)

    def _finish(self) -> None:
        gc.collect()
        self._then()

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        self._settled.stop()
        gc.unfreeze()
        gc.enable()


def keep_imports() -> None:
    """Leave what exists now out of every collection until `Collector.forget`; most of it is modules.

    Looking through all of them took 70 ms, in which no key was answered.
    """
    gc.freeze()
