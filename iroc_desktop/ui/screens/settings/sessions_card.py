"""What the organisation arranges for its sessions: whose ratings are kept, and whom to call in distress.

It must not suggest a name or a number: the lines are the organisation's own.
"""

from __future__ import annotations

from iroc_desktop.ui.screens.settings.presenter import SettingsPresenter, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.note_field import NoteField
from iroc_desktop.ui.widgets.tick import Tick


class SessionsCard(Card):
    """A box to tick and a field; both are kept at once, and the card says so."""

    def __init__(self, presenter: SettingsPresenter, look: Look) -> None:
        super().__init__(look, look.phrases.text("Your sessions"))
        self._look = look
        text = look.phrases.text
        self.two_voices = Tick(look, text("Two voices: keep the practitioner’s rating too"))
        self.contacts = NoteField(look, text("People who can help when someone is distressed"), lines=3)
        self._saved = Text("", TextKind.MUTED)
        self.two_voices.clicked.connect(presenter.want_two_voices)
        self.contacts.edited.connect(presenter.write_contacts)
        told = text(
            "Then the person’s rating, yours, and the one you agree on stand side by side. "
            "None counts more than another."
        )
        hint = text(
            "One on each line: who it is, and how to reach them. They show when a session stops "
            "because it got too much, and in the help. The program brings no numbers of its own."
        )
        self.body.addWidget(self.two_voices)
        self.body.addWidget(Text(told, TextKind.MUTED))
        self.body.addSpacing(look.theme.space(1))
        self.body.addWidget(self.contacts)
        self.body.addWidget(Text(hint, TextKind.MUTED))
        self.body.addWidget(self._saved)

    def show_state(self, state: State) -> None:
        """Show what is chosen and typed, and whether it is saved."""
        chosen = state.arrangements
        self.setEnabled(chosen is not None)
        if chosen is None:
            return
        self.two_voices.show_as(ticked=chosen.two_voices)
        self.contacts.set_text(chosen.support_contacts)
        text = self._look.phrases.text
        self._saved.setText(text("Saved") if state.arrangements_saved else text("Not saved yet"))

    def flush(self) -> None:
        """Tell at once what was typed and not told yet."""
        self.contacts.flush()
