"""What each voice rates is on the picture where somebody besides the person rated; all look alike."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem

from iroc_desktop.domain.conversation import Voice
from iroc_desktop.ui.screens.picture.presenter import PicturePresenter
from iroc_desktop.ui.screens.picture.view import PictureView
from iroc_desktop.ui.widgets.figure_view import FigureView
from iroc_desktop.ui.widgets.history_table import HistoryTable
from tests.fakes.desk import ImmediateRunner
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.sessions import LAST_TIME, Session


@pytest.fixture
def session() -> Session:
    made = Session()
    made.held(LAST_TIME, a=3)
    return made


def shown(stage: Stage, session: Session, scale: int = 100) -> PictureView:
    presenter = PicturePresenter(session.desk.conversations, session.pack, ImmediateRunner(), "en")
    presenter.open(session.begun(a=4, b=2))
    view = PictureView(presenter, stage.look(scale))
    stage.show(view)
    return view


def hear(session: Session) -> None:
    talks, talk = session.desk.conversations, session.begun(a=4, b=2)
    talks.rate_as(talk, "a", Voice.PRACTITIONER, 5)
    talks.rate_as(talk, "b", Voice.AGREED, 3)


def cells(table: HistoryTable, row: int) -> list[str]:
    found = [table.item(row, column) for column in range(table.columnCount())]
    return [each.text() for each in found if isinstance(each, QTableWidgetItem)]


def table_in(view: PictureView) -> HistoryTable:
    table = view.voices.findChild(HistoryTable)
    assert isinstance(table, HistoryTable)
    return table


def test_one_voice_has_no_card_of_voices(stage: Stage, session: Session) -> None:
    view = shown(stage, session)
    assert not view.voices.isVisible()
    view.leave()


def test_every_voice_that_was_heard_has_a_column_and_gaps_are_gaps(stage: Stage, session: Session) -> None:
    hear(session)
    view = shown(stage, session)
    table = table_in(view)
    assert view.voices.isVisible()
    heads = [table.horizontalHeaderItem(column) for column in range(table.columnCount())]
    assert [each.text() for each in heads if each] == ["Indicator", "Person", "Practitioner", "Agreed"]
    assert cells(table, 0)[1:] == ["4", "5", "–"]
    assert cells(table, 1)[1:] == ["2", "–", "3"]
    modes = {table.horizontalHeader().sectionResizeMode(column) for column in (1, 2, 3)}
    assert modes == {QHeaderView.ResizeMode.ResizeToContents}
    view.leave()


def test_the_ring_is_told_in_words_and_nothing_is_unnamed(stage: Stage, session: Session) -> None:
    hear(session)
    view = shown(stage, session)
    ring = view.voices.findChild(FigureView)
    assert isinstance(ring, FigureView)
    assert "Person: 4. Practitioner: 5. Agreed: not rated." in ring.accessibleDescription()
    assert unnamed(view) == []
    view.leave()


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_is_cut_at_any_text_size(stage: Stage, session: Session, scale: int) -> None:
    hear(session)
    view = shown(stage, session, scale)
    assert misfits(view.window()) == []
    view.leave()


def test_a_voice_that_is_heard_later_appears(stage: Stage, session: Session) -> None:
    view = shown(stage, session)
    talks = session.desk.conversations
    changes = talks.rate_as(session.begun(), "a", Voice.AGREED, 6).changes
    view.on_changes(changes, None)
    assert view.voices.isVisible()
    assert cells(table_in(view), 0)[1:] == ["4", "6"]
    view.leave()
