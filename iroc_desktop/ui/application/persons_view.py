"""The screen turned to the person: how it is shown, and how it is left again.

It must not show anything but this one conversation.
"""

from __future__ import annotations

from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.screens.conversation.person_view import PersonView
from iroc_desktop.ui.screens.conversation.presenter import ConversationPresenter


class PersonsView:
    """Turns the screen to the person and back."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def turn(self, presenter: ConversationPresenter) -> None:
        """Show the person's view, or come back from it."""
        window = self._room.window
        if window.turned:
            return
        window.turn_to_person(PersonView(presenter, self._room.look))
