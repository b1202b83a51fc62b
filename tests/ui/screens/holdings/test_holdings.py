"""Everything held, before it is handed over: what is seen is what is printed and saved, and that is noted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.summary import Paper
from iroc_desktop.services.changes import person_changed
from iroc_desktop.ui.screens.holdings.presenter import HoldingsPresenter
from iroc_desktop.ui.screens.holdings.view import HoldingsView
from tests.fakes.builders import pack, person
from tests.fakes.desk import ImmediateRunner, desk_in_memory
from tests.fakes.memory_store import MemoryStore
from tests.fakes.paper import locked_with
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.stage import Exits, WaitingRunner

PERSON = "person-1"


class Scene:
    """A presenter on somebody."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.desk = desk_in_memory(pack(), self.store)
        self.desk.people.save(person(PERSON, "Ana M."))
        self.exits = Exits()
        self.presenter = HoldingsPresenter(
            self.desk.holdings, ImmediateRunner(), self.exits, PERSON, Paper.A4
        )
        self.presenter.open()

    @property
    def noted(self) -> Action:
        """Return what was noted last."""
        return self.store.operations[-1].action


def test_everything_is_in_it_until_somebody_leaves_something_out() -> None:
    scene = Scene()
    assert scene.presenter.state.holdings is not None
    assert (scene.presenter.state.holdings.own_notes, scene.presenter.state.holdings.reflections) == (
        True,
        True,
    )
    scene.presenter.put_own_notes(wanted=False)
    scene.presenter.put_reflections(wanted=False)
    assert scene.presenter.state.holdings is not None
    assert not scene.presenter.state.holdings.own_notes
    assert not scene.presenter.state.holdings.reflections


def test_looking_is_not_noted_as_handing_over() -> None:
    scene = Scene()
    assert {each.action for each in scene.store.operations} == {Action.WROTE}


def test_a_print_is_noted_before_the_printer_has_it() -> None:
    scene = Scene()
    seen: list[Action] = []

    def send(_: bytes) -> bool:
        seen.append(scene.noted)
        return True

    scene.presenter.print(send)
    assert seen == [Action.PRINTED]
    assert scene.presenter.state.done is Action.PRINTED


def test_a_printer_that_refuses_is_told() -> None:
    scene = Scene()
    scene.presenter.print(lambda _: False)
    assert scene.presenter.state.printer_failed
    assert scene.presenter.state.done is None


def test_pdf_and_bundle_are_saved_and_noted(tmp_path: Path) -> None:
    scene = Scene()
    scene.presenter.save_pdf(tmp_path / "all.pdf")
    assert (tmp_path / "all.pdf").read_bytes() == scene.presenter.state.pdf
    assert scene.noted is Action.EXPORTED
    scene.presenter.save_bundle(tmp_path / "all.zip")
    assert (tmp_path / "all.zip").read_bytes().startswith(b"PK")
    assert scene.presenter.state.done is Action.EXPORTED


def test_what_could_not_be_saved_is_not_noted(tmp_path: Path) -> None:
    scene = Scene()
    scene.presenter.save_pdf(tmp_path / "nowhere" / "all.pdf")
    assert scene.presenter.state.problem is not None
    assert scene.noted is Action.WROTE


def test_an_older_answer_does_not_replace_a_newer_choice() -> None:
    scene, runner = Scene(), WaitingRunner()
    presenter = HoldingsPresenter(scene.desk.holdings, runner, scene.exits, PERSON, Paper.A4)
    presenter.open()
    presenter.put_own_notes(wanted=False)
    runner.run(1)
    runner.run(0)
    assert presenter.state.holdings is not None
    assert not presenter.state.holdings.own_notes


def test_it_is_gathered_again_when_something_about_the_person_changed() -> None:
    scene = Scene()
    scene.desk.people.save(replace(person(PERSON, "Ana M."), site="module 4"))
    scene.presenter.on_changes(person_changed(PERSON), None)
    assert scene.presenter.state.holdings is not None
    assert "module 4" in repr([dict(each.fields) for each in scene.presenter.state.holdings.held])


def test_files_are_named_after_nobody_and_a_passphrase_locks_the_pdf(stage: Stage, tmp_path: Path) -> None:
    scene = Scene()
    asked: list[str] = []

    def printers(_: object, name: str, paper: Paper) -> None:
        asked.append(name)

    def place(_: object, title: str, name: str, kinds: Sequence[str]) -> Path:
        asked.append(name)
        return tmp_path / name

    view = HoldingsView(scene.presenter, stage.look(), ask=place, printers=printers)
    stage.show(view)
    QTest.keyClick(view.print, Qt.Key.Key_Return)
    view.bundle.click()
    view.protecting.wanted.box.click()
    QTest.keyClicks(view.protecting.field._line, "seven quiet horses")
    view.save.click()
    assert asked == ["Record", "everything-held-2026-11-24.zip", "everything-held-2026-11-24.pdf"]
    assert scene.presenter.state.pdf is not None
    assert (tmp_path / asked[2]).read_bytes() == locked_with(scene.presenter.state.pdf, "seven quiet horses")
    view.leave()


def test_the_ticks_choose_what_is_in_it(stage: Stage) -> None:
    scene = Scene()
    view = HoldingsView(scene.presenter, stage.look())
    stage.show(view)
    view.own_notes.box.click()
    view.reflections.box.click()
    assert (scene.presenter.state.own_notes, scene.presenter.state.reflections) == (False, False)
    view.back.click()
    assert scene.exits.taken == [("open_person", PERSON)]
    view.leave()


@pytest.mark.parametrize(("scale", "stretched"), [(100, False), (100, True), (200, True)])
def test_everything_fits_and_has_a_name(stage: Stage, scale: int, stretched: bool) -> None:
    scene = Scene()
    view = HoldingsView(scene.presenter, stage.look(scale, stretched=stretched))
    stage.show(view)
    assert misfits(view) == []
    assert unnamed(view) == []
    view.leave()
