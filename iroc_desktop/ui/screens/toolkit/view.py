"""Draws the toolkit: the list, the page that is open, or its sheet; one of them at a time.

It must not decide what is shown: the presenter's state does.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.messages.errors import message_for
from iroc_desktop.ui.screens.toolkit.list_view import ListView
from iroc_desktop.ui.screens.toolkit.own_pages_card import OwnPagesCard
from iroc_desktop.ui.screens.toolkit.own_pages_presenter import OwnPagesPresenter, OwnState
from iroc_desktop.ui.screens.toolkit.page_view import PageView
from iroc_desktop.ui.screens.toolkit.presenter import ToolkitPresenter
from iroc_desktop.ui.screens.toolkit.preview_view import PreviewView
from iroc_desktop.ui.screens.toolkit.sheet_presenter import SheetState
from iroc_desktop.ui.screens.toolkit.state import State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.printing import AskPrinter, ask_printer
from iroc_desktop.ui.widgets.saving_place import AskFolder, AskPlace, ask_folder, ask_place


class ToolkitView(QWidget):
    """The toolkit, with a person or without one."""

    def __init__(
        self,
        presenter: ToolkitPresenter,
        own: OwnPagesPresenter,
        look: Look,
        indicators: dict[str, str],
        parent: QWidget | None = None,
        *,
        ask: AskPlace = ask_place,
        printers: AskPrinter = ask_printer,
        folders: AskFolder = ask_folder,
        inside: bool = False,
    ) -> None:
        """Show the toolkit; `indicators` (id → name, in order) can be filtered by.

        `inside` of a frame it leaves the room around itself to the frame.
        """
        super().__init__(parent)
        self._presenter, self._look = presenter, look
        self._told: ExpectedError | None = None
        self.banner = Banner(look)
        self.banner.acted.connect(self._try_again)
        self._own = own
        self.list = ListView(presenter, look, indicators, OwnPagesCard(look, own, folders))
        self.page = PageView(presenter, look)
        self.preview = PreviewView(presenter.sheets, look, ask, printers)
        self._stack = QStackedWidget()
        for part in (self.list, self.page, self.preview):
            self._stack.addWidget(part)
            if inside:
                part.stand_inside()
        self._lay_out()
        self._connect()
        presenter.attach(self._show)
        presenter.sheets.attach(self._show_sheet)
        own.attach(self._show_own)

    def leave(self) -> None:
        """Keep what was typed last, and stop drawing."""
        self.page.flush()
        self._presenter.keep()
        self._presenter.detach(self._show)
        self._presenter.sheets.detach(self._show_sheet)
        self._own.detach(self._show_own)
        self.preview.preview.close_pdf()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def ask_to_print(self) -> None:
        """Show the open page's sheet; from there, print it."""
        if self._presenter.sheets.state.sheet is not None:
            self.preview.ask_to_print()
        elif self._presenter.state.open is not None:
            self._preview()

    def _show(self, state: State) -> None:
        self.list.show_state(state)
        self.page.show_state(state)
        self._turn()
        self._show_trouble()

    def _show_sheet(self, state: SheetState) -> None:
        self.preview.show_state(state)
        self._turn()
        self._show_trouble()

    def _show_own(self, state: OwnState) -> None:
        self.list.own.show_state(state)
        self._show_trouble()

    def _take_out(self, page_id: str, title: str) -> None:
        self._presenter.close()
        self._own.take_out(page_id, title)

    def _turn(self) -> None:
        if self._presenter.sheets.state.sheet is not None:
            wanted: QWidget = self.preview
        else:
            wanted = self.page if self._presenter.state.open is not None else self.list
        if wanted is self._stack.currentWidget():
            return
        self._stack.setCurrentWidget(wanted)
        self.setFocusProxy(wanted)
        if self.isVisible():
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_trouble(self) -> None:
        phrases, sheets = self._look.phrases, self._presenter.sheets.state
        problem = sheets.problem or self._presenter.state.problem or self._own.state.problem
        if problem is None and sheets.printer_failed:
            self.banner.show_problem(
                phrases.text("The printer did not take it."),
                phrases.text("Check the printer, then print again."),
            )
        elif problem is None:
            self.banner.clear()
        elif problem is not self._told:
            message = message_for(problem, phrases)
            self.banner.show_problem(message.what, message.do, phrases.text("Try again"))
        self._told = problem

    def _try_again(self) -> None:
        if self._presenter.sheets.state.problem is not None:
            self._presenter.sheets.try_again()
        elif self._presenter.state.problem is not None:
            self._presenter.try_again()
        else:
            self._own.try_again()

    def _preview(self) -> None:
        self._presenter.preview(filled=True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.list.opened.connect(self._presenter.open)
        self.page.previewed.connect(self._preview)
        self.setFocusProxy(self.list)
        self.page.taken_out.connect(self._take_out)
