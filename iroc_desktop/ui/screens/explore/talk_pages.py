"""The first two steps: what works already, and where it could go.

They must not turn a number into a judgement: both can be left open, and taken away again.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.exploring import Exploration, ExploringNote, ExploringStep
from iroc_desktop.ui.screens.explore.presenter import ExplorePresenter
from iroc_desktop.ui.screens.explore.sentences import answer_sentence
from iroc_desktop.ui.screens.explore.state import State
from iroc_desktop.ui.screens.explore.step_page import Material, StepPage
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.note_field import NoteField
from iroc_desktop.ui.widgets.rating_scale import RatingScale


class NotesPage(StepPage):
    """A step in which words of some kinds are kept."""

    def __init__(self, made_with: Material) -> None:
        super().__init__(made_with)
        self.notes: dict[ExploringNote, NoteField] = {}

    def show_notes(self, exploration: Exploration) -> None:
        """Show the words of each kind."""
        for kind, field in self.notes.items():
            field.set_text(exploration.note(kind))

    def note_field(self, kind: ExploringNote, label: str, *, lines: int = 2) -> NoteField:
        """Return a field that keeps words of this kind."""
        field = NoteField(self._look, label, lines=lines)
        field.edited.connect(lambda words: self._presenter.note(self._indicator_id, kind, words))
        self.notes[kind] = field
        self.fields.append(field)
        return field


class UnderstandingPage(NotesPage):
    """What already works, and times when it was a little better."""

    step = ExploringStep.UNDERSTANDING

    def __init__(self, made_with: Material) -> None:
        super().__init__(made_with)
        look = made_with.look
        text = look.phrases.text
        self._answer = Text("", TextKind.MUTED)
        card = Card(look, text("What is there already"))
        works = self.note_field(ExploringNote.WHAT_WORKS, text("What already works, even a little"), lines=3)
        better = self.note_field(
            ExploringNote.EXCEPTIONS, text("A time when it was a little better. What was different?"), lines=3
        )
        card.body.setSpacing(look.theme.space(1.5))
        for part in (self._answer, works, better):
            card.body.addWidget(part)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.setFocusProxy(works)

    def show_state(self, state: State) -> None:
        """Show the words, and the rating just given."""
        if state.current is not None and state.exploration is not None:
            self._answer.setText(answer_sentence(state.current, self._look.phrases))
            self.show_notes(state.exploration)


class LookingForwardPage(NotesPage):
    """Best hopes, the smallest sign of one step up, and two numbers on the way."""

    step = ExploringStep.LOOKING_FORWARD

    def __init__(self, made_with: Material) -> None:
        super().__init__(made_with)
        look, presenter, indicator_id = made_with.look, made_with.presenter, made_with.indicator_id
        text = look.phrases.text
        card = Card(look, text("Where it could go"))
        card.body.setSpacing(look.theme.space(1.5))
        hopes = self.note_field(ExploringNote.BEST_HOPES, text("My best hope"))
        card.body.addWidget(hopes)
        sign = text("The smallest sign that it is one step better")
        card.body.addWidget(self.note_field(ExploringNote.SMALLEST_SIGN, sign))
        numbers = Card(look, text("Two numbers, if they help"))
        numbers.body.setSpacing(look.theme.space(2))
        self.now = ScalingField(look, presenter, text("Where am I now?"))
        self.good_enough = ScalingField(look, presenter, text("Where would be good enough for me?"))
        self.now.answered.connect(lambda step: presenter.scale_now(indicator_id, step))
        self.good_enough.answered.connect(lambda step: presenter.scale_good_enough(indicator_id, step))
        numbers.body.addWidget(self.now)
        numbers.body.addWidget(self.good_enough)
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.below.addWidget(numbers)
        self.setFocusProxy(hopes)

    def show_state(self, state: State) -> None:
        """Show the words and the two numbers."""
        if state.current is not None and state.exploration is not None:
            self.show_notes(state.exploration)
            scaling = state.exploration.scaling
            self.now.show_answer(scaling.now, state.current.token)
            self.good_enough.show_answer(scaling.good_enough, state.current.token)


class ScalingField(QWidget):
    """A question answered with a step of the instrument's scale, or not at all."""

    answered = Signal(object)
    """The step that was chosen; None when it was taken away."""

    def __init__(self, look: Look, presenter: ExplorePresenter, question: str) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.scale = RatingScale(look, presenter.scale, "")
        self.scale.setAccessibleName(question)
        self.scale.rated.connect(self.answered.emit)
        self.scale.cleared.connect(lambda: self.answered.emit(None))
        self.clear = Button(look, look.phrases.text("Leave it open"), ButtonKind.QUIET)
        self.clear.setAccessibleName(look.phrases.text("{question} Leave it open", question=question))
        self.clear.clicked.connect(self._clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(0.5))
        column.addWidget(Text(question, TextKind.LABEL))
        column.addWidget(self.scale)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeading)

    def show_answer(self, step: int | None, area_token: str) -> None:
        """Show a step as chosen, or none."""
        self.scale.set_area(area_token)
        self.scale.set_rating(step)
        self.clear.setEnabled(step is not None)

    def _clear(self) -> None:
        self.scale.focus_rating()
        self.answered.emit(None)
