"""What stands beside the question: the picture so far, and what one could ask.

It must not show last time's ratings where nothing is rated yet; the state has left them out.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from iroc_desktop.charts.spidergram import draw_spidergram
from iroc_desktop.charts.words import spidergram_words
from iroc_desktop.domain.wording import Wording
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.models.spidergrams import spidergram_of
from iroc_desktop.ui.screens.conversation.state import Page, Sheet
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.bullets import Bullets
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.figure_view import FigureView
from iroc_desktop.ui.widgets.labels import Text, TextKind

PROMPTS_AT_FIRST = 3
"""Enough to choose from at a glance; the others are one press away."""


class PictureCard(Card):
    """The spidergram as it grows."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("The picture so far"))
        self._look = look
        self._drawn: object = None
        self._about = Text("", TextKind.MUTED)
        self._picture = FigureView(look, least=QSize(240, 210))
        self._picture.setAccessibleName(look.phrases.text("The picture so far"))
        # it takes the height that is left, and never makes the page scroll by itself
        self._picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.body.addWidget(self._about)
        self.body.addWidget(self._picture, 1)

    def show_sheet(self, sheet: Sheet, wording: Wording) -> None:
        """Draw the ratings given so far, if they are others than before."""
        phrases = self._look.phrases
        self._about.setText(_so_far(sheet, phrases))
        data = spidergram_of(sheet.picture, wording, phrases)
        if data == self._drawn:
            return
        self._drawn = data
        draw = partial(
            draw_spidergram,
            data=data,
            palette=self._look.theme.palette_for_charts(),
            text_scale=self._look.theme.text_scale / 100,
        )
        self._picture.show_figure(draw, " ".join(spidergram_words(data, phrases)))


class PromptsCard(Card):
    """Questions that open the conversation."""

    asked_another_way = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("You could ask"))
        self._look = look
        self._shown = ""
        self._first = Bullets(look)
        self._others = Bullets(look)
        self._more = Disclosure(look, look.phrases.text("More to ask"), self._others)
        self._way = Button(look, look.phrases.text("Another way to ask"), ButtonKind.QUIET)
        self._way.clicked.connect(self.asked_another_way)
        self.body.addWidget(self._first)
        self.body.addWidget(self._more)
        self.body.addWidget(self._way, alignment=Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)

    def show_page(self, page: Page) -> None:
        """Show what one could ask about an indicator."""
        if page.indicator_id == self._shown:
            return
        self._shown = page.indicator_id
        self._first.set_lines(page.prompts[:PROMPTS_AT_FIRST])
        self._others.set_lines(page.prompts[PROMPTS_AT_FIRST:])
        self._more.set_open(False)
        self._more.setVisible(len(page.prompts) > PROMPTS_AT_FIRST)
        self._way.setVisible(page.other_ways > 0)


class Side(QWidget):
    """The picture above the prompts."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.picture = PictureCard(look)
        self.prompts = PromptsCard(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(2))
        column.addWidget(self.picture, 3)
        column.addWidget(self.prompts, 2)


def _so_far(sheet: Sheet, phrases: Phrases) -> str:
    if len(sheet.picture.conversations) > 1:
        return phrases.plural(
            "Now, {rated} of {count} rated, and last time",
            "Now, {rated} of {count} rated, and last time",
            sheet.of,
            rated=sheet.rated,
        )
    return phrases.plural(
        "Now, {rated} of {count} rated", "Now, {rated} of {count} rated", sheet.of, rated=sheet.rated
    )
