"""Draws the help screen: topics to choose from, and the one that is open.

It must not open a browser, a file or a window.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.help.presenter import HelpPresenter, State, Topic
from iroc_desktop.ui.screens.help.topics import KeyGroup, about_points, key_groups, privacy_points
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind

WIDEST = 820
"""Of the column, in pixels at normal text size."""


class HelpView(QWidget):
    """Topics on top, their text below; the text scrolls with the arrow keys."""

    def __init__(self, presenter: HelpPresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._look = look
        self._drawn: Topic | None = None
        self._topics: dict[Topic, Button] = {}
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        space = look.theme.space
        body = QVBoxLayout(self)
        body.setContentsMargins(space(3), space(2), space(1), space(1))
        body.setSpacing(space(2))
        body.addWidget(self._topic_row())
        body.addWidget(self._scroll, 1)
        self.setFocusProxy(self._topics[Topic.KEYS])
        presenter.attach(self.show_state)

    def show_state(self, state: State) -> None:
        """Draw the topic that is open."""
        self._topics[state.topic].setChecked(True)
        if state.topic is self._drawn:
            return
        self._drawn = state.topic
        self._scroll.setAccessibleName(self._topics[state.topic].text())
        self._scroll.setWidget(self._page(state))

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Nothing here depends on the record."""

    def leave(self) -> None:
        """Nothing here is kept."""

    def _topic_row(self) -> QWidget:
        text = self._look.phrases.text
        names = {
            Topic.KEYS: text("Keys"),
            Topic.PRIVACY: text("Privacy"),
            Topic.ABOUT: text("About and licences"),
        }
        row = QWidget()
        flow = FlowLayout(row, gap=self._look.theme.space())
        group = QButtonGroup(self)
        for topic, name in names.items():
            button = Button(self._look, name)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, topic=topic: self._presenter.open(topic))
            group.addButton(button)
            flow.addWidget(button)
            self._topics[topic] = button
        return row

    def _page(self, state: State) -> QWidget:
        cards = self._cards(state)
        column = QWidget()
        column.setMaximumWidth(self._look.theme.grown(WIDEST))
        body = QVBoxLayout(column)
        body.setContentsMargins(0, 0, self._look.theme.space(2), 0)
        body.setSpacing(self._look.theme.space(2))
        for card in cards:
            body.addWidget(card)
        body.addStretch()
        page = QWidget()
        page.setObjectName("page")
        # wrapped words ask for more height than they need, and the page would scroll without reason
        page.setMinimumHeight(1)
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(column, 100)
        across.addStretch(1)
        return page

    def _cards(self, state: State) -> list[Card]:
        if state.topic is Topic.KEYS:
            return self._keys()
        if state.topic is Topic.PRIVACY:
            return [self._points(privacy_points(self._look.phrases))]
        return self._about(state)

    def _keys(self) -> list[Card]:
        return [self._key_card(group) for group in key_groups(self._look.phrases)]

    def _key_card(self, group: KeyGroup) -> Card:
        card = Card(self._look, group.heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._look.theme.space(3))
        grid.setVerticalSpacing(self._look.theme.space(0.75))
        grid.setColumnMinimumWidth(0, 140)
        grid.setColumnStretch(1, 1)
        for row, (key, what) in enumerate(group.keys):
            words = Text(what)
            words.setAccessibleName(self._look.phrases.text("{key}: {what}", key=key, what=what))
            grid.addWidget(Text(key, TextKind.LABEL, wrap=False), row, 0)
            grid.addWidget(words, row, 1)
        card.body.addLayout(grid)
        return card

    def _points(self, points: tuple[tuple[str, str], ...]) -> Card:
        card = Card(self._look)
        card.body.setSpacing(self._look.theme.space(0.75))
        for place, (heading, words) in enumerate(points):
            if place:
                card.body.addSpacing(self._look.theme.space(1.5))
            card.body.addWidget(Text(heading, TextKind.HEADING))
            card.body.addWidget(Text(words))
        return card

    def _about(self, state: State) -> list[Card]:
        text = self._look.phrases.text
        facts = (
            (text("Version"), text("I.ROC Desktop {version}", version=state.version)),
            (text("Licences of the parts it is built from"), _breakable(state.notices)),
            (text("Your data"), _breakable(state.data_folder)),
        )
        return [self._points(about_points(self._look.phrases)), self._points(facts)]


def _breakable(path: Path) -> str:
    # an invisible break after each separator, so that a long path wraps instead of being cut
    return "".join(f"{each}\u200b" if each in "/\\-" else each for each in str(path))
