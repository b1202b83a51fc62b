"""A toolkit page turned to the person: in their language, to read and to fill in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from iroc_desktop.domain.worksheets import Worksheet
from iroc_desktop.ui.screens.toolkit.fields import ListField, ScaleField
from iroc_desktop.ui.screens.toolkit.person_view import ToolkitPersonView
from tests.fakes.builders import FIRST_DAY
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.toolkit.toolkits import Bench
from tests.ui.screens.turned import SENTINEL, Check, Shown, check_right, turned


class Reading(Shown):
    """The person's page for the toolkit."""

    view: ToolkitPersonView

    def __init__(
        self,
        stage: Stage,
        page_id: str = "good-things",
        *,
        scale: int = 100,
        stretched: bool = False,
        check: Check | None = None,
    ) -> None:
        self.bench = Bench()
        others = Worksheet("other", "person-2", "letter", SENTINEL, "en", FIRST_DAY)
        self.bench.worksheets.keep(others)
        self.bench.presenter.show_in("en")
        if page_id:
            self.bench.presenter.open(page_id)
        how = turned(stage, scale, check, stretched=stretched)
        super().__init__(stage, ToolkitPersonView(self.bench.presenter, how))
        QApplication.processEvents()

    def type_things(self, words: str) -> None:
        """Write into the field with lines."""
        field = self.view.fields["things"]
        assert isinstance(field, ListField)
        field.note.setFocus()
        self.press(words)

    @property
    def kept(self) -> Worksheet:
        """Return what this person filled in, as it is kept."""
        (found,) = self.bench.worksheets.of("person-1")
        return found


@pytest.fixture
def reading(stage: Stage) -> Reading:
    return Reading(stage)


def test_it_speaks_the_persons_language_with_the_practitioners_small(reading: Reading) -> None:
    assert "Cosas buenas" in reading.words
    assert "Tres cosas buenas" in reading.words
    assert "Three good things" in reading.words
    reading.press("l")
    assert "Three good things" not in reading.words


def test_what_they_fill_in_is_kept_in_the_words_they_read(reading: Reading) -> None:
    reading.type_things("El patio")
    reading.view.leave()
    assert (reading.kept.language, reading.kept.title) == ("es", "Cosas buenas")
    assert reading.kept.answers["things"] == ["El patio"]


def test_one_press_is_kept_at_once(reading: Reading) -> None:
    scale = reading.view.fields["sure"]
    assert isinstance(scale, ScaleField)
    scale.steps[7].click()
    assert reading.kept.answers["sure"] == 7


def test_the_practitioner_gets_their_language_back(reading: Reading) -> None:
    assert reading.bench.presenter.state.language == "es"
    reading.view.leave()
    assert reading.bench.presenter.state.language == "en"


def test_a_page_without_their_language_says_so(stage: Stage) -> None:
    reading = Reading(stage, "letter")
    assert "A letter" in reading.words
    assert "Not there in español yet, so it is shown in inglés." in reading.words


def test_without_an_open_page_there_are_a_few_to_choose_from(stage: Stage) -> None:
    reading = Reading(stage, "")
    assert "Which page would you like to look at?" in reading.words
    reading.press(Qt.Key.Key_Space)
    QApplication.processEvents()
    assert reading.bench.open_page.page.id == next(iter(reading.bench.listed))
    reading.view.back.click()
    assert reading.bench.presenter.state.open is None
    assert "Which page would you like to look at?" in reading.words


def test_the_arrow_keys_scroll_a_page_to_read(reading: Reading) -> None:
    bar = reading.view._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    reading.press(Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_it_names_nobody_and_shows_nobody_elses_words(reading: Reading) -> None:
    assert "Cosas buenas" in reading.everything
    for unwanted in (SENTINEL, "Ana", "Indicator a"):
        assert unwanted not in reading.everything


@pytest.mark.parametrize("end", [lambda view: view.onward.click(), lambda view: view.ask_to_leave()])
def test_only_the_passphrase_gives_the_screen_back_when_the_setting_says_so(
    stage: Stage, end: Callable[[ToolkitPersonView], None]
) -> None:
    reading = Reading(stage, check=check_right)
    reading.type_things("El patio")
    end(reading.view)
    assert (reading.left, "Cosas buenas" in reading.words) == (0, False)
    assert reading.kept.answers["things"] == ["El patio"]
    reading.press("right", Qt.Key.Key_Return)
    assert reading.left == 1


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
@pytest.mark.parametrize("page_id", ["", "good-things"])
def test_no_word_is_cut_and_everything_has_a_name(
    stage: Stage, scale: int, stretched: bool, page_id: str
) -> None:
    reading = Reading(stage, page_id, scale=scale, stretched=stretched)
    assert misfits(reading.page) == []
    assert unnamed(reading.page) == []
