"""The ways through a session: conversation, picture, choose, summary, and the record of what was said.

It must not know how a screen draws, nor what lies outside of the session.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from iroc_desktop.domain.coaching import coached
from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.summary import Paper
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.conversations import Sitting
from iroc_desktop.ui.application.persons_view import PersonsView
from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.main_window.commands import Command

if TYPE_CHECKING:
    from iroc_desktop.ui.screens.conversation.presenter import ConversationPresenter
    from iroc_desktop.ui.screens.summary.presenter import SummaryPresenter

Commands = dict[Command, Callable[[], None]]


class SessionPaths:
    """Exits of the screens of one session."""

    def __init__(self, room: Room, open_person: Callable[[str], None]) -> None:
        self._room = room
        self._open_person = open_person
        self._persons_view = PersonsView(room)
        self._conversation: ConversationPresenter | None = None
        self._person: Person | None = None

    def resume(self, conversation_id: str) -> None:
        """Go on with a conversation in progress, at the stage where it was left."""
        room = self._room

        def resumed() -> Sitting:
            # on the worker: the window does not stand still while the charts are imported
            room.ready_charts()
            return room.desk.conversations.resume(conversation_id)

        room.runner.submit(resumed, self._go_on)

    def to_conversation(self, conversation_id: str, indicator_id: str = "") -> None:
        """Show the conversation, at one indicator if one is named."""
        from iroc_desktop.ui.screens.conversation.presenter import ConversationPresenter
        from iroc_desktop.ui.screens.conversation.view import ConversationView

        room, desk = self._room, self._room.desk
        room.ready_charts()
        presenter = ConversationPresenter(
            desk.conversations,
            self._coached_pack,
            room.runner,
            desk.clock,
            self,
            room.look.phrases.language,
            show_previous=room.settings.show_previous,
        )
        self._conversation = presenter
        presenter.open(conversation_id)
        if indicator_id:
            presenter.show_indicator(indicator_id)
        room.show(
            ConversationView(presenter, room.look, desk.pack.wording(room.look.phrases.language)),
            lambda: self.to_conversation(conversation_id, indicator_id),
            Command.PEOPLE,
            self._draft_commands(conversation_id)
            | {Command.PAUSE: presenter.pause, Command.PERSON_VIEW: self.to_person_view},
        )
        self._name(conversation_id)

    def to_picture(self, conversation_id: str) -> None:
        """Show the picture: start, last and now."""
        from iroc_desktop.ui.screens.picture.presenter import PicturePresenter
        from iroc_desktop.ui.screens.picture.view import PictureView

        room, desk = self._room, self._room.desk
        room.ready_charts()
        presenter = PicturePresenter(
            desk.conversations, desk.pack, room.runner, self, room.look.phrases.language
        )
        presenter.open(conversation_id)
        room.show(
            PictureView(presenter, room.look),
            lambda: self.to_picture(conversation_id),
            Command.PEOPLE,
            self._draft_commands(conversation_id),
        )
        self._name(conversation_id)

    def to_choose(self, conversation_id: str) -> None:
        """Show the areas to choose from, and completing."""
        from iroc_desktop.ui.screens.choose.presenter import ChoosePresenter
        from iroc_desktop.ui.screens.choose.view import ChooseView

        room, desk = self._room, self._room.desk
        presenter = ChoosePresenter(
            desk.conversations, desk.pack, room.runner, desk.clock, self, room.look.phrases.language
        )
        presenter.open(conversation_id)
        room.show(
            ChooseView(presenter, room.look),
            lambda: self.to_choose(conversation_id),
            Command.PEOPLE,
            self._draft_commands(conversation_id),
        )
        self._name(conversation_id)

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
        self._name(conversation_id)

    def to_person(self, person_id: str) -> None:
        """Go back to the person's page."""
        self._open_person(person_id)

    def to_person_view(self) -> None:
        """Turn the screen to the person, or back again."""
        if self._conversation is not None and self._person is not None:
            self._persons_view.turn(self._conversation, self._person)

    def leave(self) -> None:
        """Keep what is typed in the person's view, because the program locks or closes."""
        self._persons_view.leave()

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

    @cached_property
    def _coached_pack(self) -> Pack:
        """The pack with our coaching sentences behind its own prompts."""
        from iroc_desktop.system.content.coaching import load_coaching

        resources = self._room.surroundings.resources
        return coached(self._room.desk.pack, load_coaching(resources / "coaching", resources / "schemas"))

    def _draft_commands(self, conversation_id: str) -> Commands:
        return {
            Command.CONVERSE: lambda: self.to_conversation(conversation_id),
            Command.PICTURE: lambda: self.to_picture(conversation_id),
            Command.CHOOSE: lambda: self.to_choose(conversation_id),
        }

    def _go_on(self, sitting: Sitting) -> None:
        stages = {Stage.PICTURE: self.to_picture, Stage.CHOOSE: self.to_choose}
        go = stages.get(sitting.draft.stage, self.to_conversation)
        go(sitting.draft.conversation.id)

    def _name(self, conversation_id: str) -> None:
        desk = self._room.desk
        self._room.runner.submit(lambda: desk.conversations.whose(conversation_id), self._about)

    def _about(self, person: Person) -> None:
        self._person = person
        self._room.about(person)
        self._room.also(Command.OPEN_PERSON, lambda: self._open_person(person.id))
