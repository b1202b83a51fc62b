"""A session in its last stage, on a disk that can be full.

It must not know Qt.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from iroc_desktop.domain.conversation import Conversation
from iroc_desktop.domain.session import Session as HeldSession
from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.domain.worksheets import Worksheet
from iroc_desktop.services.ports import Runner
from iroc_desktop.ui.screens.closing.presenter import ClosingPresenter
from iroc_desktop.ui.screens.closing.reading import Means
from iroc_desktop.ui.screens.closing.state import NextMeeting, Sheet, TakeAway
from tests.fakes.desk import ImmediateRunner
from tests.ui.screens.sessions import TODAY, Session
from tests.ui.screens.stage import Exits

SOON = date(2026, 12, 8)
PASSED = date(2026, 11, 2)
RATED = {"a": 4, "b": 2}


@dataclass
class Scene:
    """A session in which these ratings were given."""

    ratings: dict[str, int] = field(default_factory=lambda: dict(RATED))
    session: Session = field(default_factory=Session)
    exits: Exits = field(default_factory=Exits)
    runner: Runner = field(default_factory=ImmediateRunner)

    def __post_init__(self) -> None:
        """Begin, and rate."""
        desk = self.session.desk
        begun = desk.sessions.begin(self.session.person.id, TODAY).value
        self.id, self.talk = begun.session.id, begun.conversation.id
        for indicator_id, rating in self.ratings.items():
            desk.conversations.rate(self.talk, indicator_id, rating)
        self.presenter = self.another()

    def another(self) -> ClosingPresenter:
        """Return a presenter, as after a change of language."""
        desk = self.session.desk
        means = Means(
            sessions=desk.sessions,
            conversations=desk.conversations,
            plans=desk.plans,
            staying_well=desk.staying_well,
            worksheets=desk.worksheets,
            reflections=desk.reflections,
            pack=self.session.pack,
            runner=self.runner,
            clock=self.session.clock,
        )
        return ClosingPresenter(means, self.exits, self.id, self.session.person.id, "en")

    def fill(self) -> None:
        """Write a plan, a line of the staying-well plan, and worksheets of this session and another."""
        desk, person_id = self.session.desk, self.session.person.id
        plan_id = desk.plans.begin(person_id).value.id
        desk.steps.add(plan_id, "", "Ring my sister")
        desk.staying_well.add(person_id, StayingWellSection.KEEPS_ME_WELL, "Reading")
        sheet = Worksheet(
            "w1", person_id, "page", "My week", "en", TODAY, {"one": "Sleep"}, session_id=self.id
        )
        desk.worksheets.keep(sheet)
        desk.worksheets.keep(replace(sheet, id="w2", title="Left empty", answers={}))
        desk.worksheets.keep(replace(sheet, id="w3", title="From another day", session_id="before"))

    @property
    def sheet(self) -> Sheet:
        """Return what the screen shows of a session in progress."""
        assert self.presenter.state.sheet is not None
        return self.presenter.state.sheet

    @property
    def meeting(self) -> NextMeeting:
        """Return the next meeting as the screen shows it."""
        assert self.sheet.meeting is not None
        return self.sheet.meeting

    @property
    def taken(self) -> TakeAway:
        """Return what the screen offers to take along."""
        assert self.presenter.state.taken is not None
        return self.presenter.state.taken

    @property
    def stored(self) -> Conversation:
        """Return the conversation in progress as the store has it."""
        return self.session.stored(self.talk)

    @property
    def finished(self) -> list[HeldSession]:
        """Return the person's finished sessions."""
        return list(self.session.desk.sessions.of(self.session.person.id))

    @property
    def completed(self) -> list[Conversation]:
        """Return the person's completed conversations."""
        overview = self.session.desk.people.overview(self.session.person.id)
        return list(overview.history.conversations)

    @property
    def reflected(self) -> str:
        """Return the reflection as the store has it."""
        return self.session.desk.reflections.look(self.id, self.session.person.id).words

    def left(self) -> list[tuple[object, ...]]:
        """Return the ways out that were taken, without word of what was kept."""
        return [each for each in self.exits.taken if each[0] != "saved"]
