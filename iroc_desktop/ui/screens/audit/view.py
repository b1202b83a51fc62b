"""Draws what was done: what to show on top, the list below it, and whether the log is whole.

It must not show anything that was written in the record.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.services.audit import Noted
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.audit.filters_card import FiltersCard
from iroc_desktop.ui.screens.audit.presenter import AuditPresenter
from iroc_desktop.ui.screens.audit.sentences import check_words, count_words, detail_of, line_of
from iroc_desktop.ui.screens.audit.state import State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.person_list import PersonList
from iroc_desktop.ui.widgets.reading_page import ReadingArea
from iroc_desktop.ui.widgets.saving_place import AskPlace, ask_place
from iroc_desktop.ui.widgets.side_by_side import beginning_with

WIDEST = 1040
"""Of the column, in pixels at normal text size."""
TALL = 360
"""Of the list, in pixels at normal text size: some seven lines."""
FILE_NAME = "what-was-done"


class AuditView(ReadingArea):
    """One column; the list scrolls by itself."""

    def __init__(
        self,
        presenter: AuditPresenter,
        look: Look,
        indicators: Mapping[str, str],
        ask: AskPlace = ask_place,
        parent: QWidget | None = None,
    ) -> None:
        """Name indicators by `indicators`, id → name; ask where to save with `ask`."""
        super().__init__(look, WIDEST, 1.5, parent=parent)
        self._presenter = presenter
        self._look = look
        self._indicators = indicators
        self._ask = ask
        self._lines: tuple[Noted, ...] = ()
        self._said = ""
        text = look.phrases.text
        self.back = Button(look, text("Back"), ButtonKind.QUIET, "arrow-left")
        self._banner = Banner(look)
        self._about = Text(text("Who opened, changed, printed or saved what. What was written is not shown."))
        self.filters: FiltersCard | None = None
        self._filters_place = QVBoxLayout()
        self.list = PersonList(look, text("What was done"))
        self.list.setMinimumHeight(look.theme.grown(TALL))
        self._detail = Text("", TextKind.MUTED)
        self._count = Text("", TextKind.MUTED)
        self.more = Button(look, text("Show older ones"), icon="chevron-down")
        self.save = Button(look, text("Save this list…"), icon="download")
        self._saved = Text("", TextKind.MUTED)
        self._whole = Card(look, text("Is this list whole?"))
        self._check = Text()
        self.check = Button(look, text("Check again"))
        self._lay_out()
        self._connect()
        # what can be seen in the largest print too; the list may lie below
        self.setFocusProxy(self.back)
        presenter.attach(self._show)

    def leave(self) -> None:
        """Stop drawing; nothing here waits to be kept."""
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Keep the list as it is: it grows with every step that is taken, this one too."""

    def _show(self, state: State) -> None:
        self._banner.tell(state.problem)
        if state.leads_only:
            self._show_leads_only()
            return
        if state.choices is None:
            return
        if self.filters is None:
            self._show_filters(state)
        if self.filters is not None:
            self.filters.show_state(state)
        self._list(state)
        self._show_check(state)
        self._show_saving(state)

    def _show_leads_only(self) -> None:
        text = self._look.phrases.text
        self._about.setText(text("Only a team lead can read what was done here. Ask your team lead."))
        parts = (self.list, self._detail, self._whole, self._count, self.more, self.save, self._saved)
        for part in (*parts, self.filters):
            if part is not None:
                part.hide()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_filters(self, state: State) -> None:
        if state.choices is None:
            return
        self.filters = FiltersCard(self._presenter, self._look, state.choices)
        self._filters_place.addWidget(self.filters)
        self.filters.show()
        tab_through((self.back, self.filters, self.list, self.more, self.save, self.check))

    def _list(self, state: State) -> None:
        phrases = self._look.phrases
        if state.lines != self._lines:
            self._lines = state.lines
            self.list.set_lines([line_of(each, phrases) for each in state.lines])
            self._show_detail()
        words = count_words(state, phrases)
        self._count.setText(words)
        if words != self._said and not state.searching:
            announce(self.list, words)
        self._said = words
        had_keyboard = self.more.hasFocus()
        self.more.setVisible(state.more)
        self.more.setEnabled(not state.searching)
        if had_keyboard and (state.searching or not state.more):
            # a button that cannot be pressed hands the keyboard to whatever comes next
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_detail(self) -> None:
        here = self.list.currentIndex()
        shown = self._lines[here.row()] if here.isValid() and here.row() < len(self._lines) else None
        words = detail_of(shown, self._look.phrases, self._indicators) if shown else ""
        self._detail.setText(words)
        self.list.setAccessibleDescription(words)

    def _show_check(self, state: State) -> None:
        self._check.setText(check_words(state, self._look.phrases))
        done = state.checking is not None and state.checking.done
        good = state.checking is None or state.checking.good
        self._check.set_kind(TextKind.BODY if good else TextKind.ERROR)
        self.check.setEnabled(done)

    def _show_saving(self, state: State) -> None:
        phrases = self._look.phrases
        self.save.setEnabled(state.gathered is None and bool(state.lines))
        words = phrases.text("The list is saved.") if state.saved else ""
        if state.gathered is not None:
            words = phrases.plural("Gathering… {count} entry", "Gathering… {count} entries", state.gathered)
        if words and words != self._saved.text() and state.saved:
            announce(self.save, words)
        self._saved.setText(words)

    def _save(self) -> None:
        phrases = self._look.phrases
        kinds = (phrases.text("Table for Excel (*.xlsx)"), phrases.text("Table as text (*.csv)"))
        path = self._ask(self, phrases.text("Save this list"), f"{FILE_NAME}.xlsx", kinds)
        if path is not None:
            self._presenter.save_as(path)

    def _connect(self) -> None:
        self.back.clicked.connect(self._presenter.back)
        self._banner.acted.connect(self._presenter.try_again)
        self.more.clicked.connect(self._presenter.more)
        self.check.clicked.connect(self._presenter.check)
        self.save.clicked.connect(self._save)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_detail())

    def _lay_out(self) -> None:
        space = self._look.theme.space
        body = self.column
        body.addWidget(beginning_with(self.back))
        body.addWidget(self._banner)
        body.addWidget(self._about)
        body.addLayout(self._filters_place)
        for part in (self._count, self.list, self._detail):
            body.addWidget(part)
        row = FlowLayout(gap=space())
        row.addWidget(self.more)
        row.addWidget(self.save)
        body.addLayout(row)
        body.addWidget(self._saved)
        self._whole.body.addWidget(self._check)
        self._whole.body.addWidget(self.check, alignment=Qt.AlignmentFlag.AlignLeading)
        body.addWidget(self._whole)
        body.addStretch(1)
        self.more.hide()
