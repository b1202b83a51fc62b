"""The summary on the screen: the list, the very PDF, printing and saving."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from iroc_desktop.domain.conversation import NoteKind
from iroc_desktop.domain.summary import Paper, SessionSummary
from iroc_desktop.services.summaries import Summaries
from iroc_desktop.services.work import Work
from iroc_desktop.ui.screens.summary.presenter import SummaryPresenter
from iroc_desktop.ui.screens.summary.view import SummaryView
from iroc_desktop.ui.widgets.printing import SendPages, send_pages
from tests.fakes.desk import PRACTITIONER_ID, CountingIds, ImmediateRunner, RememberingWriter
from tests.fakes.paper import empty_pdf, locked_with
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.sessions import LAST_TIME, Session
from tests.ui.screens.stage import Exits


@dataclass
class PageWriter(RememberingWriter):
    """Writes empty pages: one more when the table is on the paper."""

    def summary(self, summary: SessionSummary) -> bytes:
        """Return one or two pages."""
        return empty_pdf(2 if summary.shows("table") else 1)


class Shown:
    """The summary on the screen, with a printer and a place that answer as told."""

    def __init__(self, stage: Stage, scale: int = 100, *, stretched: bool = False) -> None:
        self.session, self.exits = Session(), Exits()
        self.place: Path | None = None
        self.printer_takes: bool | None = True
        self.jobs: list[str] = []
        self.printed: list[bytes] = []
        self.names: list[str] = []
        talks = self.session.desk.conversations
        talk = self.session.begun(LAST_TIME, a=5)
        talks.note(talk, "a", NoteKind.WORDS, "The workshop\n" * 40)
        talks.complete(talk)
        work = Work(self.session.store, PRACTITIONER_ID, self.session.clock, CountingIds(100))
        look = stage.look(scale, stretched=stretched)
        self.presenter = SummaryPresenter(
            Summaries(work, self.session.pack, PageWriter()),
            self.session.desk.people,
            self.session.pack,
            ImmediateRunner(),
            self.exits,
            Paper.A4,
        )
        self.presenter.open(talk)
        self.view = SummaryView(self.presenter, look, ask=self._ask, printers=self._printers)
        self.page = stage.show(self.view)

    def _ask(self, _: QWidget, __: str, name: str, ___: Sequence[str]) -> Path | None:
        self.names.append(name)
        return self.place

    def _printers(self, _: QWidget, job: str, __: Paper) -> SendPages | None:
        self.jobs.append(job)
        return None if self.printer_takes is None else self._send

    def _send(self, pdf: bytes) -> bool:
        self.printed.append(pdf)
        return bool(self.printer_takes)

    @property
    def words(self) -> str:
        """Return every label that can be read."""
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def shown(stage: Stage) -> Iterator[Shown]:
    made = Shown(stage)
    yield made
    made.view.leave()


def test_enter_prints_under_a_neutral_job_name(shown: Shown) -> None:
    focused = QApplication.focusWidget()
    assert focused is shown.view.print
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert shown.jobs == ["Summary"]
    assert shown.printed == [shown.presenter.state.pdf]
    assert "Sent to the printer." in shown.words


def test_thinking_better_of_printing_keeps_nothing(shown: Shown) -> None:
    shown.printer_takes = None
    shown.view.print.click()
    assert shown.session.desk.people.overview("person-1").summaries == []


def test_a_printer_that_refuses_is_told_in_place_and_goes_away_when_it_takes_it(shown: Shown) -> None:
    shown.printer_takes = False
    shown.view.print.click()
    assert "The printer did not take it." in shown.words
    assert shown.view.preview.pages.page_count == 2
    shown.printer_takes = True
    shown.view.print.click()
    assert "The printer did not take it." not in shown.words


def test_it_is_saved_under_a_name_that_tells_nothing(shown: Shown, tmp_path: Path) -> None:
    shown.place = tmp_path / "mine.pdf"
    shown.view.save.click()
    sheet = shown.presenter.state.sheet
    assert sheet is not None
    assert shown.names == [f"session-summary-{sheet.held_on.isoformat()}-{sheet.fingerprint}.pdf"]
    assert (tmp_path / "mine.pdf").read_bytes() == shown.presenter.state.pdf


def test_a_saved_file_opens_with_a_passphrase_where_one_is_wanted_and_print_stays_without(
    shown: Shown, tmp_path: Path
) -> None:
    shown.place = tmp_path / "mine.pdf"
    protecting = shown.view.protecting
    protecting.wanted.box.click()
    shown.view.save.click()
    # without one that does, nobody is even asked for a place
    assert (shown.names, shown.place.exists()) == ([], False)
    assert "too short" in protecting.trouble.text()
    QTest.keyClicks(protecting.field._line, "seven quiet horses")
    shown.view.save.click()
    pdf = shown.presenter.state.pdf
    assert pdf is not None
    assert shown.place.read_bytes() == locked_with(pdf, "seven quiet horses")
    assert shown.view.preview.pages.page_count == 2
    assert "seven" not in shown.words
    shown.view.leave()
    assert protecting.field.text() == ""


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "There is no room there"),
        (errno.EROFS, "does not allow writing"),
        (errno.EIO, "cannot be reached any more"),
    ],
)
def test_a_place_that_refuses_is_told_in_one_sentence_and_the_pages_stay_open(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    def refuse(_: int) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(os, "fsync", refuse)
    shown.place = tmp_path / "mine.pdf"
    shown.view.save.click()
    assert said in shown.words
    assert shown.view.preview.pages.page_count == 2
    assert shown.view.save.isEnabled()
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    shown.view.save.click()
    assert said not in shown.words
    assert shown.place.exists()


def test_a_box_takes_a_part_off_the_paper_and_the_preview_follows(shown: Shown) -> None:
    box = shown.view.items.boxes["table"]
    assert (box.isChecked(), shown.view.preview.pages.page_count) == (True, 2)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert (box.isChecked(), shown.view.preview.pages.page_count) == (False, 1)
    assert "Page 1 of 1" in shown.words


def test_a_quote_is_named_by_its_words_and_disabled_with_its_part(shown: Shown) -> None:
    quote = shown.view.items.boxes["words/a"]
    assert quote.accessibleName().startswith("Indicator a es: The workshop")
    shown.view.items.boxes["words"].click()
    assert not quote.isEnabled()


def test_language_and_paper_can_be_changed(shown: Shown) -> None:
    language, paper = shown.view.language, shown.view.paper
    assert (language.currentData(), paper.currentData()) == ("es", "a4")
    language.setCurrentIndex(language.findData("en"))
    language.activated.emit(language.currentIndex())
    paper.setCurrentIndex(paper.findData("letter"))
    paper.activated.emit(paper.currentIndex())
    sheet = shown.presenter.state.sheet
    assert sheet is not None
    assert (sheet.language, sheet.paper) == ("en", Paper.LETTER)


def test_a_kept_sheet_can_be_printed_again_but_not_changed(shown: Shown) -> None:
    shown.view.print.click()
    kept = shown.session.desk.people.overview("person-1").summaries[0]
    shown.presenter.open_kept(kept.id)
    assert "This sheet is kept exactly as it was printed." in shown.words
    assert not [each for each in shown.view.items.boxes.values() if each.isEnabled()]
    assert not shown.view.language.isEnabled()
    shown.view.print.click()
    assert len(shown.printed) == 2


def test_every_page_reaches_the_printer(stage: Stage, tmp_path: Path) -> None:
    stage.look()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert send_pages(empty_pdf(3), printer)
    assert len(pdfium.PdfDocument(tmp_path / "printed.pdf")) == 3


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_cannot_begin_is_no_success(stage: Stage, tmp_path: Path) -> None:
    stage.look()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    assert not send_pages(empty_pdf(1), printer)


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
def test_no_word_is_cut_and_everything_has_a_name(stage: Stage, scale: int, stretched: bool) -> None:
    shown = Shown(stage, scale, stretched=stretched)
    shown.view.print.click()
    assert misfits(shown.page) == []
    assert unnamed(shown.page) == []
    shown.view.leave()
