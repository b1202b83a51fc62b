"""The ways to who works here, and to what was done.

It must not know how any of its screens works.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.main_window.commands import Command

if TYPE_CHECKING:
    from iroc_desktop.ui.screens.audit.presenter import AuditPresenter
    from iroc_desktop.ui.screens.practitioners.presenter import PractitionersPresenter


class TeamPaths:
    """Exits of the screens about colleagues and what they did."""

    def __init__(self, room: Room, back: Callable[[], None]) -> None:
        """`back` shows the settings."""
        self._room = room
        self._back = back

    def what_was_done(self) -> None:
        """Show who opened, changed, printed or saved what."""
        from iroc_desktop.ui.screens.audit.presenter import AuditPresenter, Means

        room = self._room
        means = Means(
            audit=room.desk.audit,
            runner=room.runner,
            clock=room.desk.clock,
            phrases=lambda: room.look.phrases,
            indicators=lambda: room.indicators,
        )
        presenter = AuditPresenter(means, self)
        presenter.open()
        self._show_audit(presenter)

    def back(self) -> None:
        """Show the settings."""
        self._back()

    def _show_audit(self, presenter: AuditPresenter) -> None:
        from iroc_desktop.ui.screens.audit.view import AuditView

        room = self._room
        room.about_nobody(room.look.phrases.text("What was done"))
        # the presenter outlives a change of language: what was asked for stays asked for
        view = AuditView(presenter, room.look, room.indicators)
        room.show(view, lambda: self._show_audit(presenter), Command.SETTINGS)

    def who_works_here(self) -> None:
        """Show the colleagues of this record."""
        from iroc_desktop.domain.summary import Paper
        from iroc_desktop.ui.application.doors import pick_two
        from iroc_desktop.ui.screens.practitioners.presenter import Means, PractitionersPresenter

        room, practitioners = self._room, self._room.desk.practitioners
        if practitioners is None:
            return
        means = Means(
            practitioners=practitioners,
            runner=room.runner,
            writer=room.surroundings.writer,
            pick_groups=pick_two,
            language=lambda: room.look.phrases.language,
            leave=self._back,
            paper=Paper(room.settings.paper),
        )
        presenter = PractitionersPresenter(means)
        presenter.open()
        self._show_colleagues(presenter)

    def _show_colleagues(self, presenter: PractitionersPresenter) -> None:
        from iroc_desktop.ui.screens.practitioners.view import PractitionersView

        room = self._room
        room.about_nobody(room.look.phrases.text("Who works here"))
        # the presenter outlives a change of language: nothing typed is lost
        view = PractitionersView(presenter, room.look)
        room.show(view, lambda: self._show_colleagues(presenter), Command.SETTINGS)
