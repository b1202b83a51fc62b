"""The foot of the conversation: back, where the two of them are, next; keys, turn and pause below.

It must not move by itself: it only says where the reader wants to go.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from iroc_desktop.ui.screens.conversation.state import Dot, Sheet
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.markers import Fill
from iroc_desktop.ui.widgets.progress_dots import Dot as Mark
from iroc_desktop.ui.widgets.progress_dots import ProgressDots
from iroc_desktop.ui.widgets.side_by_side import SideBySide


class Foot(QWidget):
    """What leads on; `more` is the second line, to be put where there is room for it."""

    moved = Signal(int)
    jumped = Signal(int)
    """The place of an indicator, from 0."""
    turned = Signal()
    """The screen shall be turned to the person."""

    def __init__(self, look: Look, asides: QWidget) -> None:
        """Put `asides`, what may happen on the way, onto the second line."""
        super().__init__()
        self._look = look
        self._asides = asides
        phrases = look.phrases
        self._back = Button(look, phrases.text("Back"), icon="arrow-left")
        self._next = Button(look, "", ButtonKind.PRIMARY, "arrow-right")
        self._dots = ProgressDots(look)
        # the dots wrap onto more lines where there is little room, so they must be free to grow
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._dots.setSizePolicy(policy)
        self._hint = Text("", TextKind.SMALL)
        self._turn = Button(look, "", ButtonKind.QUIET, "monitor")
        self._back.clicked.connect(lambda: self.moved.emit(-1))
        self._next.clicked.connect(lambda: self.moved.emit(1))
        self._dots.chosen.connect(self.jumped)
        self._turn.clicked.connect(self.turned)
        self._lay_out()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show where the two of them are."""
        phrases, page = self._look.phrases, sheet.page
        self._back.setEnabled(page.position > 1)
        last = page.position == sheet.of
        self._next.setText(phrases.text("See the picture") if last else phrases.text("Next"))
        self._dots.set_dots([_mark(each) for each in sheet.dots], page.position - 1)
        first, *_, most = sheet.steps
        self._hint.setText(
            phrases.text(
                "{first}–{last} rate and move on · Backspace clears · ← → move, with Alt while writing",
                first=first,
                last=most,
            )
        )
        self._turn.setText(phrases.text("Turn to {name}  F8", name=sheet.person.shown_name))

    def focus_next(self) -> None:
        """Put the keyboard on what leads on."""
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        look = self._look
        leading = SideBySide(look, self._back, self._dots, share=(0, 1), least=0)
        way = SideBySide(look, leading, self._next, share=(1, 0), least=0)
        buttons = QWidget()
        buttons.setObjectName("clear")
        flow = FlowLayout(buttons, gap=look.theme.space())
        flow.addWidget(self._turn)
        flow.addWidget(self._asides)
        self.more = SideBySide(look, self._hint, buttons, share=(1, 0), least=560)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(way)


def _mark(dot: Dot) -> Mark:
    fill = Fill.FULL if dot.rated else Fill.HALF if dot.settled else Fill.EMPTY
    return Mark(dot.name, dot.area_token, fill)
