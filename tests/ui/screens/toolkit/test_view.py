"""The toolkit on the screen: by keyboard alone, with names for a screen reader, in any size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

from iroc_desktop.domain.store_errors import DiskFullError
from iroc_desktop.domain.summary import Paper
from iroc_desktop.domain.toolkit import PartWords, Source, Toolkit
from iroc_desktop.domain.worksheets import Worksheet
from iroc_desktop.services.changes import worksheet_changed
from iroc_desktop.system.content.own_pages import Brought
from iroc_desktop.ui.screens.toolkit.fields import ChoiceField, ListField, ScaleField
from iroc_desktop.ui.screens.toolkit.table_field import TableField
from iroc_desktop.ui.screens.toolkit.view import ToolkitView
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.printing import SendPages
from tests.fakes.paper import locked_with
from tests.fakes.toolkit import ENGLISH, page, words
from tests.ui.fitting import misfits, tab_order, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.toolkit.toolkits import ANA, FAULT, Bench, empty_pdf

INDICATORS = {"a": "Indicator a", "b": "Indicator b"}


class Shown:
    """The toolkit on the screen, with a printer and a place that answer as told."""

    def __init__(self, stage: Stage, bench: Bench | None = None, look: Look | None = None) -> None:
        self.bench = bench or Bench()
        self.bench.pages.pdf = empty_pdf(2)
        self.jobs: list[str] = []
        self.names: list[str] = []
        self.place: Path | None = None
        self.folder: Path | None = None
        self.view = ToolkitView(
            self.bench.presenter,
            self.bench.own,
            look or stage.look(),
            INDICATORS,
            ask=self._ask,
            printers=self._printers,
            folders=lambda _parent, _title: self.folder,
        )
        self.page = stage.show(self.view)

    def _ask(self, _: QWidget, __: str, name: str, ___: Sequence[str]) -> Path | None:
        self.names.append(name)
        return self.place

    def _printers(self, _: QWidget, job: str, __: Paper) -> SendPages | None:
        self.jobs.append(job)
        return bool

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    @property
    def words(self) -> str:
        """Return every label that can be read."""
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def shown(stage: Stage) -> Iterator[Shown]:
    made = Shown(stage)
    yield made
    made.view.leave()


def test_the_keyboard_begins_in_the_field_and_finds_opens_and_goes_back(shown: Shown) -> None:
    assert QApplication.focusWidget() is shown.view.list.field
    shown.type("buenas")
    assert shown.bench.listed == ["good-things"]
    assert "1 page fits" in shown.words
    shown.key(Qt.Key.Key_Return)
    assert shown.bench.open_page.page.id == "good-things"
    assert QApplication.focusWidget() is shown.view.page.back
    shown.key(Qt.Key.Key_Escape)
    assert shown.bench.presenter.state.open is None
    assert QApplication.focusWidget() is shown.view.list.field
    shown.key(Qt.Key.Key_Escape)
    assert len(shown.bench.listed) == 3


def test_arrows_choose_in_the_list_while_the_keyboard_stays_in_the_field(shown: Shown) -> None:
    shown.key(Qt.Key.Key_Down)
    shown.key(Qt.Key.Key_Return)
    assert shown.bench.open_page.page.id == "good-things"


def test_what_is_not_found_is_said_and_all_pages_are_one_press_away(shown: Shown) -> None:
    shown.type("zzz")
    assert "No page fits." in shown.words
    shown.key(Qt.Key.Key_Return)
    assert shown.bench.presenter.state.open is None
    shown.view.list.reset.click()
    assert len(shown.bench.listed) == 3
    assert shown.view.list.reset.isHidden()
    assert shown.view.list.field.text() == ""


def test_filters_are_told_together_with_what_was_typed(shown: Shown) -> None:
    filters = shown.view.list.filters
    shown.type("t")
    filters.minutes.setCurrentIndex(filters.minutes.findData("10"))
    filters.minutes.activated.emit(0)
    wanted = shown.bench.presenter.state.wanted
    assert (wanted.typed, wanted.minutes) == ("t", 10)
    shown.view.list.reset.click()
    assert filters.minutes.currentData() == ""


def test_faults_of_pages_are_one_clear_line_each(shown: Shown) -> None:
    shown.view.list.faulty.set_open(True)
    assert (
        "Page ours: The file page.yaml cannot be used: look at line 3, field minutes. "
        "Use a number that is at least 1." in shown.words
    )


def test_each_line_of_the_list_is_spoken_whole(shown: Shown) -> None:
    shown.bench.presenter.suggest_for(["a"], frozenset())
    shown.bench.presenter.mark_favourite("good-things", favourite=True)
    model = shown.view.list.pages.model()
    spoken = str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    for part in (
        "Cosas buenas",
        "favourite",
        "Notice small good things",
        "Because you chose Indicator a en, and this works in a cell",
        "Worksheet · 10 minutes · Works in a cell · Alone · Reading age",
    ):
        assert part in spoken, part


def test_every_part_is_filled_in_by_keyboard_and_kept(shown: Shown) -> None:
    shown.bench.presenter.show_in("en")
    shown.bench.presenter.open("good-things")
    fields = shown.view.page.fields
    things, sure, week = fields["things"], fields["sure"], fields["week"]
    which, one = fields["which"], fields["one"]
    assert isinstance(things, ListField)
    assert isinstance(sure, ScaleField)
    assert isinstance(week, TableField)
    assert isinstance(which, ChoiceField)
    assert isinstance(one, ChoiceField)
    things.setFocus()
    things.note.setFocus()
    shown.type("sun")
    shown.key(Qt.Key.Key_Return)
    shown.type("tea")
    sure.steps[7].setFocus()
    shown.key(Qt.Key.Key_Space)
    week.cells[1][0].setFocus()
    shown.type("yard")
    for box in (which.boxes["walk"], which.boxes["call"], one.boxes["yes"], one.boxes["later"]):
        box.setFocus()
        shown.key(Qt.Key.Key_Space)
    shown.view.page.keep.click()
    (kept,) = shown.bench.worksheets.kept.values()
    assert kept.answers == {
        "things": ["sun", "tea"],
        "sure": 7,
        "week": [["Monday", ""], ["Tuesday", "yard"]],
        "which": ["walk", "call"],
        "one": ["later"],
    }
    assert "Kept. Ana M. finds it here again next time." in shown.words
    assert not shown.view.page.keep.isEnabled()


def test_answers_can_be_taken_away_again(shown: Shown) -> None:
    shown.bench.presenter.open("good-things")
    sure, one = shown.view.page.fields["sure"], shown.view.page.fields["one"]
    assert isinstance(sure, ScaleField)
    assert isinstance(one, ChoiceField)
    sure.steps[3].click()
    sure.steps[3].setFocus()
    shown.key(Qt.Key.Key_Backspace)
    one.boxes["yes"].click()
    one.boxes["yes"].click()
    assert shown.bench.open_page.answers == {"sure": None, "one": []}
    assert not shown.bench.open_page.filled


def test_what_was_typed_last_is_kept_when_the_screen_goes(stage: Stage) -> None:
    shown = Shown(stage)
    shown.bench.presenter.open("good-things")
    field = shown.view.page.fields["things"]
    assert isinstance(field, ListField)
    field.note.setFocus()
    shown.type("sun")
    shown.view.leave()
    (kept,) = shown.bench.worksheets.kept.values()
    assert kept.answers == {"things": ["sun"]}


def test_what_was_filled_in_before_opens_with_its_answers(stage: Stage) -> None:
    bench = Bench()
    bench.presenter.open("good-things")
    bench.presenter.answer("things", ["el sol"])
    bench.presenter.answer("sure", 9)
    bench.presenter.close()
    bench.presenter.begin(replace(ANA, session_id=""))
    shown = Shown(stage, bench)
    assert "Filled in before: 1" in shown.view.list.before.findChildren(QWidget)[0].accessibleName()
    assert shown.view.list.today.isHidden()
    bench.presenter.open_worksheet("id-1")
    sure = shown.view.page.fields["sure"]
    assert isinstance(sure, ScaleField)
    assert [step for step, button in sure.steps.items() if button.isChecked()] == [9]
    assert shown.view.page.findChildren(QPlainTextEdit)[0].toPlainText() == "el sol"
    shown.view.leave()


def test_what_is_typed_is_kept_when_its_field_is_left_and_after_a_pause(shown: Shown) -> None:
    shown.bench.presenter.open("good-things")
    things = shown.view.page.fields["things"]
    things.setFocus()
    shown.type("sun")
    shown.view.page.back.setFocus()
    (kept,) = shown.bench.worksheets.kept.values()
    assert kept.answers == {"things": ["sun"]}
    things.setFocus()
    shown.type(" and tea")
    things.flush()
    assert len(shown.bench.worksheets.history) == 1
    assert shown.view.page.pause.isActive()
    assert shown.view.page.pause.interval() <= 3_000
    shown.view.page.pause.timeout.emit()
    assert shown.bench.worksheets.history[-1].answers == {"things": ["sun and tea"]}


def test_a_worksheet_opens_at_the_part_where_somebody_stopped(shown: Shown) -> None:
    shown.bench.presenter.open("good-things")
    shown.bench.presenter.answer("sure", 9)
    shown.bench.presenter.close()
    assert "Taken away today: 1" in shown.view.list.today.findChildren(QWidget)[0].accessibleName()
    assert "Cosas buenas, filled in here" in shown.words
    shown.view.list.today.findChildren(Button)[0].click()
    sure = shown.view.page.fields["sure"]
    assert isinstance(sure, ScaleField)
    assert QApplication.focusWidget() is sure.steps[1]
    QApplication.processEvents()
    top = sure.mapTo(shown.view.page, QPoint(0, 0)).y()
    assert 0 < top < shown.view.page.height()


def test_own_pages_are_added_used_at_once_and_faults_are_told(stage: Stage) -> None:
    bench = Bench(person=None)
    shown = Shown(stage, bench)
    own = shown.view.list.own
    bench.own_pages.coming = (page("ours", words("en", "Our page"), own=True),)
    bench.own_pages.brought = Brought(added=("ours",), faults=(FAULT,))
    own.set_open(True)
    own.add.click()
    assert bench.own_pages.folders == []
    shown.folder = Path("stick")
    own.add.click()
    assert bench.own_pages.folders == [Path("stick")]
    assert "ours" in bench.listed
    said = "\n".join(each.text() for each in own.findChildren(QLabel))
    assert "1 page is new. 1 fault was found." in said
    assert "Page ours: The file page.yaml cannot be used: look at line 3, field minutes." in said
    shown.view.leave()


def test_an_own_page_is_taken_out_and_comes_back_with_undo(stage: Stage) -> None:
    bench = Bench(person=None, toolkit=Toolkit((page("ours", words("en", "Our page"), own=True),)))
    bench.own_pages.there = bench.toolkit
    shown = Shown(stage, bench)
    bench.presenter.open("ours")
    shown.view.page.take_out.click()
    assert bench.listed == []
    own = shown.view.list.own
    assert "“Our page” is no longer in the toolkit." in [each.text() for each in own.findChildren(QLabel)]
    own.undo.click()
    assert bench.listed == ["ours"]
    assert own.undo.isHidden()
    shown.view.leave()


def test_only_own_pages_can_be_taken_out_and_not_while_with_a_person(shown: Shown) -> None:
    shown.bench.presenter.open("letter")
    assert shown.view.page.take_out.isHidden()
    assert shown.view.list.own.isHidden()


def test_trouble_with_a_stick_is_told_with_a_way_to_try_again(stage: Stage) -> None:
    bench = Bench(person=None)
    shown = Shown(stage, bench)
    shown.folder = Path("stick")
    bench.own_pages.trouble = DiskFullError()
    shown.view.list.own.add.click()
    assert shown.view.banner.isVisible()
    bench.own_pages.trouble = None
    shown.view.banner.acted.emit()
    assert not shown.view.banner.isVisible()
    assert "There are no toolkit pages in that folder." in [
        each.text() for each in shown.view.list.own.findChildren(QLabel)
    ]
    shown.view.leave()


def test_a_page_in_another_language_says_so(shown: Shown) -> None:
    shown.bench.presenter.open("letter")
    assert "Not there in Spanish yet, so it is shown in English." in shown.words


def test_a_drawing_space_says_that_it_is_on_paper(shown: Shown) -> None:
    shown.bench.presenter.open("good-things")
    assert "Room to draw is on the printed page." in shown.words


def test_the_favourite_is_marked_by_a_button_that_shows_it(shown: Shown) -> None:
    shown.bench.presenter.open("letter")
    shown.view.page.favourite.click()
    assert shown.bench.favourites.liked == {"letter"}
    assert shown.view.page.favourite.isChecked()
    shown.view.page.favourite.click()
    assert shown.bench.favourites.liked == frozenset()


def test_it_is_previewed_printed_under_a_neutral_name_and_saved(shown: Shown, tmp_path: Path) -> None:
    shown.bench.presenter.open("good-things")
    shown.bench.presenter.answer("things", ["el sol"])
    shown.view.page.sheet.click()
    assert shown.view.preview.preview.pages.page_count == 2
    assert QApplication.focusWidget() is shown.view.preview.print
    shown.key(Qt.Key.Key_Return)
    assert shown.jobs == ["Toolkit page"]
    assert "Sent to the printer." in shown.words
    shown.place = tmp_path / "page.pdf"
    shown.view.preview.save.click()
    assert shown.place.exists()
    assert "el sol" not in shown.names[0]
    assert "good" not in shown.names[0]
    shown.key(Qt.Key.Key_Escape)
    assert shown.bench.sheets.state.sheet is None
    assert QApplication.focusWidget() is shown.view.page.back


def test_a_saved_page_opens_with_a_passphrase_where_one_is_wanted(shown: Shown, tmp_path: Path) -> None:
    shown.bench.presenter.open("good-things")
    shown.view.page.sheet.click()
    shown.place = tmp_path / "page.pdf"
    protecting = shown.view.preview.protecting
    protecting.wanted.box.click()
    shown.view.preview.save.click()
    assert not shown.place.exists()
    QTest.keyClicks(protecting.field._line, "seven quiet horses")
    shown.view.preview.save.click()
    assert shown.place.read_bytes() == locked_with(shown.bench.pages.pdf, "seven quiet horses")
    shown.key(Qt.Key.Key_Escape)
    assert protecting.passphrase() == ""


def test_a_sheet_that_was_taken_away_is_seen_again_as_it_was(shown: Shown) -> None:
    shown.bench.presenter.open("letter")
    shown.view.page.sheet.click()
    shown.view.preview.print.click()
    shown.key(Qt.Key.Key_Escape)
    shown.key(Qt.Key.Key_Escape)
    shown.view.on_changes(worksheet_changed(ANA.id), shown.bench.sheets)
    said = [label.text() for label in shown.view.list.today.findChildren(QLabel)]
    assert said == ["A letter, printed or saved"]
    shown.view.list.today.findChildren(Button)[0].click()
    assert "This sheet is kept exactly as it was printed." in shown.words
    assert not shown.view.preview.blank.isEnabled()
    assert not shown.view.preview.paper.isEnabled()
    assert shown.view.preview.name.isHidden()
    shown.view.preview.back.click()
    assert QApplication.focusWidget() is shown.view.list.field


def test_the_print_key_shows_the_sheet_first_and_prints_it_then(shown: Shown) -> None:
    shown.view.ask_to_print()
    assert shown.bench.sheets.state.sheet is None
    shown.bench.presenter.open("letter")
    shown.view.ask_to_print()
    assert shown.bench.sheets.state.sheet is not None
    assert shown.jobs == []
    shown.view.ask_to_print()
    assert shown.jobs == ["Toolkit page"]


def test_a_full_disk_is_told_with_a_way_to_try_again(shown: Shown) -> None:
    shown.bench.worksheets.trouble = DiskFullError()
    shown.bench.presenter.open("good-things")
    shown.bench.presenter.answer("sure", 5)
    shown.bench.presenter.keep()
    assert shown.view.banner.isVisible()
    shown.bench.worksheets.trouble = None
    shown.view.banner.acted.emit()
    assert not shown.view.banner.isVisible()
    assert len(shown.bench.worksheets.kept) == 1


def test_a_screen_that_has_left_is_drawn_no_more(stage: Stage) -> None:
    shown = Shown(stage)
    shown.view.leave()
    shown.bench.presenter.type("buenas")
    assert shown.view.list.field.text() == ""


def with_long_words() -> Bench:
    """Return a bench with one page whose words are long and whose table has three columns."""
    long = "Somebody who has seen me on hard days and stayed with me all the same"
    parts = {
        **ENGLISH,
        "things": PartWords(label=long, hint=long),
        "sure": PartWords(label=long, low=long, high=long),
        "week": PartWords(label=long, columns=("Day", long, long), rows=(long, "Tuesday")),
        "which": PartWords(label=long, hint=long, options=(long, long, long)),
    }
    whole = words(title=long, summary=long, parts=parts)
    bench = Bench()
    bench.worksheets.keep(Worksheet("old", ANA.id, "good-things", long, "en", date(2026, 3, 3)))
    bench.toolkit = Toolkit((page("good-things", whole, source=Source(long, long)),), (FAULT,))
    bench.presenter = bench.another()
    return bench


@pytest.mark.parametrize("stretched", [False, True])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_cut_and_everything_has_a_name(stage: Stage, scale: int, stretched: bool) -> None:
    shown = Shown(stage, with_long_words(), stage.look(scale, stretched=stretched))
    for part in (shown.view.list.filtering, shown.view.list.faulty, shown.view.list.before):
        part.set_open(True)
    for step in ("list", "page", "preview"):
        if step == "page":
            shown.bench.presenter.open("good-things")
            shown.bench.presenter.answer("sure", 4)
        if step == "preview":
            shown.bench.presenter.preview(filled=True)
        assert misfits(shown.page) == [], step
        assert unnamed(shown.page) == [], step
    shown.view.leave()


def test_tables_are_stacked_where_columns_would_be_too_narrow(stage: Stage) -> None:
    wide, narrow = Shown(stage), Shown(stage)
    narrow.view.setGeometry(0, 0, 400, 560)
    for shown, names_its_cells in ((wide, False), (narrow, True)):
        shown.bench.presenter.open("good-things")
        QApplication.processEvents()
        table = shown.view.page.fields["week"]
        assert isinstance(table, TableField)
        captions = [label for label in table.cells[0][0].findChildren(QLabel) if label.isVisibleTo(table)]
        assert bool(captions) is names_its_cells
        field = table.cells[1][0].focusProxy()
        assert field is not None
        assert field.accessibleName() == "Martes: Qué hice"
        shown.view.leave()


def test_tab_goes_through_the_page_from_top_to_bottom(shown: Shown) -> None:
    shown.bench.presenter.open("good-things")
    order = [each for each in tab_order(shown.page) if shown.view.page.isAncestorOf(each)]
    fields = list(shown.view.page.fields.values())
    stops = [
        next((place for place, each in enumerate(order) if field.isAncestorOf(each)), None)
        for field in fields
    ]
    reached = [place for place in stops if place is not None]
    assert len(reached) == 6
    assert reached == sorted(reached)
    assert order.index(shown.view.page.back) < reached[0]
    assert order.index(shown.view.page.sheet) > reached[-1]
