"""The screen turned to the person: how it is shown, and how it is left again.

It must not know what a page shows, nor show anything but that one page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Person
from iroc_desktop.system.settings import LANGUAGES
from iroc_desktop.ui.application.room import Room

if TYPE_CHECKING:
    from iroc_desktop.ui.widgets.persons_page import PersonsPage
    from iroc_desktop.ui.widgets.turned import Turned


class PersonsView:
    """Turns the screen to the person and back, whatever stage they are at."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._page: PersonsPage | None = None

    def turn(self, make: Callable[[Turned], PersonsPage], person: Person) -> None:
        """Show the page that `make` makes for the person; when one is shown already, ask to leave it."""
        if self._page is not None:
            self._page.ask_to_leave()
            return
        self._page = make(self._turned_to(person))
        self._page.left.connect(self._come_back)
        self._room.window.turn_to_person(self._page)
        self._room.commands_changed()

    def leave(self) -> None:
        """Keep what is typed there, because the program locks or closes."""
        page, self._page = self._page, None
        if page is not None:
            page.leave()

    def _turned_to(self, person: Person) -> Turned:
        """Return how the screen is turned: in the program's language where it does not speak the person's."""
        from iroc_desktop.ui.widgets.turned import Turned

        room = self._room
        own = room.look.phrases
        spoken = room.surroundings.phrases(person.language) if person.language in LANGUAGES else own
        asks = room.settings.passphrase_leaves_person_view and not person.practice
        return Turned(room.look, spoken, person.language, self._check if asks else None)

    def _come_back(self) -> None:
        self.leave()
        self._room.window.end_turn()
        self._room.commands_changed()

    def _check(self, passphrase: str, answer: Callable[[bool], None]) -> None:
        vault, runner = self._room.surroundings.vault, self._room.runner

        def refused(_: ExpectedError) -> None:
            answer(False)

        runner.submit(lambda: vault.verify(passphrase), lambda _: answer(True), refused)
