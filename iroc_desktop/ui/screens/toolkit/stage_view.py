"""Draws the toolkit as a stage of the session: what to ask, the toolkit itself, the ways of every stage.

It must not know more of the toolkit than that it is one.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.toolkit.own_pages_presenter import OwnPagesPresenter
from iroc_desktop.ui.screens.toolkit.presenter import ToolkitPresenter
from iroc_desktop.ui.screens.toolkit.view import ToolkitView
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.bullets import Bullets
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.printing import AskPrinter, ask_printer
from iroc_desktop.ui.widgets.saving_place import AskPlace, ask_place
from iroc_desktop.ui.widgets.session_page import SessionPage

LEAST_HEIGHT = 380
"""Of the toolkit, in pixels at 100 % text; where there is less room the whole stage scrolls."""


class ToolkitStage(SessionPage):
    """A page to take away."""

    def __init__(
        self,
        presenter: ToolkitPresenter,
        own: OwnPagesPresenter,
        look: Look,
        indicators: dict[str, str],
        prompts: tuple[str, ...] = (),
        parent: QWidget | None = None,
        *,
        ask: AskPlace = ask_place,
        printers: AskPrinter = ask_printer,
    ) -> None:
        """Show the toolkit with `prompts`, as questions one could ask, folded up above it."""
        super().__init__(look, Stage.TOOLKIT, parent)
        self.toolkit = ToolkitView(presenter, own, look, indicators, ask=ask, printers=printers, inside=True)
        self.toolkit.setMinimumHeight(look.theme.grown(LEAST_HEIGHT))
        self.body.addWidget(self._questions(prompts))
        self.body.addWidget(self.toolkit, 1)
        self.setFocusProxy(self.toolkit)

    def leave(self) -> None:
        """Keep what was typed last, and stop drawing."""
        self.toolkit.leave()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self.toolkit.on_changes(changes, initiator)

    def ask_to_print(self) -> None:
        """Show the open page's sheet; from there, print it."""
        self.toolkit.ask_to_print()

    def _questions(self, prompts: tuple[str, ...]) -> QWidget:
        lines = Bullets(self._look)
        lines.set_lines(prompts)
        asked = Disclosure(self._look, self._look.phrases.text("You could ask"), lines)
        if not prompts:
            asked.hide()
        return asked
