"""A page with its PDF: what is shown is what is printed and saved, and nothing stays behind.

These tests must not print or write a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from iroc_desktop.domain.summary import Paper
from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.system.paths import resources
from iroc_desktop.ui.theme.look import make_look
from iroc_desktop.ui.theme.tokens import ThemeName
from iroc_desktop.ui.widgets.paper_page import PaperPage

PLACE = Path("/stick/plan.pdf")


class Asked:
    """Answers for the dialogs."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.place: Path | None = PLACE

    def ask(self, parent: QWidget, title: str, name: str, filters: Sequence[str]) -> Path | None:
        self.names.append(name)
        return self.place

    def printers(self, parent: QWidget, job: str, paper: Paper) -> None:
        self.names.append(job)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def page(qtbot: QtBot, asked: Asked) -> PaperPage:
    look = make_look(resources(), untranslated(), ThemeName.LIGHT, 100)
    made = PaperPage(look, asked.ask, asked.printers, None)
    for part in (made.preview, made.protecting, made.done, made.save, made.print):
        made.body.addWidget(part)
    qtbot.addWidget(made)
    return made


def test_only_what_is_current_can_be_printed_or_saved(page: PaperPage) -> None:
    for current in (True, False):
        page.show_paper(None, current=current, done="")
        assert [each.isEnabled() for each in (page.print, page.save)] == [current, current]


def test_a_place_comes_with_the_passphrase_it_is_saved_with(page: PaperPage, asked: Asked) -> None:
    assert page.choose_place("plan.pdf") == (PLACE, "")
    asked.place = None
    assert page.choose_place("plan.pdf") is None
    assert asked.names == ["plan.pdf", "plan.pdf"]
    page.protecting.wanted.box.click()
    assert page.choose_place("plan.pdf") is None
    assert len(asked.names) == 2
    page.close_paper()
    assert page.protecting.passphrase() == ""


def test_a_printer_that_refused_is_told_until_something_else_is(page: PaperPage) -> None:
    page.show_paper_trouble(None, refused=True, kept="The plan is kept.")
    assert "The plan is kept." in page.banner.accessibleName() + str(
        [each.text() for each in page.banner.findChildren(type(page.done))]
    )
    page.show_paper_trouble(None, refused=False, kept="The plan is kept.")
    assert page.banner.isHidden()
