"""The rules: for how many months records are kept after the last conversation, by site, and in the bin.

It must not bring a number: every rule is off until a team lead sets it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from iroc_desktop.domain.retention import MOST_MONTHS
from iroc_desktop.services.retention import Rules
from iroc_desktop.ui.screens.keeping.presenter import rule_keys
from iroc_desktop.ui.screens.keeping.sentences import months_words, rule_hint, rule_name
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.counted_box import CountedBox
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Text, TextKind


class RulesCard(Card):
    """A number for each site; words only, where nobody may change them."""

    ruled = Signal(str, int)
    """The site, and its months; 0 for no rule."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("The rules"))
        self._look = look
        text = look.phrases.text
        self.boxes: dict[str, CountedBox] = {}
        self._drawn: Rules | None = None
        about = text(
            "Your service decides how long records are kept after the last conversation. "
            "When that time has passed, you are reminded. Nothing goes by itself."
        )
        self.body.addWidget(Text(about))
        self._who = Text("", TextKind.MUTED)
        self.body.addWidget(self._who)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.theme.space(3))
        self._grid.setVerticalSpacing(look.theme.space())
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)

    def show_rules(self, rules: Rules) -> None:
        """Show the rules; what is being typed stays where it is unless the sites are others."""
        if rules == self._drawn:
            return
        before, self._drawn = self._drawn, rules
        words = (
            self._look.phrases.text("A site without a number of its own goes by the one for everywhere.")
            if rules.may_change
            else self._look.phrases.text("Only a team lead can change these.")
        )
        self._who.setText(words)
        if (
            before is None
            or not rules.may_change
            or (before.sites, before.may_change) != (rules.sites, rules.may_change)
        ):
            self._draw(rules)
        for site, box in self.boxes.items():
            if not box.hasFocus():
                box.blockSignals(True)
                box.setValue(rules.months.get(site, 0))
                box.blockSignals(False)

    def flush(self) -> None:
        """Tell what was typed into the box that has the keyboard."""
        for site, box in self.boxes.items():
            if box.hasFocus():
                box.interpretText()
                self.ruled.emit(site, box.value())

    def _draw(self, rules: Rules) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.blockSignals(True)
                widget.hide()
                widget.deleteLater()
        self.boxes = {}
        for row, site in enumerate(rule_keys(rules)):
            self._row(row, site, rules)
        tab_through(self.boxes.values())

    def _row(self, row: int, site: str, rules: Rules) -> None:
        name, months = rule_name(site, self._look.phrases), rules.months.get(site, 0)
        caption = Text(name)
        self._grid.addWidget(caption, 2 * row, 0)
        if not rules.may_change:
            told = Text(months_words(months, site, self._look.phrases), TextKind.LABEL)
            self._grid.addWidget(told, *self._beside(row))
            return
        box = self._box(site, name)
        box.setValue(months)
        box.editingFinished.connect(lambda: self.ruled.emit(site, box.value()))
        caption.setBuddy(box)
        self.boxes[site] = box
        self._grid.addWidget(box, *self._beside(row), Qt.AlignmentFlag.AlignLeading)

    def _beside(self, row: int) -> tuple[int, int]:
        # beside each other while there is room, below each other in large print
        return (2 * row, 1) if self._look.theme.text_scale <= 150 else (2 * row + 1, 0)

    def _box(self, site: str, name: str) -> CountedBox:
        box = CountedBox(lambda months: months_words(months, site, self._look.phrases))
        box.setRange(0, MOST_MONTHS)
        box.setAccessibleName(name)
        box.setAccessibleDescription(rule_hint(site, self._look.phrases))
        # as wide as the others, whatever each of them says
        said = [months_words(each, of, self._look.phrases) for each in (0, MOST_MONTHS) for of in ("", name)]
        widest = max(box.fontMetrics().horizontalAdvance(each) for each in said)
        box.setMinimumWidth(widest + self._look.theme.grown(72))
        return box
