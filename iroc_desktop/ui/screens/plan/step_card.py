"""One step of a plan: its words, how it goes, and on demand what else may be said about it.

It must not make fields that nobody opened: a plan may have sixty steps.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iroc_desktop.domain.plan import DateQuestion, Step, StepStatus, Support
from iroc_desktop.services.plan_words import status_words
from iroc_desktop.ui.screens.plan.step_details import StepDetails
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.note_field import LONG_PAUSE_MS, NoteField
from iroc_desktop.ui.widgets.pick import Pick


class StepCard(QFrame):
    """A step that can be worded, marked, moved up and taken away."""

    changed = Signal(object)
    """A dictionary of what changed, as `Steps.change` takes it."""
    raised = Signal()
    removed = Signal()
    supported = Signal(str)
    """The words of something more that helps with this step."""
    support_worded = Signal(str, str)
    """A support's id and its new words."""
    support_removed = Signal(str)

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self._look = look
        text = look.phrases.text
        self._shown: tuple[Step, DateQuestion | None, Sequence[Support]] | None = None
        self.details: StepDetails | None = None
        self.words = NoteField(look, "", lines=1, pause_ms=LONG_PAUSE_MS)
        self.words.edited.connect(lambda words: self.changed.emit({"words": words}))
        statuses = {each: status_words(each, look.phrases) for each in StepStatus}
        self.status = Pick(look, "", statuses, labelled=False)
        self.status.picked.connect(lambda status: self.changed.emit({"status": status}))
        self._up = Button(look, "", ButtonKind.QUIET, "chevron-up")
        self._up.clicked.connect(self.raised)
        self._drop = Button(look, "", ButtonKind.QUIET, "x")
        self._drop.clicked.connect(self.removed)
        self._place = QWidget()
        self._place.setObjectName("clear")
        self.more = Disclosure(look, text("More about this step"), self._place)
        self.more.opened.connect(self._open)
        self._lay_out()
        self.renumber(number)
        self.setFocusProxy(self.words)

    def renumber(self, number: int) -> None:
        """Say which step it is, from 1; the first cannot move up."""
        text = self._look.phrases.text
        self.words.set_label(text("Step {number}", number=number))
        self.status.set_label(text("How it goes with step {number}", number=number))
        for button, words in (
            (self._up, text("Move step {number} up", number=number)),
            (self._drop, text("Take step {number} away", number=number)),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._up.setVisible(number > 1)

    def show_step(self, step: Step, question: DateQuestion | None, helping: Sequence[Support]) -> None:
        """Show what the record says; a field that is being typed in is left alone."""
        self._shown = (step, question, helping)
        self.words.set_text(step.words)
        self.status.show_value(step.status)
        if self.details is not None:
            self.details.show_step(step, question, helping)

    def flush(self) -> None:
        """Tell at once what has not been told yet."""
        self.words.flush()
        if self.details is not None:
            self.details.flush()

    def _open(self, shown: bool) -> None:
        if not shown or self.details is not None:
            return
        details = self.details = StepDetails(self._look)
        details.changed.connect(self.changed)
        details.supports.added.connect(self.supported)
        details.supports.worded.connect(self.support_worded)
        details.supports.removed.connect(self.support_removed)
        column = QVBoxLayout(self._place)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(details)
        if self._shown is not None:
            details.show_step(*self._shown)
        tab_through((self.more,))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.space(0.5))
        column.addWidget(self.words)
        row = FlowLayout(gap=self._look.theme.space())
        for part in (self.status, self._up, self._drop):
            row.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.more)
        column.addSpacing(self._look.theme.space(1.5))
