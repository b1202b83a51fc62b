"""The picture on the screen: words, table, chart, and the file it saves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableWidgetItem, QWidget

from iroc_desktop.domain.conversation import UnratedReason
from iroc_desktop.ui.screens.picture.presenter import PicturePresenter
from iroc_desktop.ui.screens.picture.view import PictureView
from iroc_desktop.ui.widgets.figure_view import FigureView
from iroc_desktop.ui.widgets.history_table import HistoryTable
from tests.fakes.builders import instrument
from tests.fakes.desk import ImmediateRunner
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.sessions import FIRST_TIME, LAST_TIME, Session


class Shown:
    """The picture on the screen, and where it would be saved."""

    def __init__(
        self,
        stage: Stage,
        session: Session,
        place: Path | None = None,
        scale: int = 100,
        *,
        stretched: bool = False,
    ) -> None:
        self.session, self.asked = session, list[tuple[str, Sequence[str]]]()
        self.went_on: list[bool] = []
        self.place = place
        look = stage.look(scale, stretched=stretched)
        self.presenter = PicturePresenter(session.desk.conversations, session.pack, ImmediateRunner(), "en")
        self.talk = session.begun()
        self.presenter.open(self.talk)
        self.view = PictureView(self.presenter, look, ask=self._ask)
        self.view.went_on.connect(lambda: self.went_on.append(True))
        self.page = stage.show(self.view)

    def _ask(self, _: QWidget, __: str, name: str, filters: Sequence[str]) -> Path | None:
        self.asked.append((name, filters))
        return self.place

    @property
    def words(self) -> str:
        """Return every label that can be read."""
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def session() -> Session:
    made = Session()
    made.held(FIRST_TIME, a=1)
    made.held(LAST_TIME, a=3, b=5, c=4)
    talk = made.begun(a=5, b=3, c=4)
    made.desk.conversations.leave_unrated(talk, "d", UnratedReason.NOT_APPLICABLE)
    return made


def test_it_says_strengths_rises_and_gaps_in_words(stage: Stage, session: Session) -> None:
    words = Shown(stage, session).words
    assert words.index("Indicator a en: 5, step 5 en.") < words.index("One is not rated: Indicator d en.")
    assert "Indicator a en went up from 3 to 5." in words
    assert "Indicator b en is at 3 now; the time before it was 5." in words


def test_a_first_picture_says_that_it_is_the_first(stage: Stage) -> None:
    assert "This is the first picture." in Shown(stage, Session()).words


def test_the_table_has_a_column_for_each_time_and_a_dash_for_a_gap(stage: Stage, session: Session) -> None:
    table = Shown(stage, session).page.findChild(HistoryTable)
    assert isinstance(table, HistoryTable)
    rows = [[cell(table, row, column).text() for column in range(1, 5)] for row in range(4)]
    assert rows == [["1", "3", "5", "▲ 2"], ["–", "5", "3", "▽ 2"], ["–", "4", "4", "="], ["–", "–", "–", ""]]
    spoken = cell(table, 3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Indicator d en has no rating this time."


def cell(table: HistoryTable, row: int, column: int) -> QTableWidgetItem:
    item = table.item(row, column)
    assert item is not None
    return item


def test_the_chart_is_told_in_words(stage: Stage, session: Session) -> None:
    chart = Shown(stage, session).page.findChild(FigureView)
    assert isinstance(chart, FigureView)
    assert "a en" in chart.accessibleDescription()


def test_enter_goes_on_to_choosing(stage: Stage, session: Session) -> None:
    shown = Shown(stage, session)
    focused = QApplication.focusWidget()
    assert focused is shown.view.ways.onward
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert shown.went_on == [True]


@pytest.mark.parametrize(("ending", "begins"), [(".png", b"\x89PNG"), (".svg", b"<?xml")])
def test_the_picture_is_saved_under_a_neutral_name_without_anybody_in_it(
    stage: Stage, session: Session, tmp_path: Path, ending: str, begins: bytes
) -> None:
    shown = Shown(stage, session, tmp_path / f"mine{ending}")
    shown.view._save.click()
    content = (tmp_path / f"mine{ending}").read_bytes()
    assert content.startswith(begins)
    assert session.person.preferred_name.encode() not in content
    assert shown.asked[0][0] == "picture.png"
    assert "The picture is saved." in shown.words


def test_thinking_better_of_saving_saves_nothing(stage: Stage, session: Session, tmp_path: Path) -> None:
    shown = Shown(stage, session, None)
    shown.view._save.click()
    assert "The picture is saved." not in shown.words
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_told_in_place(stage: Stage, session: Session, tmp_path: Path) -> None:
    shown = Shown(stage, session, tmp_path / "gone" / "picture.png")
    shown.view._save.click()
    assert shown.view.banner.isVisible()


def test_another_instrument_fits(stage: Stage) -> None:
    session = Session(of=instrument(11, maximum=7))
    session.begun(k=7)
    table = Shown(stage, session).page.findChild(HistoryTable)
    assert isinstance(table, HistoryTable)
    assert table.rowCount() == 11


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
def test_no_word_is_cut_and_everything_has_a_name(
    stage: Stage, session: Session, scale: int, stretched: bool
) -> None:
    shown = Shown(stage, session, None, scale, stretched=stretched)
    assert misfits(shown.page) == []
    assert unnamed(shown.page) == []


def test_what_is_strong_stands_beside_the_picture_or_above_it_and_comes_back(
    stage: Stage, session: Session
) -> None:
    shown = Shown(stage, session)
    figure = shown.page.findChildren(FigureView)[0]
    for width, above in ((800, True), (1600, False), (800, True)):
        shown.view.resize(width, 700)
        QApplication.processEvents()
        words, picture = (part.mapTo(shown.view, QPoint(0, 0)) for part in (shown.view.words, figure))
        assert (words.y() + shown.view.words.height() <= picture.y()) is above
        assert (words.x() > picture.x() + figure.width() // 2) is not above
