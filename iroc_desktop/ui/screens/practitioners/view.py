"""Draws who works here: the list, or the one page for what is being done.

It must not hold what is typed; the presenter does, so a change of language loses nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.messages.message import Message
from iroc_desktop.ui.screens.practitioners.colleague_pages import (
    AddPage,
    GivePage,
    OwnPage,
    RemovePage,
    RolePage,
)
from iroc_desktop.ui.screens.practitioners.list_page import ListPage
from iroc_desktop.ui.screens.practitioners.page import TaskPage
from iroc_desktop.ui.screens.practitioners.presenter import PractitionersPresenter
from iroc_desktop.ui.screens.practitioners.sentences import busy_words, told_words, trouble
from iroc_desktop.ui.screens.practitioners.sheet_pages import ConfirmPage, SheetPage, TypeBackPage
from iroc_desktop.ui.screens.practitioners.state import Page, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.reading_page import reading_page

WIDEST = 760
"""Of the column, in pixels at normal text size."""

LAID_OUT_MS = 50
"""After this many milliseconds the page has its place below the banner."""

_PAGES: dict[Page, type[ListPage] | type[TaskPage]] = {
    Page.LIST: ListPage,
    Page.ADD: AddPage,
    Page.GIVE: GivePage,
    Page.OWN: OwnPage,
    Page.ROLE: RolePage,
    Page.REMOVE: RemovePage,
    Page.SHEET: SheetPage,
    Page.TYPE_BACK: TypeBackPage,
    Page.CONFIRM: ConfirmPage,
}


class PractitionersView(QWidget):
    """One column that scrolls below its banner; each page is made when it is turned to."""

    def __init__(self, presenter: PractitionersPresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._look = presenter, look
        self._turned: Page | None = None
        self.page: ListPage | TaskPage | None = None
        self._message: Message | None = None
        self._said = ""
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.banner = Banner(look)
        self._place = QVBoxLayout()
        self._lay_out()
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(presenter.back)
        presenter.attach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def leave(self) -> None:
        """Stop drawing; every key has reached the presenter already."""
        self._presenter.detach(self._show)

    def _show(self, state: State) -> None:
        if state.page is not self._turned:
            self._turn_to(state)
        self._show_trouble(state)
        if self.page is not None:
            self.page.show_state(state)
        self._say(state)

    def _turn_to(self, state: State) -> None:
        first = self._turned is None
        if self.page is not None:
            self._place.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        page = _PAGES[state.page](self._presenter, self._look, state)
        self._turned, self.page = state.page, page
        self._place.insertWidget(0, page)
        # a page that waits for the layout to show it cannot take the keyboard yet
        page.show()
        self.setFocusProxy(page)
        if not first:
            page.setFocus()
        # a field far down that takes the keyboard would leave the heading above what is seen
        QTimer.singleShot(0, page, lambda: self._scroll.verticalScrollBar().setValue(0))

    def _show_trouble(self, state: State) -> None:
        message = trouble(state, self._look.phrases)
        if message is None:
            self.banner.clear()
        elif message != self._message or self.banner.isHidden():
            self.banner.show_problem(message.what, message.do)
            QTimer.singleShot(LAID_OUT_MS, self, self._show_focus)
        self._message = message

    def _show_focus(self) -> None:
        """Scroll to the field to look at: the banner has taken some of the room."""
        focused = QApplication.focusWidget()
        if focused is not None and self._scroll.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, self._look.theme.space(4))

    def _say(self, state: State) -> None:
        phrases = self._look.phrases
        said = busy_words(state.busy, phrases) or told_words(state, phrases)
        if said and said != self._said:
            announce(self, said)
        self._said = said

    def _lay_out(self) -> None:
        theme = self._look.theme
        column = QWidget()
        column.setObjectName("page")
        column.setMaximumWidth(theme.grown(WIDEST))
        body = QVBoxLayout(column)
        body.setContentsMargins(theme.space(3), theme.space(1), theme.space(3), theme.space(3))
        body.addLayout(self._place)
        body.addStretch(1)
        self._scroll.setWidget(reading_page(column))
        top = QWidget()
        top.setMaximumWidth(theme.grown(WIDEST))
        above = QVBoxLayout(top)
        above.setContentsMargins(theme.space(3), theme.space(1), theme.space(3), 0)
        above.addWidget(self.banner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(top)
        whole.addWidget(self._scroll, 1)
