"""Who works here by keyboard alone, in every size of words, for team leads and for the others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from iroc_desktop.ui.screens.practitioners.colleague_pages import OwnPage
from iroc_desktop.ui.screens.practitioners.list_page import ListPage
from iroc_desktop.ui.screens.practitioners.sheet_pages import SheetPage
from iroc_desktop.ui.screens.practitioners.state import Page
from iroc_desktop.ui.screens.practitioners.view import PractitionersView
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.practitioners.scene import ANAS, MINE, NEW, SHEET, Team


class _Scene:
    def __init__(
        self, stage: Stage, scale: int = 100, *, stretched: bool = False, team: Team | None = None
    ) -> None:
        self.team = team or Team()
        self.view = PractitionersView(self.team.presenter, stage.look(scale, stretched=stretched))
        self.page = stage.show(self.view)

    def key(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)

    def button(self, name: str) -> QPushButton:
        every = (each for each in self.page.findChildren(QPushButton) if each.isVisible())
        return next(each for each in every if name in (each.accessibleName(), each.text()))

    def press(self, name: str) -> None:
        button = self.button(name)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)

    def fields(self) -> dict[str, QLineEdit]:
        every = (each for each in self.page.findChildren(QLineEdit) if each.isVisible())
        return {each.accessibleName(): each for each in every}

    def type(self, given: dict[str, str]) -> None:
        for name, words in given.items():
            QTest.keyClicks(self.fields()[name], words)

    def words(self) -> str:
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())


def test_a_colleague_is_let_in_by_keyboard(stage: Stage) -> None:
    scene = _Scene(stage)
    assert scene.button("Let a colleague in…").hasFocus()
    scene.press("Let a colleague in…")
    assert scene.fields()["Name"].hasFocus()
    scene.type({"Name": "Pau"})
    scene.type(
        {"Their new passphrase": NEW, "The same once more": NEW, "Your own passphrase": MINE},
    )
    assert "strong" in scene.words()
    scene.key(Qt.Key.Key_Return)
    assert "Pau can open the record now" in scene.words()
    assert scene.team.colleague("Pau").has_access


def test_somebody_let_in_without_a_name_is_listed_and_can_be_sent_away_again(stage: Stage) -> None:
    team = Team()
    team.vault.others["cut off"] = NEW
    scene = _Scene(stage, team=team)
    team.presenter.open()
    assert "A colleague without a name" in scene.words()
    names = [each.accessibleName() for each in scene.page.findChildren(QPushButton) if each.isVisible()]
    assert [each for each in names if "without a name" in each] == [
        "End the access of a colleague without a name"
    ]
    scene.press("End the access of a colleague without a name")
    assert "End the access of a colleague without a name?" in scene.words()


def test_access_ends_by_keyboard_and_the_digits_are_out_of_sight_afterwards(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.press("End the access of Ana")
    assert "What Ana wrote stays in the record" in scene.words()
    assert scene.button("Leave everything as it is").hasFocus()
    scene.press("Go on to the new sheet")
    assert SHEET[0] in scene.words()
    scene.press("I have the sheet")
    assert not any(each in scene.words() for each in SHEET)
    scene.type({"Group 2": SHEET[1]})
    assert scene.fields()["Group 8"].hasFocus()
    scene.type({"Group 8": SHEET[7]})
    scene.key(Qt.Key.Key_Return)
    scene.type({"Your own passphrase": MINE})
    scene.press("End the access of Ana")
    assert "Ana cannot open the record any more" in scene.words()
    assert "Worked here before" in scene.words()
    assert not any(each in scene.words() for each in SHEET)


def test_escape_goes_back_and_changes_nothing(stage: Stage) -> None:
    scene = _Scene(stage)
    for way in (
        "Let a colleague in…",
        "Change my passphrase…",
        "New passphrase for Ana",
        "End the access of Ana",
    ):
        scene.press(way)
        assert not isinstance(scene.view.page, ListPage)
        scene.key(Qt.Key.Key_Escape)
        assert isinstance(scene.view.page, ListPage)
    assert len(scene.team.practitioners.all()) == 2


def test_who_is_no_lead_reads_whom_to_ask_and_changes_their_own_passphrase(stage: Stage) -> None:
    scene = _Scene(stage, team=Team("ana"))
    assert "ask a team lead: Marta" in scene.words()
    closed = ("Let a colleague in…", "Make a new recovery sheet…", "End the access of Marta")
    assert not any(scene.button(each).isEnabled() for each in closed)
    assert scene.button("Change my passphrase…").hasFocus()
    scene.press("Change my passphrase…")
    scene.type({"The passphrase you use today": ANAS, "New passphrase": NEW, "The same once more": NEW})
    scene.key(Qt.Key.Key_Return)
    assert "Your new passphrase counts from now on" in scene.words()
    assert scene.team.vault.unlock(NEW)[1] == "ana"


def test_a_taken_passphrase_is_refused_kindly_and_says_nothing_about_whose_it_is(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.press("Change my passphrase…")
    scene.type({"The passphrase you use today": MINE, "New passphrase": ANAS, "The same once more": ANAS})
    scene.key(Qt.Key.Key_Return)
    assert "This passphrase cannot be used here." in scene.words()
    assert "Ana" not in scene.words().replace("Anna", "")
    assert scene.fields()["New passphrase"].hasFocus()


def test_a_passphrase_can_be_pasted(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.press("Change my passphrase…")
    QApplication.clipboard().setText(NEW)
    field = scene.fields()["New passphrase"]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert scene.team.state.typed.passphrase == NEW
    QApplication.clipboard().clear()


def test_showing_what_is_typed_saves_typing_it_again(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.press("Change my passphrase…")
    fields = scene.view.page
    assert isinstance(fields, OwnPage)
    assert fields.new is not None
    fields.new.first.show_words()
    assert "The same once more" not in scene.fields()
    scene.type({"The passphrase you use today": MINE, "New passphrase": NEW})
    scene.key(Qt.Key.Key_Return)
    assert scene.team.vault.unlock(NEW)


def test_another_view_on_the_same_presenter_shows_what_was_typed(stage: Stage) -> None:
    scene = _Scene(stage)
    scene.press("Let a colleague in…")
    scene.type({"Name": "Pau", "Their new passphrase": "four sm"})
    scene.view.leave()
    again = PractitionersView(scene.team.presenter, stage.look())
    page = stage.show(again)
    typed = {each.accessibleName(): each.text() for each in page.findChildren(QLineEdit) if each.isVisible()}
    assert typed["Name"] == "Pau"
    assert typed["Their new passphrase"] == "four sm"


def test_the_sheet_is_saved_and_the_keyboard_goes_on(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:

    scene = _Scene(stage)
    scene.press("Make a new recovery sheet…")
    place = Path(str(tmp_path)) / "recovery-sheet.pdf"
    monkeypatch.setattr("iroc_desktop.ui.widgets.recovery_sheet.ask_place", lambda *_: place)
    scene.press("Save as PDF…")
    assert place.exists()
    assert isinstance(scene.view.page, SheetPage)
    assert scene.view.page.onward.hasFocus()
    assert "The sheet is ready." in scene.words()


def _every_page(team: Team) -> dict[Page, Callable[[], None]]:
    presenter, ana = team.presenter, team.colleague("Ana")

    def at_sheet() -> None:
        presenter.consider_removal(ana)
        presenter.proceed()

    def at_type_back() -> None:
        at_sheet()
        presenter.proceed()

    def at_confirm() -> None:
        at_sheet()
        team.to_confirm()

    return {
        Page.LIST: lambda: None,
        Page.ADD: presenter.add,
        Page.GIVE: lambda: presenter.give(ana),
        Page.OWN: presenter.change_own,
        Page.ROLE: lambda: presenter.consider_role(ana),
        Page.REMOVE: lambda: presenter.consider_removal(ana),
        Page.SHEET: at_sheet,
        Page.TYPE_BACK: at_type_back,
        Page.CONFIRM: at_confirm,
    }


@pytest.mark.parametrize("page", list(Page))
@pytest.mark.parametrize(("scale", "stretched"), [(100, False), (200, False), (150, True)])
def test_every_page_fits_and_says_what_can_be_pressed(
    stage: Stage, page: Page, scale: int, stretched: bool
) -> None:
    scene = _Scene(stage, scale, stretched=stretched)
    _every_page(scene.team)[page]()
    QApplication.processEvents()
    assert scene.team.state.page is page
    assert unnamed(scene.page) == []
    assert misfits(scene.page) == []
