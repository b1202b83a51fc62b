"""How one answer was corrected, folded under it: what it was, what it is, why, who and when.

It must not settle anything on which two corrections disagree.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.ui.screens.record.sentences import changed_lines, who_and_when
from iroc_desktop.ui.screens.record.state import CorrectionLine
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.labels import Text, TextKind


class Corrections(Disclosure):
    """One line that opens, and the corrections in the order in which they were made."""

    def __init__(self, look: Look, name: str, lines: Sequence[CorrectionLine]) -> None:
        """`name` is what the answer is to; a screen reader hears it with the line."""
        phrases = look.phrases
        content = QWidget()
        content.setObjectName("clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(look.theme.space(3), 0, 0, look.theme.space(1))
        column.setSpacing(look.theme.space(0.25))
        for place, line in enumerate(lines):
            if place:
                column.addSpacing(look.theme.space())
            for words in changed_lines(line, phrases):
                column.addWidget(Text(words))
            column.addWidget(Text(phrases.text("Because: {reason}", reason=line.reason)))
            column.addWidget(Text(who_and_when(line, phrases), TextKind.SMALL))
        words = phrases.plural("Corrected once", "Corrected {count} times", len(lines))
        super().__init__(look, words, content)
        self._line.setAccessibleName(phrases.text("{indicator}: {words}", indicator=name, words=words))
