"""Notices that nobody has touched the keyboard, the mouse, the screen or a pen for a while.

It must not decide what happens then, nor keep an event from whoever it was meant for.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletRelease,
        QEvent.Type.NativeGesture,
        QEvent.Type.InputMethod,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        # a screen reader or a switch presses buttons without any of these; what it does moves the focus
        QEvent.Type.FocusIn,
    }
)


class IdleWatch(QObject):
    """An event filter over the whole application that emits `idle` after the set time."""

    idle = Signal()
    lock_asked = Signal()
    """Ctrl+L was pressed in a dialog or a menu, which keep the window's own key from working."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.idle)

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
            if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _asks_lock(event):
                self.lock_asked.emit()
        return False


def _asks_lock(event: QKeyEvent) -> bool:
    held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    if not held or event.key() != Qt.Key.Key_L:
        return False
    return bool(QApplication.activeModalWidget() or QApplication.activePopupWidget())
