"""The ways around the toolkit: without a person, with one, and as a stage of their session.

It must not know how a screen draws, nor what lies outside of the toolkit.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from iroc_desktop.domain.bin import Thing
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.session import Session
from iroc_desktop.domain.toolkit import Setting
from iroc_desktop.ui.application.putting_away import put_away
from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.main_window.commands import Command
from iroc_desktop.ui.widgets.session_page import SessionPage

if TYPE_CHECKING:
    from iroc_desktop.domain.toolkit import Toolkit
    from iroc_desktop.services.people import Overview
    from iroc_desktop.system.content.own_pages import OwnPages
    from iroc_desktop.ui.screens.toolkit.own_pages_presenter import OwnPagesPresenter
    from iroc_desktop.ui.screens.toolkit.presenter import ToolkitPresenter

    ShowToolkit = Callable[[SessionPage, ToolkitPresenter], None]

OWN_PAGES = "toolkit"
"""The folder, in the data folder, to which an organisation adds pages of its own."""

AT_HAND = frozenset({Setting.PRACTITIONER})
"""What there is beside a cell, as far as the program can know: the toolkit is open with a practitioner."""


class ToolkitPaths:
    """Exits of the toolkit's screen."""

    def __init__(self, room: Room, open_person: Callable[[str], None]) -> None:
        self._room = room
        self._open_person = open_person

    def open_toolkit(self) -> None:
        """Show the toolkit without a person."""
        self._room.runner.submit(self._toolkit, self._room.while_here(self._show_alone))

    def open_with(self, person_id: str) -> None:
        """Show the toolkit with a person: what is filled in is kept with them."""
        self._read_with(person_id, self._show_with)

    def for_session(
        self, session: Session, person: Person, prompts: tuple[str, ...], show: ShowToolkit
    ) -> None:
        """Hand the toolkit's stage to `show` as soon as the pages are read, unless one has gone elsewhere.

        What is filled in, printed or saved there says that it was in this session. Pages are suggested for
        what the conversation chose. `prompts` are questions one could ask.
        """

        def made(toolkit: Toolkit, overview: Overview) -> None:
            from iroc_desktop.ui.screens.toolkit.stage_view import ToolkitStage

            presenter = self._presenter(toolkit, overview, session.id)
            own = self._own_pages(presenter)
            show(ToolkitStage(presenter, own, self._room.look, self._indicators, prompts), presenter)

        self._read_with(person.id, made)

    def to_person(self, person_id: str) -> None:
        """Go to the person's page."""
        self._open_person(person_id)

    def opened_worksheet(self, person_id: str, worksheet_id: str) -> None:
        """Let the log say that a worksheet was opened."""
        self._room.opened(person_id, Entity(EntityKind.WORKSHEET, worksheet_id))

    def put_away(self, thing: Thing) -> None:
        """Put a worksheet into the bin."""
        put_away(self._room, thing)

    @cached_property
    def _pages(self) -> OwnPages:
        """The pages; there are many files, so they are read on the worker."""
        from iroc_desktop.system.content.own_pages import OwnPages

        surroundings, pack = self._room.surroundings, self._room.desk.pack
        return OwnPages(
            surroundings.resources / "toolkit",
            surroundings.data_folder / OWN_PAGES,
            surroundings.resources / "schemas",
            frozenset(each.id for each in pack.instrument.indicators),
        )

    def _toolkit(self) -> Toolkit:
        return self._pages.toolkit()

    def _read_with(self, person_id: str, then: Callable[[Toolkit, Overview], None]) -> None:
        desk = self._room.desk

        def read() -> tuple[Toolkit, Overview]:
            return self._toolkit(), desk.people.overview(person_id)

        self._room.runner.submit(read, self._room.while_here(lambda found: then(*found)))

    def _show_alone(self, toolkit: Toolkit) -> None:
        from iroc_desktop.ui.screens.toolkit.view import ToolkitView

        room = self._room
        presenter = self._presenter(toolkit, None)
        view = ToolkitView(presenter, self._own_pages(presenter), room.look, self._indicators)
        room.about_nobody(room.look.phrases.about("place", "Toolkit"))
        room.show(view, self.open_toolkit, Command.TOOLKIT)

    def _show_with(self, toolkit: Toolkit, overview: Overview) -> None:
        from iroc_desktop.ui.screens.toolkit.view import ToolkitView

        room, person = self._room, overview.person
        presenter = self._presenter(toolkit, overview)
        view = ToolkitView(presenter, self._own_pages(presenter), room.look, self._indicators)
        room.about(person)
        commands = {Command.OPEN_PERSON: lambda: self._open_person(person.id)}
        room.show(view, lambda: self.open_with(person.id), Command.PEOPLE, commands)

    def _own_pages(self, presenter: ToolkitPresenter) -> OwnPagesPresenter:
        from iroc_desktop.ui.screens.toolkit.own_pages_presenter import OwnPagesPresenter

        return OwnPagesPresenter(self._pages, self._room.runner, presenter.use)

    @property
    def _indicators(self) -> dict[str, str]:
        """Names of the indicators, in order."""
        pack = self._room.desk.pack
        named = pack.wording(self._room.look.phrases.language).indicators
        return {each.id: named[each.id].name for each in pack.instrument.indicators}

    def _presenter(
        self, toolkit: Toolkit, overview: Overview | None, session_id: str = ""
    ) -> ToolkitPresenter:
        from iroc_desktop.domain.summary import Paper
        from iroc_desktop.ui.screens.toolkit.catalogue import Catalogue
        from iroc_desktop.ui.screens.toolkit.keepers import Keepers
        from iroc_desktop.ui.screens.toolkit.presenter import ToolkitPresenter
        from iroc_desktop.ui.screens.toolkit.sentences import need_names
        from iroc_desktop.ui.screens.toolkit.sheet_presenter import SheetPresenter
        from iroc_desktop.ui.screens.toolkit.state import Somebody

        room, desk = self._room, self._room.desk
        person = overview.person if overview else None
        language = room.look.phrases.language
        presenter = ToolkitPresenter(
            Catalogue(toolkit, desk.pack, language, need_names(room.look.phrases)),
            Keepers(desk.worksheets, desk.favourites, desk.sheets),
            SheetPresenter(
                room.surroundings.writer,
                desk.sheets,
                room.runner,
                Paper(room.settings.paper),
                practice=person is not None and person.practice,
            ),
            room.runner,
            self,
            desk.clock,
            desk.new_id,
            language,
        )
        if person is None or overview is None:
            presenter.begin()
            return presenter
        presenter.begin(
            Somebody(person.id, person.preferred_name, person.name_on_paper, person.language, session_id)
        )
        presenter.suggest_for(_chosen(overview), AT_HAND)
        return presenter


def _chosen(overview: Overview) -> tuple[str, ...]:
    """Return the areas that were chosen last: in the conversation now, or else the time before."""
    now = overview.draft.conversation.focus if overview.draft else ()
    return now or (overview.history.now.focus if overview.history.now else ())
