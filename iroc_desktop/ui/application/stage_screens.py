"""The screen of each stage of a session, made when it is first wanted.

It must not decide which stage follows, nor mark one: the ways through a session do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, Protocol

from iroc_desktop.domain.bin import Thing
from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.session import Session
from iroc_desktop.ui.application import person_pages
from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.widgets.session_page import SessionPage

if TYPE_CHECKING:
    from iroc_desktop.domain.coaching import CoachingText, CoachingWords
    from iroc_desktop.domain.wording import Pack
    from iroc_desktop.ui.application.person_pages import MakePage
    from iroc_desktop.ui.application.toolkit_paths import ShowToolkit
    from iroc_desktop.ui.screens.toolkit.presenter import ToolkitPresenter


@dataclass(frozen=True, slots=True)
class Held:
    """The session that is held now, and with whom."""

    session: Session
    person: Person = field(repr=False)

    @property
    def id(self) -> str:
        """Return the session's id."""
        return self.session.id


@dataclass(frozen=True, slots=True)
class Made:
    """The screen of a stage."""

    page: SessionPage
    facing: MakePage | None = None
    """Makes its page for the person, where it has one."""


Show = Callable[[Made], None]
"""Puts a stage on the window, once it is made."""


class StageExits(Protocol):
    """Where the stages lead, and what the window likes to hear."""

    def to_stage(self, stage: Stage) -> None:
        """Go to a stage."""

    def to_indicator(self, indicator_id: str) -> None:
        """Go back to one indicator of the conversation."""

    def went_on(self) -> None:
        """The stage on the screen is done; the one after shall follow."""

    def to_person_view(self) -> None:
        """Turn the screen to the person."""

    def finished(self) -> None:
        """The session is over: no stage can be gone to any more."""

    def to_person(self, person_id: str) -> None:
        """Leave for the person's page."""

    def to_summary(self, conversation_id: str) -> None:
        """Leave for the summary of the conversation, which is completed now."""

    def print_plan(self, person_id: str) -> None:
        """Leave for the plan on paper."""

    def open_staying_well(self, person_id: str) -> None:
        """Leave for the staying-well plan."""

    def open_toolkit(self, person_id: str) -> None:
        """Leave for the toolkit with the person."""

    def saved(self, at: datetime) -> None:
        """Something was kept just now."""

    def put_away(self, thing: Thing) -> None:
        """Put a plan into the bin, with a way to undo it."""


class ToolkitStages(Protocol):
    """What makes the toolkit's stage, which reads its pages on the worker first."""

    def for_session(
        self, session: Session, person: Person, prompts: tuple[str, ...], show: ShowToolkit
    ) -> None:
        """Hand the toolkit's stage to `show` as soon as the pages are read, unless one has gone elsewhere."""


