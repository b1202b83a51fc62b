"""Draws the bin: a field that finds, a card for each person, and what was taken out a moment ago.

It must not take anything out by itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.bin import Thing
from iroc_desktop.services.bin import PersonsBin
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.messages.bin import taken_out_words
from iroc_desktop.ui.screens.bin.destroy_panel import DestroyPanel
from iroc_desktop.ui.screens.bin.group_card import GroupCard
from iroc_desktop.ui.screens.bin.presenter import BinPresenter, State
from iroc_desktop.ui.screens.bin.sentences import thing_words
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.line_field import LineField
from iroc_desktop.ui.widgets.reading_page import ReadingArea
from iroc_desktop.ui.widgets.side_by_side import beginning_with

WIDEST = 820
"""Of the column, in pixels at normal text size."""

LAID_OUT_MS = 50
"""After this many milliseconds a page that has grown is laid out anew."""


class BinView(ReadingArea):
    """One column of cards, by person."""

    def __init__(
        self,
        presenter: BinPresenter,
        look: Look,
        indicators: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """Name indicators by `indicators`, id → name."""
        super().__init__(look, WIDEST, parent=parent)
        self._presenter = presenter
        self._look = look
        self._indicators = indicators
        self._drawn: object = None
        self._told: Thing | None = None
        self._asked: Thing | None = None
        self.cards: list[GroupCard] = []
        text = look.phrases.text
        self._banner = Banner(look)
        self._banner.acted.connect(presenter.try_again)
        self.field = LineField()
        self.field.setPlaceholderText(text("Type a name"))
        self.field.setAccessibleName(text("Find in the bin"))
        self.field.textEdited.connect(presenter.type)
        self._nothing = Text("", TextKind.QUESTION)
        self._out = Text("", TextKind.LABEL)
        self.there = Button(look, text("Go there"), icon="arrow-right")
        self.there.clicked.connect(presenter.go_there)
        self.panel = DestroyPanel(look)
        self.panel.confirmed.connect(presenter.destroy)
        self.panel.kept.connect(presenter.keep)
        self.back = Button(look, text("Back"), ButtonKind.QUIET, "arrow-left")
        self.back.clicked.connect(presenter.back)
        self._groups = QVBoxLayout()
        self._lay_out()
        self.setFocusProxy(self.field)
        presenter.attach(self._show)

    def leave(self) -> None:
        """Stop drawing; nothing here waits to be kept."""
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Tell the presenter what changed."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        self._banner.tell(state.problem)
        if self.field.text() != state.typed:
            self.field.setText(state.typed)
        self._say_nothing(state)
        destroyable = state.lain if state.may_destroy else frozenset()
        if (state.groups, destroyable) != self._drawn:
            self._drawn = (state.groups, destroyable)
            self._draw(state.groups, destroyable)
        self._say_out(state.out)
        self._ask(state)

    def _say_nothing(self, state: State) -> None:
        text = self._look.phrases.text
        nothing_to_find = state.ready and state.empty
        self.setFocusProxy(self.back if nothing_to_find else self.field)
        if nothing_to_find and self.field.hasFocus():
            # a field that is hidden would give the keyboard to whatever comes next, even the side bar
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.setVisible(not nothing_to_find)
        words = ""
        if state.ready and state.empty:
            words = text("The bin is empty.")
        elif state.ready and not state.groups:
            words = text("Nothing in the bin fits what you typed.")
        self._nothing.setText(words)
        self._nothing.setVisible(bool(words))

    def _say_out(self, out: Thing | None) -> None:
        for part in (self._out, self.there):
            part.setVisible(out is not None)
        if out is None or out == self._told:
            return
        self._told = out
        words = taken_out_words(out.kind, self._look.phrases)
        self._out.setText(words)
        announce(self, words)
        self.there.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal(self.there)

    def _ask(self, state: State) -> None:
        asked, self._asked = self._asked, state.asked
        if state.asked is None:
            self.panel.hide()
            if asked is not None:
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if state.asked == asked:
            return
        for group in state.groups:
            for lying in group.heads:
                if lying.thing == state.asked:
                    words = thing_words(lying, self._indicators, self._look.phrases)
                    self.panel.ask(words, group.name, group.person_id)
                    self._reveal(self.panel)

    def _draw(self, groups: tuple[PersonsBin, ...], destroyable: frozenset[Thing]) -> None:
        while (item := self._groups.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = [GroupCard(self._look, each, self._indicators, destroyable) for each in groups]
        for card in self.cards:
            card.out.connect(self._presenter.take_out)
            card.destroying.connect(self._presenter.ask_to_destroy)
            self._groups.addWidget(card)
            card.show()
        tab_through((self.back, self.field, self.there, self.panel, *self.cards))

    def _reveal(self, part: QWidget) -> None:
        QTimer.singleShot(LAID_OUT_MS, part, lambda: self.ensureWidgetVisible(part, 0, 40))

    def _lay_out(self) -> None:
        text, space = self._look.phrases.text, self._look.theme.space
        body = self.column
        self._groups.setSpacing(space(2))
        body.addWidget(beginning_with(self.back))
        body.addWidget(self._banner)
        about = text(
            "What was put away lies here as it was, and shows nowhere else. Nothing leaves by itself."
        )
        body.addWidget(Text(about))
        for part in (self.field, self._nothing, self._out):
            body.addWidget(part)
        body.addWidget(beginning_with(self.there))
        body.addWidget(self.panel)
        body.addLayout(self._groups)
        body.addStretch(1)
        for hidden in (self._nothing, self._out, self.there):
            hidden.hide()
