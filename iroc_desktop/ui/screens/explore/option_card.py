"""One option: what it is, what speaks for it, what it would cost, how it fits, and what help it needs.

It must not say how good an option is: nothing is counted.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iroc_desktop.domain.exploring import Option
from iroc_desktop.domain.lines import Line
from iroc_desktop.ui.screens.explore.board import OptionPart
from iroc_desktop.ui.screens.explore.sentences import place_words
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.note_field import NoteField
from iroc_desktop.ui.widgets.tick import Tick


class OptionCard(Card):
    """One option among others."""

    written = Signal(object, str)
    """An `OptionPart` and its words."""
    fitted = Signal(str, bool)
    """A value's id, and whether the option fits with it."""
    chosen = Signal(bool)
    raised = Signal()
    """It shall stand one place earlier."""
    removed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        text = look.phrases.text
        self._place = Text("", TextKind.MUTED)
        self.up = Button(look, "", ButtonKind.QUIET, "chevron-up")
        self.up.clicked.connect(self.raised)
        self.drop = Button(look, "", ButtonKind.QUIET, "x")
        self.drop.clicked.connect(self.removed)
        self.words = NoteField(look, text("The option, in my own words"), lines=1)
        self.words.edited.connect(lambda words: self.written.emit(OptionPart.WORDS, words))
        self.choose = Tick(look, text("I choose this one"), TextKind.LABEL)
        self.choose.clicked.connect(self.chosen)
        self.weighing = Weighing(look)
        self.weighing.written.connect(self.written)
        self.weighing.fitted.connect(self.fitted)
        self.more = Disclosure(look, text("Weigh it up"), self.weighing)
        self.body.addLayout(self._head())
        for part in (self.words, self.choose, self.more):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.setFocusProxy(self.words)

    def show_option(self, option: Option, number: int, values: tuple[Line, ...]) -> None:
        """Show an option at its place, from 1, next to what matters to the person."""
        text = self._look.phrases.text
        self.setAccessibleName(text("Option {number}", number=number))
        self._place.setText(place_words(option.whose, self._look.phrases))
        for button, words in (
            (self.up, text("Move option {number} earlier", number=number)),
            (self.drop, text("Take option {number} away", number=number)),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.up.setEnabled(number > 1)
        self.words.set_text(option.words)
        self.choose.show_as(ticked=option.chosen)
        self.weighing.show_option(option, values)

    def flush(self) -> None:
        """Tell at once what has not been told yet."""
        self.words.flush()
        self.weighing.flush()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self._place, 1)
        head.addWidget(self.up)
        head.addWidget(self.drop)
        return head


class Weighing(QWidget):
    """What can be said about an option."""

    written = Signal(object, str)
    fitted = Signal(str, bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._look = look
        text = look.phrases.text
        self.fields = {
            OptionPart.SPEAKS_FOR: NoteField(look, text("What speaks for it")),
            OptionPart.COST: NoteField(
                look, text("What it would cost me"), text("Effort, time, money, something I give up")
            ),
            OptionPart.FIT: NoteField(look, text("How it fits, in my own words"), lines=1),
            OptionPart.SUPPORTS: NoteField(look, text("What help it needs")),
        }
        for part, field in self.fields.items():
            field.edited.connect(lambda words, part=part: self.written.emit(part, words))
        self.ticks: dict[str, Tick] = {}
        self._values = QVBoxLayout()
        self._values.setSpacing(0)
        self._none = Text(
            text("The list of what matters to you is still empty. It is below."), TextKind.MUTED
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.theme.space(), 0, 0)
        column.setSpacing(look.theme.space(1.5))
        column.addWidget(self.fields[OptionPart.SPEAKS_FOR])
        column.addWidget(self.fields[OptionPart.COST])
        column.addLayout(self._fit())
        column.addWidget(self.fields[OptionPart.FIT])
        column.addWidget(self.fields[OptionPart.SUPPORTS])

    def show_option(self, option: Option, values: tuple[Line, ...]) -> None:
        """Show what was said."""
        self.fields[OptionPart.SPEAKS_FOR].set_text(option.speaks_for)
        self.fields[OptionPart.COST].set_text(option.cost)
        self.fields[OptionPart.FIT].set_text(option.fit)
        self.fields[OptionPart.SUPPORTS].set_text(option.supports)
        if [each.id for each in values] != list(self.ticks):
            self._rebuild(each.id for each in values)
        for value in values:
            self.ticks[value.id].say(value.words)
            self.ticks[value.id].show_as(ticked=value.id in option.fits)
        self._none.setVisible(not values)

    def flush(self) -> None:
        """Tell at once what has not been told yet."""
        for field in self.fields.values():
            field.flush()

    def _fit(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._look.theme.space(0.5))
        column.addWidget(Text(self._look.phrases.text("Fits with what matters to me"), TextKind.LABEL))
        column.addWidget(self._none)
        column.addLayout(self._values)
        return column

    def _rebuild(self, ids: Iterable[str]) -> None:
        for tick in self.ticks.values():
            self._values.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self.ticks = {each: self._tick(each) for each in ids}

    def _tick(self, value_id: str) -> Tick:
        tick = Tick(self._look)
        tick.clicked.connect(lambda fits: self.fitted.emit(value_id, fits))
        self._values.addWidget(tick)
        return tick
