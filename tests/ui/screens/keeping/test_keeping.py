"""Keeping times on the screen: rules of the service's own, reminders, and a choice for each record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from iroc_desktop.domain.arrangements import EVERYWHERE
from iroc_desktop.domain.bin import whole_person
from iroc_desktop.domain.people import Person, Practitioner, Role
from iroc_desktop.domain.retention import IN_THE_BIN, NotLaterError
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.retention import Reached
from iroc_desktop.ui.screens.keeping.presenter import KeepingPresenter
from iroc_desktop.ui.screens.keeping.reached_card import FIRST_SHOWN
from iroc_desktop.ui.screens.keeping.view import KeepingView
from iroc_desktop.ui.widgets.buttons import Button
from tests.fakes.builders import pack
from tests.fakes.desk import FixedClock, ImmediateRunner, desk_in_memory
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage
from tests.ui.screens.stage import Exits

LONG_AGO = date(2024, 11, 24)


class Scene:
    """A desk with one person in module 4 whose last conversation was two years ago."""

    def __init__(self, people: int = 1) -> None:
        self.clock = FixedClock()
        self.desk = desk_in_memory(pack(), None, self.clock)
        self.runner, self.exits = ImmediateRunner(), Exits()
        for number in range(1, people + 1):
            self.desk.people.save(Person(f"person-{number}", f"Ana {number}", site="Module 4"))
            talk = self.desk.conversations.start(f"person-{number}", LONG_AGO).value.draft.conversation
            self.desk.conversations.complete(talk.id)

    def opened(self, erase: Callable[[str], None] | None = None) -> KeepingPresenter:
        """Return the presenter with everything read."""
        presenter = KeepingPresenter(self.desk.retention, self.desk.clock, self.runner, self.exits, erase)
        presenter.open()
        return presenter


class Shown:
    """A scene on the screen."""

    def __init__(self, stage: Stage, scene: Scene, scale: int = 100, *, stretched: bool = False) -> None:
        self.scene = scene
        self.presenter = scene.opened(lambda person_id: scene.exits.taken.append(("erase", person_id)))
        self.view = KeepingView(self.presenter, stage.look(scale, stretched=stretched))
        self.page = stage.show(self.view)

    def words(self) -> str:
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())

    def press(self, words: str) -> None:
        button = next(each for each in self.buttons() if each.text() == words)
        button.click()
        QApplication.processEvents()

    def buttons(self) -> list[Button]:
        return [each for each in self.page.findChildren(Button) if each.isVisible()]


def only(presenter: KeepingPresenter) -> Reached:
    (found,) = presenter.state.reached
    return found


def test_no_number_is_ours() -> None:
    presenter = Scene().opened()
    assert presenter.state.rules is not None
    assert presenter.state.rules.months == {}
    assert presenter.state.reached == ()


def test_a_rule_brings_up_who_has_reached_it_and_0_takes_it_away() -> None:
    scene = Scene()
    presenter = scene.opened()
    presenter.set_rule("Module 4", 12)
    assert only(presenter).person.id == "person-1"
    presenter.set_rule("Module 4", 0)
    assert presenter.state.reached == ()


def test_the_same_number_again_writes_nothing() -> None:
    scene = Scene()
    presenter = scene.opened()
    presenter.set_rule(EVERYWHERE, 12)
    broadcast = len(scene.runner.broadcast)
    presenter.set_rule(EVERYWHERE, 12)
    assert len(scene.runner.broadcast) == broadcast


def test_keeping_longer_offers_the_rules_own_time_and_needs_a_reason() -> None:
    scene = Scene()
    presenter = scene.opened()
    presenter.set_rule(EVERYWHERE, 12)
    presenter.ask_longer(only(presenter))
    assert presenter.state.suggested == date(2027, 11, 24)
    presenter.keep_longer(date(2027, 11, 24), " ")
    assert presenter.state.reason_missing
    assert presenter.state.longer is not None
    presenter.keep_longer(date(2027, 11, 24), "An appeal is open")
    assert (presenter.state.reached, presenter.state.kept) == ((), "Ana 1")


def test_a_day_that_has_come_is_refused_and_the_question_stays() -> None:
    scene = Scene()
    presenter = scene.opened()
    presenter.set_rule(EVERYWHERE, 12)
    presenter.ask_longer(only(presenter))
    presenter.keep_longer(scene.clock.today(), "An appeal is open")
    assert isinstance(presenter.state.problem, NotLaterError)
    assert presenter.state.longer is not None


def test_what_changes_elsewhere_is_read_again() -> None:
    scene = Scene()
    presenter = scene.opened()
    presenter.set_rule(EVERYWHERE, 12)
    scene.desk.bin.put_away(whole_person("person-1"))
    presenter.on_changes(Changes(people=frozenset({"person-1"})), None)
    assert presenter.state.reached == ()


def test_each_record_can_be_put_away_looked_at_or_erased(stage: Stage) -> None:
    scene = Scene()
    scene.desk.retention.set_rule(EVERYWHERE, 12)
    shown = Shown(stage, scene)
    words = shown.words()
    assert "Ana 1" in words
    assert "Last conversation on 24 November 2024. The rule is 12 months: until 24 November 2025." in words
    for button in ("Put in the bin", "See their page", "Erase…"):
        shown.press(button)
    assert scene.exits.taken == [
        ("put_away", whole_person("person-1")),
        ("open_person", "person-1"),
        ("erase", "person-1"),
    ]


def test_keeping_longer_on_the_screen(stage: Stage) -> None:
    scene = Scene()
    scene.desk.retention.set_rule(EVERYWHERE, 12)
    shown = Shown(stage, scene)
    shown.press("Keep longer…")
    card = shown.view.longer
    assert QApplication.focusWidget() is card.reason
    card.day.take.click()
    assert "Please write a reason." in shown.words()
    QTest.keyClicks(card.reason, "An appeal is open")
    card.day.take.click()
    assert "The record of Ana 1 is kept longer." in shown.words()
    assert not card.isVisible()
    assert "There is none today." in shown.words()


def test_a_rule_is_kept_when_its_number_is_left(stage: Stage) -> None:
    shown = Shown(stage, Scene())
    box = shown.view.rules.boxes["Module 4"]
    assert box.text() == "as everywhere"
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "24")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert shown.scene.desk.retention.rules().months == {"Module 4": 24}
    assert box.text() == "24 months"


def test_a_rule_being_typed_is_kept_when_the_screen_is_left(stage: Stage) -> None:
    shown = Shown(stage, Scene())
    box = shown.view.rules.boxes[EVERYWHERE]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "36")
    shown.view.leave()
    assert shown.scene.desk.retention.rules().months == {EVERYWHERE: 36}


def test_whoever_is_no_team_lead_reads_the_rules(stage: Stage) -> None:
    scene = Scene()
    scene.desk.retention.set_rule(EVERYWHERE, 12)
    scene.desk.settling_in.introduce(Practitioner("practitioner-2", "Jon", Role.TEAM_LEAD))
    shown = Shown(stage, scene)
    assert shown.view.rules.boxes == {}
    assert "Only a team lead can change these." in shown.words()
    assert "12 months" in shown.words()


def test_many_records_come_a_few_at_a_time(stage: Stage) -> None:
    scene = Scene(people=FIRST_SHOWN + 2)
    scene.desk.retention.set_rule(EVERYWHERE, 12)
    shown = Shown(stage, scene)
    assert [each.text() for each in shown.buttons()].count("Keep longer…") == FIRST_SHOWN
    shown.press("Show 2 more")
    assert [each.text() for each in shown.buttons()].count("Keep longer…") == FIRST_SHOWN + 2


def test_what_lay_long_enough_in_the_bin_is_told_with_the_way_there(stage: Stage) -> None:
    scene = Scene()
    scene.desk.bin.put_away(whole_person("person-1"))
    scene.desk.retention.set_rule(IN_THE_BIN, 1)
    scene.clock.moment = datetime(2027, 2, 1, tzinfo=UTC)
    shown = Shown(stage, scene)
    assert "1 thing has lain in the bin for its time." in shown.words()
    shown.press("See the bin")
    assert scene.exits.taken == [("open_bin",)]


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("stretched", [False, True])
def test_no_word_is_cut_and_everything_has_a_name(stage: Stage, scale: int, stretched: bool) -> None:
    scene = Scene(people=2)
    scene.desk.retention.set_rule(EVERYWHERE, 12)
    shown = Shown(stage, scene, scale, stretched=stretched)
    shown.presenter.ask_longer(shown.presenter.state.reached[0])
    shown.presenter.keep_longer(date(2027, 1, 1), "")
    assert misfits(shown.page) == []
    assert unnamed(shown.page) == []
