"""The four-box form: good and not so good about staying as it is, and about changing.

It must not open without its caution: it is for staying neutral, and not where one choice is clearly safe.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iroc_desktop.domain.exploring import FourBoxes
from iroc_desktop.ui.screens.explore.board import Box
from iroc_desktop.ui.screens.explore.columns import Columns
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.labels import Text
from iroc_desktop.ui.widgets.note_field import NoteField

WIDTH = 300
"""The least of one box, in pixels at 100 % text."""

_STAYING = (Box.STAYING_GOOD, Box.STAYING_NOT_SO_GOOD)
_CHANGING = (Box.CHANGING_GOOD, Box.CHANGING_NOT_SO_GOOD)


class FourBoxesForm(Disclosure):
    """Folded until somebody wants it; the caution is the first thing in it."""

    filled = Signal(object, str)
    """A `Box` and its words."""

    def __init__(self, look: Look) -> None:
        text = look.phrases.text
        boxes = {
            Box.TOPIC: NoteField(look, text("What it is about"), lines=1),
            Box.STAYING_GOOD: NoteField(look, text("Staying as it is: what is good about it")),
            Box.STAYING_NOT_SO_GOOD: NoteField(look, text("Staying as it is: what is not so good")),
            Box.CHANGING_GOOD: NoteField(look, text("Changing: what would be good")),
            Box.CHANGING_NOT_SO_GOOD: NoteField(look, text("Changing: what would be not so good")),
        }
        content = QWidget()
        content.setObjectName("clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, look.theme.space(), 0, 0)
        column.setSpacing(look.theme.space(1.5))
        column.addWidget(_caution(look))
        column.addWidget(boxes[Box.TOPIC])
        for pair in (_STAYING, _CHANGING):
            row = Columns(look, WIDTH)
            row.show_parts([boxes[each] for each in pair])
            column.addWidget(row)
        super().__init__(look, text("A form with four boxes"), content)
        self.boxes = boxes
        for box, field in boxes.items():
            field.edited.connect(lambda words, box=box: self.filled.emit(box, words))

    def show_boxes(self, boxes: FourBoxes | None) -> None:
        """Show what was said in the boxes."""
        shown = boxes or FourBoxes()
        for box, field in self.boxes.items():
            field.set_text(getattr(shown, box.value))

    def flush(self) -> None:
        """Tell at once what has not been told yet."""
        for field in self.boxes.values():
            field.flush()


def _caution(look: Look) -> QFrame:
    text = look.phrases.text
    caution = QFrame()
    caution.setProperty("kind", "notice")
    column = QVBoxLayout(caution)
    column.setContentsMargins(*(4 * (look.theme.space(1.5),)))
    column.setSpacing(look.theme.space(0.5))
    column.addWidget(
        Text(text("Before you use this: four boxes are for staying neutral, with no push either way."))
    )
    column.addWidget(
        Text(text("When someone is in two minds about a change, they can make the change less likely."))
    )
    column.addWidget(Text(text("Leave them out where one choice is clearly the safe one.")))
    return caution
