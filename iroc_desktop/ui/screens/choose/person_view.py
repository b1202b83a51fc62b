"""Choosing turned to the person: every area as a huge button, numbered in their order once it is chosen.

It must not show ratings: what matters most need not be what is hardest.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from iroc_desktop.domain.instrument import Area
from iroc_desktop.domain.wording import Pack
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.screens.choose.presenter import Choice, ChoosePresenter, Sheet, State
from iroc_desktop.ui.screens.choose.sentences import refusal
from iroc_desktop.ui.theme.fonts import sized_font
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.area_letter import AreaLetter
from iroc_desktop.ui.widgets.big_button import BigButton
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.even_rows import EvenRows
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.persons_sheet import PersonsSheet
from iroc_desktop.ui.widgets.side_by_side import SideBySide
from iroc_desktop.ui.widgets.turned import Turned

TO_A_ROW = 3
"""Buttons of an area beside each other."""
LEAST = 480
"""Below this width, in pixels at normal text size, an area's name stands above its buttons."""


class ChoosePersonView(PersonsSheet):
    """What matters most now, up to a few areas; a press on a chosen one lets it go again."""

    def __init__(
        self, presenter: ChoosePresenter, turned: Turned, pack: Pack, parent: QWidget | None = None
    ) -> None:
        """Name areas as `pack` does in the person's language."""
        super().__init__(turned, parent)
        self._presenter = presenter
        self._instrument = pack.instrument
        self._words = pack.wording(turned.language)
        self.buttons: dict[str, BigButton] = {}
        self.earlier: dict[str, Button] = {}
        """By indicator: what moves a chosen one forward."""
        self._refused = QFrame()
        self._refused.setProperty("kind", "notice")
        self._refusal = Text("", TextKind.LABEL)
        inside = QVBoxLayout(self._refused)
        inside.addWidget(self._refusal)
        self.back.hide()
        self.onward.setText(turned.phrases.text("We are done"))
        self.onward.clicked.connect(self.ask_to_leave)
        self.banner.acted.connect(presenter.try_again)
        presenter.attach(self._show)

    def leave(self) -> None:
        """Stop drawing."""
        self._presenter.detach(self._show)

    def _show(self, state: State) -> None:
        self.show_problem(state.problem)
        sheet = state.sheet
        if sheet is None:
            return
        if not self.buttons:
            self._build(sheet)
        for choice in sheet.choices:
            self._show_choice(choice)
        self._show_order(sheet)
        self._refuse(state.refused)

    def _show_choice(self, choice: Choice) -> None:
        button, say = self.buttons[choice.indicator_id], self.turned.phrases.text
        place = "" if choice.place is None else str(choice.place)
        button.show_as(chosen=choice.place is not None, place=place)
        name = self._name(choice)
        button.setAccessibleName(
            say("{choice}, chosen as number {place}", choice=name, place=place) if place else name
        )

    def _show_order(self, sheet: Sheet) -> None:
        focused = next((each for each, button in self.earlier.items() if button.hasFocus()), "")
        while (item := self.between.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.earlier.clear()
        for choice in sheet.chosen[1:]:
            self.between.addWidget(self._raising(choice))
        self.order_keyboard()
        if focused:
            self.earlier.get(focused, self.buttons[focused]).setFocus()

    def _raising(self, choice: Choice) -> Button:
        words = self.turned.phrases.text("Move {indicator} up", indicator=self._name(choice))
        button = Button(self.look, words, ButtonKind.QUIET, "chevron-up")
        button.clicked.connect(lambda: self._presenter.put_first(choice.indicator_id))
        self.earlier[choice.indicator_id] = button
        return button

    def _refuse(self, most: int | None) -> None:
        fresh = most is not None and self._refused.isHidden()
        words = "" if most is None else refusal(most, self.turned.phrases)
        self._refusal.setText(words)
        self._refused.setVisible(most is not None)
        if fresh:
            announce(self, words, urgent=True)

    def _build(self, sheet: Sheet) -> None:
        self.say(lambda phrases: phrases.text("What matters most now?"))
        self.say(lambda phrases: about_choosing(phrases, sheet.most), TextKind.BODY)
        self.body.addWidget(self._refused)
        self._refused.hide()
        self.body.setSpacing(self.look.theme.space(1.25))
        for area in self._instrument.areas:
            self.body.addWidget(self._row(area, sheet))
        self.settle(next(iter(self.buttons.values()), None))

    def _row(self, area: Area, sheet: Sheet) -> SideBySide:
        """Return an area's letter above its name, beside its buttons; above them in one line if narrow."""
        name = Text(self._words.areas[area.id], TextKind.LABEL, wrap=False)
        name.setStyleSheet(f"color: {self.look.theme.area(area.token).colour};")
        holder = QWidget()
        holder.setObjectName("clear")
        holder.setMinimumWidth(self._widest_name())
        named = QBoxLayout(QBoxLayout.Direction.TopToBottom, holder)
        named.setContentsMargins(0, 0, 0, 0)
        named.setSpacing(self.look.theme.space(0.5))
        named.addStretch(1)
        named.addWidget(AreaLetter(self.look, area.token))
        named.addWidget(name)
        named.addStretch(1)
        row = SideBySide(self.look, holder, self._group(area.id, sheet), share=(0, 1), least=LEAST)
        row.restacked.connect(partial(_turn, named))
        return row

    def _widest_name(self) -> int:
        """Return how wide the longest name of an area is, in pixels."""
        # a label itself only knows its letters once it is on the screen
        letters = QFontMetrics(sized_font(self.look.theme, TypeSize.BASE, bold=True))
        return max(letters.horizontalAdvance(each) for each in self._words.areas.values()) + 1

    def _group(self, area_id: str, sheet: Sheet) -> QWidget:
        holder = QWidget()
        holder.setObjectName("clear")
        rows = EvenRows(holder, gap=self.look.theme.space(0.5), most=TO_A_ROW)
        for choice in sheet.choices:
            if self._instrument.area_of(choice.indicator_id).id == area_id:
                rows.addWidget(self._button(choice))
        return holder

    def _button(self, choice: Choice) -> BigButton:
        area = self.look.theme.area(choice.area_token)
        button = BigButton(self.look, self._name(choice), choice.name, area=area)
        button.clicked.connect(lambda: self._presenter.toggle(choice.indicator_id))
        self.buttons[choice.indicator_id] = button
        return button

    def _name(self, choice: Choice) -> str:
        return self._words.indicators[choice.indicator_id].name


def about_choosing(phrases: Phrases, most: int) -> str:
    """Return how many can be chosen, as it is said to the person."""
    return phrases.plural(
        "You can choose one, or none.",
        "You can choose up to {count}. Start with the one that matters most. None is fine too.",
        most,
    )


def _turn(named: QBoxLayout, stacked: bool) -> None:
    """Put an area's letter and name beside each other where they stand above the buttons."""
    named.setDirection(QBoxLayout.Direction.LeftToRight if stacked else QBoxLayout.Direction.TopToBottom)
    named.setStretch(0, 0 if stacked else 1)
