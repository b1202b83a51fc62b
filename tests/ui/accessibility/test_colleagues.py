"""The door and the screen of colleagues say what takes the keyboard, and Tab goes round all of it, once.

These tests must not be satisfied by an empty screen: each has to have something to press.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from iroc_desktop.app.player import Player
from iroc_desktop.app.surroundings import pack
from iroc_desktop.domain.people import Role
from iroc_desktop.services.practitioners import Practitioners
from iroc_desktop.system.paths import DataFolder
from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.screens.practitioners.presenter import PractitionersPresenter
from iroc_desktop.ui.screens.practitioners.state import Page
from iroc_desktop.ui.screens.practitioners.view import PractitionersView
from iroc_desktop.ui.screens.unlock.presenter import UnlockPresenter
from iroc_desktop.ui.screens.unlock.state import Step
from iroc_desktop.ui.screens.unlock.view import UnlockView
from tests.bench.seeding import PASSPHRASE, seed
from tests.ui.accessibility.spoken import gaps, silences, takers

LEAST = 3
ANAS = "words that are only Ana's"


@pytest.fixture(params=["en", "es"])
def player(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Player]:
    seed(tmp_path / "data", 2, pack().instrument)
    playing = Player(DataFolder(tmp_path / "data"), Settings(language=request.param))
    try:
        yield playing
    finally:
        playing.stop()


def faults(player: Player) -> list[str]:
    window = player.application.window
    assert len(takers(window)) >= LEAST
    return silences(window) + gaps(window)


def door(player: Player) -> UnlockPresenter:
    view = player.application.window.findChild(UnlockView)
    assert view is not None
    return view._presenter


def open_record(player: Player) -> None:
    surroundings = player.application.surroundings
    store, practitioner_id = player.do(lambda: surroundings.vault.unlock(PASSPHRASE))
    player.show(lambda: player.application.unlocked(surroundings.open_desk(store, practitioner_id)))


def colleagues(player: Player) -> tuple[Practitioners, PractitionersPresenter]:
    """Let Ana in, and show who works here."""
    open_record(player)
    practitioners = player.desk.practitioners
    assert practitioners is not None
    player.do(lambda: practitioners.let_in("Ana", Role.PRACTITIONER, PASSPHRASE, ANAS))
    player.show(player.workplace.custody.team.who_works_here)
    view = player.application.window.findChild(PractitionersView)
    assert view is not None
    return practitioners, view._presenter


def test_every_prompt_of_the_door_says_everything(player: Player) -> None:
    presenter, found = door(player), {}
    found[Step.PASSPHRASE] = faults(player)
    for step, go in ((Step.FORGOT, presenter.forgot), (Step.DIGITS, presenter.use_sheet)):
        player.show(go)
        found[step] = faults(player)
    vault = player.application.surroundings.vault
    sheet = vault.new_sheet()
    player.show(lambda: presenter.check_digits(sheet))
    found[Step.NEW_PASSPHRASE] = faults(player)
    assert len(found) == 4
    assert {step: told for step, told in found.items() if told} == {}


def test_the_way_out_of_a_damaged_record_says_everything(player: Player) -> None:
    open_record(player)
    backups = player.desk.backups
    assert backups is not None
    player.do(backups.back_up_now)
    player.show(player.application.lock)
    data = player.application.surroundings.data_folder
    (file,) = (each for each in data.rglob("iroc.db") if each.parent.name == "store")
    file.write_bytes(b"\0" * file.stat().st_size)
    presenter = door(player)
    player.show(lambda: presenter.unlock(PASSPHRASE))
    assert presenter._state.step is Step.BACKUPS
    found = [faults(player)]
    listed = presenter._state.found
    assert listed
    player.show(lambda: presenter.consider(listed[0].backup))
    found.append(faults(player))
    player.show(presenter.bring_back)
    found.append(faults(player))
    assert found == [[], [], []]
    assert presenter._state.aside is not None


def test_every_page_of_colleagues_says_everything(player: Player) -> None:
    practitioners, presenter = colleagues(player)
    ana = next(each for each in player.do(practitioners.all) if not each.is_oneself)
    ways: dict[Page, Callable[[], None]] = {
        Page.LIST: lambda: None,
        Page.ADD: presenter.add,
        Page.GIVE: lambda: presenter.give(ana),
        Page.OWN: presenter.change_own,
        Page.ROLE: lambda: presenter.consider_role(ana),
        Page.REMOVE: lambda: presenter.consider_removal(ana),
        Page.SHEET: presenter.proceed,
        Page.TYPE_BACK: presenter.proceed,
        Page.CONFIRM: lambda: _type_back(presenter),
    }
    found = {}
    for page, go in ways.items():
        player.show(go)
        assert presenter.state.page is page
        found[page] = faults(player)
    assert {page: told for page, told in found.items() if told} == {}


def test_somebody_who_is_no_lead_hears_whom_to_ask(player: Player) -> None:
    colleagues(player)
    player.show(player.application.lock)
    surroundings = player.application.surroundings
    store, ana_id = player.do(lambda: surroundings.vault.unlock(ANAS))
    player.show(lambda: player.application.unlocked(surroundings.open_desk(store, ana_id)))
    player.show(player.workplace.custody.team.who_works_here)
    assert faults(player) == []


def _type_back(presenter: PractitionersPresenter) -> None:
    groups, (first, second) = presenter.state.groups, presenter.state.asked
    typed = replace(presenter.state.typed, groups=(groups[first - 1], groups[second - 1]))
    presenter.edit(typed)
    presenter.proceed()
