"""The list of exactly what will be on the paper; each line can be left out.

It must not list a practitioner-only note: the summary has none.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout

from iroc_desktop.ui.screens.summary.items import Item
from iroc_desktop.ui.screens.summary.presenter import Sheet
from iroc_desktop.ui.screens.summary.sentences import item_words
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind


class ItemsCard(Card):
    """A box to tick for each part and each quote."""

    toggled = Signal(str, bool)
    """The key of an item, and whether it shall be on the paper."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("On the paper"))
        self._look = look
        self.boxes: dict[str, QCheckBox] = {}
        self._words: dict[str, Text] = {}
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        self._rows.setHorizontalSpacing(look.theme.space(0.5))
        self._rows.setVerticalSpacing(0)
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
            box, words = self.boxes[item.key], item_words(item, sheet, self._look.phrases)
            box.setChecked(item.shown)
            box.setEnabled(item.possible and not sheet.frozen)
            box.setAccessibleName(words)
            self._words[item.key].setText(words)
            self._words[item.key].setEnabled(item.possible)

    def _build(self, items: tuple[Item, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes.clear()
        self._words.clear()
        for row, each in enumerate(items):
            self._add(row, each)

    def _add(self, row: int, item: Item) -> None:
        box, words = QCheckBox(), Text("", TextKind.MUTED if item.quote else TextKind.BODY)
        box.clicked.connect(lambda on: self.toggled.emit(item.key, on))
        words.setBuddy(box)
        indent = self._look.theme.space(3) if item.quote else 0
        words.setContentsMargins(indent, self._look.theme.space(0.5), 0, self._look.theme.space(0.5))
        self._rows.addWidget(box, row, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(words, row, 1)
        self.boxes[item.key] = box
        self._words[item.key] = words
