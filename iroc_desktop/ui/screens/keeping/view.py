"""Draws the rules, and below them whose record has reached the end of its time.

It must not urge: each record can wait.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.keeping.longer_card import LongerCard
from iroc_desktop.ui.screens.keeping.presenter import KeepingPresenter, State
from iroc_desktop.ui.screens.keeping.reached_card import ReachedCard
from iroc_desktop.ui.screens.keeping.rules_card import RulesCard
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.reading_page import ReadingArea
from iroc_desktop.ui.widgets.side_by_side import beginning_with

WIDEST = 760
"""Of the column, in pixels at normal text size."""

LAID_OUT_MS = 50
"""After this many milliseconds a page that has grown is laid out anew."""


class KeepingView(ReadingArea):
    """One column of cards."""

    def __init__(self, presenter: KeepingPresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, WIDEST, parent=parent)
        self._presenter = presenter
        self._look = look
        self._said = ""
        text = look.phrases.text
        self.back = Button(look, text("Back"), ButtonKind.QUIET, "arrow-left")
        self._banner = Banner(look)
        self._kept = Text("", TextKind.LABEL)
        self.longer = LongerCard(look)
        self.reached = ReachedCard(look)
        self.rules = RulesCard(look)
        self._lain = Card(look, text("In the bin"))
        self._lain_words = Text("")
        self.bin = Button(look, text("See the bin"))
        self._lain.body.addWidget(self._lain_words)
        self._lain.body.addWidget(self.bin, alignment=Qt.AlignmentFlag.AlignLeading)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.back)
        presenter.attach(self._show)

    def leave(self) -> None:
        """Keep what is typed, and stop drawing."""
        self.rules.flush()
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Tell the presenter what changed."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        self._banner.tell(state.problem)
        if state.rules is not None:
            self.rules.show_rules(state.rules)
            self.reached.show_reached(state.reached, can_erase=state.can_erase)
        for part in (self.rules, self.reached):
            part.setVisible(state.rules is not None)
        self._show_lain(state.lain)
        missing = state.reason_missing
        if self.longer.show_asked(state.longer, state.suggested, reason_missing=missing):
            QTimer.singleShot(LAID_OUT_MS, self.longer, lambda: self.ensureWidgetVisible(self.longer, 0, 40))
        self._say_kept(state.kept)

    def _show_lain(self, count: int) -> None:
        self._lain.setVisible(count > 0)
        self._lain_words.setText(
            self._look.phrases.plural(
                "1 thing has lain in the bin for its time. A team lead can destroy it for good.",
                "{count} things have lain in the bin for their time. A team lead can destroy them for good.",
                count,
            )
        )

    def _say_kept(self, name: str) -> None:
        words = self._look.phrases.text("The record of {name} is kept longer.", name=name) if name else ""
        self._kept.setText(words)
        self._kept.setVisible(bool(words))
        if words and words != self._said:
            announce(self, words)
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._said = words

    def _lay_out(self) -> None:
        body = self.column
        body.addWidget(beginning_with(self.back))
        for part in (self._banner, self._kept, self.longer, self.reached):
            body.addWidget(part)
        body.addWidget(self._lain)
        body.addWidget(self.rules)
        body.addStretch(1)
        self._kept.hide()

    def _connect(self) -> None:
        presenter = self._presenter
        self.back.clicked.connect(presenter.back)
        self._banner.acted.connect(presenter.try_again)
        self.rules.ruled.connect(presenter.set_rule)
        self.reached.opened.connect(presenter.open_person)
        self.reached.put_away.connect(presenter.put_away)
        self.reached.longer.connect(presenter.ask_longer)
        self.reached.erased.connect(presenter.erase)
        self.longer.kept.connect(presenter.keep_longer)
        self.longer.cancelled.connect(presenter.let_go)
        self.bin.clicked.connect(presenter.open_bin)
