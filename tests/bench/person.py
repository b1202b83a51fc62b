"""Opening a person's page: all their conversations read, and their spidergram drawn.

It must not keep a figure from one opening to the next.
"""

from __future__ import annotations

from statistics import median
from typing import Final

from iroc_desktop.charts.export import figure_for_screen, to_rgba
from iroc_desktop.charts.spidergram import draw_spidergram
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.desk import Desk
from iroc_desktop.system.paths import translations
from iroc_desktop.ui.models.spidergrams import spidergram_of
from tests.bench.desk import screen_palette
from tests.bench.stopwatch import repeated
from tests.bench.table import Row

_TIMES: Final = 20
_MOST_MS: Final = 150.0
_SIDE: Final = 460.0
"""Pixels at 100 %, about what the page gives the picture."""


def opening_a_person(desk: Desk, person_id: str, first_ms: float) -> Row:
    """Return the row of opening the person with many conversations.

    `first_ms` is what the first page since the start took, in a sitting.
    """
    palette, phrases = screen_palette(), Phrases.load(translations(), "ui", "en")
    wording = desk.pack.wording("en")

    def page() -> int:
        history = desk.people.overview(person_id).history
        figure = figure_for_screen(_SIDE, _SIDE)
        draw_spidergram(figure, spidergram_of(history, wording, phrases), palette)
        to_rgba(figure, _SIDE, _SIDE)
        return len(history.conversations)

    conversations = page()
    usual = median(repeated(page, _TIMES))
    return Row(
        f"open a person with {conversations} conversations, chart drawn",
        f"≤ {_MOST_MS:.0f} ms",
        f"{usual:.0f} ms (the first page since the start, charts imported then, {first_ms:.0f} ms)",
        usual <= _MOST_MS,
    )
