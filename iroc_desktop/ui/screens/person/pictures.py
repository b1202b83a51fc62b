"""The two charts of the person's page, each with its words and its table.

They must not draw before they are seen: an unopened table costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from iroc_desktop.charts.journey import draw_journey
from iroc_desktop.charts.spidergram import draw_spidergram
from iroc_desktop.charts.words import (
    Table,
    journey_table,
    journey_words,
    spidergram_table,
    spidergram_words,
)
from iroc_desktop.domain.history import History
from iroc_desktop.domain.wording import Wording
from iroc_desktop.ui.models.spidergrams import spidergram_of
from iroc_desktop.ui.screens.person.journey import journey_of
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.figure_view import FigureView
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.side_by_side import SideBySide

PANEL_ROW = 150
"""Height of one row of the journey's panels, in pixels at normal text size."""
PANELS_IN_A_ROW = 4


class PictureCard(Card):
    """The spidergram of start, last and now, in lines and in words."""

    def __init__(self, look: Look, wording: Wording) -> None:
        super().__init__(look, look.phrases.text("The picture so far"))
        self._look = look
        self._wording = wording
        grown = look.theme.grown
        self._figure = FigureView(look, least=QSize(min(grown(320), 460), grown(340)))
        self._words = QWidget()
        self._sentences = QVBoxLayout(self._words)
        self._sentences.setContentsMargins(0, 0, 0, 0)
        self._sentences.setSpacing(look.theme.space(0.5))
        self._table = LazyTable(look)
        self.body.addWidget(SideBySide(look, self._figure, self._words, share=(3, 2), least=640))
        self.body.addWidget(self._table)

    def show_history(self, history: History) -> None:
        """Draw a history that has a conversation."""
        phrases = self._look.phrases
        data = spidergram_of(history, self._wording, phrases)
        words = spidergram_words(data, phrases)
        palette = self._look.theme.palette_for_charts()
        scale = self._look.theme.text_scale / 100
        draw = partial(draw_spidergram, data=data, palette=palette, text_scale=scale)
        self._figure.show_figure(draw, " ".join(words))
        self._write(words)
        self._table.show_table(lambda: spidergram_table(data, phrases))

    def _write(self, words: tuple[str, ...]) -> None:
        while (item := self._sentences.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for sentence in words:
            self._sentences.addWidget(Text(sentence))
        self._sentences.addStretch()


class JourneyCard(Card):
    """How each indicator went from conversation to conversation; hidden while there is only one."""

    def __init__(self, look: Look, wording: Wording) -> None:
        super().__init__(look, look.phrases.text("The journey"))
        self._look = look
        self._wording = wording
        self._figure = FigureView(look)
        self._table = LazyTable(look)
        self.body.addWidget(self._figure)
        self.body.addWidget(self._table)

    def show_history(self, history: History) -> None:
        """Draw a history; one conversation is not a journey yet."""
        self.setVisible(len(history.conversations) > 1)
        if len(history.conversations) < 2:
            return
        phrases, theme = self._look.phrases, self._look.theme
        data = journey_of(history, self._wording, phrases)
        rows = -(-len(data.panels) // PANELS_IN_A_ROW)
        self._figure.setMinimumHeight(rows * theme.grown(PANEL_ROW))
        scale = theme.text_scale / 100
        palette = theme.palette_for_charts()
        draw = partial(draw_journey, data=data, palette=palette, text_scale=scale)
        self._figure.show_figure(draw, " ".join(journey_words(data, phrases)))
        self._table.show_table(lambda: journey_table(data, phrases))


class LazyTable(QWidget):
    """The chart's numbers, written out once somebody opens them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._make: Callable[[], Table] | None = None
        self._cells = QWidget()
        self._grid = QGridLayout(self._cells)
        self._grid.setContentsMargins(look.theme.space(2), 0, 0, 0)
        self._grid.setHorizontalSpacing(look.theme.space(3))
        self._grid.setVerticalSpacing(look.theme.space(0.5))
        self._line = Disclosure(look, look.phrases.text("The same as a table"), self._cells)
        self._line.opened.connect(lambda opened: self._fill() if opened else None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line)
        self.setFocusProxy(self._line)

    def show_table(self, make: Callable[[], Table]) -> None:
        """Show what `make` returns, now if the table is open, else when it is opened."""
        self._make = make
        self._clear()
        if self._line.is_open():
            self._fill()

    def _fill(self) -> None:
        if self._make is None or self._grid.count():
            return
        table = self._make()
        for column, heading in enumerate(table.headings):
            self._grid.addWidget(Text(heading, TextKind.MUTED), 0, column)
        for row, cells in enumerate(table.rows, start=1):
            for column, cell in enumerate(cells):
                said = Text(cell)
                said.setAccessibleName(
                    self._look.phrases.text(
                        "{indicator}, {column}: {cell}",
                        indicator=cells[0],
                        column=table.headings[column],
                        cell=cell,
                    )
                )
                self._grid.addWidget(said, row, column)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
