"""Every screen of the real program says what takes the keyboard, and Tab goes round all of it, once.

These tests must not be satisfied by an empty screen: each has to have something to press.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QWidget

from iroc_desktop.app.player import Player
from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.session import STAGES
from iroc_desktop.system.paths import DataFolder
from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.main_window.window import MainWindow
from tests.ui.accessibility.spoken import gaps, silences, takers

LEAST = 3
"""As few stops as the screen with the fewest has."""


@pytest.fixture(params=["en", "es"])
def player(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Player]:
    language: str = request.param
    playing = Player(DataFolder(tmp_path), Settings(language=language))
    try:
        yield playing
    finally:
        playing.stop()


def faults(player: Player) -> list[str]:
    window = player.application.window
    assert len(takers(window)) >= LEAST
    return silences(window) + gaps(window)


def somebody(player: Player, *, planned: bool = False) -> str:
    """Return the id of a practice person, with a plan if wanted."""
    lines = player.do(lambda: player.desk.people.find(""))
    everybody = (line.person.id for line in lines)
    return next(each for each in everybody if not planned or _has_plan(player, each))


def _has_plan(player: Player, person_id: str) -> bool:
    return player.do(lambda: player.desk.plans.active(person_id)) is not None


def places(player: Player) -> dict[str, Callable[[], None]]:
    """Return a way to every screen that is not a stage of a session."""
    work, one = player.workplace, somebody(player, planned=True)
    people, plans, toolkit = work.people, work.plans, work.toolkit
    return {
        "today": people.today,
        "people": people.people,
        "person": lambda: people.open_person(one),
        "new person": people.add_person,
        "known person": lambda: people.edit_person(one),
        "plan": lambda: plans.open_plan(one),
        "plan on paper": lambda: plans.print_plan(one),
        "staying well": lambda: plans.open_staying_well(one),
        "toolkit": toolkit.open_toolkit,
        "toolkit with somebody": lambda: toolkit.open_with(one),
        "settings": work.settings,
        "what was done": work.custody.team.what_was_done,
        "what they agreed to": lambda: people.open_consent(one),
        "bin": work.custody.bin.open_bin,
        "keeping times": work.custody.bin.open_keeping,
        "help": work.help,
    }


def test_the_first_start_says_everything(player: Player) -> None:
    assert faults(player) == []


def test_every_place_says_everything(player: Player) -> None:
    player.practise()
    found = {}
    for name, go in places(player).items():
        player.show(go)
        found[name] = faults(player)
    assert len(found) == len(places(player))
    assert {name: told for name, told in found.items() if told} == {}


def test_every_stage_says_everything(player: Player) -> None:
    player.practise()
    work, one = player.workplace, somebody(player)
    player.show(lambda: work.people.begin_session(one))
    found = {}
    for stage in STAGES:
        player.show(partial(work.session.to_stage, stage))
        found[stage.value] = faults(player)
    assert set(found) == {each.value for each in Stage}
    assert {name: told for name, told in found.items() if told} == {}


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (QPushButton, "has no name"),
        (QRadioButton, "has no name"),
        (lambda: _named(QWidget()), "is a "),
    ],
)
def test_a_planted_fault_is_found(player: Player, fault: Callable[[], QWidget], told: str) -> None:
    window = player.application.window
    planted = fault()
    planted.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    planted.setParent(window)
    planted.show()
    try:
        assert any(told in each for each in silences(window))
        assert silences(window) != []
    finally:
        planted.setParent(None)
        planted.deleteLater()


def test_a_page_that_tab_is_led_past_is_found(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    player.practise()
    work, one = player.workplace, somebody(player)
    player.show(lambda: work.people.begin_session(one))
    player.show(partial(work.session.to_stage, Stage.CHOOSE))
    monkeypatch.delattr(MainWindow, "focusNextPrevChild")
    assert any(each.startswith("missed: StageButton") for each in gaps(player.application.window))


def _named(widget: QWidget) -> QWidget:
    widget.setAccessibleName("something")
    return widget
