"""The bin on the screen: what is there in words, one button for each way back, and no word cut."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from iroc_desktop.domain.bin import BinKind, Thing
from iroc_desktop.domain.conversation import NoteKind
from iroc_desktop.ui.screens.bin.view import BinView
from iroc_desktop.ui.widgets.buttons import Button
from tests.fakes.builders import FIRST_DAY
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.bin.scene import ANA, Scene
from tests.ui.screens.conftest import Stage

INDICATORS = {each: f"Indicator {each}" for each in "abcd"}


class Shown:
    """A scene on the screen."""

    def __init__(self, stage: Stage, scene: Scene, scale: int = 100, *, stretched: bool = False) -> None:
        self.scene = scene
        self.presenter = scene.opened(destroying=True)
        self.view = BinView(self.presenter, stage.look(scale, stretched=stretched), INDICATORS)
        self.page = stage.show(self.view)

    def words(self) -> str:
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())

    def press(self, words: str) -> None:
        button = next(each for each in self.buttons() if each.text() == words)
        button.click()
        QApplication.processEvents()

    def buttons(self) -> list[Button]:
        return [each for each in self.page.findChildren(Button) if each.isVisible()]


def one_of_each(scene: Scene) -> Scene:
    """Put one thing of each kind into the bin, all of Ana, and Björn's plan."""
    desk = scene.desk
    talk = desk.conversations.start("person-1", FIRST_DAY).value.draft.conversation
    desk.conversations.note(talk.id, "a", NoteKind.PRIVATE, "A thought")
    desk.conversations.complete(talk.id)
    waiting = desk.sessions.begin("person-1", FIRST_DAY).value.conversation
    return scene.put_away(
        Thing(BinKind.PRIVATE_NOTE, "person-1", talk.id, "a"),
        Thing(BinKind.SESSION, "person-1", waiting.id),
        scene.conversation,
        scene.paper,
        scene.plan,
    )


def test_each_thing_is_told_with_its_day_and_who_put_it_away(stage: Stage) -> None:
    shown = Shown(stage, one_of_each(Scene()))
    words = shown.words()
    for told in (
        "Conversation of 24 February 2026",
        "Session in progress, begun on 24 February 2026",
        "Note that is never printed, about Indicator a, conversation of 24 February 2026",
        "Put in the bin on 24 November 2026 at 10:42 by Marta",
        "Plan begun on 24 November 2026",
    ):
        assert told in words
    assert "A thought" not in words


def test_taking_out_says_so_and_leads_there_with_the_keyboard(stage: Stage) -> None:
    shown = Shown(stage, Scene().put_away(ANA))
    shown.press("Take out")
    assert "The person is back, as before." in shown.words()
    assert QApplication.focusWidget() is shown.view.there
    shown.view.there.click()
    assert shown.scene.exits.taken == [("show_thing", ANA)]


def test_what_must_wait_for_its_person_has_no_button(stage: Stage) -> None:
    scene = Scene()
    shown = Shown(stage, scene.put_away(scene.conversation, ANA))
    assert "It can follow once the person is out." in shown.words()
    assert [each.text() for each in shown.buttons()].count("Take out") == 1


def test_an_empty_bin_has_nothing_to_look_through(stage: Stage) -> None:
    shown = Shown(stage, Scene())
    assert "The bin is empty." in shown.words()
    assert not shown.view.field.isVisible()
    assert shown.view.back.hasFocus()


def test_when_the_last_thing_goes_the_keyboard_waits_on_the_way_back_and_then_in_the_field(
    stage: Stage,
) -> None:
    scene = Scene()
    scene.put_away(scene.paper)
    shown = Shown(stage, scene)
    assert shown.view.field.hasFocus()
    shown.presenter.on_changes(scene.desk.bin.take_out(scene.paper).changes, None)
    assert shown.view.back.hasFocus()
    shown.presenter.on_changes(scene.desk.bin.put_away(scene.paper).changes, None)
    assert shown.view.focusProxy() is shown.view.field


def test_typing_narrows_the_list(stage: Stage) -> None:
    scene = Scene()
    shown = Shown(stage, scene.put_away(ANA, scene.plan))
    QTest.keyClicks(shown.view.field, "bj")
    assert "Björn K." in shown.words()
    assert "Ana M." not in shown.words()
    QTest.keyClicks(shown.view.field, "zz")
    assert "Nothing in the bin fits what you typed." in shown.words()


def test_destroying_needs_the_name(stage: Stage) -> None:
    scene = Scene()
    scene.put_away(ANA).two_years_later()
    shown = Shown(stage, scene)
    shown.press("Destroy for good…")
    panel = shown.view.panel
    assert QApplication.focusWidget() is panel.field
    assert not panel.go.isEnabled()
    QTest.keyClicks(panel.field, "Ana M.")
    assert panel.go.isEnabled()
    panel.go.click()
    assert scene.destroyed == [ANA]
    assert not panel.isVisible()


def test_before_its_time_nothing_can_be_destroyed(stage: Stage) -> None:
    shown = Shown(stage, Scene().put_away(ANA))
    assert "Destroy for good…" not in [each.text() for each in shown.buttons()]


def test_each_button_tells_a_screen_reader_what_it_is_about(stage: Stage) -> None:
    shown = Shown(stage, Scene().put_away(ANA))
    (out,) = (each for each in shown.buttons() if each.text() == "Take out")
    assert out.accessibleDescription() == "Ana M.: The whole record of this person"


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
def test_no_word_is_cut_and_everything_has_a_name(stage: Stage, scale: int, stretched: bool) -> None:
    scene = one_of_each(Scene())
    scene.two_years_later()
    shown = Shown(stage, scene, scale, stretched=stretched)
    shown.presenter.take_out(scene.plan)
    shown.presenter.ask_to_destroy(scene.paper)
    page: QWidget = shown.page
    assert misfits(page) == []
    assert unnamed(page) == []
