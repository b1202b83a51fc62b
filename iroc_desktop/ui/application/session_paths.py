"""The ways through a session: from stage to stage, pausing, being stopped, going on.

It must not know how a screen draws, nor what lies outside of the session.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from iroc_desktop.domain.bin import Thing
from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.session import OpenSession
from iroc_desktop.services.changes import Done
from iroc_desktop.services.sessions import SessionSitting
from iroc_desktop.ui.application.persons_view import PersonsView
from iroc_desktop.ui.application.plan_paths import PlanPaths
from iroc_desktop.ui.application.record_paths import RecordPaths
from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.application.stage_screens import Held, Made, StageScreens
from iroc_desktop.ui.application.toolkit_paths import ToolkitPaths
from iroc_desktop.ui.main_window.commands import Command
from iroc_desktop.ui.widgets.stage_ways import stage_after

if TYPE_CHECKING:
    from iroc_desktop.ui.screens.waiting.presenter import WaitingPresenter

Commands = dict[Command, Callable[[], None]]


@dataclass(frozen=True, slots=True)
class Beyond:
    """The ways that a session leads out to."""

    records: RecordPaths
    plans: PlanPaths
    toolkit: ToolkitPaths


class SessionPaths:
    """Exits of the screens of one session."""

    def __init__(self, room: Room, open_person: Callable[[str], None], beyond: Beyond) -> None:
        self._room = room
        self._open_person = open_person
        self._beyond = beyond
        self._screens = StageScreens(room, self, beyond.toolkit)
        self._persons_view = PersonsView(room)
        self._held: Held | None = None
        self._stage = Stage.WELCOME
        self._made: Made | None = None
        """The stage on the window; None while the session stands still, or another stage is on its way."""

    def begin(self, person_id: str, held_on: date | None = None) -> None:
        """Begin a session with a person, or go on with the one in progress where it stopped."""
        room, desk = self._room, self._room.desk
        day = held_on or desk.clock.today()

        def begun() -> Done[SessionSitting]:
            # on the worker: the window does not stand still while the charts are imported
            room.ready_charts()
            return desk.sessions.begin(person_id, day)

        room.runner.submit(begun, room.while_here(self._on_begun))

    def to_stage(self, stage: Stage) -> None:
        """Go to a stage; what is on the screen is kept first."""
        if self._held is not None:
            self._turn(self._held, stage)
            self._show(stage)

    def went_on(self) -> None:
        """The stage on the screen is done; the one after follows."""
        self._settle(self._room.desk.sessions.finish_stage)

    def leave_out(self) -> None:
        """The stage on the screen is left out today; the one after follows."""
        self._settle(self._room.desk.sessions.skip_stage)

    def to_indicator(self, indicator_id: str) -> None:
        """Go back to one indicator of the conversation."""
        held = self._held
        if held is not None:
            self._turn(held, Stage.CONVERSATION)
            self._put(self._screens.conversation(held, indicator_id), Stage.CONVERSATION)

    def pause(self) -> None:
        """Put the session aside on purpose."""
        self._wait(interrupted=False)

    def interrupt(self) -> None:
        """Note that the session was stopped from outside; the reason can be told after."""
        self._wait(interrupted=True)

    def go_on(self) -> None:
        """Resume the session at the stage where it stopped."""
        if self._held is not None:
            self.begin(self._held.person.id)

    def finished(self) -> None:
        """The session is over: no stage can be gone to any more."""
        if self._held is not None:
            person_id = self._held.person.id
            self._room.only({Command.OPEN_PERSON: lambda: self._open_person(person_id)})

    def to_person_view(self) -> None:
        """Turn the screen to the person, or back again."""
        made, held = self._made, self._held
        if made is not None and made.facing is not None and held is not None:
            self._persons_view.turn(made.facing, held.person)

    def leave(self) -> None:
        """Keep what is typed in the person's view, because the program locks or closes."""
        self._persons_view.leave()

    def saved(self, at: datetime) -> None:
        """Say that something was kept just now."""
        self._room.say_saved(at)

    def to_person(self, person_id: str) -> None:
        """Leave for the person's page."""
        self._open_person(person_id)

    def to_summary(self, conversation_id: str) -> None:
        """Leave for the summary of the conversation, which is completed now."""
        self._beyond.records.to_summary(conversation_id)

    def print_plan(self, person_id: str) -> None:
        """Leave for the plan on paper; it leads back to the stage."""
        self._beyond.plans.print_plan(person_id, self)

    def put_away(self, thing: Thing) -> None:
        """Put an earlier plan into the bin; the stage stays."""
        self._beyond.plans.put_away(thing)

    def open_plan(self, _: str) -> None:
        """Come back from the plan's sheet to the stage where it was asked for."""
        self._show(self._stage)

    def open_staying_well(self, person_id: str) -> None:
        """Leave for the staying-well plan."""
        self._beyond.plans.open_staying_well(person_id)

    def open_toolkit(self, person_id: str) -> None:
        """Leave for the toolkit with the person."""
        self._beyond.toolkit.open_with(person_id)

    def _on_begun(self, done: Done[SessionSitting]) -> None:
        sitting = done.value
        self._held = Held(sitting.session, sitting.person)
        self._show(sitting.session.stage)

    def _turn(self, held: Held, stage: Stage) -> None:
        """Keep what is on the screen, then which stage follows."""
        self._room.leave()
        self._mark(lambda: self._room.desk.sessions.turn_to(held.id, stage))

    def _settle(self, settle: Callable[[str, Stage], Done[OpenSession]]) -> None:
        held, stage = self._held, self._stage
        following = stage_after(stage)
        if held is None or following is None:
            return
        self._room.leave()

        def settled() -> Done[OpenSession]:
            settle(held.id, stage)
            return self._room.desk.sessions.turn_to(held.id, following)

        self._mark(settled)
        self._show(following)

    def _mark(self, mark: Callable[[], Done[OpenSession]]) -> None:
        """Keep where the two of them are; the screen does not wait for it."""
        self._room.runner.submit(mark, self._on_marked, initiator=self)

    def _on_marked(self, done: Done[OpenSession]) -> None:
        session = done.value.session
        if self._held is not None and self._held.id == session.id:
            self._held = replace(self._held, session=session)
            if self._made is not None:
                self._made.page.show_session(session)

    def _wait(self, *, interrupted: bool) -> None:
        from iroc_desktop.ui.screens.waiting.presenter import WaitingPresenter

        room, held = self._room, self._held
        if held is None:
            return
        room.leave()
        self._made = None
        presenter = WaitingPresenter(
            room.desk.sessions,
            room.desk.arranging,
            room.runner,
            self,
            held.session,
            held.person.preferred_name,
        )
        stop = presenter.interrupt if interrupted else presenter.pause
        stop()
        self._stand_still(presenter, held)

    def _stand_still(self, presenter: WaitingPresenter, held: Held) -> None:
        from iroc_desktop.ui.screens.waiting.view import WaitingView

        # a new look draws the same presenter again: stopping once more would forget why
        self._room.show(
            WaitingView(presenter, self._room.look),
            lambda: self._stand_still(presenter, held),
            Command.PEOPLE,
            {Command.CONVERSE: self.go_on},
        )
        self._room.about_open(held.person, self._open_person)

    def _show(self, stage: Stage) -> None:
        if self._held is not None:
            self._made = None
            self._screens.make(stage, self._held, lambda made: self._put(made, stage))

    def _put(self, made: Made, stage: Stage) -> None:
        held, page = self._held, made.page
        if held is None:
            return
        self._made, self._stage = made, stage
        page.staged.connect(self.to_stage)
        page.went_on.connect(self.went_on)
        page.skipped.connect(self.leave_out)
        page.paused.connect(self.pause)
        page.interrupted.connect(self.interrupt)
        page.turned.connect(self.to_person_view)
        page.show_session(held.session)
        self._room.show(page, lambda: self._show(stage), Command.PEOPLE, self._commands())
        self._room.about_open(held.person, self._open_person)

    def _commands(self) -> Commands:
        stages = {
            Command.WELCOME_BACK: Stage.WELCOME,
            Command.CONVERSE: Stage.CONVERSATION,
            Command.PICTURE: Stage.PICTURE,
            Command.CHOOSE: Stage.CHOOSE,
            Command.EXPLORE: Stage.EXPLORE,
            Command.PLAN: Stage.PLAN,
            Command.TOOLKIT: Stage.TOOLKIT,
            Command.CLOSE_SESSION: Stage.PRINT,
        }
        moves: Commands = {command: partial(self.to_stage, stage) for command, stage in stages.items()}
        return moves | {
            Command.PAUSE: self.pause,
            Command.INTERRUPTED: self.interrupt,
            Command.PERSON_VIEW: self.to_person_view,
        }
