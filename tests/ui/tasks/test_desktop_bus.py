"""A locked screen and a machine about to sleep are heard on the desktop's own bus; without one, nothing is.

These tests must not touch the bus of the machine they run on: they start one of their own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from iroc_desktop.ui.tasks.desktop_bus import session_path

DAEMON, SEND = (shutil.which(name) or "" for name in ("dbus-daemon", "dbus-send"))

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not DAEMON or not SEND,
    reason="needs the message bus of a Linux desktop",
)

LISTENING: Final = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from iroc_desktop.ui.tasks.desktop_bus import DesktopBus
qt = QCoreApplication([])
bus = DesktopBus()
bus.away.connect(lambda: (print("away", flush=True), qt.exit(0)))
QTimer.singleShot(0, lambda: print("listening", flush=True))
QTimer.singleShot(20000, lambda: qt.exit(3))
sys.exit(qt.exec())
"""
LOGIN: Final = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
qt = QCoreApplication([])
bus = QDBusConnection.connectToBus(sys.argv[1], "login")
assert bus.registerService("org.freedesktop.login1")
print("there", flush=True)
sys.stdin.readline()
path, interface, name, *words = sys.argv[2:]
signal = QDBusMessage.createSignal(path, f"org.freedesktop.login1.{interface}", name)
signal.setArguments([word == "true" for word in words])
assert bus.send(signal)
sys.stdin.readline()
"""
QUIET: Final = LISTENING.replace("20000, lambda: qt.exit(3)", "1, lambda: qt.exit(3)")


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    address = f"unix:path={tmp_path}/bus"
    configuration = tmp_path / "bus.conf"
    configuration.write_text(
        f"<busconfig><type>session</type><listen>{address}</listen><policy context='default'>"
        "<allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/>"
        "</policy></busconfig>"
    )
    daemon = subprocess.Popen(
        [DAEMON, f"--config-file={configuration}", "--print-address", "--nofork"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    assert daemon.stdout.readline().startswith("unix:")
    yield address
    daemon.kill()
    daemon.communicate()


def child(program: str, *words: str, **environment: str) -> subprocess.Popen[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DBUS_", "XDG_RUNTIME", "XDG_SESSION"))
    }
    return subprocess.Popen(
        [sys.executable, "-c", program, *words],
        env={**kept, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def say(address: str, path: str, signal: str, *words: str) -> None:
    subprocess.run([SEND, f"--bus={address}", "--type=signal", path, signal, *words], check=True, timeout=10)


@pytest.mark.parametrize("desktop", ["freedesktop", "gnome", "cinnamon", "mate", "xfce"])
def test_a_locked_screen_is_heard_from_every_desktop(bus: str, desktop: str) -> None:
    heard = child(LISTENING, DBUS_SESSION_BUS_ADDRESS=bus, DBUS_SYSTEM_BUS_ADDRESS="unix:path=/nowhere")
    assert heard.stdout is not None
    assert heard.stdout.readline() == "listening\n"
    signal = f"org.{desktop}.ScreenSaver.ActiveChanged"
    say(bus, "/org/ScreenSaver", signal, "boolean:false")
    say(bus, "/org/ScreenSaver", signal, "boolean:true")
    out, _ = heard.communicate(timeout=30)
    assert (out, heard.returncode) == ("away\n", 0)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        (("/org/freedesktop/login1", "Manager", "PrepareForSleep", "true"), "away\n"),
        (("/org/freedesktop/login1/session/_32", "Session", "Lock"), "away\n"),
        (("/org/freedesktop/login1/session/_33", "Session", "Lock"), ""),
        (("/org/freedesktop/login1", "Manager", "PrepareForSleep", "false"), ""),
    ],
    ids=["sleep", "our session", "another session", "awake again"],
)
def test_the_login_service_is_heard_before_sleep_and_when_our_session_is_locked(
    bus: str, said: tuple[str, ...], heard: str
) -> None:
    login = child(LOGIN, bus, *said)
    assert login.stdout is not None
    assert login.stdin is not None
    assert login.stdout.readline() == "there\n"
    program = LISTENING if heard else LISTENING.replace("20000", "500")
    listening = child(
        program,
        DBUS_SYSTEM_BUS_ADDRESS=bus,
        DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere",
        XDG_SESSION_ID="2",
    )
    assert listening.stdout is not None
    assert listening.stdout.readline() == "listening\n"
    login.stdin.write("say\n")
    login.stdin.flush()
    out, _ = listening.communicate(timeout=30)
    login.communicate("end\n", timeout=30)
    assert login.returncode == 0
    assert out == heard


def test_without_a_bus_nothing_happens_and_nothing_is_said() -> None:
    quiet = child(QUIET, DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere", DBUS_SYSTEM_BUS_ADDRESS="")
    out, errors = quiet.communicate(timeout=30)
    assert (out, errors, quiet.returncode) == ("listening\n", "", 3)


@pytest.mark.parametrize(
    ("session", "path"),
    [
        ("2", "/org/freedesktop/login1/session/_32"),
        ("c1", "/org/freedesktop/login1/session/c1"),
        ("41", "/org/freedesktop/login1/session/_341"),
        ("", ""),
        ("../x", ""),
    ],
)
def test_a_login_session_is_found_by_its_number(session: str, path: str) -> None:
    assert session_path(session) == path
