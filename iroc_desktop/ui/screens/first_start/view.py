"""Draws first start: which step of three, the page, and the two buttons that lead on and back.

It must not hold what is typed; the presenter does, so a change of language loses nothing.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.first_start.first_pages import LanguagePage, PassphrasePage
from iroc_desktop.ui.screens.first_start.organisation_page import OrganisationPage
from iroc_desktop.ui.screens.first_start.page import StartPage
from iroc_desktop.ui.screens.first_start.presenter import Busy, FirstStartPresenter, Page, State
from iroc_desktop.ui.screens.first_start.sentences import step_words, trouble
from iroc_desktop.ui.screens.first_start.sheet_pages import SheetPage, TypeBackPage
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind

WIDEST = 700
"""Of the card, in pixels at normal text size."""

_PAGES: dict[Page, type[StartPage]] = {
    Page.LANGUAGE: LanguagePage,
    Page.PASSPHRASE: PassphrasePage,
    Page.SHEET: SheetPage,
    Page.TYPE_BACK: TypeBackPage,
    Page.ORGANISATION: OrganisationPage,
}


class FirstStartView(QWidget):
    """The page scrolls; the way on stays in sight."""

    def __init__(self, presenter: FirstStartPresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._presenter = presenter
        self._look = look
        self._turned: Page | None = None
        self._page: StartPage | None = None
        self._told: object = None
        self._step = Text("", TextKind.MUTED)
        self._banner = Banner(look)
        self._place = QVBoxLayout()
        self._back = Button(look, look.phrases.text("Back"), icon="arrow-left")
        self._back.clicked.connect(presenter.back)
        self._busy = Text("", TextKind.MUTED)
        self._onward = Button(look, "", ButtonKind.PRIMARY)
        self._onward.clicked.connect(presenter.proceed)
        self._lay_out()
        presenter.attach(self.show_state)

    def show_state(self, state: State) -> None:
        """Draw the page that is turned to, and what is different on it."""
        if state.page is not self._turned:
            self._turn_to(state)
        self._show_trouble(state)
        self._show_busy(state)
        if self._page is not None:
            self._page.show_state(state)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Nothing here depends on the record."""

    def leave(self) -> None:
        """Every key has reached the presenter already."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep the buttons close below the page, where the window is higher than the page."""
        if watched is self._inside and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            width = self._scroll.viewport().width()
            self._scroll.setMaximumHeight(max(self._inside.heightForWidth(width), 1))
        return super().eventFilter(watched, event)

    def _turn_to(self, state: State) -> None:
        first = self._turned is None
        if self._page is not None:
            self._place.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        page = _PAGES[state.page](self._presenter, self._look, state)
        self._turned, self._page = state.page, page
        self._place.addWidget(page)
        # a page that waits for the layout to show it cannot take the keyboard yet
        page.show()
        self._step.setText(step_words(state.page, self._look.phrases))
        self._onward.setText(page.onward)
        self._back.setVisible(state.page in (Page.PASSPHRASE, Page.TYPE_BACK))
        self._scroll.verticalScrollBar().setValue(0)
        stops = [each for each in page.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for before, after in pairwise((*stops, self._back, self._onward)):
            self.setTabOrder(before, after)
        self.setFocusProxy(page)
        if not first:
            page.setFocus()
            announce(self, self._step.text())

    def _show_trouble(self, state: State) -> None:
        message = trouble(state, self._look.phrases)
        if message is None:
            self._banner.clear()
        elif message != self._told or self._banner.isHidden():
            self._banner.show_problem(message.what, message.do)
            self._scroll.verticalScrollBar().setValue(0)
        self._told = message

    def _show_busy(self, state: State) -> None:
        text = self._look.phrases.text
        words = {
            Busy.NOTHING: "",
            Busy.KEYS: text("Making your keys…"),
            Busy.SHEET: text("Writing the sheet…"),
            Busy.SAVING: text("Saving…"),
        }[state.busy]
        if words and words != self._busy.text():
            announce(self, words)
        was_busy = bool(self._busy.text())
        self._busy.setText(words)
        free = state.busy is Busy.NOTHING
        self._onward.setEnabled(free)
        self._back.setEnabled(free)
        if was_busy and free and state.page is Page.SHEET and state.sheet_taken:
            # the button that was pressed went grey meanwhile, and lost the keyboard with that
            self._onward.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        space = self._look.theme.space
        card = Card(self._look)
        card.body.setContentsMargins(*(4 * (space(4),)))
        card.body.setSpacing(space(2))
        card.body.addWidget(self._step)
        card.body.addWidget(self._banner)
        card.body.addLayout(self._place)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = _centred(card, self._look.theme.grown(WIDEST), space(3))
        # wrapped words ask for more height than they need; without this the page is stretched to that
        self._inside.setMinimumHeight(1)
        self._inside.installEventFilter(self)
        self._scroll.setWidget(self._inside)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(self._back)
        row.addWidget(self._busy, 1)
        row.addWidget(self._onward)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addStretch(2)
        body.addWidget(self._scroll, 100)
        body.addWidget(_centred(foot, self._look.theme.grown(WIDEST), space(3)))
        body.addStretch(3)


def _centred(widget: QWidget, widest: int, margin: int) -> QWidget:
    page = QWidget()
    page.setObjectName("page")
    widget.setMaximumWidth(widest)
    across = QHBoxLayout(page)
    across.setContentsMargins(margin, margin // 2, margin, margin // 2)
    across.addStretch(1)
    across.addWidget(widget, 100)
    across.addStretch(1)
    return page
