"""Sleep shows in the clocks, whichever of them stands still meanwhile; being busy does not.

These tests must not wait: the clocks are hands that a test sets.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from iroc_desktop.ui.tasks.heartbeat import EVERY_MS, LONGEST_SECONDS, Heartbeat

USUAL = EVERY_MS / 1000


@dataclass
class Hands:
    """Two clocks."""

    wall: float = 1_000_000.0
    steady: float = 50.0

    def pass_by(self, wall: float, steady: float) -> None:
        self.wall += wall
        self.steady += steady


def beating(hands: Hands) -> tuple[Heartbeat, list[None]]:
    told: list[None] = []
    heartbeat = Heartbeat(lambda: hands.wall, lambda: hands.steady)
    heartbeat.slept.connect(lambda: told.append(None))
    heartbeat.start()
    return heartbeat, told


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(
    ("wall", "steady"),
    [(USUAL, USUAL), (USUAL + 3, USUAL + 3), (USUAL - 2, USUAL), (USUAL + LONGEST_SECONDS / 2, USUAL)],
    ids=["on time", "busy", "set back a little", "set right"],
)
def test_an_ordinary_beat_is_no_sleep(wall: float, steady: float) -> None:
    hands = Hands()
    heartbeat, told = beating(hands)
    hands.pass_by(wall, steady)
    heartbeat.beat()
    assert told == []


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(
    ("wall", "steady"),
    [(600.0, USUAL), (600.0, 600.0), (USUAL - 3600.0, USUAL), (USUAL, 600.0)],
    ids=["the steady clock stood", "both went on", "set back by an hour", "set back to hide it"],
)
def test_sleep_is_told_once(wall: float, steady: float) -> None:
    hands = Hands()
    heartbeat, told = beating(hands)
    hands.pass_by(wall, steady)
    heartbeat.beat()
    hands.pass_by(USUAL, USUAL)
    heartbeat.beat()
    assert told == [None]


@pytest.mark.usefixtures("qtbot")
def test_what_passed_while_nobody_watched_is_no_sleep() -> None:
    hands = Hands()
    heartbeat, told = beating(hands)
    heartbeat.stop()
    hands.pass_by(9_000, 9_000)
    heartbeat.start()
    hands.pass_by(USUAL, USUAL)
    heartbeat.beat()
    assert told == []


def test_it_beats_by_itself(qtbot: QtBot) -> None:
    heartbeat, _ = beating(Hands())
    assert heartbeat._timer.isActive()
    assert heartbeat._timer.interval() == EVERY_MS
