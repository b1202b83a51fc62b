"""Hears from a Linux desktop that the screen was locked, or that the machine is about to sleep.

It must not send anything. A message bus is a file of this machine, reached by no network; only if it is there
already is it listened to, and where there is none, nothing happens.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

SCREEN_SAVERS: Final = tuple(
    f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce")
)
"""Each desktop's own word for the same signal; KDE, LXQt and others say `freedesktop`."""

LOGIN: Final = "org.freedesktop.login1"
_SYSTEM_BUSES: Final = ("/run/dbus/system_bus_socket", "/var/run/dbus/system_bus_socket")


class DesktopBus(QObject):
    """Listens as soon as it is made, until it is deleted."""

    away = Signal()
    """The screen was locked, or the machine goes to sleep."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if _session_bus_is_there():
            self._listen_to_screen_savers(QDBusConnection.sessionBus())
        if _system_bus_is_there():
            self._listen_to_login(QDBusConnection.systemBus())

    def _listen_to_screen_savers(self, bus: QDBusConnection) -> None:
        for name in SCREEN_SAVERS:
            self._hear(bus, ("", "", name, "ActiveChanged"), "changed(bool)")

    def _listen_to_login(self, bus: QDBusConnection) -> None:
        self._hear(bus, (LOGIN, "", f"{LOGIN}.Manager", "PrepareForSleep"), "changed(bool)")
        # where the desktop does not tell which session is ours, anybody's lock is taken for our own
        path = session_path(os.environ.get("XDG_SESSION_ID", ""))
        self._hear(bus, (LOGIN, path, f"{LOGIN}.Session", "Lock"), "locked()")

    def _hear(self, bus: QDBusConnection, said: tuple[str, str, str, str], slot: str) -> None:
        """Listen to one signal: who says it, from which path, in which interface, and its name."""
        bus.connect(*said, self, SLOT(slot))  # type: ignore[call-overload]  # the stub wants bytes, which Qt refuses

    @Slot(bool)
    def changed(self, begins: bool) -> None:
        """Hear that sleep or a locked screen begins, or ends."""
        if begins:
            self.away.emit()

    @Slot()
    def locked(self) -> None:
        """Hear that the session shall be locked."""
        self.away.emit()


def session_path(session_id: str) -> str:
    """Return the bus path of a login session; an empty one stands for any session."""
    if not session_id:
        return ""
    plain = session_id.isascii() and session_id.isalnum()
    first, rest = session_id[0], session_id[1:]
    spelled = (first if first.isalpha() else f"_{ord(first):02x}") + rest
    # systemd numbers its sessions, with a letter before the number at most
    return f"/org/freedesktop/login1/session/{spelled}" if plain else ""


def _session_bus_is_there() -> bool:
    # asked for a bus that is not there, the library would start one
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return bool(runtime) and Path(str(runtime), "bus").exists()


def _system_bus_is_there() -> bool:
    own = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS")
    return bool(own) or any(Path(each).exists() for each in _SYSTEM_BUSES)