class StageScreens:
    """Makes the screen of a stage."""

    def __init__(self, room: Room, exits: StageExits, toolkit: ToolkitStages) -> None:
        self._room = room
        self._exits = exits
        self._toolkit = toolkit

    def make(self, stage: Stage, held: Held, show: Show) -> None:
        """Make the screen of a stage and hand it to `show`."""

        def made(page: SessionPage, presenter: ToolkitPresenter) -> None:
            show(Made(page, partial(person_pages.filling_in, presenter)))

        if stage is Stage.TOOLKIT:
            self._toolkit.for_session(held.session, held.person, self._prompts(stage), made)
            return
        makers: dict[Stage, Callable[[Held], Made]] = {
            Stage.WELCOME: self._welcome,
            Stage.CONVERSATION: self.conversation,
            Stage.PICTURE: self._picture,
            Stage.CHOOSE: self._choose,
            Stage.EXPLORE: self._explore,
            Stage.PLAN: self._plan,
            Stage.PRINT: self._closing,
        }
        show(makers[stage](held))

    def _welcome(self, held: Held) -> Made:
        from iroc_desktop.ui.screens.welcome_back.presenter import WelcomeBackPresenter
        from iroc_desktop.ui.screens.welcome_back.view import WelcomeBackView

        room, desk = self._room, self._room.desk
        presenter = WelcomeBackPresenter(desk.welcome_back, room.runner, desk.clock, self._exits, held.id)
        presenter.open()
        return Made(WelcomeBackView(presenter, room.look, self._prompts(Stage.WELCOME)))

    def conversation(self, held: Held, indicator_id: str = "") -> Made:
        """Make the conversation, at one indicator if one is named."""
        from iroc_desktop.ui.screens.conversation.presenter import ConversationPresenter
        from iroc_desktop.ui.screens.conversation.view import ConversationView

        room, desk = self._room, self._room.desk
        room.ready_charts()
        language = room.look.phrases.language
        presenter = ConversationPresenter(
            desk.conversations,
            self._coached_pack,
            room.runner,
            desk.clock,
            self._exits,
            language,
            show_previous=room.settings.show_previous,
            arranging=desk.arranging,
        )
        presenter.open(held.session.conversation_id)
        if indicator_id:
            presenter.show_indicator(indicator_id)
        view = ConversationView(presenter, room.look, desk.pack.wording(language))
        return Made(view, partial(person_pages.conversing, presenter))

    def _picture(self, held: Held) -> Made:
        from iroc_desktop.ui.screens.picture.presenter import PicturePresenter
        from iroc_desktop.ui.screens.picture.view import PictureView

        room, desk = self._room, self._room.desk
        room.ready_charts()
        language = room.look.phrases.language
        presenter = PicturePresenter(desk.conversations, desk.pack, room.runner, language, desk.trail)
        presenter.open(held.session.conversation_id)
        return Made(PictureView(presenter, room.look))

    def _choose(self, held: Held) -> Made:
        from iroc_desktop.ui.screens.choose.presenter import ChoosePresenter
        from iroc_desktop.ui.screens.choose.view import ChooseView

        room, desk = self._room, self._room.desk
        presenter = ChoosePresenter(
            desk.conversations, desk.pack, room.runner, desk.clock, self._exits, room.look.phrases.language
        )
        presenter.open(held.session.conversation_id)
        view = ChooseView(presenter, room.look, self._prompts(Stage.CHOOSE))
        return Made(view, partial(person_pages.choosing, presenter, desk.pack))

    def _explore(self, held: Held) -> Made:
        from iroc_desktop.ui.screens.explore.presenter import ExplorePresenter
        from iroc_desktop.ui.screens.explore.state import Means
        from iroc_desktop.ui.screens.explore.view import ExploreView

        room, desk = self._room, self._room.desk
        means = Means(
            desk.sessions,
            desk.exploring,
            desk.values,
            desk.plans,
            desk.outcomes,
            desk.steps,
            room.runner,
            desk.clock,
        )
        presenter = ExplorePresenter(means, self._exits, held.id, desk.pack, room.look.phrases.language)
        presenter.open()
        view = ExploreView(presenter, room.look, self._coaching)
        return Made(view, partial(person_pages.exploring, presenter, desk.pack))

    def _plan(self, held: Held) -> Made:
        from iroc_desktop.ui.screens.plan.presenter import Means, PlanPresenter
        from iroc_desktop.ui.screens.plan.view import PlanView

        room, desk = self._room, self._room.desk
        means = Means(desk.plans, desk.outcomes, desk.steps, desk.supports, room.runner, desk.clock)
        presenter = PlanPresenter(means, self._exits, held.person.id)
        presenter.open()
        wording = desk.pack.wording(room.look.phrases.language)
        indicators = {each.id: wording.indicators[each.id].name for each in desk.pack.instrument.indicators}
        view = PlanView(presenter, room.look, indicators, Stage.PLAN, self._prompts(Stage.PLAN))
        return Made(view, partial(person_pages.planning, presenter))

    def _closing(self, held: Held) -> Made:
        from iroc_desktop.ui.screens.closing.presenter import ClosingPresenter
        from iroc_desktop.ui.screens.closing.reading import Means
        from iroc_desktop.ui.screens.closing.view import ClosingView

        room, desk = self._room, self._room.desk
        means = Means(
            desk.sessions,
            desk.conversations,
            desk.plans,
            desk.staying_well,
            desk.worksheets,
            desk.reflections,
            desk.pack,
            room.runner,
            desk.clock,
        )
        language = room.look.phrases.language
        presenter = ClosingPresenter(means, self._exits, held.id, held.person.id, language)
        presenter.open()
        return Made(ClosingView(presenter, room.look, self._prompts(Stage.PRINT)))

    def _prompts(self, stage: Stage) -> tuple[str, ...]:
        return self._coaching.for_stage(stage).asked

    @cached_property
    def _coached_pack(self) -> Pack:
        """The pack with our coaching sentences behind its own prompts."""
        from iroc_desktop.domain.coaching import coached

        return coached(self._room.desk.pack, self._coaching_texts)

    @property
    def _coaching(self) -> CoachingWords:
        """Our coaching sentences in the language that is spoken now."""
        from iroc_desktop.domain.coaching import coaching_words

        return coaching_words(self._coaching_texts, self._room.look.phrases.language)

    @cached_property
    def _coaching_texts(self) -> tuple[CoachingText, ...]:
        from iroc_desktop.system.content.coaching import load_coaching

        resources = self._room.surroundings.resources
        return tuple(load_coaching(resources / "coaching", resources / "schemas"))
