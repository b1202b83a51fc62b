"""The ways to what is kept: a completed conversation, its summary, and a summary as it was printed.

It must not lead into a session: what is kept here is locked.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from iroc_desktop.domain.bin import BinKind, Thing
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.summary import Paper
from iroc_desktop.ui.application.putting_away import put_away
from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.main_window.commands import Command

if TYPE_CHECKING:
    from iroc_desktop.ui.screens.summary.presenter import SummaryPresenter


class RecordPaths:
    """Exits of the screens that show what is completed."""

    def __init__(self, room: Room, open_person: Callable[[str], None]) -> None:
        self._room = room
        self._open_person = open_person

    def to_summary(self, conversation_id: str) -> None:
        """Show the summary of a completed conversation, ready to be printed."""
        self._show_summary(
            lambda presenter: presenter.open(conversation_id), lambda: self.to_summary(conversation_id)
        )
        self._name(conversation_id)

    def reprint(self, summary_id: str) -> None:
        """Show a stored summary exactly as it was printed."""
        self._show_summary(
            lambda presenter: presenter.open_kept(summary_id), lambda: self.reprint(summary_id)
        )

    def to_record(self, person_id: str, conversation_id: str) -> None:
        """Show a completed conversation, to read or to correct it."""
        from iroc_desktop.ui.screens.record.presenter import RecordPresenter
        from iroc_desktop.ui.screens.record.view import RecordView

        room, desk = self._room, self._room.desk
        presenter = RecordPresenter(
            desk.conversations,
            desk.people,
            desk.settling_in,
            desk.held_sessions,
            desk.pack,
            room.runner,
            self,
            room.look.phrases.language,
        )
        presenter.open(person_id, conversation_id)
        room.show(
            RecordView(presenter, room.look),
            lambda: self.to_record(person_id, conversation_id),
            Command.PEOPLE,
            {
                Command.PRINT: lambda: self.to_summary(conversation_id),
                Command.OPEN_PERSON: lambda: self._open_person(person_id),
            },
        )
        self._name(conversation_id, opened=True)

    def to_person(self, person_id: str) -> None:
        """Go back to the person's page."""
        self._open_person(person_id)

    def put_away(self, thing: Thing) -> None:
        """Put the conversation, or a note in it, into the bin."""
        gone = thing.kind is BinKind.CONVERSATION
        put_away(self._room, thing, (lambda: self._open_person(thing.person_id)) if gone else None)

    def saved(self, at: datetime) -> None:
        """Say that something was kept just now."""
        self._room.say_saved(at)

    def _show_summary(self, opened: Callable[[SummaryPresenter], None], again: Callable[[], None]) -> None:
        from iroc_desktop.ui.screens.summary.presenter import SummaryPresenter
        from iroc_desktop.ui.screens.summary.view import SummaryView

        room, desk = self._room, self._room.desk
        paper = Paper(room.settings.paper)
        presenter = SummaryPresenter(desk.summaries, desk.people, desk.pack, room.runner, self, paper)
        opened(presenter)
        room.show(SummaryView(presenter, room.look), again, Command.PEOPLE)

    def _name(self, conversation_id: str, *, opened: bool = False) -> None:
        room = self._room

        def about(person: Person) -> None:
            room.about_open(person, self._open_person)
            if opened:
                room.opened(person.id, Entity(EntityKind.CONVERSATION, conversation_id))

        room.runner.submit(lambda: room.desk.conversations.whose(conversation_id), room.while_here(about))
