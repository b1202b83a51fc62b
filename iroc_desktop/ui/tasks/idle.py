"""Notices that nobody has touched the keyboard or the mouse for a while.

It must not decide what happens then.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal

TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """An event filter over the whole application that emits `idle` after the set time."""

    idle = Signal()

    def __init__(self, milliseconds: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.idle)
        self.set_limit(milliseconds)

    def set_limit(self, milliseconds: int) -> None:
        """Wait this long from now on, starting now."""
        self._timer.start(milliseconds)

    def stop(self) -> None:
        """Watch no longer, for example while locked."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Start the time anew at every touch; let every event pass."""
        if event.type() in TOUCHES and self._timer.isActive():
            self._timer.start()
        return False
