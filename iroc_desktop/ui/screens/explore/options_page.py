"""The third step: three places to look for options, and the board on which they are weighed.

It must not refuse an option, add options up, or put them in an order of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iroc_desktop.domain.exploring import ExploringStep, Option, Whose
from iroc_desktop.ui.screens.explore.columns import Columns
from iroc_desktop.ui.screens.explore.four_boxes import FourBoxesForm
from iroc_desktop.ui.screens.explore.option_card import OptionCard
from iroc_desktop.ui.screens.explore.sentences import about_options, gone_sentence
from iroc_desktop.ui.screens.explore.state import Gone, State
from iroc_desktop.ui.screens.explore.step_page import Material, StepPage
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.adding import AddingField
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.lines_card import LinesCard, ListLabels

WIDTH = 300
"""The least of one option's card, in pixels at 100 % text."""


class OptionsPage(StepPage):
    """Options side by side, and what matters to the person next to them."""

    step = ExploringStep.OPTIONS
    share = (2, 1)

    def __init__(self, made_with: Material) -> None:
        super().__init__(made_with)
        look, presenter, indicator_id = made_with.look, made_with.presenter, made_with.indicator_id
        self.cards: dict[str, OptionCard] = {}
        self._adding = Card(look, look.phrases.text("Where could help come from?"))
        self.adding = self._adding_fields()
        self._about = Text("", TextKind.MUTED)
        self.gone = GoneRow(look)
        self.gone.undo.clicked.connect(presenter.undo)
        self.columns = Columns(look, WIDTH)
        self.values = self._values_card()
        self.four_boxes = FourBoxesForm(look)
        self.four_boxes.filled.connect(partial(presenter.board.fill_box, indicator_id))
        self.column.addWidget(self._adding)
        self.column.addStretch(1)
        for part in (self._about, self.gone, self.columns, self.values, self.four_boxes):
            self.below.addWidget(part)
        self.setFocusProxy(self.adding[Whose.ME])

    @property
    def stops(self) -> Sequence[QWidget]:
        """Return the parts in the order in which Tab goes through them: cards as they stand."""
        return (self._adding, self.prompts, self.gone, *self.cards.values(), self.values, self.four_boxes)

    def show_state(self, state: State) -> None:
        """Show the options, the values and the four boxes."""
        if state.exploration is None:
            return
        options = state.exploration.options
        before = tuple(self.cards)
        self._arrange(options)
        for number, option in enumerate(options, start=1):
            self.cards[option.id].show_option(option, number, state.values)
        if not before and any(_weighed(each) for each in options):
            self._weigh(opened=True)
        self._about.setText(about_options(len(options), self._look.phrases))
        self.values.show_lines([(each.id, each.words) for each in state.values])
        self.four_boxes.show_boxes(state.exploration.decision)
        fresh = state.gone is not None and self.gone.isHidden()
        came = next((card for each, card in self.cards.items() if each not in before), self)
        self.gone.show_gone(state.gone, then=came)
        if fresh:
            self.wanted.emit(self.gone)

    def flush(self) -> None:
        """Tell at once what has not been told yet."""
        super().flush()
        for card in tuple(self.cards.values()):
            card.flush()
        for field in self.adding.values():
            field.flush()
        self.values.flush()
        self.four_boxes.flush()

    def _adding_fields(self) -> dict[Whose, AddingField]:
        text = self._look.phrases.text
        labels = {
            Whose.ME: text("Something I can do"),
            Whose.PEOPLE_AROUND_ME: text("Something people around me can do"),
            Whose.SERVICES: text("Something a service can do"),
        }
        fields: dict[Whose, AddingField] = {}
        self._adding.body.setSpacing(self._look.theme.space(1.5))
        for whose, label in labels.items():
            field = AddingField(self._look, label, text("Add"))
            field.added.connect(partial(self._presenter.board.add, self._indicator_id, whose))
            field.button.setAccessibleName(text("{label}: add", label=label))
            self._adding.body.addWidget(field)
            fields[whose] = field
        return fields

    def _values_card(self) -> LinesCard:
        text, values = self._look.phrases.text, self._presenter.values
        labels = ListLabels(
            text("What matters to me"),
            text("Something that matters to me"),
            text("Add"),
            text("In your own words. Each option can be held next to it."),
        )
        card = LinesCard(self._look, labels)
        card.added.connect(values.add)
        card.worded.connect(values.word)
        card.raised.connect(values.put_earlier)
        card.removed.connect(values.remove)
        return card

    def _arrange(self, options: tuple[Option, ...]) -> None:
        """Keep the card of each option that is still there, with the keyboard where it is."""
        ids = [each.id for each in options]
        if ids == list(self.cards):
            return
        known, self.cards = self.cards, {}
        opened = any(each.more.is_open() for each in known.values())
        for option_id in ids:
            there = option_id in known
            self.cards[option_id] = known.pop(option_id) if there else self._card(option_id, opened=opened)
        self.columns.show_parts(list(self.cards.values()))
        for card in self.cards.values():
            card.show()
        for card in known.values():
            card.hide()
            card.deleteLater()

    def _card(self, option_id: str, *, opened: bool) -> OptionCard:
        board, indicator_id = self._presenter.board, self._indicator_id
        card = OptionCard(self._look)
        card.written.connect(lambda part, words: board.write(indicator_id, option_id, part, words))
        card.fitted.connect(lambda value_id, fits: board.fit(indicator_id, option_id, value_id, fits=fits))
        card.chosen.connect(lambda chosen: board.choose(indicator_id, option_id, chosen=chosen))
        card.raised.connect(lambda: board.put_earlier(indicator_id, option_id))
        card.removed.connect(lambda: self._remove(option_id))
        card.more.set_open(opened)
        card.more.opened.connect(lambda opened: self._weigh(opened=opened))
        return card

    def _remove(self, option_id: str) -> None:
        self.cards[option_id].flush()
        self._presenter.board.remove(self._indicator_id, option_id)

    def _weigh(self, *, opened: bool) -> None:
        """Open or close all of them: they are there to be held next to each other."""
        for card in self.cards.values():
            card.more.set_open(opened)


class GoneRow(QWidget):
    """What was taken away, and the way to bring it back under the keyboard."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._look = look
        self._words = Text("", TextKind.MUTED)
        self.undo = Button(look, look.phrases.text("Undo"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(1.5))
        row.addWidget(self.undo)
        row.addWidget(self._words, 1)
        self.hide()

    def show_gone(self, gone: Gone | None, *, then: QWidget) -> None:
        """Say what went; once it is back, the keyboard goes to `then`."""
        fresh, left = gone is not None and self.isHidden(), gone is None and self.undo.hasFocus()
        words = "" if gone is None else gone_sentence(gone, self._look.phrases)
        self._words.setText(words)
        self.setVisible(gone is not None)
        if fresh:
            announce(self, words)
            self.undo.setFocus(Qt.FocusReason.OtherFocusReason)
        elif left:
            then.setFocus(Qt.FocusReason.OtherFocusReason)


def _weighed(option: Option) -> bool:
    return bool(option.speaks_for or option.cost or option.fits or option.fit or option.supports)
