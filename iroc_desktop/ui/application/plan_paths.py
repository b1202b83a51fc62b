"""The ways around a person's plan.

It must not know how a screen draws, nor what lies outside of the plan.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from iroc_desktop.domain.summary import Paper
from iroc_desktop.services.people import Overview
from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.main_window.commands import Command


class PlanPaths:
    """Exits of the plan's screen."""

    def __init__(self, room: Room, open_person: Callable[[str], None]) -> None:
        self._room = room
        self._open_person = open_person

    def open_plan(self, person_id: str) -> None:
        """Show one person's plan."""
        from iroc_desktop.ui.screens.plan.presenter import Means, PlanPresenter
        from iroc_desktop.ui.screens.plan.view import PlanView

        room, desk = self._room, self._room.desk
        means = Means(desk.plans, desk.outcomes, desk.steps, desk.supports, room.runner, desk.clock)
        presenter = PlanPresenter(means, self, person_id)
        presenter.open()
        wording = desk.pack.wording(room.look.phrases.language)
        indicators = {each.id: wording.indicators[each.id].name for each in desk.pack.instrument.indicators}
        room.show(
            PlanView(presenter, room.look, indicators),
            lambda: self.open_plan(person_id),
            Command.PEOPLE,
            {Command.OPEN_PERSON: lambda: self._open_person(person_id)},
        )
        room.runner.submit(lambda: desk.people.overview(person_id), self._about)

    def open_staying_well(self, person_id: str) -> None:
        """Show one person's staying-well plan."""
        from iroc_desktop.ui.screens.staying_well.presenter import StayingWellPresenter
        from iroc_desktop.ui.screens.staying_well.view import StayingWellView

        room, desk = self._room, self._room.desk
        presenter = StayingWellPresenter(desk.staying_well, room.runner, desk.clock, self, person_id)
        presenter.open()
        room.show(
            StayingWellView(presenter, room.look),
            lambda: self.open_staying_well(person_id),
            Command.PEOPLE,
            {
                Command.OPEN_PERSON: lambda: self._open_person(person_id),
                Command.PLAN: lambda: self.open_plan(person_id),
            },
        )
        room.runner.submit(lambda: desk.people.overview(person_id), self._about)

    def to_person(self, person_id: str) -> None:
        """Go back to the person's page."""
        self._open_person(person_id)

    def print_plan(self, person_id: str) -> None:
        """Show the plan on paper."""
        from iroc_desktop.ui.screens.plan.sheet_presenter import PlanSheetPresenter
        from iroc_desktop.ui.screens.plan.sheet_view import PlanSheetView

        room, desk = self._room, self._room.desk
        paper = Paper(room.settings.paper)
        presenter = PlanSheetPresenter(desk.plan_sheets, room.runner, self, person_id, paper)
        presenter.open()
        room.show(
            PlanSheetView(presenter, room.look, tuple(desk.pack.wordings)),
            lambda: self.print_plan(person_id),
            Command.PEOPLE,
            {
                Command.OPEN_PERSON: lambda: self._open_person(person_id),
                Command.PLAN: lambda: self.open_plan(person_id),
            },
        )

    def saved(self, at: datetime) -> None:
        """Say that something was kept just now."""
        self._room.say_saved(at)

    def _about(self, overview: Overview) -> None:
        self._room.about(overview.person)
