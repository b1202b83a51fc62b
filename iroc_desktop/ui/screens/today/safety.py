"""How safe the record is: a quiet line while all is well, and a warning with what to do when it is not.

It must not name anybody, nor stop anybody from going on.
"""

from __future__ import annotations

from iroc_desktop.ui.messages.message import Message
from iroc_desktop.ui.screens.today.presenter import State, TodayPresenter
from iroc_desktop.ui.screens.today.sentences import backup_warning, clock_warning, last_backup
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.labels import Text, TextKind


class Safety:
    """Two warnings for the head of the page, and a line for its foot."""

    def __init__(self, presenter: TodayPresenter, look: Look) -> None:
        self._look = look
        self._said: dict[Banner, tuple[Message, str]] = {}
        self.clock = Banner(look)
        self.backup = Banner(look)
        self.backup.acted.connect(presenter.back_up_now)
        self.line = Text("", TextKind.MUTED)
        self.line.hide()

    def show_state(self, state: State) -> None:
        """Say what there is to say, and nothing twice."""
        phrases, standing = self._look.phrases, state.standing
        self._warn(self.clock, clock_warning(state.clock, phrases), "")
        warning = backup_warning(standing, phrases) if standing else None
        action = phrases.text("Backing up…") if state.backing_up else phrases.text("Back up now")
        self._warn(self.backup, warning, action)
        words = last_backup(standing, phrases) if standing and warning is None else ""
        self.line.setText(words)
        self.line.setVisible(bool(words) and not state.empty)

    def _warn(self, banner: Banner, message: Message | None, action: str) -> None:
        if message is None:
            self._said.pop(banner, None)
            banner.clear()
        elif self._said.get(banner) != (message, action):
            self._said[banner] = (message, action)
            banner.show_problem(message.what, message.do, action)
