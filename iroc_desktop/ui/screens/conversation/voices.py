"""The practitioner's and the agreed rating, each on a scale like the person's, folded away until wanted.

It must not be part of the person's view, nor rate for the person.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from iroc_desktop.domain.conversation import Voice
from iroc_desktop.ui.models.voices import voice_name
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.voice_scale import VoiceScale


class VoicesFold(QWidget):
    """Two scales below one line; what was given is said on it while they are folded."""

    rated_as = Signal(object, object)
    """A `Voice`, and its rating or None."""
    moved = Signal(int)
    """The reader wants the indicator before (-1) or after (+1)."""

    def __init__(self, look: Look, steps: Mapping[int, str], area_token: str) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._look = look
        self._steps = steps
        self._given: Mapping[Voice, int | None] = {}
        self.scales = {voice: self._scale(voice, area_token) for voice in (Voice.PRACTITIONER, Voice.AGREED)}
        self._said = Text("", TextKind.MUTED)
        self.fold = Disclosure(look, look.phrases.text("Two more voices"), self._both())
        self.fold.opened.connect(lambda _: self._say())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(0.5))
        column.addWidget(self.fold)
        column.addWidget(self._said)
        self._say()

    def show_voices(self, given: Mapping[Voice, int | None], area_token: str) -> None:
        """Show what each voice rated the indicator on the screen, in the colour of its area."""
        changed, self._given = dict(given) != dict(self._given), given
        for voice, scale in self.scales.items():
            scale.set_area(area_token)
            scale.set_rating(given.get(voice))
            if changed and scale.isAncestorOf(QApplication.focusWidget() or self):
                scale.focus_rating()
        self._say()

    def _scale(self, voice: Voice, area_token: str) -> VoiceScale:
        scale = VoiceScale(self._look, voice_name(voice, self._look.phrases), self._steps, area_token)
        scale.rated.connect(partial(self._tell, voice))
        scale.cleared.connect(partial(self._tell, voice, None))
        scale.moved.connect(self.moved)
        return scale

    def _tell(self, voice: Voice, rating: int | None) -> None:
        # the button must not look chosen before the store says so
        self.scales[voice].set_rating(self._given.get(voice))
        self.rated_as.emit(voice, rating)

    def _both(self) -> QWidget:
        both = QWidget()
        both.setObjectName("clear")
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.space(0.5))
        text = self._look.phrases.text
        column.addWidget(
            Text(text("Kept beside the person’s rating. No voice counts more than another."), TextKind.MUTED)
        )
        for voice, scale in self.scales.items():
            column.addSpacing(self._look.theme.space(0.5))
            column.addWidget(Text(voice_name(voice, self._look.phrases), TextKind.LABEL))
            column.addWidget(scale)
        return both

    def _say(self) -> None:
        phrases = self._look.phrases
        said = [
            phrases.text(
                "{voice}: {step}, {word}",
                voice=voice_name(voice, phrases),
                step=rating,
                word=self._steps[rating],
            )
            for voice, rating in self._given.items()
            if rating is not None
        ]
        self._said.setText("\n".join(said))
        self._said.setHidden(not said or self.fold.is_open())
