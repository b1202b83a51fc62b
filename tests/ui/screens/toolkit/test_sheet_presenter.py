"""The sheet of a page: blank or filled in, a name only when asked for, and the very PDF that is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.store_errors import DiskFailedError
from iroc_desktop.domain.summary import Paper
from iroc_desktop.ui.screens.toolkit.sheet_presenter import SheetPresenter
from tests.fakes.desk import ImmediateRunner
from tests.fakes.toolkit import RememberingPages, page, words
from tests.ui.screens.stage import WaitingRunner

ANSWERS = {"things": ["the sun"]}


@pytest.fixture
def pages() -> RememberingPages:
    return RememberingPages()


@pytest.fixture
def presenter(pages: RememberingPages) -> SheetPresenter:
    made = SheetPresenter(pages, ImmediateRunner(), Paper.A4)
    made.open(page(), words(), ANSWERS, "Ana", filled=True)
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
    presenter = SheetPresenter(pages, ImmediateRunner(), Paper.A4)
    presenter.open(page(), words(), {"things": [" "]}, "", filled=True)
    presenter.fill(filled=True)
    presenter.put_name(named=True)
    assert (presenter.state.filled, presenter.state.can_fill) == (False, False)
    assert (presenter.state.named, presenter.state.can_name) == (False, False)


def test_paper_is_remembered_for_the_next_page(presenter: SheetPresenter, pages: RememberingPages) -> None:
    presenter.print_on(Paper.LETTER)
    presenter.close()
    presenter.open(page(), words(), {}, "", filled=False)
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
    assert isinstance(presenter.state.problem, DiskFailedError)
    (tmp_path / "gone").mkdir()
    presenter.try_again()
    mended = presenter.state
    assert (mended.problem, mended.done) == (None, Action.EXPORTED)


def test_a_pdf_that_comes_late_never_replaces_a_newer_one(pages: RememberingPages, tmp_path: Path) -> None:
    waiting = WaitingRunner()
    presenter = SheetPresenter(pages, waiting, Paper.A4)
    presenter.open(page(), words(), ANSWERS, "Ana", filled=True)
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
    presenter = SheetPresenter(pages, waiting, Paper.A4)
    presenter.open(page(), words(), ANSWERS, "", filled=True)
    presenter.close()
    waiting.run_all()
    assert presenter.state.sheet is None
    assert presenter.state.pdf is None
