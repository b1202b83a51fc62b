"""The ways around the toolkit, with a person or without one.

It must not know how a screen draws, nor what lies outside of the toolkit.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.main_window.commands import Command

if TYPE_CHECKING:
    from iroc_desktop.domain.toolkit import Toolkit
    from iroc_desktop.services.people import Overview
    from iroc_desktop.ui.screens.toolkit.presenter import ToolkitPresenter

OWN_PAGES = "toolkit"
"""The folder, in the data folder, to which an organisation adds pages of its own."""


class ToolkitPaths:
    """Exits of the toolkit's screen."""

    def __init__(self, room: Room, open_person: Callable[[str], None]) -> None:
        self._room = room
        self._open_person = open_person

    def open_toolkit(self) -> None:
        """Show the toolkit without a person."""
        room = self._room
        room.runner.submit(lambda: self._toolkit, lambda toolkit: self._show(toolkit, None))

    def open_with(self, person_id: str) -> None:
        """Show the toolkit with a person: what is filled in is kept with them."""
        desk = self._room.desk

        def read() -> tuple[Toolkit, Overview]:
            return self._toolkit, desk.people.overview(person_id)

        self._room.runner.submit(read, lambda found: self._show(*found))

    def to_person(self, person_id: str) -> None:
        """Go to the person's page."""
        self._open_person(person_id)

    @cached_property
    def _toolkit(self) -> Toolkit:
        """The pages, read once; on the worker, for there are many files."""
        from iroc_desktop.system.content.toolkit import load_toolkit

        surroundings, pack = self._room.surroundings, self._room.desk.pack
        return load_toolkit(
            surroundings.resources / "toolkit",
            surroundings.data_folder / OWN_PAGES,
            surroundings.resources / "schemas",
            frozenset(each.id for each in pack.instrument.indicators),
        )

    def _show(self, toolkit: Toolkit, overview: Overview | None) -> None:
        from iroc_desktop.ui.screens.toolkit.view import ToolkitView

        room, desk = self._room, self._room.desk
        wording = desk.pack.wording(room.look.phrases.language)
        presenter = self._presenter(toolkit, overview)
        view = ToolkitView(
            presenter,
            room.look,
            {each.id: wording.indicators[each.id].name for each in desk.pack.instrument.indicators},
        )
        if overview is None:
            room.about_nobody(room.look.phrases.about("place", "Toolkit"))
            room.show(view, self.open_toolkit, Command.TOOLKIT)
            return
        person_id = overview.person.id
        room.about(overview.person)
        commands = {Command.OPEN_PERSON: lambda: self._open_person(person_id)}
        room.show(view, lambda: self.open_with(person_id), Command.PEOPLE, commands)

    def _presenter(self, toolkit: Toolkit, overview: Overview | None) -> ToolkitPresenter:
        from iroc_desktop.domain.summary import Paper
        from iroc_desktop.ui.screens.toolkit.presenter import ToolkitPresenter
        from iroc_desktop.ui.screens.toolkit.sentences import need_names
        from iroc_desktop.ui.screens.toolkit.sheet_presenter import SheetPresenter
        from iroc_desktop.ui.screens.toolkit.state import Somebody

        room, desk = self._room, self._room.desk
        person = overview.person if overview else None
        sheets = SheetPresenter(
            room.surroundings.writer,
            room.runner,
            Paper(room.settings.paper),
            practice=person is not None and person.practice,
        )
        presenter = ToolkitPresenter(
            toolkit,
            desk.pack,
            desk.worksheets,
            desk.favourites,
            sheets,
            room.runner,
            self,
            desk.clock,
            desk.new_id,
            room.look.phrases.language,
            need_names(room.look.phrases),
        )
        if person is None or overview is None:
            presenter.begin()
            return presenter
        presenter.begin(Somebody(person.id, person.preferred_name, person.name_on_paper, person.language))
        newest = overview.draft.conversation if overview.draft else overview.history.now
        if newest is not None:
            presenter.suggest_for(newest.focus, frozenset())
        return presenter
