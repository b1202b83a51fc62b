"""A sheet before it is printed: what is seen is what goes to paper, and what went to paper is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from iroc_desktop.domain.kept_sheets import SheetKind
from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.domain.summary import Paper
from iroc_desktop.services.changes import plan_changed
from iroc_desktop.ui.screens.sheet.presenter import SheetPresenter, State
from iroc_desktop.ui.screens.sheet.view import SheetView
from tests.fakes.builders import pack, person
from tests.fakes.desk import ImmediateRunner, desk_in_memory
from tests.fakes.paper import locked_with
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.stage import Exits, WaitingRunner

PERSON = "person-1"
KINDS = (SheetKind.PLAN, SheetKind.STAYING_WELL)


class Scene:
    """A presenter on a plan and a staying-well plan."""

    def __init__(self, kind: SheetKind = SheetKind.PLAN) -> None:
        self.desk = desk_in_memory(pack())
        self.desk.people.save(person(PERSON, "Ana M."))
        self.plan_id = self.desk.plans.begin(PERSON).value.id
        self.desk.outcomes.add(self.plan_id, "See my daughter")
        self.desk.staying_well.add(PERSON, StayingWellSection.KEEPS_ME_WELL, "Walking")
        self.exits = Exits()
        self.presenter = self.presenting()
        self.presenter.open(kind)

    def presenting(self) -> SheetPresenter:
        """Return a presenter that shows nothing yet."""
        return SheetPresenter(self.desk.sheets, ImmediateRunner(), self.exits, PERSON, Paper.A4)

    @property
    def state(self) -> State:
        """Return the newest state."""
        return self.presenter.state

    @property
    def kept(self) -> list[str]:
        """Return the fingerprints of what was kept."""
        return [each.fingerprint for each in self.desk.sheets.kept(PERSON)]

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of what is shown."""
        assert self.state.sheet is not None
        return self.state.sheet.fingerprint


@pytest.mark.parametrize("kind", KINDS)
def test_the_sheet_is_in_the_persons_language_until_another_is_chosen(kind: SheetKind) -> None:
    scene = Scene(kind)
    assert scene.state.sheet is not None
    first = scene.state.sheet.language
    scene.presenter.write_in("es")
    assert scene.state.sheet is not None
    assert (first, scene.state.sheet.language) == ("en", "es")
    assert scene.state.kind is kind


def test_a_plan_has_the_name_on_it_and_a_staying_well_plan_only_when_asked() -> None:
    plan, well = Scene(SheetKind.PLAN), Scene(SheetKind.STAYING_WELL)
    assert (plan.state.named, well.state.named) == (True, False)
    plan.presenter.put_name(named=False)
    well.presenter.put_name(named=True)
    assert plan.state.sheet is not None
    assert well.state.sheet is not None
    assert (plan.state.sheet.shown_name, well.state.sheet.shown_name) == ("", "Ana M.")


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_printed_is_kept_and_stays_the_same_when_the_plan_changes(kind: SheetKind) -> None:
    scene = Scene(kind)
    scene.presenter.print(lambda pdf: True)
    assert scene.state.done is Action.PRINTED
    printed = scene.state.sheet
    assert printed is not None
    scene.desk.outcomes.add(scene.plan_id, "Another thing")
    scene.desk.staying_well.add(PERSON, StayingWellSection.CRISIS, "Sit with me")
    scene.presenter = scene.presenting()
    scene.presenter.open_kept(printed.id)
    assert (scene.state.sheet, scene.state.frozen, scene.state.kind) == (printed, True, kind)
    scene.presenter.write_in("es")
    scene.presenter.on_changes(plan_changed(PERSON), None)
    assert scene.state.sheet == printed
    scene.presenter.print(lambda pdf: True)
    assert scene.kept == [printed.fingerprint]


def test_a_printer_that_refuses_is_told_and_the_sheet_is_kept_for_the_next_try() -> None:
    scene = Scene()
    scene.presenter.print(lambda pdf: False)
    assert scene.state.printer_failed
    assert scene.state.done is None
    scene.presenter.print(lambda pdf: True)
    assert scene.state.done is Action.PRINTED
    assert scene.kept == [scene.fingerprint]


