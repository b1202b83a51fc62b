"""Draws the picture: what is strong and what moved up first, then the spidergram and its table.

It must not judge, nor put a name into a file it saves.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.charts.export import figure_of_points, to_png, to_svg
from iroc_desktop.charts.palette import Palette, for_paper, grey
from iroc_desktop.charts.spidergram import Spidergram, draw_spidergram
from iroc_desktop.charts.words import spidergram_words
from iroc_desktop.domain.conversation import Stage
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.models.spidergrams import spidergram_of
from iroc_desktop.ui.screens.picture.presenter import Picture, PicturePresenter, State
from iroc_desktop.ui.screens.picture.sentences import table_rows
from iroc_desktop.ui.screens.picture.voices_card import VoicesCard
from iroc_desktop.ui.screens.picture.words_card import WordsCard
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import Theme, ThemeName
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.figure_view import FigureView
from iroc_desktop.ui.widgets.history_table import HistoryTable
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.saving_place import AskPlace, ask_place
from iroc_desktop.ui.widgets.session_page import SessionPage
from iroc_desktop.ui.widgets.side_by_side import SideBySide

SAVED_SIDE = 420.0
"""Width and height of a saved picture, in points: a good half of a page."""

LEAST_SIDE, MOST_SIDE = 340, 720
"""Height of the spidergram on the screen, in pixels."""


class PictureView(SessionPage):
    """The picture of a conversation in progress."""

    def __init__(
        self,
        presenter: PicturePresenter,
        look: Look,
        parent: QWidget | None = None,
        *,
        ask: AskPlace = ask_place,
    ) -> None:
        super().__init__(look, Stage.PICTURE, parent)
        self._presenter = presenter
        self._look = look
        self._ask = ask
        self._data: Spidergram | None = None
        self._opening = Text(look.phrases.text("One moment…"), TextKind.MUTED)
        self.words = WordsCard(look)
        self._figure = FigureView(look, least=QSize(300, 340))
        self._figure.setAccessibleName(look.phrases.text("Spidergram"))
        self._figure_card = Card(look)
        self._figure_card.body.addWidget(self._figure, 1)
        self._table: HistoryTable | None = None
        self._table_card = Card(look)
        self._columns = SideBySide(
            look, _on_top(self._figure_card), self._beside_picture(), share=(1, 1), least=940
        )
        self._columns.restacked.connect(self._put_words)
        self.voices = VoicesCard(look)
        self._make_saving()
        self._lay_out()
        self.retried.connect(presenter.try_again)
        self.setFocusProxy(self.ways.onward)
        presenter.attach(self._show)

    def leave(self) -> None:
        """Stop drawing."""
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        self.show_problem(state.problem)
        self._saved.setVisible(state.exported)
        picture = state.picture
        if picture is None:
            return
        self._opening.hide()
        self.words.show_picture(picture)
        self._columns.show()
        self._draw(picture)
        self.voices.show_history(picture.history, picture.wording)
        self._write_table(picture)

    def _draw(self, picture: Picture) -> None:
        data = spidergram_of(picture.history, picture.wording, self._look.phrases)
        if data == self._data:
            return
        self._data = data
        theme = self._look.theme
        draw = partial(
            draw_spidergram,
            data=data,
            palette=theme.palette_for_charts(),
            text_scale=theme.text_scale / 100,
        )
        self._figure.show_figure(draw, " ".join(spidergram_words(data, self._look.phrases)))

    def _write_table(self, picture: Picture) -> None:
        heads, rows = table_rows(picture, self._look.phrases)
        if self._table is not None:
            self._table_card.body.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
        self._table = HistoryTable(self._look, self._look.phrases.text("The picture as a table"), heads)
        self._table.set_rows(rows)
        self._table_card.body.addWidget(self._table)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make the spidergram as large as can be seen in one piece."""
        around = self._look.theme.grown(170)
        least = max(LEAST_SIDE, self._look.theme.grown(LEAST_SIDE * 0.7))
        self._figure.setFixedHeight(min(max(event.size().height() - around, least), MOST_SIDE))
        super().resizeEvent(event)

    def _put_words(self, stacked: bool) -> None:
        """What is strong comes first: beside the picture, or above it."""
        if stacked:
            self.body.insertWidget(self.body.indexOf(self._columns), self.words)
        else:
            self._beside_column.insertWidget(0, self.words)

    def _beside_picture(self) -> QWidget:
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.space(2))
        self._beside_column = column
        column.addWidget(self.words)
        column.addWidget(self._table_card)
        column.addStretch(1)
        return told

    def _make_saving(self) -> None:
        phrases = self._look.phrases
        self._save = Button(self._look, phrases.text("Save the picture…"), ButtonKind.QUIET, "download")
        self._saved = Text(phrases.text("The picture is saved."), TextKind.MUTED, wrap=False)
        self._save.clicked.connect(self._save_picture)

    def _lay_out(self) -> None:
        self._columns.hide()
        self._saved.hide()
        self.body.addWidget(self._opening)
        self.body.addWidget(self._columns, 1)
        self.body.addWidget(self.voices)
        self.beside.addWidget(self._saved)
        self.beside.addWidget(self._save, alignment=Qt.AlignmentFlag.AlignTrailing)

    def _save_picture(self) -> None:
        data, phrases = self._data, self._look.phrases
        if data is None:
            return
        filters = (phrases.text("Picture (*.png)"), phrases.text("Drawing (*.svg)"))
        path = self._ask(self, phrases.text("Save the picture"), "picture.png", filters)
        if path is not None:
            self._presenter.save_as(path, partial(saved_picture, data, paper_palette(self._look.theme), path))


def _on_top(card: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    column.addStretch(1)
    return holder


def paper_palette(theme: Theme) -> Palette:
    """Return how a saved picture looks: as on paper; without colour where the screen's are not for white."""
    palette = theme.palette_for_charts()
    return for_paper(palette) if theme.name is ThemeName.LIGHT else grey(palette)


def saved_picture(data: Spidergram, palette: Palette, path: Path) -> bytes:
    """Return the file that belongs at `path`: SVG where it ends so, PNG otherwise."""
    figure = figure_of_points(SAVED_SIDE, SAVED_SIDE)
    draw_spidergram(figure, data, palette)
    return to_svg(figure) if path.suffix.lower() == ".svg" else to_png(figure)
