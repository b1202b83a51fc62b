"""One indicator of a completed conversation: what was rated, said and noticed.

It must not let anything be changed here, and marks what is only for the practitioner.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout

from iroc_desktop.domain.conversation import NoteKind
from iroc_desktop.ui.screens.record.corrections import Corrections
from iroc_desktop.ui.screens.record.sentences import note_name, rating_words, voice_lines
from iroc_desktop.ui.screens.record.state import Told
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.area_chip import AreaChip
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind


class ToldCard(Card):
    """A quiet card to read."""

    corrected = Signal(str)
    """The id of the indicator that shall be corrected."""
    note_away = Signal(str)
    """The id of the indicator whose note for practitioners only shall go into the bin."""

    def __init__(self, look: Look, told: Told) -> None:
        super().__init__(look)
        phrases = look.phrases
        self.setAccessibleName(told.name)
        self.button = Button(look, phrases.text("Correct…"), ButtonKind.QUIET, "pencil")
        self.button.setAccessibleName(phrases.text("Correct {indicator}", indicator=told.name))
        self.button.clicked.connect(lambda: self.corrected.emit(told.indicator_id))
        head = QHBoxLayout()
        head.addWidget(Heading(told.name), 1)
        head.addWidget(self.button)
        self.body.addWidget(
            AreaChip(look, told.area, told.area_token), alignment=Qt.AlignmentFlag.AlignLeading
        )
        self.body.addLayout(head)
        for words in voice_lines(told, phrases) or [rating_words(told, phrases)]:
            rating = Text(words, TextKind.LABEL)
            rating.setStyleSheet(f"color: {look.theme.area(told.area_token).colour};")
            self.body.addWidget(rating)
        if told.disputed:
            self.body.addWidget(
                Text(
                    phrases.text("Two corrections say different things here. Both are kept."), TextKind.ERROR
                )
            )
        if told.corrections:
            self.corrections = Corrections(look, told.name, told.corrections)
            self.body.addWidget(self.corrections)
        for kind, text in self._notes(told).items():
            if text:
                self.body.addWidget(Text(note_name(kind, phrases), TextKind.SMALL))
                self.body.addWidget(Text(text))
        if told.private:
            self.away = Button(look, phrases.text("Put this note in the bin"), ButtonKind.QUIET)
            self.away.setAccessibleDescription(told.name)
            self.away.clicked.connect(lambda: self.note_away.emit(told.indicator_id))
            self.body.addWidget(self.away, alignment=Qt.AlignmentFlag.AlignLeading)

    def has_keyboard(self) -> bool:
        """Return whether one of its buttons has the keyboard."""
        held = QApplication.focusWidget()
        return held is not None and self.isAncestorOf(held)

    def _notes(self, told: Told) -> dict[NoteKind, str]:
        return {
            NoteKind.WORDS: told.words,
            NoteKind.STRENGTH: told.strength,
            NoteKind.PRIVATE: told.private,
        }
