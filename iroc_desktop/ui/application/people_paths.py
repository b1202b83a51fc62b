"""The ways between today, the list of people, one person and the form.

It must not know how a screen draws, nor what happens inside a session.
Each way imports its screen when it is first gone: *Today* does not wait for the others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from iroc_desktop.domain.bin import BinKind, Thing
from iroc_desktop.domain.consent import ConsentText
from iroc_desktop.services.people import Overview
from iroc_desktop.ui.application.putting_away import put_away
from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.main_window.commands import Command
from iroc_desktop.ui.screens.today.presenter import TodayPresenter
from iroc_desktop.ui.screens.today.view import TodayView


class Sessions(Protocol):
    """The way into a session."""

    def begin(self, person_id: str, held_on: date | None = None) -> None:
        """Begin a session with a person, or go on with the one in progress."""


class Records(Protocol):
    """The ways to what is completed."""

    def to_record(self, person_id: str, conversation_id: str) -> None:
        """Read a completed conversation."""

    def to_summary(self, conversation_id: str) -> None:
        """Prepare the summary of a completed conversation."""

    def reprint(self, summary_id: str) -> None:
        """Show a summary exactly as it was printed."""


class PlanWays(Protocol):
    """The way to a plan."""

    def open_plan(self, person_id: str) -> None:
        """Show one person's plan."""

    def open_staying_well(self, person_id: str) -> None:
        """Show one person's staying-well plan."""

    def reprint(self, person_id: str, sheet_id: str) -> None:
        """Show a plan or a staying-well plan exactly as it was printed."""


class ToolkitWays(Protocol):
    """The way to the toolkit."""

    def open_with(self, person_id: str) -> None:
        """Show the toolkit with one person."""


class RightsWays(Protocol):
    """The ways to what a person may ask for."""

    def everything_held(self, person_id: str) -> None:
        """Show everything held on one person."""

    def ask_to_be_forgotten(self, person_id: str) -> None:
        """Show the first step of an erasure."""


