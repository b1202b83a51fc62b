"""The two lists of the person's page: conversations held, and sheets printed.

They must not make hundreds of buttons at once: the newest come first, the rest when asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from iroc_desktop.domain.kept_sheets import SheetKind
from iroc_desktop.i18n.formats import language_in_sentence, long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.screens.person.presenter import DocumentLine, SessionLine
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.written_by import WrittenBy

L = TypeVar("L")

FIRST_SHOWN = 5


class SessionsCard(Card):
    """A line for each completed conversation."""

    opened = Signal(str)
    corrected = Signal(str)
    printed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("Conversations"))
        self._look = look
        self._rows = _Rows(look, self._row)
        self.body.addWidget(self._rows)

    def show_lines(self, lines: Sequence[SessionLine]) -> None:
        """Show these conversations, newest first; hidden while there is none."""
        self.setVisible(bool(lines))
        self._rows.show_lines(lines)

    def _row(self, line: SessionLine) -> QWidget:
        text = self._look.phrases.text
        day = long_date(line.held_on, self._look.phrases.language)
        facts = (
            text(
                "Sum {points}, descriptive only, {rated} of {of} rated",
                points=line.points,
                rated=line.rated,
                of=line.of,
            )
            if line.rated
            else text("Nothing rated, of {of}", of=line.of)
        )
        buttons = (
            (text("Open"), text("Open the conversation of {day}", day=day), self.opened),
            (text("Correct"), text("Correct the conversation of {day}", day=day), self.corrected),
            (text("Print"), text("Print the conversation of {day}", day=day), self.printed),
        )
        row = _Row(self._look, day, facts)
        for words, name, signal in buttons:
            button = Button(self._look, words, ButtonKind.QUIET)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(line.conversation_id))
            row.buttons.addWidget(button)
        return row


class DocumentsCard(Card):
    """A line for each sheet that was printed or saved."""

    reprinted = Signal(object)
    """The `DocumentLine` of a sheet that is wanted again."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("Printed"))
        self._look = look
        self._rows = _Rows(look, self._row)
        self.body.addWidget(self._rows)

    def show_lines(self, lines: Sequence[DocumentLine]) -> None:
        """Show these sheets, newest first; hidden while there is none."""
        self.setVisible(bool(lines))
        self._rows.show_lines(lines)

    def _row(self, line: DocumentLine) -> QWidget:
        phrases = self._look.phrases
        title = document_title(line, phrases)
        facts = phrases.text(
            "Sheet {fingerprint} · {language}",
            fingerprint=line.fingerprint,
            language=language_in_sentence(line.language, phrases.language),
        )
        row = _Row(self._look, title, facts, WrittenBy(self._look, line.piece))
        button = Button(self._look, phrases.text("Print again"), ButtonKind.QUIET, "printer")
        button.setAccessibleName(
            phrases.text("Print sheet {fingerprint} again", fingerprint=line.fingerprint)
        )
        button.clicked.connect(lambda: self.reprinted.emit(line))
        row.buttons.addWidget(button)
        return row


def document_title(line: DocumentLine, phrases: Phrases) -> str:
    """Return what was printed, and of which day."""
    day = long_date(line.day, phrases.language)
    if line.kind is None:
        return phrases.text("Summary of the conversation of {day}", day=day)
    return {
        SheetKind.PLAN: phrases.text("Plan of {day}", day=day),
        SheetKind.STAYING_WELL: phrases.text("Staying-well plan of {day}", day=day),
        SheetKind.TOOLKIT_PAGE: phrases.text("Toolkit page of {day}", day=day),
    }[line.kind]


class _Rows(QWidget):
    """Rows made by a function; the first few, and a button for the rest."""

    def __init__(self, look: Look, make: Callable[[L], QWidget]) -> None:
        super().__init__()
        self._look = look
        self._make = make
        self._lines: tuple[object, ...] = ()
        self._all = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.theme.space())
        self._made: list[QWidget] = []
        self._more = Button(look, "", ButtonKind.QUIET, "chevron-down")
        self._more.clicked.connect(self._show_all)
        self._layout.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignLeading)

    def show_lines(self, lines: Sequence[object]) -> None:
        """Show these lines; nothing happens when they are shown already."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self._draw()

    def _show_all(self) -> None:
        self._all = True
        self._draw()
        self._made[FIRST_SHOWN].setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw(self) -> None:
        for row in self._made:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        shown = self._lines if self._all else self._lines[:FIRST_SHOWN]
        self._made = [self._make(line) for line in shown]  # type: ignore[arg-type]  # the lines `make` is for
        before = _stop_before(self._more)
        for place, row in enumerate(self._made):
            self._layout.insertWidget(place, row)
            row.show()
            buttons = row.findChildren(Button)
            row.setFocusProxy(buttons[0])
            for button in buttons:
                self.setTabOrder(before, button)
                before = button
        rest = len(self._lines) - len(shown)
        self._more.setText(self._look.phrases.plural("Show 1 older one", "Show {count} older ones", rest))
        self._more.setVisible(rest > 0)


def _stop_before(widget: QWidget) -> QWidget:
    # Qt ignores a tab order that begins at something the keyboard cannot stop at, such as a label
    here = widget.previousInFocusChain()
    while here is not None and here is not widget and here.focusPolicy() is Qt.FocusPolicy.NoFocus:
        here = here.previousInFocusChain()
    return here or widget


class _Row(QWidget):
    """A strong line, a quiet line, and a place for buttons that wraps below when there is no room."""

    def __init__(self, look: Look, title: str, facts: str, written: WrittenBy | None = None) -> None:
        super().__init__()
        self.setAccessibleName(title)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.theme.space(2))
        grid.setVerticalSpacing(look.theme.space(0.25))
        grid.setColumnStretch(0, 1)
        grid.addWidget(Text(title, TextKind.LABEL), 0, 0)
        grid.addWidget(Text(facts, TextKind.MUTED), 1, 0)
        if written is not None:
            grid.addWidget(written, 2, 0)
        place = QWidget()
        self.buttons = FlowLayout(place, gap=look.theme.space(0.5))
        wide = look.theme.text_scale <= 125
        if wide:
            grid.addWidget(place, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            grid.addWidget(place, 3, 0)
