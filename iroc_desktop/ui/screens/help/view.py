"""Draws the help screen: topics to choose from, and the one that is open.

It must not open a browser, a file or a window.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.help.presenter import HelpPresenter, State, Topic
from iroc_desktop.ui.screens.help.skills_page import SkillsPage
from iroc_desktop.ui.screens.help.topics import KeyGroup, about_points, key_groups, privacy_points
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.reading_page import reading_page

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
        self._skills: SkillsPage | None = None
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
        presenter.attach(self.show_state)
        self._begin()

    def show_state(self, state: State) -> None:
        """Draw the topic that is open."""
        for topic, button in self._topics.items():
            button.setVisible(topic in state.topics)
        self._topics[state.topic].setChecked(True)
        self._state = state
        if state.topic is not self._drawn:
            self._draw(state)
        if self._skills is not None:
            self._skills.show_state(state)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def leave(self) -> None:
        """Stop drawing; nothing here is kept."""
        self._presenter.detach()

    def _draw(self, state: State) -> None:
        self._drawn = state.topic
        self._skills = None
        self._scroll.setAccessibleName(self._topics[state.topic].text())
        self._scroll.setWidget(self._page(state))

    def _begin(self) -> None:
        """Take the keyboard to the skill that is asked for, or to the topic that is open."""
        line = self._skills.line(self._state.skill) if self._skills is not None else None
        self.setFocusProxy(line or self._topics[self._state.topic])

    def _reveal_soon(self, part: QWidget) -> None:
        # a page that has just been made gets its size first
        QTimer.singleShot(0, part, lambda: self._reveal(part))

    def _reveal(self, part: QWidget) -> None:
        self._lay_out_around(part)
        bar = self._scroll.verticalScrollBar()
        top = part.mapTo(self._scroll.viewport(), QPoint(0, 0)).y() + bar.value() - self._look.theme.space()
        lowest = top + part.height() + self._look.theme.space() - self._scroll.viewport().height()
        # a part that is taller than the window shows its beginning
        bar.setValue(min(max(bar.value(), lowest), top))

    def _lay_out_around(self, part: QWidget) -> None:
        # Qt lays out what opened and what closed in several rounds of events; places in between are wrong
        holder = part.parentWidget()
        around = list(holder.findChildren(QWidget)) if holder is not None else []
        while holder is not None and holder is not self._scroll.viewport():
            around.append(holder)
            holder = holder.parentWidget()
        for widget in around:
            layout = widget.layout()
            if layout is not None:
                layout.activate()

    def _topic_row(self) -> QWidget:
        text = self._look.phrases.text
        names = {
            Topic.KEYS: text("Keys"),
            Topic.SKILLS: text("Coaching skills"),
            Topic.PRIVACY: text("Privacy"),
            Topic.ABOUT: text("About and licences"),
        }
        row = QWidget()
        flow = FlowLayout(row, gap=self._look.theme.space())
        group = QButtonGroup(self)
        for topic, name in names.items():
            button = Button(self._look, name)
            button.setCheckable(True)
            # one of many, not on or off, to a screen reader
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _=False, topic=topic: self._presenter.open(topic))
            group.addButton(button)
            flow.addWidget(button)
            self._topics[topic] = button
        return row

    def _page(self, state: State) -> QWidget:
        parts = self._parts(state)
        column = QWidget()
        column.setMaximumWidth(self._look.theme.grown(WIDEST))
        body = QVBoxLayout(column)
        body.setContentsMargins(0, 0, self._look.theme.space(2), 0)
        body.setSpacing(self._look.theme.space(2))
        for part in parts:
            body.addWidget(part)
        body.addStretch()
        return reading_page(column)

    def _parts(self, state: State) -> list[QWidget]:
        if state.topic is Topic.KEYS:
            return [self._key_card(group) for group in key_groups(self._look.phrases)]
        if state.topic is Topic.SKILLS:
            self._skills = SkillsPage(self._presenter, self._look, state)
            self._skills.opened.connect(self._reveal_soon)
            return [self._skills]
        if state.topic is Topic.PRIVACY:
            return [self._points(privacy_points(self._look.phrases))]
        return self._about(state)

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

    def _about(self, state: State) -> list[QWidget]:
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
