"""The plan before it is printed: what is seen is what goes to paper, and printing is noted."""

from __future__ import annotations

from pathlib import Path

import pytest

from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.summary import Paper
from iroc_desktop.ui.screens.plan.sheet_presenter import PlanSheetPresenter, SheetState
from iroc_desktop.ui.screens.plan.sheet_view import PlanSheetView
from tests.fakes.desk import ImmediateRunner
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.plan.scene import PERSON, Scene
from tests.ui.screens.stage import Exits


class Sheet:
    """A presenter on a filled plan."""

    def __init__(self) -> None:
        self.scene = Scene().filled()
        self.exits = Exits()
        self.presenter = PlanSheetPresenter(
            self.scene.desk.plan_sheets, ImmediateRunner(), self.exits, PERSON, Paper.A4
        )
        self.presenter.open()

    @property
    def state(self) -> SheetState:
        """Return the newest state."""
        return self.presenter.state


def test_the_sheet_is_in_the_persons_language_until_another_is_chosen() -> None:
    sheet = Sheet()
    assert sheet.state.sheet is not None
    first = sheet.state.sheet.language
    sheet.presenter.write_in("es")
    assert sheet.state.sheet is not None
    assert (first, sheet.state.sheet.language) == ("en", "es")


def test_what_was_printed_is_noted_and_what_was_refused_is_not() -> None:
    sheet = Sheet()
    sheet.presenter.print(lambda pdf: False)
    assert sheet.state.printer_failed
    assert sheet.state.done is None
    sheet.presenter.print(lambda pdf: True)
    assert sheet.state.done is Action.PRINTED


def test_it_is_saved_whole(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.presenter.save_as(tmp_path / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == sheet.state.pdf
    assert sheet.state.done is Action.EXPORTED


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_and_everything_has_a_name(stage: Stage, scale: int) -> None:
    sheet = Sheet()
    view = PlanSheetView(sheet.presenter, stage.look(scale), ("en", "es"))
    page = stage.show(view)
    assert misfits(page) == []
    assert unnamed(page) == []
    view.leave()
