"""Whose record has reached the end of its time, a row for each with what can be done.

It must not make hundreds of rows at once: the first come at once, the rest when asked for.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.services.retention import Reached
from iroc_desktop.ui.screens.keeping.sentences import reached_words
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Text, TextKind

FIRST_SHOWN = 20


class ReachedCard(Card):
    """Names with why, and three buttons each."""

    opened = Signal(str)
    put_away = Signal(str)
    erased = Signal(str)
    longer = Signal(object)
    """The `Reached` whose record shall be kept longer."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("Records whose time has passed"))
        self._look = look
        self._reached: tuple[Reached, ...] | None = None
        self._all = self._can_erase = False
        self._nothing = Text(look.phrases.text("There is none today."), TextKind.MUTED)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.theme.space(1.5))
        self.more = Button(look, "", ButtonKind.QUIET, "chevron-down")
        self.more.clicked.connect(self._show_all)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeading)

    def show_reached(self, reached: tuple[Reached, ...], *, can_erase: bool) -> None:
        """Show these, and a way to erase if one `can_erase`; the same again are left alone."""
        self._can_erase = can_erase
        if reached != self._reached:
            self._reached = reached
            self._draw()

    def _show_all(self) -> None:
        self._all = True
        self._draw()

    def _draw(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        reached = self._reached or ()
        shown = reached if self._all else reached[:FIRST_SHOWN]
        rows = [self._row(each) for each in shown]
        for row in rows:
            self._rows.addWidget(row)
            row.show()
        self._nothing.setVisible(not reached)
        rest = len(reached) - len(shown)
        self.more.setText(self._look.phrases.plural("Show 1 more", "Show {count} more", rest))
        self.more.setVisible(rest > 0)
        tab_through((*rows, self.more))

    def _row(self, who: Reached) -> QWidget:
        text, person = self._look.phrases.text, who.person
        row = QWidget()
        row.setObjectName("clear")
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.space(0.25))
        column.addWidget(Text(person.preferred_name, TextKind.LABEL))
        site = f"{person.site}. " if person.site.strip() else ""
        column.addWidget(Text(f"{site}{reached_words(who, self._look.phrases)}", TextKind.MUTED))
        longer = Button(self._look, text("Keep longer…"))
        longer.clicked.connect(lambda: self.longer.emit(who))
        away = Button(self._look, text("Put in the bin"))
        away.clicked.connect(lambda: self.put_away.emit(person.id))
        page = Button(self._look, text("See their page"), ButtonKind.QUIET, "user")
        page.clicked.connect(lambda: self.opened.emit(person.id))
        made = [longer, away, page]
        if self._can_erase:
            made.append(Button(self._look, text("Erase…"), ButtonKind.QUIET))
            made[-1].clicked.connect(lambda: self.erased.emit(person.id))
        buttons = FlowLayout(gap=self._look.theme.space())
        for button in made:
            button.setAccessibleDescription(person.preferred_name)
            buttons.addWidget(button)
        column.addLayout(buttons)
        return row