class PeoplePaths:
    """Exits of the screens about people."""

    def __init__(
        self,
        room: Room,
        session: Sessions,
        records: Records,
        plans: PlanWays,
        toolkit: ToolkitWays,
        open_keeping: Callable[[], None],
        rights: RightsWays,
    ) -> None:
        """`open_keeping` shows how long records are kept."""
        self._room = room
        self._plans = plans
        self._toolkit = toolkit
        self._session = session
        self._records = records
        self._open_keeping = open_keeping
        self._rights = rights
        self._person_id = ""

    def today(self) -> None:
        """Show the neutral start page."""
        room, desk = self._room, self._room.desk
        presenter = TodayPresenter(
            desk.today, room.runner, self, desk.clock_check, desk.backups, desk.retention
        )
        room.about_nobody(room.look.phrases.about("place", "Today"))
        room.show(TodayView(presenter, room.look), self.today, Command.TODAY)

    def people(self) -> None:
        """Show the list of people."""
        from iroc_desktop.ui.screens.people.presenter import PeoplePresenter
        from iroc_desktop.ui.screens.people.view import PeopleView

        room = self._room
        presenter = PeoplePresenter(room.desk.people, room.runner, self)
        room.about_nobody(room.look.phrases.about("place", "People"))
        room.show(PeopleView(presenter, room.look), self.people, Command.PEOPLE)
        # behind the list, because the next step is somebody's page, with a chart
        room.runner.submit(room.ready_charts, lambda _: None)

    def open_person(self, person_id: str) -> None:
        """Show one person's page."""
        from iroc_desktop.ui.screens.person.presenter import PersonPresenter
        from iroc_desktop.ui.screens.person.rights_card import Rights
        from iroc_desktop.ui.screens.person.view import PersonView

        room, desk = self._room, self._room.desk
        self._person_id = person_id
        room.ready_charts()
        presenter = PersonPresenter(
            person_id, desk.people, desk.plans, room.runner, self, desk.clock, desk.history_of
        )
        room.runner.submit(lambda: desk.people.overview(person_id), self._name_person)
        room.window.show_saved("")
        rights = Rights(
            lambda: self._rights.everything_held(person_id),
            lambda: self._rights.ask_to_be_forgotten(person_id),
        )
        room.show(
            PersonView(presenter, room.look, desk.pack, rights=rights),
            lambda: self.open_person(person_id),
            Command.PEOPLE,
            {
                Command.EDIT_PERSON: lambda: self.edit_person(person_id),
                Command.PUT_AWAY: presenter.put_away,
                Command.OPEN_PERSON: lambda: self.open_person(person_id),
                Command.CONVERSE: presenter.start,
                Command.PLAN: lambda: self.open_plan(person_id),
                Command.TOOLKIT: lambda: self.open_toolkit(person_id),
            },
        )

    def add_person(self, name: str = "") -> None:
        """Show the form for a new person, beginning with what was typed."""
        self._form(self._room.desk.new_id(), name, is_new=True)

    def edit_person(self, person_id: str) -> None:
        """Show the form for one person."""
        self._form(person_id, "", is_new=False)

    def close_form(self) -> None:
        """Return from the form to the person, or to the list."""
        if self._person_id:
            self.open_person(self._person_id)
        else:
            self.people()

    def begin_session(self, person_id: str, held_on: date | None = None) -> None:
        """Begin a session with a person, or go on with the one in progress."""
        self._session.begin(person_id, held_on)

    def open_conversation(self, conversation_id: str) -> None:
        """Read a completed conversation."""
        self._records.to_record(self._person_id, conversation_id)

    def correct(self, conversation_id: str) -> None:
        """Read a completed conversation, to correct an answer."""
        self._records.to_record(self._person_id, conversation_id)

    def print_summary(self, conversation_id: str) -> None:
        """Prepare the summary of a completed conversation."""
        self._records.to_summary(conversation_id)

    def reprint(self, summary_id: str) -> None:
        """Show a summary exactly as it was printed."""
        self._records.reprint(summary_id)

    def reprint_sheet(self, sheet_id: str) -> None:
        """Show a plan or a staying-well plan exactly as it was printed."""
        self._plans.reprint(self._person_id, sheet_id)

    def open_plan(self, person_id: str) -> None:
        """Show the person's plan."""
        self._plans.open_plan(person_id)

    def open_staying_well(self, person_id: str) -> None:
        """Show the person's staying-well plan."""
        self._plans.open_staying_well(person_id)

    def open_toolkit(self, person_id: str) -> None:
        """Show the toolkit with the person."""
        self._toolkit.open_with(person_id)

    def open_keeping(self) -> None:
        """Show how long records are kept, and whose time has passed."""
        self._open_keeping()

    def put_away(self, thing: Thing) -> None:
        """Put the person, or their session in progress, into the bin."""
        put_away(self._room, thing, self._after_person if thing.kind is BinKind.PERSON else None)

    def _after_person(self) -> None:
        self._person_id = ""
        self.people()

    def open_consent(self, person_id: str) -> None:
        """Show what a person agreed to, as soon as the words to read are there."""
        from iroc_desktop.system.content.consent import load_consent

        room = self._room
        resources = room.surroundings.resources
        room.runner.submit(
            lambda: load_consent(resources / "consent", resources / "schemas"),
            room.while_here(lambda texts: self._consent(person_id, texts)),
        )

    def _consent(self, person_id: str, texts: Sequence[ConsentText]) -> None:
        from iroc_desktop.ui.screens.consent.presenter import ConsentPresenter
        from iroc_desktop.ui.screens.consent.view import ConsentView

        room, desk = self._room, self._room.desk
        language = room.look.phrases.language
        presenter = ConsentPresenter(person_id, texts, desk.consents, room.runner, self, desk.clock, language)
        presenter.open()
        room.show(
            ConsentView(presenter, room.look),
            lambda: self._consent(person_id, texts),
            Command.PEOPLE,
            {Command.OPEN_PERSON: lambda: self.open_person(person_id)},
        )

    def _form(self, person_id: str, name: str, *, is_new: bool) -> None:
        from iroc_desktop.ui.screens.people.form_presenter import PersonFormPresenter
        from iroc_desktop.ui.screens.people.form_view import PersonFormView

        room, desk = self._room, self._room.desk
        presenter = PersonFormPresenter(
            desk.people,
            room.runner,
            self,
            person_id=person_id,
            is_new=is_new,
            language=room.settings.language,
            name=name,
        )
        # whoever is edited is still at hand: coming back to their page is no other opening
        room.about_nobody(room.look.phrases.about("place", "People"), at_hand="" if is_new else person_id)
        view = PersonFormView(presenter, room.look)
        room.show(view, lambda: self._form(person_id, name, is_new=is_new), Command.PEOPLE)

    def _name_person(self, overview: Overview) -> None:
        if overview.person.id == self._person_id:
            self._room.about(overview.person)
