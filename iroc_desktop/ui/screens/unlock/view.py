"""Draws the unlock screen: one prompt at a time, language and theme in reach.

It must not show a name, nor keep what was typed after the screen is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.i18n.languages import own_name
from iroc_desktop.system.settings import LANGUAGES, THEMES
from iroc_desktop.ui.screens.unlock.passphrase_pages import PassphrasePage
from iroc_desktop.ui.screens.unlock.presenter import UnlockPresenter
from iroc_desktop.ui.screens.unlock.state import Problem, State, Step
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind

if TYPE_CHECKING:
    from iroc_desktop.services.changes import Changes
    from iroc_desktop.ui.screens.unlock.backup_pages import BackupsPage, BroughtBackPage, PreviewPage
    from iroc_desktop.ui.screens.unlock.digits_page import DigitsPage
    from iroc_desktop.ui.screens.unlock.forgot_page import ForgotPage
    from iroc_desktop.ui.screens.unlock.name_page import NamePage
    from iroc_desktop.ui.screens.unlock.passphrase_pages import NewPassphrasePage

    _Page = (
        PassphrasePage
        | ForgotPage
        | DigitsPage
        | NewPassphrasePage
        | BackupsPage
        | PreviewPage
        | BroughtBackPage
        | NamePage
    )

WIDEST = 620
"""Of the card, in pixels at normal text size."""


class UnlockView(QScrollArea):
    """What is seen before anything is open."""

    def __init__(self, presenter: UnlockPresenter, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._look = look
        self._step: Step | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._banner = Banner(look)
        self._unkept = Banner(look)
        self._card = Card(look)
        self._page: _Page | None = None
        self._practice = Button(look, look.phrases.text("Practice people"), ButtonKind.QUIET)
        self._practice.clicked.connect(presenter.practise)
        self._row = self._choices()
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(presenter.back)
        self._lay_out()
        presenter.attach(self.show_state)

    def show_state(self, state: State) -> None:
        """Draw the prompt that is asked now."""
        if state.step is not self._step:
            self._turn_to(state)
        self._show_trouble(state)
        self._practice.setEnabled(not state.is_busy and state.step is not Step.NAME)
        if self._page is not None:
            self._page.show_state(state)

    def tell_unkept(self) -> None:
        """Say that something typed before the lock is not saved yet, and how it will be."""
        text = self._look.phrases.text
        self._unkept.show_problem(
            text("What was typed last, before the lock, could not be saved. It waits in the memory."),
            text(
                "Leave the program open, and make room on the disk if it is full. "
                "Unlock with your passphrase: the program tries again."
            ),
        )

    def forget_typed(self) -> None:
        """Empty every line, and with it what was remembered of it: the record is open."""
        for line in self.findChildren(QLineEdit):
            line.setText("")
        # the presenter has forgotten already, and tells so
        self._presenter.attach(self.show_state)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Nothing here depends on the record."""

    def leave(self) -> None:
        """Nothing here is kept."""

    def _turn_to(self, state: State) -> None:
        """Make the page of a step anew; it stands before the practice people and the choices, for Tab too."""
        first, before = self._step is None, self._page
        self._step = state.step
        self._page = _new_page(state, self._presenter, self._look)
        self._card.body.addWidget(self._page)
        # a page that waits for the layout to show it cannot take the keyboard yet
        self._page.show()
        self.setFocusProxy(self._page)
        if before is not None:
            self._card.body.removeWidget(before)
            before.hide()
            before.deleteLater()
        tab_through((self._page, self._practice, self._row))
        if not first:
            self._page.setFocus()
            self.verticalScrollBar().setValue(0)

    def _show_trouble(self, state: State) -> None:
        text = self._look.phrases.text
        if state.error is not None:
            # the words for every error are many, and seldom needed at the door
            from iroc_desktop.ui.messages.errors import message_for

            message = message_for(state.error, self._look.phrases)
            do = text("Bring a backup back here, or go back and try once more.")
            self._banner.show_problem(
                message.what, do if state.step is Step.BACKUPS and state.found else message.do
            )
        elif state.problem is Problem.NOTHING_TYPED:
            self._banner.show_problem(text("The field is still empty."), text("Type your passphrase."))
        elif state.problem is Problem.NAME_MISSING:
            self._banner.show_problem(
                text("The name is still empty."), text("Type the name that stands on the prints.")
            )
        elif state.problem is Problem.NOT_THE_SAME:
            self._banner.show_problem(
                text("The two passphrases are not the same."), text("Type the second one again.")
            )
        else:
            self._banner.clear()

    def _lay_out(self) -> None:
        theme, text = self._look.theme, self._look.phrases.text
        column = QWidget()
        column.setMaximumWidth(theme.grown(WIDEST))
        body = QVBoxLayout(column)
        body.setContentsMargins(theme.space(3), theme.space(4), theme.space(3), theme.space(3))
        body.setSpacing(theme.space(2))
        body.addStretch(2)
        body.addWidget(Heading(text("I.ROC Desktop"), TextKind.TITLE))
        self._card.body.setContentsMargins(*(4 * (theme.space(4),)))
        self._card.body.setSpacing(theme.space(2))
        self._card.body.addWidget(self._unkept)
        self._card.body.addWidget(self._banner)
        body.addWidget(self._card)
        body.addWidget(self._practice, alignment=Qt.AlignmentFlag.AlignLeading)
        body.addWidget(self._row)
        body.addStretch(3)
        page = QWidget()
        page.setObjectName("page")
        # wrapped words ask for more height than they need, and the page would scroll without reason
        page.setMinimumHeight(1)
        across = QHBoxLayout(page)
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        self.setWidget(page)

    def _choices(self) -> QWidget:
        text = self._look.phrases.text
        themes = (text("Light"), text("Dark"), text("High contrast"))
        languages = [own_name(code) for code in LANGUAGES]
        settings = self._presenter.settings
        row = QWidget()
        flow = FlowLayout(row, gap=self._look.theme.space(2))
        flow.addWidget(
            self._choice(
                text("Language"), LANGUAGES, languages, settings.language, self._presenter.choose_language
            )
        )
        flow.addWidget(
            self._choice(text("Theme"), THEMES, themes, settings.theme, self._presenter.choose_theme)
        )
        return row

    def _choice(
        self,
        label: str,
        codes: Sequence[str],
        words: Sequence[str],
        chosen: str,
        choose: Callable[[str], None],
    ) -> QWidget:
        box = QComboBox()
        box.setAccessibleName(label)
        for code, word in zip(codes, words, strict=True):
            box.addItem(word, code)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.activated.connect(lambda place: choose(box.itemData(place)))
        caption = Text(label, TextKind.MUTED, wrap=False)
        caption.setBuddy(box)
        pair = QWidget()
        layout = QHBoxLayout(pair)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(caption)
        layout.addWidget(box)
        return pair


def _new_page(state: State, presenter: UnlockPresenter, look: Look) -> _Page:
    """Return the page of a step; all but the first are seldom asked for, and imported when they are."""
    if state.step is Step.PASSPHRASE:
        return PassphrasePage(presenter, look, state)
    from iroc_desktop.ui.screens.unlock import (
        backup_pages,
        digits_page,
        forgot_page,
        name_page,
        passphrase_pages,
    )

    pages: dict[Step, Callable[[UnlockPresenter, Look, State], _Page]] = {
        Step.FORGOT: forgot_page.ForgotPage,
        Step.DIGITS: digits_page.DigitsPage,
        Step.NEW_PASSPHRASE: passphrase_pages.NewPassphrasePage,
        Step.BACKUPS: backup_pages.BackupsPage,
        Step.PREVIEW: backup_pages.PreviewPage,
        Step.BROUGHT_BACK: backup_pages.BroughtBackPage,
        Step.NAME: name_page.NamePage,
    }
    return pages[state.step](presenter, look, state)
