"""The form that corrects one answer: the new one, and the reason for it.

It must not let go of what was typed when something is missing or fails.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from iroc_desktop.domain.conversation import NoteKind, UnratedReason, Voice
from iroc_desktop.ui.models.answers import reason_words
from iroc_desktop.ui.models.voices import voice_name
from iroc_desktop.ui.screens.record.sentences import note_name
from iroc_desktop.ui.screens.record.state import Form
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.note_field import NoteField
from iroc_desktop.ui.widgets.rating_scale import RatingScale
from iroc_desktop.ui.widgets.voice_scale import VoiceScale


class FormCard(Card):
    """A new rating or a reason for none, the notes, and why."""

    rated = Signal(int)
    left_unrated = Signal(object)
    """An `UnratedReason`, or None for a rating that was cleared."""
    rated_as = Signal(object, object)
    """A `Voice` beside the person's, and its rating or None."""
    noted = Signal(object, str)
    """`NoteKind` and text."""
    reasoned = Signal(str)
    kept = Signal()
    cancelled = Signal()

    def __init__(self, look: Look, form: Form, steps: Mapping[int, str]) -> None:
        super().__init__(look)
        phrases = look.phrases
        self._look = look
        self._title = Heading(phrases.text("Correct: {indicator}", indicator=form.name))
        self.setAccessibleName(self._title.text())
        self.scale = RatingScale(look, steps, form.area_token)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.scale.setSizePolicy(policy)
        self.voices = self._voices(form, steps) if form.before.more_voices else {}
        self._reasons = {reason: self._reason_button(reason) for reason in UnratedReason}
        self.notes = {kind: NoteField(look, note_name(kind, phrases), lines=1) for kind in NoteKind}
        hint = phrases.text("In a few words, for whoever reads this later")
        self.reason = NoteField(look, phrases.text("Why it changes (needed)"), hint, lines=1)
        self._trouble = Text("", TextKind.ERROR)
        self.keep = Button(look, phrases.text("Keep the correction"), ButtonKind.PRIMARY)
        self._cancel = Button(look, phrases.text("Change nothing"))
        for kind, text in _texts(form).items():
            self.notes[kind].set_text(text)
        self.reason.set_text(form.reason)
        self._connect()
        self._lay_out()
        self.setFocusProxy(self.scale)

    def show_form(self, form: Form) -> None:
        """Show the form as it stands; text fields keep what is being typed."""
        phrases = self._look.phrases
        self.scale.set_rating(form.after.rating)
        for voice, scale in self.voices.items():
            scale.set_rating(form.after.heard(voice))
        for reason, button in self._reasons.items():
            button.setChecked(form.after.unrated is reason)
        words = ""
        if form.reason_missing:
            words = phrases.text("A correction needs a reason. Write in a few words why the answer changes.")
        elif form.nothing_changed:
            words = phrases.text("Nothing is different yet.")
        fresh = bool(words) and self._trouble.text() != words
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))
        self.keep.setEnabled(not form.saving)
        if fresh and form.reason_missing:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Tell at once what was typed and not told yet."""
        for field in (*self.notes.values(), self.reason):
            field.flush()

    def _voices(self, form: Form, steps: Mapping[int, str]) -> dict[Voice, VoiceScale]:
        scales = {}
        for voice in (Voice.PRACTITIONER, Voice.AGREED):
            name = voice_name(voice, self._look.phrases)
            scale = scales[voice] = VoiceScale(self._look, name, steps, form.area_token)
            scale.rated.connect(partial(self.rated_as.emit, voice))
            scale.cleared.connect(partial(self.rated_as.emit, voice, None))
        return scales

    def _reason_button(self, reason: UnratedReason) -> Button:
        button = Button(self._look, reason_words(reason, self._look.phrases))
        button.setCheckable(True)
        button.clicked.connect(lambda on: self.left_unrated.emit(reason if on else None))
        return button

    def _connect(self) -> None:
        self.scale.rated.connect(self.rated)
        self.scale.cleared.connect(lambda: self.left_unrated.emit(None))
        for kind, field in self.notes.items():
            field.edited.connect(lambda text, kind=kind: self.noted.emit(kind, text))
        self.reason.edited.connect(self.reasoned)
        self.keep.clicked.connect(self._keep)
        self._cancel.clicked.connect(self.cancelled)

    def _keep(self) -> None:
        self.flush()
        self.kept.emit()

    def _lay_out(self) -> None:
        reasons, actions = QWidget(), FlowLayout(gap=self._look.theme.space())
        reasons.setObjectName("clear")
        row = FlowLayout(reasons, gap=self._look.theme.space())
        for button in self._reasons.values():
            row.addWidget(button)
        private = Disclosure(self._look, self._look.phrases.text("Only for me"), self.notes[NoteKind.PRIVATE])
        actions.addWidget(self.keep)
        actions.addWidget(self._cancel)
        for part in (self._title, self.scale, reasons):
            self.body.addWidget(part)
        for voice, scale in self.voices.items():
            self.body.addWidget(Text(voice_name(voice, self._look.phrases), TextKind.LABEL))
            self.body.addWidget(scale)
        self.body.addWidget(self.notes[NoteKind.WORDS])
        for part in (self.notes[NoteKind.STRENGTH], private, self.reason, self._trouble):
            self.body.addWidget(part)
        self.body.addLayout(actions)


def _texts(form: Form) -> dict[NoteKind, str]:
    return {kind: form.after.note(kind) for kind in NoteKind}
