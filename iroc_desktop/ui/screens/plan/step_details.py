"""What may be said about a step besides its words: who, by when, where, how sure, and what helps.

It must not ask more than the person wants to say: everything here may stay empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QDateEdit, QVBoxLayout, QWidget

from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.plan import (
    LEAST_CONFIDENCE,
    MOST_CONFIDENCE,
    NO_TIME,
    ByWhen,
    DateQuestion,
    Occasion,
    Step,
    Support,
)
from iroc_desktop.services.plan_words import occasion_words
from iroc_desktop.services.writers import Piece
from iroc_desktop.ui.screens.plan.sentences import date_question
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.lines_card import LinesCard, ListLabels
from iroc_desktop.ui.widgets.note_field import LONG_PAUSE_MS, NoteField
from iroc_desktop.ui.widgets.pick import Pick
from iroc_desktop.ui.widgets.written_by import WrittenBy

ON_A_DAY, IN_WORDS = "day", "words"


class StepDetails(QWidget):
    """Fields that are made when somebody wants to say more."""

    changed = Signal(object)
    """A dictionary of what changed, as `Steps.change` takes it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._look = look
        text = look.phrases.text
        self.who = NoteField(look, text("Who"), lines=1, pause_ms=LONG_PAUSE_MS)
        self.who.edited.connect(lambda words: self.changed.emit({"who": words}))
        self.due = _DueField(look)
        self.due.changed.connect(lambda due: self.changed.emit({"due": due}))
        self.place = NoteField(look, text("Where it can be done"), lines=1, pause_ms=LONG_PAUSE_MS)
        self.place.edited.connect(lambda words: self.changed.emit({"place": words}))
        scale = range(LEAST_CONFIDENCE, MOST_CONFIDENCE + 1)
        self.confidence = Pick(
            look,
            text("How sure are you that you will do it? 1 is not sure, 10 is very sure"),
            {None: text("not asked"), **{each: str(each) for each in scale}},
        )
        self.confidence.picked.connect(lambda given: self.changed.emit({"confidence": given}))
        self.would_raise = NoteField(
            look, text("What would make it one higher?"), lines=1, pause_ms=LONG_PAUSE_MS
        )
        self.would_raise.edited.connect(lambda words: self.changed.emit({"would_raise": words}))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.theme.space(2), 0, 0, look.theme.space())
        column.setSpacing(look.theme.space())
        labels = ListLabels(
            text("Who and what helps with this step"),
            text("A person, a place or a thing that helps"),
            text("Add"),
        )
        self.supports = LinesCard(look, labels)
        self.supports.setProperty("kind", "plain")
        # one label among those of the step, not a part of the page
        self.supports.findChildren(Heading)[0].set_kind(TextKind.LABEL)
        self.supports.body.setContentsMargins(0, look.theme.space(), 0, 0)
        for part in (self.who, self.due, self.place, self.confidence, self.would_raise, self.supports):
            column.addWidget(part)
        self._written = WrittenBy(look)
        column.addWidget(self._written)

    def show_step(self, step: Step, question: DateQuestion | None, helping: Sequence[Support]) -> None:
        """Show what the record says, what is worth asking about the day, and what helps."""
        self.supports.show_lines([(each.id, each.words) for each in helping])
        self._written.about(Piece(Entity(EntityKind.STEP, step.id)))
        self.who.set_text(step.who)
        self.due.show_due(step.due, question)
        self.place.set_text(step.place)
        self.confidence.show_value(step.confidence)
        self.would_raise.set_text(step.would_raise)
        self.would_raise.setVisible(step.asks_what_would_raise_it or bool(step.would_raise))

    def flush(self) -> None:
        """Tell at once what has not been told yet."""
        for field in (self.who, self.place, self.would_raise, self.due.words, self.supports):
            field.flush()


class _DueField(QWidget):
    """By when: open, a day, an occasion, or own words."""

    changed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._look = look
        text = look.phrases.text
        kinds: dict[object, str] = {
            None: look.phrases.about("by when", "open"),
            ON_A_DAY: look.phrases.about("by when", "a day"),
            **{each: occasion_words(each, look.phrases) for each in Occasion},
            IN_WORDS: look.phrases.about("by when", "in own words"),
        }
        self.kind = Pick(look, text("By when"), kinds, labelled=False)
        self.kind.picked.connect(self._on_kind)
        self.day = QDateEdit(QDate.currentDate())
        self.day.setCalendarPopup(True)
        self.day.setLocale(QLocale(look.phrases.language))
        self.day.setDisplayFormat("d MMMM yyyy")
        self.day.setAccessibleName(text("The day"))
        self.day.editingFinished.connect(self._tell_day)
        self.words = NoteField(look, text("When, in own words"), lines=1, pause_ms=LONG_PAUSE_MS)
        self.words.edited.connect(lambda words: self.changed.emit(ByWhen(words=words)))
        self._question = Text("", TextKind.LABEL)
        row = FlowLayout(gap=look.theme.space())
        row.addWidget(self.kind)
        row.addWidget(self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(0.5))
        caption = Text(text("By when"), TextKind.LABEL)
        caption.setBuddy(self.kind)
        column.addWidget(caption)
        column.addLayout(row)
        column.addWidget(self.words)
        column.addWidget(self._question)

    def show_due(self, due: ByWhen, question: DateQuestion | None) -> None:
        kind = ON_A_DAY if due.on else due.occasion or (IN_WORDS if due.words else None)
        waiting = self.kind.value in (ON_A_DAY, IN_WORDS) and due == NO_TIME
        if not waiting:
            self.kind.show_value(kind)
        if due.on:
            self.day.setDate(QDate(due.on.year, due.on.month, due.on.day))
        self.words.set_text(due.words)
        self._question.setText("" if question is None else date_question(question, self._look.phrases))
        self._question.setVisible(question is not None)
        self._show_fields()

    def _on_kind(self, kind: object) -> None:
        self._show_fields()
        if kind is None:
            self.changed.emit(NO_TIME)
        elif isinstance(kind, Occasion):
            self.changed.emit(ByWhen(occasion=kind))
        elif kind == ON_A_DAY:
            self._tell_day()
            self.day.setFocus()
        else:
            self.words.setFocus()

    def _show_fields(self) -> None:
        self.day.setVisible(self.kind.value == ON_A_DAY)
        self.words.setVisible(self.kind.value == IN_WORDS)

    def _tell_day(self) -> None:
        if self.kind.value == ON_A_DAY:
            day = self.day.date()
            self.changed.emit(ByWhen(on=date(day.year(), day.month(), day.day())))
