"""What each voice rates, on a ring and in a table; hidden where only the person rated.

It must not rank: every voice has the same line and the same column.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.charts.spidergram import Spidergram, draw_spidergram
from iroc_desktop.charts.words import voices_words
from iroc_desktop.domain.history import History
from iroc_desktop.domain.wording import Wording
from iroc_desktop.ui.models.spidergrams import voices_of
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.figure_view import FigureView
from iroc_desktop.ui.widgets.history_table import HistoryRow, HistoryTable
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.side_by_side import SideBySide

HEIGHT = 380
"""Of the ring, in pixels at normal text size."""


class VoicesCard(Card):
    """The voices of the newest conversation, side by side."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("How each of us sees it"))
        self._look = look
        self._data: Spidergram | None = None
        self._figure = FigureView(look, least=QSize(300, 300))
        self._figure.setFixedHeight(look.theme.grown(HEIGHT))
        told = QWidget()
        told.setObjectName("clear")
        self._told = QVBoxLayout(told)
        self._told.setContentsMargins(0, 0, 0, 0)
        self._told.addStretch(1)
        self._table: HistoryTable | None = None
        about = look.phrases.text("We may see things in different ways. No voice counts more than another.")
        self.body.addWidget(Text(about, TextKind.MUTED))
        self.body.addWidget(SideBySide(look, self._figure, told, share=(1, 1), least=900))
        self.hide()

    def show_history(self, history: History, wording: Wording) -> None:
        """Show the voices of the newest conversation, or nothing where only the person rated."""
        phrases, theme = self._look.phrases, self._look.theme
        data = voices_of(history, wording, phrases)
        self.setHidden(data is None)
        if data is None or data == self._data:
            return
        self._data = data
        said = voices_words(data, phrases)
        draw = partial(
            draw_spidergram,
            data=data,
            palette=theme.palette_for_charts(),
            text_scale=theme.text_scale / 100,
        )
        self._figure.show_figure(draw, " ".join(said))
        names = [wording.indicators[each.id].name for each in history.instrument.indicators]
        self._write(data, names, said)

    def _write(self, data: Spidergram, names: list[str], said: tuple[str, ...]) -> None:
        if self._table is not None:
            self._told.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        phrases = self._look.phrases
        heads = [phrases.text("Indicator"), *(series.label for series in data.series)]
        self._table = HistoryTable(self._look, phrases.text("What each voice rates, as a table"), heads)
        self._table.set_rows(
            [
                HistoryRow((f"{spoke.letter}   {names[place]}", *_cells(data, place)), said[place])
                for place, spoke in enumerate(data.spokes)
            ]
        )
        self._told.insertWidget(0, self._table)


def _cells(data: Spidergram, place: int) -> tuple[str, ...]:
    ratings = (series.values[place] for series in data.series)
    return tuple("–" if rating is None else str(rating) for rating in ratings)