def test_it_is_saved_whole_and_kept(tmp_path: Path) -> None:
    scene = Scene(SheetKind.STAYING_WELL)
    scene.presenter.save_as(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes() == scene.state.pdf
    assert scene.state.done is Action.EXPORTED
    assert scene.kept == [scene.fingerprint]


def test_an_older_answer_does_not_replace_a_newer_choice_and_nothing_old_is_printed() -> None:
    scene, runner = Scene(), WaitingRunner()
    presenter = SheetPresenter(scene.desk.sheets, runner, scene.exits, PERSON, Paper.A4)
    presenter.open(SheetKind.PLAN)
    presenter.print_on(Paper.LETTER)
    runner.run(1)
    runner.run(0)
    assert presenter.state.sheet is not None
    assert presenter.state.sheet.paper is Paper.LETTER
    presenter.print_on(Paper.A4)
    sent: list[bytes] = []

    def send(pdf: bytes) -> bool:
        sent.append(pdf)
        return True

    presenter.print(send)
    assert not sent


def test_a_plan_that_changes_elsewhere_is_drawn_again() -> None:
    scene = Scene()
    before = scene.fingerprint
    done = scene.desk.outcomes.add(scene.plan_id, "Another thing")
    scene.presenter.on_changes(done.changes, None)
    assert scene.fingerprint != before


def test_it_leads_back_to_where_it_was_made() -> None:
    scene = Scene(SheetKind.STAYING_WELL)
    scene.presenter.go_back()
    assert scene.exits.taken == [("open_staying_well", PERSON)]


def test_printing_asks_for_a_printer_under_a_neutral_name(stage: Stage, tmp_path: Path) -> None:
    scene = Scene(SheetKind.STAYING_WELL)
    asked: list[str] = []

    def printers(_: object, name: str, paper: Paper) -> None:
        asked.append(name)

    def place(_: object, title: str, name: str, kinds: Sequence[str]) -> Path:
        asked.append(name)
        return tmp_path / name

    view = SheetView(scene.presenter, stage.look(), ("en", "es"), ask=place, printers=printers)
    stage.show(view)
    QTest.keyClick(view.print, Qt.Key.Key_Return)
    view.save.click()
    assert asked == ["Plan", f"sheet-2026-11-24-{scene.fingerprint}.pdf"]
    assert (tmp_path / asked[1]).exists()
    view.leave()


def test_a_saved_sheet_opens_with_a_passphrase_where_one_is_wanted(stage: Stage, tmp_path: Path) -> None:
    scene, place = Scene(), tmp_path / "sheet.pdf"
    view = SheetView(scene.presenter, stage.look(), ("en", "es"), ask=lambda *_: place)
    stage.show(view)
    view.protecting.wanted.box.click()
    view.save.click()
    assert not place.exists()
    QTest.keyClicks(view.protecting.field._line, "seven quiet horses")
    view.save.click()
    assert scene.state.pdf is not None
    assert place.read_bytes() == locked_with(scene.state.pdf, "seven quiet horses")
    view.leave()
    assert view.protecting.passphrase() == ""


def test_a_kept_sheet_can_be_printed_but_not_changed(stage: Stage) -> None:
    scene = Scene()
    in_another = scene.desk.sheets.plan(PERSON, Paper.LETTER, "es")
    scene.desk.sheets.keep(in_another, Action.PRINTED)
    scene.presenter = scene.presenting()
    scene.presenter.open_kept(in_another.id)
    view = SheetView(scene.presenter, stage.look(), ("en",))
    stage.show(view)
    assert (view.language.value, view.paper.value) == ("es", Paper.LETTER)
    assert [each.isEnabled() for each in (view.language, view.paper, view.name.box, view.print)] == [
        False,
        False,
        False,
        True,
    ]
    view.leave()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_cut_and_everything_has_a_name(
    stage: Stage, scale: int, stretched: bool, kind: SheetKind
) -> None:
    scene = Scene(kind)
    view = SheetView(scene.presenter, stage.look(scale, stretched=stretched), ("en", "es"))
    page = stage.show(view)
    assert misfits(page) == []
    assert unnamed(page) == []
    view.leave()
