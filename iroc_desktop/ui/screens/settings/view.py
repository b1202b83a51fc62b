"""Draws the settings: look, habits, the organisation, backups, and where the data lies.

It must not need a button to apply a choice.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.messages.errors import message_for
from iroc_desktop.ui.screens.settings.backups_card import BackupsCard
from iroc_desktop.ui.screens.settings.backups_presenter import BackupsPresenter
from iroc_desktop.ui.screens.settings.machine_card import MachineCards
from iroc_desktop.ui.screens.settings.organisation_card import OrganisationCard
from iroc_desktop.ui.screens.settings.presenter import SettingsPresenter, State
from iroc_desktop.ui.screens.settings.sessions_card import SessionsCard
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.reading_page import reading_page
from iroc_desktop.ui.widgets.saving_place import AskFolder, ask_folder
from iroc_desktop.ui.widgets.ways_card import Way, WaysCard

WIDEST = 760
"""Of the column, in pixels at normal text size."""

LAID_OUT_MS = 50
"""After this many milliseconds every level of a page that has grown is laid out anew."""


class SettingsView(QScrollArea):
    """One column of cards."""

    def __init__(
        self,
        presenter: SettingsPresenter,
        look: Look,
        backups: BackupsPresenter | None = None,
        ask: AskFolder = ask_folder,
        ways: Sequence[Way] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Without `backups` nothing is said about them; ask for folders with `ask`; lead to other `ways`."""
        super().__init__(parent)
        self._presenter = presenter
        self._backups_presenter = backups
        self._look = look
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._banner = Banner(look)
        self._banner.acted.connect(presenter.try_again)
        self._told: ExpectedError | None = None
        self._machine = MachineCards(presenter, look)
        self._organisation = OrganisationCard(presenter, look)
        self.sessions = SessionsCard(presenter, look)
        self.backups = BackupsCard(backups, look, ask) if backups else None
        title = look.phrases.text("Safe keeping")
        self._ways = WaysCard(look, title, ways) if ways else None
        self._place = Text()
        self._place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lay_out()
        self.setFocusProxy(self._machine)
        presenter.attach(self.show_state)
        if self.backups is not None:
            self.backups.unfolded.connect(self._bring_into_sight)
            self.backups.begin()

    def show_state(self, state: State) -> None:
        """Draw the settings in use and the organisation."""
        self._machine.show_settings(state.settings)
        self._organisation.show_state(state)
        self.sessions.show_state(state)
        # an invisible break after each separator, so that a long path wraps instead of being cut
        shown = "".join(f"{each}\u200b" if each in "/\\-" else each for each in str(state.data_folder))
        self._place.setText(shown)
        self._place.setAccessibleName(
            self._look.phrases.text("Your data lies in {folder}", folder=state.data_folder)
        )
        self._show_trouble(state)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Tell the presenter what changed."""
        self._presenter.on_changes(changes, initiator)
        if self._backups_presenter is not None:
            self._backups_presenter.on_changes(changes, initiator)

    def leave(self) -> None:
        """Keep what is typed."""
        self.sessions.flush()
        self._presenter.leave()
        self._presenter.detach()
        if self.backups is not None:
            self.backups.leave()

    def _bring_into_sight(self, part: QWidget) -> None:
        gap = self._look.theme.space(2)
        QTimer.singleShot(LAID_OUT_MS, part, lambda: self.ensureWidgetVisible(part, 0, gap))

    def _show_trouble(self, state: State) -> None:
        trouble = state.problem or state.error
        if trouble is None:
            self._told = None
            self._banner.clear()
        elif trouble is not self._told:
            self._told = trouble
            message = message_for(trouble, self._look.phrases)
            again = self._look.phrases.text("Try again") if state.problem is not None else ""
            self._banner.show_problem(message.what, message.do, again)

    def _data_card(self) -> Card:
        text = self._look.phrases.text
        card = Card(self._look, text("Where your data lies"))
        card.body.addWidget(
            Text(text("Everything this program keeps is in this folder on this machine, encrypted."))
        )
        card.body.addWidget(self._place)
        card.body.addWidget(
            Text(text("Nobody can read it without a passphrase or the recovery sheet."), TextKind.MUTED)
        )
        return card

    def _lay_out(self) -> None:
        space = self._look.theme.space
        column = QWidget()
        column.setMaximumWidth(self._look.theme.grown(WIDEST))
        body = QVBoxLayout(column)
        body.setContentsMargins(space(3), space(2), space(3), space(3))
        body.setSpacing(space(2.5))
        cards = (self._machine, self.sessions, self._organisation, self.backups, self._ways)
        for part in (self._banner, *cards):
            if part is not None:
                body.addWidget(part)
        body.addWidget(self._data_card())
        body.addStretch()
        self.setWidget(reading_page(column))
