"""What a finished session holds besides the answers: last steps, what was explored, the course of it.

It must not be changed here: it is there to be read.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.ui.screens.record.session_words import course, passages
from iroc_desktop.ui.screens.record.state import Sheet
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.labels import Text, TextKind


class SessionCard(Card):
    """The session around a conversation; hidden where there was none."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("From the session"))
        self._look = look
        self._said = QVBoxLayout()
        self._said.setSpacing(look.theme.space(0.5))
        self._mine = Text("")
        self._only_mine = Text(look.phrases.text("Your reflection. Only you see it."), TextKind.LABEL)
        self.away = Button(look, look.phrases.text("Put this reflection in the bin"), ButtonKind.QUIET)
        times = QWidget()
        times.setObjectName("clear")
        self._times = QVBoxLayout(times)
        self._times.setContentsMargins(0, 0, 0, 0)
        self._course = Disclosure(look, look.phrases.text("The course of the session"), times)
        self.body.addLayout(self._said)
        for part in (self._only_mine, self._mine):
            self.body.addWidget(part)
        self.body.addWidget(self.away, alignment=Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._course)
        self.hide()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show what the session holds."""
        held, phrases = sheet.held, self._look.phrases
        if held is None:
            self.hide()
            return
        _refill(self._said, _texts(sheet, self._look))
        _refill(self._times, [Text(each, TextKind.MUTED) for each in course(held.session, phrases)])
        self._mine.setText(held.reflection)
        self._mine.setVisible(bool(held.reflection))
        self._only_mine.setVisible(bool(held.reflection))
        self.away.setVisible(bool(held.reflection))
        self.show()


def _texts(sheet: Sheet, look: Look) -> list[Text]:
    if sheet.held is None:
        return []
    found = passages(sheet.held, sheet.names, look.phrases)
    if not found:
        return [Text(look.phrases.text("Nothing more was written down."), TextKind.MUTED)]
    texts: list[Text] = []
    for passage in found:
        texts.append(Text(passage.heading, TextKind.LABEL))
        texts.extend(Text(line) for line in passage.lines)
    return texts


def _refill(layout: QVBoxLayout, texts: list[Text]) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for text in texts:
        layout.addWidget(text)
