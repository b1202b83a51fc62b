"""The frame of one step of one area: what is said in it on one side, what one could ask on the other.

It must not outlive its area and step: words typed in one can then never land in another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.coaching import CoachingWords
from iroc_desktop.domain.exploring import ExploringStep
from iroc_desktop.ui.screens.explore.presenter import ExplorePresenter
from iroc_desktop.ui.screens.explore.state import State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.bullets import Bullets
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.note_field import NoteField
from iroc_desktop.ui.widgets.prompts_card import PromptsCard
from iroc_desktop.ui.widgets.side_by_side import SideBySide


@dataclass(frozen=True, slots=True)
class Material:
    """What a page is made with: it belongs to one area for as long as it is there."""

    look: Look
    presenter: ExplorePresenter
    indicator_id: str
    words: CoachingWords | None
    """What one could ask; None: nothing."""


class StepPage(QWidget):
    """Add cards to `column`, and to `below` what needs the whole width; name the fields in `fields`."""

    wanted = Signal(object)
    """A part that shall come into sight."""
    step: ExploringStep
    """Which step it shows."""
    share = (3, 2)
    """Of the width, for what is said and for what one could ask."""

    def __init__(self, made_with: Material) -> None:
        super().__init__()
        self.setObjectName("clear")
        look = self._look = made_with.look
        self._presenter = made_with.presenter
        self._indicator_id = made_with.indicator_id
        self.fields: list[NoteField] = []
        self.prompts = StepPrompts(look, self.step, made_with.indicator_id, made_with.words)
        beside = QWidget()
        beside.setObjectName("clear")
        self.column = _column(beside, look)
        whole = _column(self, look)
        whole.addWidget(SideBySide(look, beside, self.prompts, share=self.share, least=760))
        self.below = QVBoxLayout()
        self.below.setSpacing(look.theme.space(2))
        whole.addLayout(self.below)

    @property
    def stops(self) -> Sequence[QWidget]:
        """Return the parts in the order in which Tab goes through them."""
        return (self,)

    def show_state(self, state: State) -> None:
        """Show what the record says."""
        raise NotImplementedError

    def flush(self) -> None:
        """Tell at once what has not been told yet."""
        for field in self.fields:
            field.flush()


class StepPrompts(PromptsCard):
    """What one could ask in a step, then about the area, then in other words."""

    def __init__(
        self, look: Look, step: ExploringStep, indicator_id: str, words: CoachingWords | None
    ) -> None:
        super().__init__(look)
        if words is None:
            self.set_lines(())
            return
        text, about = look.phrases.text, words.for_indicator(indicator_id)
        self._add(look, text("More about this area"), about.asked)
        self._add(look, text("Another way to ask"), about.other_ways)
        self.set_lines(words.for_step(step).asked)

    def _add(self, look: Look, words: str, lines: tuple[str, ...]) -> None:
        if lines:
            bullets = Bullets(look)
            bullets.set_lines(lines)
            # before the stretch that ends the card
            self.body.insertWidget(self.body.count() - 1, Disclosure(look, words, bullets))


def _column(holder: QWidget, look: Look) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.theme.space(2))
    return column
