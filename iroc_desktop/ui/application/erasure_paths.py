"""The ways to what a person may ask for: everything held about them, and to be forgotten.

It must not know how a screen draws.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.summary import Paper
from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.main_window.commands import Command

if TYPE_CHECKING:
    from iroc_desktop.ui.screens.erasing.presenter import Asked, ErasingPresenter


class ErasurePaths:
    """Exits of the screens of erasures and of everything held."""

    def __init__(self, room: Room, open_person: Callable[[str], None], back: Callable[[], None]) -> None:
        """`back` shows the settings."""
        self._room = room
        self._open_person = open_person
        self._back = back

    def open_erasures(self) -> None:
        """Show who is out of sight, and what is still to be done."""
        self._open(None)

    def ask_to_be_forgotten(self, person_id: str) -> None:
        """Show the first step for one person."""
        from iroc_desktop.ui.screens.erasing.presenter import Asked

        room = self._room
        room.runner.submit(
            lambda: room.desk.people.overview(person_id).person,
            room.while_here(lambda person: self._open(Asked(person_id, person.preferred_name))),
        )

    def everything_held(self, person_id: str) -> None:
        """Show everything held on one person."""
        from iroc_desktop.ui.screens.holdings.presenter import HoldingsPresenter
        from iroc_desktop.ui.screens.holdings.view import HoldingsView

        room = self._room
        presenter = HoldingsPresenter(
            room.desk.holdings, room.runner, self, person_id, Paper(room.settings.paper)
        )
        presenter.open()
        room.about_nobody(room.look.phrases.text("Everything held"), at_hand=person_id)
        room.show(HoldingsView(presenter, room.look), lambda: self.everything_held(person_id), Command.PEOPLE)

        def allowed() -> None:
            room.desk.roles.must_be_lead()
            room.desk.people.overview(person_id)

        # whoever is refused opened nothing, and the screen itself tells the refusal
        room.runner.submit(
            allowed,
            room.while_here(lambda _: room.opened(person_id, Entity(EntityKind.HOLDINGS, person_id))),
            lambda _: None,
        )

    def finish(self) -> None:
        """Go on with backups that still hold what was destroyed, one at a time, behind everything else."""
        room = self._room
        # whatever the disk refuses is tried at the next unlock, and told on the screen of erasures
        room.runner.submit(
            room.desk.erasing.go_on, lambda done: self.finish() if done.value else None, lambda _: None
        )

    def back(self) -> None:
        """Show the settings."""
        self._back()

    def open_person(self, person_id: str) -> None:
        """Show one person's page."""
        self._open_person(person_id)

    def _open(self, asked: Asked | None) -> None:
        from iroc_desktop.ui.screens.erasing.presenter import ErasingPresenter

        presenter = ErasingPresenter(self._room.desk.erasing, self._room.runner, self)
        presenter.open(asked)
        self._show(presenter)

    def _show(self, presenter: ErasingPresenter) -> None:
        from iroc_desktop.ui.screens.erasing.view import ErasingView

        room = self._room
        room.about_nobody(room.look.phrases.text("Being forgotten"))
        # the presenter outlives a change of language: what is on its way goes on being told
        room.show(ErasingView(presenter, room.look), lambda: self._show(presenter), Command.SETTINGS)
