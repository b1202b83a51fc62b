"""Help: every key that the window knows, and plain words about what stays on the machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.ui.main_window.commands import EDITING, KEYS
from iroc_desktop.ui.screens.help.presenter import HelpPresenter, State, Topic
from iroc_desktop.ui.screens.help.topics import key_groups
from iroc_desktop.ui.screens.help.view import HelpView
from tests.ui.fitting import misfits, unnamed
from tests.ui.screens.conftest import Stage

NOTICES = Path("/opt/iroc/THIRD-PARTY-NOTICES.md")


def presenter(topic: Topic = Topic.KEYS) -> HelpPresenter:
    return HelpPresenter("0.1.0", NOTICES, Path("/data"), topic)


def test_the_presenter_opens_topics() -> None:
    shown: list[State] = []
    made = presenter()
    made.attach(shown.append)
    made.open(Topic.ABOUT)
    assert [state.topic for state in shown] == [Topic.KEYS, Topic.ABOUT]


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


@pytest.mark.parametrize("stretched", [False, True], ids=["English", "stretched"])
@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("topic", list(Topic))
def test_nothing_is_cut_and_everything_is_named(
    stage: Stage, scale: int, topic: Topic, stretched: bool
) -> None:
    page = stage.show(HelpView(presenter(topic), stage.look(scale, stretched=stretched)))
    assert page.findChildren(QLabel)
    assert misfits(page) == []
    assert unnamed(page) == []
