"""One of last time's steps with four equal answers, and what helped.

It must not let one answer stand out from the others before the person gives it.
"""

from __future__ import annotations

from PySide6.QtCore import Signal

from iroc_desktop.domain.session import LookBack, StepNews
from iroc_desktop.ui.screens.welcome_back.sentences import news_words
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
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
        choices = FlowLayout(gap=look.theme.space())
        for news, words in news_words(look.phrases).items():
            button = self.answers[news] = Button(look, words)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, each=news: self._press(each))
            choices.addWidget(button)
        self.body.addWidget(self._words)
        self.body.addLayout(choices)
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
