"""Help: every key that the window knows, the guide to coaching, and what stays on the machine."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QToolButton, QWidget

from iroc_desktop.domain.guide import Guide, GuideText, Skill, guide_for
from iroc_desktop.domain.wording import ReviewStatus
from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.ui.main_window.commands import EDITING, KEYS
from iroc_desktop.ui.screens.help.presenter import HelpPresenter, State, Topic
from iroc_desktop.ui.screens.help.topics import key_groups
from iroc_desktop.ui.screens.help.view import HelpView
from iroc_desktop.ui.widgets.disclosure import Disclosure
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage

NOTICES = Path("/opt/iroc/THIRD-PARTY-NOTICES.md")


PARAGRAPH = "Ask one thing at a time, make it short, and then leave room for the answer to come. " * 6


def skill(number: int, title: str, source: str = "") -> Skill:
    return Skill(
        f"skill-{number}",
        title,
        (PARAGRAPH, f"Only page {number} says zebra{number}."),
        ("What else?",),
        source,
    )


ENGLISH = GuideText(
    "en",
    ReviewStatus.DRAFT,
    "",
    (
        skill(1, "Open questions", "Somebody wrote about it."),
        *(skill(n, f"Skill number {n}, with a rather long name") for n in range(2, 12)),
    ),
)
GUIDE = guide_for((ENGLISH,), "en")


def presenter(topic: Topic = Topic.KEYS, guide: Guide = GUIDE, skill: str = "") -> HelpPresenter:
    return HelpPresenter("0.1.0", NOTICES, Path("/data"), topic, guide, skill)


def lines(page: QWidget) -> list[Disclosure]:
    return [line for line in page.findChildren(Disclosure) if line.isVisible()]


def head(line: Disclosure) -> QWidget:
    """Return what takes the keyboard on a line that opens."""
    proxy = line.focusProxy()
    assert proxy is not None
    return proxy


def open_lines(page: QWidget) -> list[str]:
    return [head(line).accessibleName() for line in lines(page) if line.is_open()]


def find_field(page: QWidget) -> QLineEdit:
    field = page.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    return field


def words_on(page: QWidget) -> str:
    return " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_the_presenter_opens_topics() -> None:
    shown: list[State] = []
    made = presenter()
    made.attach(shown.append)
    made.open(Topic.ABOUT)
    assert [state.topic for state in shown] == [Topic.KEYS, Topic.ABOUT]


def test_the_presenter_finds_and_opens_skills() -> None:
    shown: list[State] = []
    made = presenter(Topic.SKILLS)
    made.attach(shown.append)
    made.look_for("zebra3")
    made.read_best()
    assert [page.skill.id for page in shown[-1].found] == ["skill-3"]
    assert shown[-1].skill == "skill-3"
    before = len(shown)
    made.read("skill-3")
    made.look_for("no such word")
    made.read_best()
    assert len(shown) == before + 1
    made.read("")
    assert shown[-1].skill == ""


def test_a_skill_that_is_asked_for_opens_the_guide_at_it() -> None:
    shown: list[State] = []
    presenter(skill="skill-2").attach(shown.append)
    assert (shown[-1].topic, shown[-1].skill) == (Topic.SKILLS, "skill-2")


def test_without_a_guide_there_is_no_such_topic(stage: Stage) -> None:
    page = stage.show(HelpView(presenter(guide=Guide()), stage.look()))
    names = [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]
    assert names == ["Keys", "Privacy", "About and licences"]


def test_every_key_of_the_window_is_in_the_table() -> None:
    told = " ".join(key for group in key_groups(untranslated()) for key, _ in group.keys).split()
    expected = {key for command, key in KEYS.items() if command not in EDITING}
    assert expected
    assert expected <= set(told)


def test_topics_are_chosen_by_keyboard(stage: Stage) -> None:
    view = HelpView(presenter(), stage.look())
    page = stage.show(view)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Keys"
    about = next(each for each in page.findChildren(QPushButton) if each.text() == "About and licences")
    about.setFocus()
    QTest.keyClick(about, Qt.Key.Key_Space)
    words = " ".join(each.text().replace("\u200b", "") for each in page.findChildren(QLabel))
    assert "I.ROC Desktop 0.1.0" in words
    assert str(NOTICES) in words
    assert "For organisations licensed by Penumbra to use the I.ROC." in words


def test_the_guide_narrows_down_while_typing_and_enter_opens_the_best(stage: Stage) -> None:
    page = stage.show(HelpView(presenter(Topic.SKILLS), stage.look()))
    assert len(lines(page)) == len(GUIDE.pages)
    field = find_field(page)
    field.setFocus()
    QTest.keyClicks(field, "ZEBRA3")
    assert len(lines(page)) == 1
    assert "1 skill found" in words_on(page)
    assert "zebra3" not in words_on(page)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert open_lines(page) == ["Skill number 3, with a rather long name"]
    assert "Only page 3 says zebra3." in words_on(page)
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "xyz")
    assert lines(page) == []
    assert "No skill has these words." in words_on(page)
    field.clear()
    assert len(lines(page)) == len(GUIDE.pages)


def test_one_skill_is_open_at_a_time_and_space_closes_it(stage: Stage) -> None:
    page = stage.show(HelpView(presenter(Topic.SKILLS), stage.look()))
    first, second = (head(line) for line in lines(page)[:2])
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert open_lines(page) == ["Open questions"]
    assert "How it may sound" in words_on(page)
    assert "Where it comes from: Somebody wrote about it." in words_on(page)
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert open_lines(page) == ["Skill number 2, with a rather long name"]
    assert "Where it comes from" not in words_on(page)
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert open_lines(page) == []


def shown_from_its_top(page: QWidget, line: Disclosure) -> bool:
    scroll = page.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    return 0 <= line.mapTo(scroll.viewport(), QPoint(0, 0)).y() < scroll.viewport().height() // 2


def test_an_opened_skill_stays_in_sight_when_the_one_above_closes(stage: Stage) -> None:
    page = stage.show(HelpView(presenter(Topic.SKILLS), stage.look(200)))
    for line in lines(page)[4:6]:
        head(line).setFocus()
        QTest.keyClick(head(line), Qt.Key.Key_Space)
        stage.qtbot.waitUntil(partial(shown_from_its_top, page, line))


def test_a_skill_that_is_asked_for_has_the_keyboard_and_is_in_sight(stage: Stage) -> None:
    page = stage.show(HelpView(presenter(skill="skill-9"), stage.look()))
    focused = QApplication.focusWidget()
    assert isinstance(focused, QToolButton)
    assert focused.text() == "Skill number 9, with a rather long name"
    line = next(each for each in lines(page) if each.is_open())
    stage.qtbot.waitUntil(lambda: line.visibleRegion().boundingRect().height() > focused.height())


def test_long_pages_scroll_by_key_from_the_line_that_opened_them(stage: Stage) -> None:
    page = stage.show(HelpView(presenter(Topic.SKILLS), stage.look(200)))
    scroll = page.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    line = head(lines(page)[0])
    line.setFocus()
    before = scroll.verticalScrollBar().value()
    QTest.keyClick(line, Qt.Key.Key_PageDown)
    assert scroll.verticalScrollBar().value() > before


def test_a_page_in_another_language_says_so(stage: Stage) -> None:
    page = stage.show(HelpView(presenter(guide=guide_for((ENGLISH,), "es"), skill="skill-1"), stage.look()))
    assert "This page is not there in Spanish yet. It is shown in English." in words_on(page)


@pytest.mark.parametrize("reviewed", [False, True])
def test_a_draft_says_that_it_is_one(stage: Stage, reviewed: bool) -> None:
    status = ReviewStatus.REVIEWED if reviewed else ReviewStatus.DRAFT
    guide = guide_for((replace(ENGLISH, status=status),), "en")
    page = stage.show(HelpView(presenter(Topic.SKILLS, guide), stage.look()))
    assert ("draft" in words_on(page)) is not reviewed


@pytest.mark.parametrize("stretched", [False, True], ids=["English", "stretched"])
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("topic", list(Topic))
def test_nothing_is_cut_and_everything_is_named(
    stage: Stage, scale: int, topic: Topic, stretched: bool
) -> None:
    made = presenter(topic, skill="skill-1" if topic is Topic.SKILLS else "")
    page = stage.show(HelpView(made, stage.look(scale, stretched=stretched)))
    assert page.findChildren(QLabel)
    assert misfits(page) == []
    assert unnamed(page) == []
