"""The list of exactly what will be on the paper; each line can be left out.

It must not list a practitioner-only note: the summary has none.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from iroc_desktop.ui.screens.summary.items import Item
from iroc_desktop.ui.screens.summary.presenter import Sheet
from iroc_desktop.ui.screens.summary.sentences import item_words
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.tick import Tick


class ItemsCard(Card):
    """A box to tick for each part and each quote."""

    toggled = Signal(str, bool)
    """The key of an item, and whether it shall be on the paper."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("On the paper"))
        self._look = look
        self.boxes: dict[str, QCheckBox] = {}
        self._ticks: dict[str, Tick] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.body.addWidget(
            Text(
                look.phrases.text(
                    "The date, the sheet's number and whose wording it is are always there. "
                    "Notes only for you are never printed."
                ),
                TextKind.SMALL,
            )
        )

    def show_sheet(self, sheet: Sheet) -> None:
        """Show what is on the paper and what is left out."""
        if [each.key for each in sheet.items] != list(self.boxes):
            self._build(sheet.items)
        for item in sheet.items:
            tick = self._ticks[item.key]
            tick.say(item_words(item, sheet, self._look.phrases))
            tick.show_as(ticked=item.shown, possible=item.possible and not sheet.frozen)
            tick.dim(not item.possible)

    def _build(self, items: tuple[Item, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes.clear()
        self._ticks.clear()
        for each in items:
            self._add(each)

    def _add(self, item: Item) -> None:
        kind, indent = (TextKind.MUTED, self._look.theme.grown(26)) if item.quote else (TextKind.BODY, 0)
        tick = Tick(self._look, "", kind, indent=indent)
        tick.clicked.connect(lambda on: self.toggled.emit(item.key, on))
        self._rows.addWidget(tick)
        self.boxes[item.key] = tick.box
        self._ticks[item.key] = tick
