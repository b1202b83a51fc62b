"""The screen turned to the person: how it is shown, and how it is left again.

It must not show anything but this one conversation.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Person
from iroc_desktop.ui.application.room import Room

if TYPE_CHECKING:
    from iroc_desktop.ui.screens.conversation.person_view import PersonView
    from iroc_desktop.ui.screens.conversation.presenter import ConversationPresenter


class PersonsView:
    """Turns the screen to the person and back."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._view: PersonView | None = None

    def turn(self, presenter: ConversationPresenter, person: Person) -> None:
        """Show the person's view; when it is shown already, ask to come back from it."""
        from iroc_desktop.ui.screens.conversation.person_view import PersonView

        if self._view is not None:
            self._view.ask_to_leave()
            return
        room = self._room
        phrases = room.surroundings.phrases(person.language)
        asks = room.settings.passphrase_leaves_person_view and not person.practice
        self._view = PersonView(presenter, room.look, phrases, self._check if asks else None)
        self._view.left.connect(self._come_back)
        room.window.turn_to_person(self._view)
        room.commands_changed()

    def leave(self) -> None:
        """Keep what is typed there, because the program locks or closes."""
        view, self._view = self._view, None
        if view is not None:
            view.leave()

    def _come_back(self) -> None:
        self.leave()
        self._room.window.end_turn()
        self._room.commands_changed()

    def _check(self, passphrase: str, answer: Callable[[bool], None]) -> None:
        vault, runner = self._room.surroundings.vault, self._room.runner

        def refused(_: ExpectedError) -> None:
            answer(False)

        runner.submit(lambda: vault.verify(passphrase), lambda _: answer(True), refused)
