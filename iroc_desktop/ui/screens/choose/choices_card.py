"""The indicators to choose from, area by area, and what was chosen, in the person's order.

It must not preselect, nor say which would be wise.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from iroc_desktop.ui.screens.choose.presenter import Choice, Sheet
from iroc_desktop.ui.screens.choose.sentences import choice_spoken, choice_words, refusal
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.area_chip import AreaChip
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind


class ChoicesCard(Card):
    """A button for each indicator, pressed while it is chosen."""

    toggled = Signal(str)
    """The id of the indicator that was pressed."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("What matters most now?"))
        self._look = look
        self.buttons: dict[str, Button] = {}
        self._about = Text("", TextKind.MUTED)
        self._refused = QFrame()
        self._refused.setProperty("kind", "notice")
        self._refusal = Text()
        refused = QVBoxLayout(self._refused)
        refused.setContentsMargins(*(4 * (look.theme.space(1.5),)))
        refused.addWidget(self._refusal)
        self._refused.hide()
        self._areas = QVBoxLayout()
        self._areas.setContentsMargins(0, look.theme.space(1), 0, 0)
        self._areas.setSpacing(look.theme.space(2.5))
        self.body.addWidget(self._about)
        self.body.addWidget(self._refused)
        self.body.addLayout(self._areas)
        self.body.addStretch(1)

    def show_sheet(self, sheet: Sheet, refused: int | None) -> None:
        """Show what can be chosen and what is."""
        phrases = self._look.phrases
        self._about.setText(
            phrases.plural(
                "The person chooses one, or none.",
                "The person chooses, up to {count}, in their own order. None is fine too.",
                sheet.most,
            )
        )
        if not self.buttons:
            self._build(sheet)
        for choice in sheet.choices:
            button = self.buttons[choice.indicator_id]
            button.setChecked(choice.place is not None)
            button.setText(choice_words(choice, phrases))
            button.setAccessibleName(choice_spoken(choice, phrases))
        self._refuse(refused)

    def _refuse(self, most: int | None) -> None:
        fresh = most is not None and self._refused.isHidden()
        words = "" if most is None else refusal(most, self._look.phrases)
        self._refusal.setText(words)
        self._refused.setVisible(most is not None)
        if fresh:
            announce(self, words)

    def _build(self, sheet: Sheet) -> None:
        for area, token in dict.fromkeys((each.area, each.area_token) for each in sheet.choices):
            row = QWidget()
            row.setObjectName("clear")
            flow = FlowLayout(row, gap=self._look.theme.space())
            for choice in sheet.choices:
                if choice.area == area:
                    flow.addWidget(self._button(choice))
            group = QVBoxLayout()
            group.setSpacing(self._look.theme.space(1))
            group.addWidget(AreaChip(self._look, area, token), 0, Qt.AlignmentFlag.AlignLeading)
            group.addWidget(row)
            self._areas.addLayout(group)

    def _button(self, choice: Choice) -> Button:
        button = Button(self._look, choice.name)
        button.setCheckable(True)
        button.clicked.connect(lambda: self._press(button, choice.indicator_id))
        self.buttons[choice.indicator_id] = button
        return button

    def _press(self, button: Button, indicator_id: str) -> None:
        # it looks pressed once the store has it
        button.setChecked(not button.isChecked())
        self.toggled.emit(indicator_id)


class ChosenCard(Card):
    """What the person chose, numbered; each can go up or be let go."""

    raised = Signal(str)
    dropped = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("Chosen"))
        self._look = look
        self._shown: tuple[Choice, ...] | None = None
        self.buttons: list[Button] = []
        """In the order in which the keyboard comes to them."""
        self._ways: dict[str, tuple[Button, Button]] = {}
        """By indicator: what moves it up, and what lets it go."""
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        self._none = Text(look.phrases.text("Nothing is chosen yet."), TextKind.MUTED)
        self.body.addWidget(self._none)
        self.body.addLayout(self._rows)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show what is chosen, in the person's order."""
        chosen = sheet.chosen
        if chosen == self._shown:
            return
        self._shown = chosen
        self._none.setVisible(not chosen)
        focused = next((each for each, ways in self._ways.items() if any(way.hasFocus() for way in ways)), "")
        self.buttons.clear()
        self._ways.clear()
        # the old ones go after the new ones are there, so that the keyboard does not leave the card
        old = self._take_all()
        for row, choice in enumerate(chosen):
            self._add(row, choice)
        self._give_keyboard(focused)
        for widget in old:
            widget.hide()
            widget.deleteLater()

    def _give_keyboard(self, indicator_id: str) -> None:
        """Put the keyboard on what moves this area up, or lets it go where it is first already."""
        ways = self._ways.get(indicator_id)
        if ways is not None:
            next(each for each in ways if each.isEnabled()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_all(self) -> list[QWidget]:
        items = iter(lambda: self._rows.takeAt(0), None)
        return [widget for item in items if (widget := item.widget()) is not None]

    def _add(self, row: int, choice: Choice) -> None:
        phrases = self._look.phrases
        self._rows.addWidget(Text(f"{row + 1}.", TextKind.LABEL, wrap=False), row, 0)
        self._rows.addWidget(Text(choice.name), row, 1)
        holder = QWidget()
        holder.setObjectName("clear")
        buttons = QHBoxLayout(holder)
        buttons.setContentsMargins(0, 0, 0, 0)
        up = Button(self._look, "", ButtonKind.QUIET, "chevron-up")
        up.setAccessibleName(phrases.text("Move {indicator} up", indicator=choice.name))
        up.setToolTip(up.accessibleName())
        up.setEnabled(row > 0)
        drop = Button(self._look, "", ButtonKind.QUIET, "x")
        drop.setAccessibleName(phrases.text("Let {indicator} go", indicator=choice.name))
        drop.setToolTip(drop.accessibleName())
        up.clicked.connect(lambda: self.raised.emit(choice.indicator_id))
        drop.clicked.connect(lambda: self.dropped.emit(choice.indicator_id))
        self._ways[choice.indicator_id] = (up, drop)
        for button in (up, drop):
            buttons.addWidget(button)
            self.buttons.append(button)
        self._rows.addWidget(holder, row, 2)
