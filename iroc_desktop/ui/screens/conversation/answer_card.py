"""The card with one indicator: its question, the rating, and what is said and noticed.

It must not show a rating that the store does not have yet.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from iroc_desktop.domain.conversation import NoteKind, UnratedReason
from iroc_desktop.ui.models.answers import reason_words
from iroc_desktop.ui.screens.conversation.sentences import (
    just_rated_sentence,
    previous_sentence,
    reason_key,
    unrated_sentence,
)
from iroc_desktop.ui.screens.conversation.state import Page, Sheet
from iroc_desktop.ui.screens.conversation.voices import VoicesFold
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.area_chip import AreaChip
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.note_field import NoteField
from iroc_desktop.ui.widgets.rating_scale import RatingScale
from iroc_desktop.ui.widgets.side_by_side import SideBySide

LONGEST_LINE = 760
"""Of a question, in pixels at normal text size: about seventy letters."""


class AnswerCard(Card):
    """Everything about the indicator on the screen; it tells what was pressed and typed."""

    rated = Signal(int)
    cleared = Signal()
    left_unrated = Signal(object)
    """An `UnratedReason`."""
    rated_as = Signal(object, object)
    """A `Voice` beside the person's, and its rating or None."""
    moved = Signal(int)
    noted = Signal(str, object, str)
    """Indicator id, `NoteKind` and the text as it stands."""

    def __init__(self, look: Look, sheet: Sheet) -> None:
        super().__init__(look)
        self._look = look
        self._indicator_id = ""
        self._rating: int | None = None
        self.scale = self._scale(sheet)
        self.voices = VoicesFold(look, sheet.steps, sheet.page.area_token)
        self.voices.rated_as.connect(self.rated_as)
        self.voices.moved.connect(self.moved)
        self._chip = AreaChip(look)
        self._place = Text("", TextKind.MUTED, wrap=False)
        self._name = Heading("", TextKind.TITLE)
        self.question = Text("", TextKind.QUESTION)
        self.question.setMaximumWidth(look.theme.grown(LONGEST_LINE))
        self._other_way = Text("", TextKind.MUTED)
        self._echo = Text("", TextKind.LABEL)
        self.notes = self._notes()
        self._reasons = {reason: self._reason_button(reason) for reason in UnratedReason}
        self._clear = Button(look, look.phrases.text("Clear"), ButtonKind.QUIET)
        self._clear.clicked.connect(self.cleared)
        self.only_for_me = Disclosure(look, "", self.notes[NoteKind.PRIVATE])
        self.not_rated = Disclosure(look, look.phrases.text("Not rated, because…"), self._reason_row())
        self._lay_out()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the indicator on the screen."""
        page = sheet.page
        if page.indicator_id != self._indicator_id:
            self.flush()
            self._turn(page, sheet.of)
        rerated, self._rating = self._rating != page.rating, page.rating
        self.scale.set_rating(page.rating)
        if rerated and self.scale.isAncestorOf(QApplication.focusWidget() or self):
            self.scale.focus_rating()
        self.voices.show_voices(page.voices, page.area_token)
        self.voices.setHidden(not page.voices)
        self._other_way.setText(page.asked_another_way)
        self._other_way.setVisible(bool(page.asked_another_way))
        for kind, text in self._texts(page).items():
            self.notes[kind].set_text(text)
        for reason, button in self._reasons.items():
            button.setChecked(page.unrated is reason)
        self._say(sheet)

    def flush(self) -> None:
        """Tell at once what was typed and not told yet."""
        for field in self.notes.values():
            field.flush()

    def _turn(self, page: Page, of: int) -> None:
        phrases = self._look.phrases
        self._indicator_id = page.indicator_id
        self._chip.set_area(page.area, page.area_token)
        self.scale.set_area(page.area_token)
        self._place.setText(phrases.text("{position} of {count}", position=page.position, count=of))
        self._name.setText(page.name)
        self.question.setText(page.question)
        self.scale.setAccessibleName(page.question)
        self.not_rated.set_open(page.unrated is not None)
        self.only_for_me.set_open(False)

    def _say(self, sheet: Sheet) -> None:
        page, phrases = sheet.page, self._look.phrases
        theme, colour = self._look.theme, self._look.theme.colour("muted")
        if page.unrated is not None:
            words = unrated_sentence(page.unrated, phrases)
        elif page.previous is not None:
            words, colour = previous_sentence(page.previous, phrases), theme.area(page.area_token).colour
        elif page.rating is None and sheet.just_rated is not None:
            words = just_rated_sentence(sheet.just_rated, phrases)
        else:
            words = ""
        self._echo.setText(words)
        self._echo.setStyleSheet(f"color: {colour};")
        self._clear.setVisible(page.rating is not None or page.unrated is not None)
        has_note = phrases.text("Only for me (there is a note)")
        self.only_for_me.set_words(has_note if page.private else phrases.text("Only for me"))

    def _texts(self, page: Page) -> dict[NoteKind, str]:
        return {
            NoteKind.WORDS: page.words,
            NoteKind.STRENGTH: page.strength,
            NoteKind.PRIVATE: page.private,
        }

    def _scale(self, sheet: Sheet) -> RatingScale:
        scale = RatingScale(self._look, sheet.steps, sheet.page.area_token)
        # it wraps onto more rows where there is little room, so it must be free to grow
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        scale.setSizePolicy(policy)
        scale.rated.connect(self._on_rated)
        scale.cleared.connect(self._on_cleared)
        scale.moved.connect(self.moved)
        return scale

    def _on_rated(self, rating: int) -> None:
        # the button must not look chosen before the store says so
        self.scale.set_rating(self._rating)
        self.rated.emit(rating)

    def _on_cleared(self) -> None:
        self.scale.set_rating(self._rating)
        self.cleared.emit()

    def _notes(self) -> dict[NoteKind, NoteField]:
        look, phrases = self._look, self._look.phrases
        never = phrases.text("For you alone. It is never printed and never shown to the person.")
        notes = {
            NoteKind.WORDS: NoteField(look, phrases.text("In their own words"), lines=2),
            NoteKind.STRENGTH: NoteField(look, phrases.text("A strength I noticed"), lines=1),
            NoteKind.PRIVATE: NoteField(look, phrases.text("Only for me, never printed"), never, lines=2),
        }
        for kind, field in notes.items():
            field.edited.connect(lambda text, kind=kind: self.noted.emit(self._indicator_id, kind, text))
        return notes

    def _reason_button(self, reason: UnratedReason) -> Button:
        phrases = self._look.phrases
        words, key = reason_words(reason, phrases), reason_key(reason, phrases)
        button = Button(self._look, f"{words}  {key}")
        button.setAccessibleName(words)
        button.setCheckable(True)
        button.clicked.connect(lambda: self._on_reason(reason, button))
        return button

    def _on_reason(self, reason: UnratedReason, button: Button) -> None:
        button.setChecked(not button.isChecked())
        self.left_unrated.emit(reason)

    def _reason_row(self) -> QWidget:
        row = QWidget()
        row.setObjectName("clear")
        flow = FlowLayout(row, gap=self._look.theme.space())
        for button in self._reasons.values():
            flow.addWidget(button)
        return row

    def _lay_out(self) -> None:
        space = self._look.theme.space
        head = QHBoxLayout()
        head.addWidget(self._chip)
        head.addStretch(1)
        head.addWidget(self._place)
        echo = QHBoxLayout()
        echo.addWidget(self._echo, 1)
        echo.addWidget(self._clear)
        more = SideBySide(self._look, self.not_rated, self.only_for_me, share=(1, 1), least=420)
        self.body.addLayout(head)
        self.body.addWidget(self._name)
        self.body.addWidget(self.question)
        self.body.addWidget(self._other_way)
        self.body.addSpacing(space(1))
        self.body.addWidget(self.scale)
        self.body.addLayout(echo)
        self.body.addWidget(self.voices)
        self.body.addWidget(self.notes[NoteKind.WORDS])
        self.body.addWidget(self.notes[NoteKind.STRENGTH])
        self.body.addWidget(more)
        self.body.addStretch(1)
