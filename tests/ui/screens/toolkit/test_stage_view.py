"""The toolkit as a stage of the session: with its ways at the foot, its questions, in any size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from iroc_desktop.domain.conversation import Stage as SessionStage
from iroc_desktop.services.changes import worksheet_changed
from iroc_desktop.ui.screens.toolkit.stage_view import ToolkitStage
from iroc_desktop.ui.widgets.disclosure import Disclosure
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.toolkit.toolkits import Bench, empty_pdf

PROMPTS = ("Which page would you like to take with you?", "What has helped before?")


def on(stage: Stage, scale: int = 100, *, stretched: bool = False) -> tuple[Bench, ToolkitStage]:
    """Return the stage on the screen, in a session with Ana."""
    bench = Bench()
    bench.pages.pdf = empty_pdf(1)
    page = ToolkitStage(
        bench.presenter, bench.own, stage.look(scale, stretched=stretched), {"a": "Indicator a"}, PROMPTS
    )
    stage.show(page)
    return bench, page


@pytest.fixture
def shown(stage: Stage) -> Iterator[tuple[Bench, ToolkitStage]]:
    made = on(stage)
    yield made
    made[1].leave()


def test_the_keyboard_begins_in_the_field_that_finds_pages(shown: tuple[Bench, ToolkitStage]) -> None:
    bench, page = shown
    assert QApplication.focusWidget() is page.toolkit.list.field
    QTest.keyClicks(page.toolkit.list.field, "buenas")
    QTest.keyClick(page.toolkit.list.field, Qt.Key.Key_Return)
    assert bench.open_page.page.id == "good-things"


def test_the_stages_before_and_after_are_one_press_away(shown: tuple[Bench, ToolkitStage]) -> None:
    asked: list[object] = []
    _, page = shown
    page.staged.connect(asked.append)
    page.went_on.connect(lambda: asked.append("on"))
    page.ways.back.click()
    page.ways.onward.click()
    assert asked == [SessionStage.PLAN, "on"]


def test_leaving_the_stage_keeps_what_was_typed_last_with_the_session(stage: Stage) -> None:
    bench, page = on(stage)
    bench.presenter.open("good-things")
    field = page.toolkit.page.fields["things"]
    field.setFocus()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "sun")
    page.leave()
    (kept,) = bench.worksheets.kept.values()
    assert (kept.session_id, kept.answers) == ("session-1", {"things": ["sun"]})


def test_questions_to_ask_are_folded_up_and_one_press_away(shown: tuple[Bench, ToolkitStage]) -> None:
    _, page = shown
    said = [label for label in page.findChildren(QLabel) if PROMPTS[0] in label.text()]
    asked = next(each for each in page.findChildren(Disclosure) if any(map(each.isAncestorOf, said)))
    assert not said[0].isVisible()
    asked.set_open(True)
    assert said[0].isVisible()


def test_changes_from_elsewhere_reach_the_list_of_today(shown: tuple[Bench, ToolkitStage]) -> None:
    bench, page = shown
    other = bench.another()
    other.open("letter")
    other.answer("sure", 3)
    assert page.toolkit.list.today.isHidden()
    page.on_changes(worksheet_changed("person-1"), None)
    assert not page.toolkit.list.today.isHidden()


@pytest.mark.parametrize(("scale", "stretched"), [(100, False), (100, True), (200, False)])
def test_nothing_is_cut_and_everything_has_a_name(stage: Stage, scale: int, stretched: bool) -> None:
    bench, page = on(stage, scale, stretched=stretched)
    for step in ("list", "page", "preview"):
        if step == "page":
            bench.presenter.open("good-things")
            bench.presenter.answer("sure", 4)
        if step == "preview":
            bench.presenter.preview(filled=True)
        assert misfits(page) == [], step
        assert unnamed(page) == [], step
    page.leave()
