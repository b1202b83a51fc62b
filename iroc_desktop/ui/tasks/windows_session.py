"""Hears from Windows that the session was locked or switched, or that the machine is about to sleep.

It must not keep a message from the window it was meant for.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

SESSION_CHANGED: Final = 0x02B1
"""WM_WTSSESSION_CHANGE."""
POWER: Final = 0x0218
"""WM_POWERBROADCAST."""

_LEAVING: Final = frozenset({0x2, 0x4, 0x6, 0x7})
"""WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK."""
_SLEEP: Final = 0x4
"""PBT_APMSUSPEND."""


class Message(ctypes.Structure):
    """The beginning of Windows' MSG, as far as it is read here."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("kind", ctypes.c_uint),
        ("what", ctypes.c_size_t),
    )


def tells_away(message: Message) -> bool:
    """Return whether a message says that nobody will be at the screen."""
    if message.kind == SESSION_CHANGED:
        return message.what in _LEAVING
    return bool(message.kind == POWER and message.what == _SLEEP)


class WindowsSession(QObject):
    """Listens from the moment a window was named, until `stop`. Not tried on Windows yet."""

    away = Signal()

    def __init__(self, window: int, parent: QObject | None = None) -> None:
        """Take the native handle of the window that Windows tells."""
        super().__init__(parent)
        self._window = window
        self._filter = _Filter(self)
        QCoreApplication.instance().installNativeEventFilter(self._filter)  # type: ignore[union-attr]  # there is one
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(ctypes.c_void_p(window), 0)

    def stop(self) -> None:
        """Listen no longer."""
        QCoreApplication.instance().removeNativeEventFilter(self._filter)  # type: ignore[union-attr]  # there is one
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSUnRegisterSessionNotification(ctypes.c_void_p(self._window))


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, session: WindowsSession) -> None:
        super().__init__()
        self._session = session

    def nativeEventFilter(  # noqa: N802  # Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Look at the message, and let it pass."""
        if kind == b"windows_generic_MSG" and tells_away(Message.from_address(int(message))):
            self._session.away.emit()
        return False
