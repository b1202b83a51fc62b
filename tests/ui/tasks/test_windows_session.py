"""Which of Windows' messages mean that nobody will be at the screen, and that each of them passes on.

These tests must not need Windows: a message is a few numbers. Windows itself has not seen this yet.
"""

from __future__ import annotations

import ctypes

import pytest
from pytestqt.qtbot import QtBot

from iroc_desktop.ui.tasks.windows_session import (
    POWER,
    SESSION_CHANGED,
    Message,
    WindowsSession,
    tells_away,
)

LOCKED, UNLOCKED, SWITCHED, SUSPEND, AWAKE, PAINT = 0x7, 0x8, 0x2, 0x4, 0x12, 0x000F


@pytest.mark.parametrize(
    ("kind", "what"), [(SESSION_CHANGED, LOCKED), (SESSION_CHANGED, SWITCHED), (POWER, SUSPEND)]
)
def test_lock_switch_and_sleep_are_told(qtbot: QtBot, kind: int, what: int) -> None:
    session = WindowsSession(1)
    told: list[None] = []
    session.away.connect(lambda: told.append(None))
    message = Message(None, kind, what)
    passed = session._filter.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(message))
    session.stop()
    assert passed is False
    assert told == [None]


@pytest.mark.parametrize(("kind", "what"), [(SESSION_CHANGED, UNLOCKED), (POWER, AWAKE), (PAINT, LOCKED)])
def test_other_messages_tell_nothing(kind: int, what: int) -> None:
    assert not tells_away(Message(None, kind, what))


@pytest.mark.usefixtures("qtbot")
def test_messages_of_other_systems_are_not_read() -> None:
    session = WindowsSession(1)
    assert session._filter.nativeEventFilter(b"xcb_generic_event_t", 1) is False
    session.stop()
