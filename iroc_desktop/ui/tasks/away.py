"""Whether somebody is there: no touch for a while, a screen that was locked, a machine that slept.

It must not decide what happens then.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from iroc_desktop.ui.tasks.heartbeat import Heartbeat
from iroc_desktop.ui.tasks.idle import IdleWatch


class Away(QObject):
    """All the ways in which a practitioner leaves the screen alone."""

    left = Signal()

    def __init__(self, qt: QApplication, window: QWidget) -> None:
        super().__init__()
        self._qt = qt
        self._window = window
        self._idle = IdleWatch(self)
        self._heartbeat = Heartbeat(parent=self)
        self._told: QObject | None = None
        self._idle.idle.connect(self.left)
        self._idle.lock_asked.connect(self.left)
        self._heartbeat.slept.connect(self.left)

    def watch(self, milliseconds: int) -> None:
        """Begin to watch, or go on with another limit for the time without a touch."""
        self._idle.set_limit(milliseconds)
        self._heartbeat.start()
        # a filter over the whole application makes the first window slower: only from the unlock on
        self._qt.installEventFilter(self._idle)
        if self._told is None:
            self._told = self._listen()

    def rest(self) -> None:
        """Watch no longer: there is nothing to lock."""
        self._idle.stop()
        self._heartbeat.stop()
        self._qt.removeEventFilter(self._idle)

    def stop(self) -> None:
        """Watch no longer, and leave the system alone: the program ends."""
        self.rest()
        end = getattr(self._told, "stop", None)
        if end is not None:
            end()
        self._told = None

    def _listen(self) -> QObject:
        """Return what the system itself tells; imported now, because the first window needs none of it."""
        if sys.platform == "win32":
            from iroc_desktop.ui.tasks.windows_session import WindowsSession

            session = WindowsSession(int(self._window.winId()), self)
            session.away.connect(self.left)
            return session
        if sys.platform == "linux":
            from iroc_desktop.ui.tasks.desktop_bus import DesktopBus

            bus = DesktopBus(self)
            bus.away.connect(self.left)
            return bus
        return QObject(self)
