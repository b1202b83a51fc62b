"""The list of people, the table of a history, the preview of a PDF and the picture of a chart."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pypdf
import pytest
from matplotlib.figure import Figure
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.figure_view import FigureView
from iroc_desktop.ui.widgets.history_table import HistoryRow, HistoryTable
from iroc_desktop.ui.widgets.pdf_preview import KEPT_PAGES, PdfPage, PdfPreview
from iroc_desktop.ui.widgets.person_list import ListLine, PersonList

Show = Callable[[QWidget, int, int], None]
LINES = [ListLine(f"id{n}", f"Person {n}", f"{n} conversations", "not finished") for n in range(3)]


def people(show: Show, look: Look) -> PersonList:
    made = PersonList(look, "People")
    made.set_lines(LINES)
    show(made, 400, 300)
    return made


def test_a_person_is_chosen_by_arrow_and_enter(qtbot: QtBot, show: Show, look: Look) -> None:
    made = people(show, look)
    QTest.keyClick(made, Qt.Key.Key_Down)
    with qtbot.waitSignal(made.chosen) as told:
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert told.args == ["id1"]


def test_a_person_is_chosen_by_a_click(qtbot: QtBot, show: Show, look: Look) -> None:
    made = people(show, look)
    place = made.visualRect(made.model().index(2, 0)).center()
    with qtbot.waitSignal(made.chosen) as told:
        QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["id2"]


def test_a_screen_reader_hears_the_whole_line(show: Show, look: Look) -> None:
    made = people(show, look)
    index = made.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Person 1. 1 conversations. not finished"


def test_the_current_person_stays_current_when_the_list_is_told_anew(show: Show, look: Look) -> None:
    made = people(show, look)
    QTest.keyClick(made, Qt.Key.Key_End)
    made.set_lines(LINES[::-1])
    assert made.current() == "id2"
    made.set_lines(LINES[:1])
    assert made.current() == "id0"
    made.set_lines([])
    assert made.current() == ""


def test_twenty_thousand_people_are_not_drawn_to_be_listed(show: Show, look: Look) -> None:
    made = people(show, look)
    made.set_lines([ListLine(str(n), f"Person {n}") for n in range(20_000)])
    assert made.model().rowCount(QModelIndex()) == 20_000
    assert made.uniformItemSizes()


def test_the_name_of_a_person_is_not_in_what_a_log_would_show() -> None:
    assert "Ana" not in repr(ListLine("id", "Ana", "Ana's notes"))


def test_a_table_shows_every_row_without_scrolling_and_says_it_as_a_sentence(show: Show, look: Look) -> None:
    table = HistoryTable(look, "Picture", ["Indicator", "Start", "Now"])
    show(table, 500, 100)
    rows = [HistoryRow((f"Indicator {n}", "2", "4"), f"Indicator {n} rose from 2 to 4.") for n in range(12)]
    table.set_rows(rows)
    shown = table.horizontalHeader().height() + sum(table.rowHeight(row) for row in range(12))
    assert table.height() >= shown
    first = table.item(3, 0)
    assert first is not None
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Indicator 3 rose from 2 to 4."


def test_rows_fit_their_words_at_the_width_that_a_table_gets_in_the_end(show: Show, look: Look) -> None:
    page, column = QWidget(), QVBoxLayout()
    page.setLayout(column)
    show(page, 1600, 600)
    table = HistoryTable(look, "Picture", ["Indicator", "A long heading", "Another long one", "A third"])
    table.set_rows([HistoryRow(("Skills for every day of one life", "2", "4", "3"), "said")] * 3)
    column.addWidget(table)
    column.addStretch(1)
    for _ in range(4):
        QApplication.processEvents()
    shown = [table.rowHeight(row) for row in range(3)]
    table.resizeRowsToContents()
    assert shown == [table.rowHeight(row) for row in range(3)]


def pdf(pages: int) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.fixture
def preview(qtbot: QtBot, look: Look) -> PdfPreview:
    made = PdfPreview(look)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.close_pdf())
    made.resize(500, 600)
    made.show()
    return made


def test_a_preview_shows_every_page_in_its_own_shape(preview: PdfPreview) -> None:
    preview.show_pdf(pdf(3))
    pages = preview.findChildren(PdfPage)
    assert preview.page_count == len(pages) == 3
    assert pages[0].height() / pages[0].width() == pytest.approx(842 / 595, abs=0.01)
    assert pages[0].width() <= preview.viewport().width()


def test_a_preview_zooms_and_moves_by_key(preview: PdfPreview) -> None:
    preview.show_pdf(pdf(3))
    page = preview.findChildren(PdfPage)[0]
    fitting = page.width()
    QTest.keyClick(preview, Qt.Key.Key_Plus)
    assert page.width() > fitting
    QTest.keyClick(preview, Qt.Key.Key_Minus)
    assert page.width() == fitting


def test_a_preview_says_which_page_is_in_sight(preview: PdfPreview, qtbot: QtBot) -> None:
    preview.show_pdf(pdf(4))
    preview.grab()
    preview.go_to(3)
    qtbot.waitUntil(lambda: preview.page_in_sight() == 3)
    assert preview.accessibleDescription() == "Page 3 of 4"


def test_a_long_document_keeps_only_a_few_pages_drawn(preview: PdfPreview) -> None:
    preview.show_pdf(pdf(KEPT_PAGES + 3))
    for page in preview.findChildren(PdfPage):
        page.grab()
    drawn = [page for page in preview.findChildren(PdfPage) if page._picture is not None]
    assert len(drawn) == KEPT_PAGES


def test_a_picture_is_drawn_once_for_each_size_and_told_in_words(qtbot: QtBot, look: Look) -> None:
    drawn: list[Figure] = []
    view = FigureView(look)
    qtbot.addWidget(view)
    view.resize(300, 250)
    view.show_figure(drawn.append, "Nothing yet.")
    view.grab()
    view.grab()
    assert len(drawn) == 1
    view.resize(340, 250)
    view.grab()
    assert len(drawn) == 2
    view.show_figure(drawn.append, "Something.")
    view.grab()
    assert len(drawn) == 3
    assert view.accessibleDescription() == "Something."


def test_a_narrow_list_gives_a_long_detail_a_second_line(show: Show, look: Look) -> None:
    made = people(show, look)
    made.resize(look.theme.grown(800), 300)
    wide = made.sizeHintForIndex(made.model().index(0, 0)).height()
    made.resize(look.theme.grown(400), 300)
    assert made.sizeHintForIndex(made.model().index(0, 0)).height() > wide
