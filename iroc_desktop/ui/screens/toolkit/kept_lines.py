"""Pages that were filled in or printed with the person, one line each, under a heading that unfolds.

It must not open anything by itself: it tells which line was pressed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from iroc_desktop.ui.screens.toolkit.sentences import kept_words
from iroc_desktop.ui.screens.toolkit.state import Kept
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.labels import Text


class KeptLines(Disclosure):
    """Hidden while there is nothing to show."""

    chosen = Signal(object)
    """The `Kept` whose button was pressed."""
    put_away = Signal(str)
    """The id of the worksheet that shall go into the bin."""

    def __init__(self, look: Look, heading: Callable[[int], str], *, dated: bool = True) -> None:
        """Take the heading for a count of lines; `dated` says whether each line tells its day."""
        lines = QWidget()
        lines.setObjectName("clear")
        super().__init__(look, heading(0), lines)
        self._heading, self._dated = heading, dated
        self._lines: tuple[Kept, ...] | None = None
        self._rows = QGridLayout(lines)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setColumnStretch(1, 1)

    def show_lines(self, lines: tuple[Kept, ...]) -> None:
        """Show these lines; the same ones again are left alone."""
        self.setHidden(not lines or self.parentWidget() is None)
        if lines == self._lines:
            return
        self._lines = lines
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, each in enumerate(lines):
            self._add(row, each)
        self.set_words(self._heading(len(lines)))

    def _add(self, row: int, kept: Kept) -> None:
        phrases = self._look.phrases
        named = kept_words(kept, phrases, dated=self._dated)
        words = (
            phrases.about("on a button", "See it") if kept.printed else phrases.about("on a button", "Open")
        )
        button = Button(self._look, words, ButtonKind.QUIET)
        spoken = (
            phrases.text("See {page}", page=named)
            if kept.printed
            else phrases.text("Open {page}", page=named)
        )
        button.setAccessibleName(spoken)
        button.clicked.connect(lambda: self.chosen.emit(kept))
        self._rows.addWidget(button, row, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(Text(named), row, 1, Qt.AlignmentFlag.AlignVCenter)
        if not kept.printed:
            self._rows.addWidget(self._away(kept, named), row, 2, Qt.AlignmentFlag.AlignTop)

    def _away(self, kept: Kept, named: str) -> Button:
        away = Button(self._look, self._look.phrases.text("Put in the bin"), ButtonKind.QUIET)
        away.setAccessibleDescription(named)
        away.clicked.connect(lambda: self.put_away.emit(kept.id))
        return away
