"""Draws the list of pages: a field to search, filters, what was filled in before, and faults of own pages.

It must not let the keyboard leave the field while somebody is looking for a page.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from iroc_desktop.domain.toolkit import PageWords
from iroc_desktop.i18n.formats import language_name
from iroc_desktop.services.toolkit import Wanted
from iroc_desktop.ui.screens.toolkit.filters import Filters
from iroc_desktop.ui.screens.toolkit.kept_lines import KeptLines
from iroc_desktop.ui.screens.toolkit.own_pages_card import OwnPagesCard
from iroc_desktop.ui.screens.toolkit.page_list import PageLine, PageList
from iroc_desktop.ui.screens.toolkit.presenter import ToolkitPresenter
from iroc_desktop.ui.screens.toolkit.sentences import (
    count_words,
    facts,
    fault_line,
    missing_words,
    reason,
)
from iroc_desktop.ui.screens.toolkit.state import Card, Kept, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.bullets import Bullets
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 4,
    Qt.Key.Key_PageUp: -4,
}
_LEAST_LIST = 220
"""Height of the list, in pixels at 100 % text; where there is less room the whole page scrolls."""


class ListView(QScrollArea):
    """Type, arrow, Enter."""

    opened = Signal(str)
    """The id of a page."""

    def __init__(
        self, presenter: ToolkitPresenter, look: Look, indicators: dict[str, str], own: OwnPagesCard
    ) -> None:
        super().__init__()
        self.own = own
        self._presenter, self._look = presenter, look
        self._counted = ""
        self._ages: dict[int, int | None] = {}
        say = look.phrases.text
        self._title = Heading("", TextKind.TITLE)
        self.field = self._find_field()
        self.reset = Button(look, say("Show all pages"), ButtonKind.QUIET)
        self.reset.clicked.connect(self._reset)
        self.filters = Filters(look, indicators)
        self.filters.changed.connect(self._filter)
        self.filtering = Disclosure(look, say("Filters"), self.filters)
        self.language = QComboBox()
        self.language.setAccessibleName(say("Language of the pages"))
        self.language.activated.connect(lambda _: presenter.show_in(self.language.currentData()))
        self.today = KeptLines(look, lambda count: say("Taken away today: {count}", count=count), dated=False)
        self.today.set_open(True)
        self.before = KeptLines(look, lambda count: say("Filled in before: {count}", count=count))
        self.printed = KeptLines(look, lambda count: say("Printed before: {count}", count=count))
        for lines in (self.today, self.before, self.printed):
            lines.chosen.connect(self._open_kept)
            lines.put_away.connect(presenter.put_worksheet_away)
        self._fault_lines = Bullets(look)
        self.faulty = Disclosure(look, "", self._fault_lines)
        self.pages = PageList(look, say("Toolkit pages"))
        self.pages.setMinimumHeight(look.theme.grown(_LEAST_LIST))
        self.pages.chosen.connect(lambda key: self.opened.emit(key.rpartition("/")[2]))
        self._count = Text("", TextKind.MUTED)
        self._lay_out()
        self.setFocusProxy(self.field)

    def stand_inside(self) -> None:
        """Leave the room around, and the heading, to what it stands in."""
        self._body.setContentsMargins(0, 0, 0, 0)
        self._title.hide()
        self._top.addWidget(self.language)

    def show_state(self, state: State) -> None:
        """Draw what was found."""
        phrases = self._look.phrases
        if self.field.text() != state.wanted.typed:
            self.field.setText(state.wanted.typed)
        self._title.setText(
            phrases.text("Toolkit with {name}", name=state.person.name)
            if state.person is not None
            else phrases.text("Toolkit")
        )
        self.filters.show_state(state)
        self.reset.setVisible(state.filtered)
        # whoever is with a person does not look after files
        self.own.setHidden(state.person is not None or self.own.parentWidget() is None)
        self._offer_languages(state)
        self.today.show_lines(state.today)
        self.before.show_lines(state.filled_before)
        self.printed.show_lines(state.printed_before)
        self._show_faults(state)
        suggested = () if state.filtered else state.suggested
        self.pages.set_lines(
            [
                *(self._line(card, f"suggested/{card.page.id}") for card in suggested),
                *(self._line(card, card.page.id) for card in state.cards),
            ]
        )
        counted = count_words(state, phrases)
        self._count.setText(counted)
        if state.filtered and counted != self._counted:
            announce(self.field, counted)
        self._counted = counted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let arrows and Enter work on the list while the keyboard stays in the field."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key == Qt.Key.Key_Escape and self._presenter.state.filtered:
            self._presenter.reset()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            current = self.pages.current()
            if current:
                self.pages.chosen.emit(current)
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        model = self.pages.model()
        if model.rowCount():
            row = min(max(self.pages.currentIndex().row() + by, 0), model.rowCount() - 1)
            self.pages.setCurrentIndex(model.index(row, 0))

    def _line(self, card: Card, key: str) -> PageLine:
        phrases = self._look.phrases
        missing = missing_words(card.missing_language, card.words.language, phrases)
        told = facts(card.page, self._age(card.words), phrases)
        return PageLine(
            key=key,
            title=card.words.title,
            summary=card.words.summary,
            facts=f"{missing} {told}" if missing else told,
            reason=reason(card, phrases),
            mark=phrases.about("mark of a toolkit page", "favourite") if card.favourite else "",
        )

    def _age(self, words: PageWords) -> int | None:
        # counting syllables of every page at each key would be felt
        if id(words) not in self._ages:
            self._ages[id(words)] = words.reading_age
        return self._ages[id(words)]

    def _open_kept(self, kept: Kept) -> None:
        if kept.printed:
            self._presenter.open_sheet(kept.id)
        else:
            self._presenter.open_worksheet(kept.id)

    def _reset(self) -> None:
        self._presenter.reset()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter(self, wanted: Wanted, only_favourites: bool) -> None:
        # the filters know nothing of what was typed
        typed = self._presenter.state.wanted.typed
        self._presenter.look_for(replace(wanted, typed=typed), only_favourites=only_favourites)

    def _offer_languages(self, state: State) -> None:
        if self.language.count() != len(state.languages):
            self.language.clear()
            for each in state.languages:
                self.language.addItem(language_name(each, self._look.phrases.language), each)
        self.language.setVisible(len(state.languages) > 1)
        self.language.setCurrentIndex(self.language.findData(state.language))

    def _show_faults(self, state: State) -> None:
        self.faulty.setVisible(bool(state.faults))
        phrases = self._look.phrases
        self.faulty.set_words(phrases.text("Pages with a fault: {count}", count=len(state.faults)))
        if self.faulty.property("shown") is not True and state.faults:
            self.faulty.setProperty("shown", True)
            self._fault_lines.set_lines([fault_line(each, phrases) for each in state.faults])

    def _find_field(self) -> QLineEdit:
        say = self._look.phrases.text
        field = QLineEdit()
        field.setPlaceholderText(say("Type what it is about"))
        field.setAccessibleName(say("Find a page"))
        field.setAccessibleDescription(say("Arrow keys choose, Enter opens."))
        field.textChanged.connect(self._presenter.type)
        field.installEventFilter(self)
        return field

    def _lay_out(self) -> None:
        space = self._look.theme.space
        sign = QLabel()
        side = self._look.theme.grown(22)
        sign.setPixmap(self._look.icons.pixmap("search", "muted", side, self.devicePixelRatioF()))
        top = self._top = QHBoxLayout()
        top.setSpacing(space(1.5))
        top.addWidget(sign)
        top.addWidget(self.field, 1)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.language)
        page = QWidget()
        page.setObjectName("page")
        body = self._body = QVBoxLayout(page)
        body.setContentsMargins(space(3), space(2), space(3), space(1.5))
        body.setSpacing(space(1))
        body.addLayout(head)
        body.addLayout(top)
        for part in (self.filtering, self.faulty, self.today, self.before, self.printed):
            body.addWidget(part)
        body.addWidget(self.pages, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self.reset)
        body.addLayout(foot)
        body.addWidget(self.own)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
