"""The sheet of a page: blank or filled in, a name only when asked for, and the very PDF that is shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.store_errors import DiskFullError, PlaceGoneError
from iroc_desktop.domain.summary import Paper
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
from iroc_desktop.ui.screens.toolkit.sheet_presenter import SheetPresenter
from tests.fakes.desk import ImmediateRunner
from tests.fakes.toolkit import RememberedSheets, RememberingPages, page, words
from tests.ui.screens.stage import WaitingRunner

ANSWERS = {"things": ["the sun"]}
FILLED = ToolkitSheet(page(), words(), Paper.A4, ANSWERS, "Ana")
ANAS = replace(FILLED, person_id="person-1", day="2026-11-24", session_id="session-1", worksheet_id="w-1")


@pytest.fixture
def pages() -> RememberingPages:
    return RememberingPages()


@pytest.fixture
def kept() -> RememberedSheets:
    return RememberedSheets()


@pytest.fixture
def with_ana(pages: RememberingPages, kept: RememberedSheets) -> SheetPresenter:
    made = SheetPresenter(pages, kept, ImmediateRunner(), Paper.A4)
    made.open(ANAS, filled=True)
    return made


@pytest.fixture
def presenter(pages: RememberingPages) -> SheetPresenter:
    made = SheetPresenter(pages, RememberedSheets(), ImmediateRunner(), Paper.A4)
    made.open(FILLED, filled=True)
    return made


def test_a_filled_sheet_has_the_answers_and_no_name(
    presenter: SheetPresenter, pages: RememberingPages
) -> None:
    assert (presenter.state.filled, presenter.state.current) == (True, True)
    assert pages.sheets[-1].answers == ANSWERS
    assert pages.sheets[-1].shown_name == ""


def test_the_name_is_put_on_and_taken_off(presenter: SheetPresenter, pages: RememberingPages) -> None:
    presenter.put_name(named=True)
    assert pages.sheets[-1].shown_name == "Ana"
    presenter.fill(filled=False)
    assert (pages.sheets[-1].shown_name, dict(pages.sheets[-1].answers)) == ("Ana", {})
    presenter.put_name(named=False)
    assert pages.sheets[-1].shown_name == ""


def test_nothing_filled_in_means_a_blank_sheet_and_nobody_means_no_name(pages: RememberingPages) -> None:
    presenter = SheetPresenter(pages, RememberedSheets(), ImmediateRunner(), Paper.A4)
    presenter.open(ToolkitSheet(page(), words(), Paper.A4, {"things": [" "]}), filled=True)
    presenter.fill(filled=True)
    presenter.put_name(named=True)
    assert (presenter.state.filled, presenter.state.can_fill) == (False, False)
    assert (presenter.state.named, presenter.state.can_name) == (False, False)


def test_paper_is_remembered_for_the_next_page(presenter: SheetPresenter, pages: RememberingPages) -> None:
    presenter.print_on(Paper.LETTER)
    presenter.close()
    presenter.open(ToolkitSheet(page(), words(), presenter.paper), filled=False)
    assert pages.sheets[-1].paper is Paper.LETTER


def test_the_very_pdf_that_is_shown_is_printed(presenter: SheetPresenter) -> None:
    sent: list[bytes] = []
    presenter.print(lambda pdf: not sent.append(pdf))  # type: ignore[func-returns-value]  # None is the point
    assert sent == [presenter.state.pdf]
    assert presenter.state.done is Action.PRINTED


def test_a_printer_that_refuses_is_told_and_can_be_tried_again(presenter: SheetPresenter) -> None:
    presenter.print(lambda _: False)
    assert (presenter.state.printer_failed, presenter.state.done) == (True, None)
    presenter.print(lambda _: True)
    assert (presenter.state.printer_failed, presenter.state.done) == (False, Action.PRINTED)


def test_another_choice_takes_back_what_was_said_about_the_sheet_before(presenter: SheetPresenter) -> None:
    presenter.print(lambda _: True)
    presenter.fill(filled=False)
    assert presenter.state.done is None


def test_saving_writes_the_very_pdf(presenter: SheetPresenter, tmp_path: Path) -> None:
    presenter.save_as(tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes() == presenter.state.pdf
    assert presenter.state.done is Action.EXPORTED


def test_a_folder_that_is_gone_is_told_and_can_be_tried_again(
    presenter: SheetPresenter, tmp_path: Path
) -> None:
    presenter.save_as(tmp_path / "gone" / "page.pdf")
    assert isinstance(presenter.state.problem, PlaceGoneError)
    (tmp_path / "gone").mkdir()
    presenter.try_again()
    mended = presenter.state
    assert (mended.problem, mended.done) == (None, Action.EXPORTED)


def test_a_pdf_that_comes_late_never_replaces_a_newer_one(pages: RememberingPages, tmp_path: Path) -> None:
    waiting = WaitingRunner()
    presenter = SheetPresenter(pages, RememberedSheets(), waiting, Paper.A4)
    presenter.open(FILLED, filled=True)
    presenter.fill(filled=False)
    presenter.print(lambda _: True)
    presenter.save_as(tmp_path / "page.pdf")
    assert presenter.state.done is None
    waiting.run(1)
    shown = presenter.state
    assert shown.current
    waiting.run(0)
    assert presenter.state == shown
    assert list(tmp_path.iterdir()) == []


def test_a_pdf_that_comes_after_the_sheet_was_closed_opens_nothing(pages: RememberingPages) -> None:
    waiting = WaitingRunner()
    presenter = SheetPresenter(pages, RememberedSheets(), waiting, Paper.A4)
    presenter.open(replace(FILLED, shown_name=""), filled=True)
    presenter.close()
    waiting.run_all()
    assert presenter.state.sheet is None
    assert presenter.state.pdf is None


def test_what_a_person_takes_away_is_kept_before_it_is_printed(
    with_ana: SheetPresenter, kept: RememberedSheets
) -> None:
    seen: list[int] = []

    def send(_: bytes) -> bool:
        seen.append(len(kept.noted))
        return True

    with_ana.print(send)
    assert seen == [1]
    (sheet,) = kept.kept("person-1")
    assert isinstance(sheet, ToolkitSheet)
    assert (sheet.answers, sheet.session_id, sheet.worksheet_id) == (ANSWERS, "session-1", "w-1")
    assert sheet.words == words()
    assert sheet.shown_name == ""


def test_the_same_sheet_is_kept_once_and_noted_each_time(
    with_ana: SheetPresenter, kept: RememberedSheets, tmp_path: Path
) -> None:
    with_ana.print(lambda _: True)
    with_ana.save_as(tmp_path / "page.pdf")
    assert [action for _, action in kept.noted] == [Action.PRINTED, Action.EXPORTED]
    assert len(kept.kept("person-1")) == 1
    with_ana.fill(filled=False)
    with_ana.print(lambda _: True)
    blank = next(each for each in kept.kept("person-1") if not each.answers)  # type: ignore[union-attr]  # toolkit pages only
    assert blank.worksheet_id == ""  # type: ignore[union-attr]  # as above


def test_a_full_disk_prints_nothing_that_could_not_be_printed_again(
    with_ana: SheetPresenter, kept: RememberedSheets
) -> None:
    sent: list[bytes] = []
    kept.trouble = DiskFullError()
    with_ana.print(lambda pdf: not sent.append(pdf))  # type: ignore[func-returns-value]  # None is the point
    assert sent == []
    assert isinstance(with_ana.state.problem, DiskFullError)
    kept.trouble = None
    with_ana.try_again()
    assert len(sent) == 1
    assert with_ana.state.problem is None


def test_a_sheet_for_nobody_is_printed_and_not_kept(presenter: SheetPresenter) -> None:
    presenter.print(lambda _: True)
    assert presenter.state.done is Action.PRINTED
    assert presenter.state.sheet is not None
    assert presenter.state.sheet.id == ""


def test_a_kept_sheet_is_shown_as_it_was_and_cannot_be_changed(
    with_ana: SheetPresenter, kept: RememberedSheets, pages: RememberingPages
) -> None:
    with_ana.put_name(named=True)
    with_ana.print(lambda _: True)
    printed = pages.sheets[-1]
    (sheet,) = kept.kept("person-1")
    with_ana.close()
    with_ana.open_kept("person-1", sheet.id)
    shown = with_ana.state
    assert shown.sheet is not None
    assert (shown.frozen, shown.can_fill, shown.can_name) == (True, False, False)
    assert shown.sheet.fingerprint == printed.fingerprint
    drawn = len(pages.sheets)
    with_ana.fill(filled=False)
    with_ana.put_name(named=False)
    with_ana.print_on(Paper.LETTER)
    assert len(pages.sheets) == drawn
    with_ana.print(lambda _: True)
    assert len(kept.kept("person-1")) == 1
    assert len(kept.noted) == 2
