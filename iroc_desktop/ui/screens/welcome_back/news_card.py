"""One of last time's steps with four equal answers, and what helped.

It must not let one answer stand out from the others before the person gives it.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from iroc_desktop.domain.session import LookBack, StepNews
from iroc_desktop.ui.screens.welcome_back.sentences import news_words
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Heading
from iroc_desktop.ui.widgets.note_field import NoteField


class NewsCard(Card):
    """A step, in the person's words."""

    answered = Signal(object)
    """The `StepNews` that was pressed."""
    told = Signal(str)
    """What helped."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._words = Heading()
        self.answers: dict[StepNews, Button] = {}
        self.helped = NoteField(look, look.phrases.text("What helped?"), lines=1)
        self.helped.edited.connect(self.told)
        for news, words in news_words(look.phrases).items():
            button = self.answers[news] = Button(look, words)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, each=news: self._press(each))
        self.body.addWidget(self._words)
        self.body.addWidget(_Answers(look, self.answers.values()))
        self.body.addWidget(self.helped)

    def show_step(self, step: LookBack) -> None:
        """Show a step and what was said about it."""
        phrases = self._look.phrases
        self._words.setText(step.words)
        self.setAccessibleName(step.words)
        for news, button in self.answers.items():
            button.setChecked(news is step.news)
            spoken = phrases.text("{answer}: {step}", answer=button.text(), step=step.words)
            button.setAccessibleName(spoken)
        field = self.helped.focusProxy()
        if field is not None:
            field.setAccessibleName(phrases.text("What helped with: {step}", step=step.words))
        self.helped.set_text(step.what_helped)
        self.helped.setVisible(step.news is not None or bool(step.what_helped))

    def _press(self, news: StepNews) -> None:
        # it looks pressed once the store has it
        button = self.answers[news]
        button.setChecked(not button.isChecked())
        self.answered.emit(news)


class _Answers(QWidget):
    """Buttons of one size in one row, two or four, so that none stands apart."""

    def __init__(self, look: Look, buttons: Iterable[Button]) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._buttons = tuple(buttons)
        self._widest = max(each.sizeHint().width() for each in self._buttons)
        self._in_a_row = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.theme.space())
        self._grid.setColumnStretch(len(self._buttons), 1)
        for each in self._buttons:
            each.setMinimumWidth(self._widest)
        self._arrange(1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of one button: the others can go below it."""
        return QSize(self._widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stand in as few rows as there is room for."""
        gap = self._grid.horizontalSpacing()
        fitting = (event.size().width() + gap) // (self._widest + gap)
        self._arrange(next((each for each in (4, 2) if each <= fitting), 1))
        super().resizeEvent(event)

    def _arrange(self, in_a_row: int) -> None:
        if in_a_row == self._in_a_row:
            return
        self._in_a_row = in_a_row
        for place, button in enumerate(self._buttons):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, *divmod(place, in_a_row))
