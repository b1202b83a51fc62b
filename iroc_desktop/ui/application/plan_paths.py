"""The ways around a person's plan.

It must not know how a screen draws, nor what lies outside of the plan.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from iroc_desktop.domain.bin import Thing
from iroc_desktop.domain.kept_sheets import SheetKind
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.summary import Paper
from iroc_desktop.services.people import Overview
from iroc_desktop.ui.application.putting_away import put_away
from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.main_window.commands import Command

if TYPE_CHECKING:
    from iroc_desktop.ui.screens.sheet.presenter import Exits as SheetExits
    from iroc_desktop.ui.screens.sheet.presenter import SheetPresenter


class PlanPaths:
    """Exits of the plan, the staying-well plan and their sheets."""

    def __init__(self, room: Room, open_person: Callable[[str], None]) -> None:
        self._room = room
        self._open_person = open_person

    def open_plan(self, person_id: str) -> None:
        """Show one person's plan."""
        from iroc_desktop.ui.screens.plan.presenter import Means, PlanPresenter
        from iroc_desktop.ui.screens.plan.view import PlanView

        room, desk = self._room, self._room.desk
        means = Means(
            desk.plans, desk.outcomes, desk.steps, desk.supports, room.runner, desk.clock, desk.history_of
        )
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
        self._name(person_id, EntityKind.PLAN)

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
        self._name(person_id, EntityKind.STAYING_WELL)

    def to_person(self, person_id: str) -> None:
        """Go back to the person's page."""
        self._open_person(person_id)

    def print_plan(self, person_id: str, exits: SheetExits | None = None) -> None:
        """Show the plan on paper; `exits` lead back from there to where it was asked for."""
        self._show_sheet(person_id, lambda sheet: sheet.open(SheetKind.PLAN), exits)

    def print_staying_well(self, person_id: str) -> None:
        """Show the staying-well plan on paper."""
        self._show_sheet(person_id, lambda sheet: sheet.open(SheetKind.STAYING_WELL))

    def reprint(self, person_id: str, sheet_id: str) -> None:
        """Show a plan or a staying-well plan exactly as it was printed."""
        self._show_sheet(person_id, lambda sheet: sheet.open_kept(sheet_id))

    def put_away(self, thing: Thing) -> None:
        """Put a plan into the bin."""
        put_away(self._room, thing)

    def saved(self, at: datetime) -> None:
        """Say that something was kept just now."""
        self._room.say_saved(at)

    def _show_sheet(
        self, person_id: str, begin: Callable[[SheetPresenter], None], exits: SheetExits | None = None
    ) -> None:
        from iroc_desktop.ui.screens.sheet.presenter import SheetPresenter
        from iroc_desktop.ui.screens.sheet.view import SheetView

        room, desk = self._room, self._room.desk
        paper = Paper(room.settings.paper)
        ways = exits or self
        presenter = SheetPresenter(desk.sheets, room.runner, ways, person_id, paper)
        begin(presenter)
        room.show(
            SheetView(presenter, room.look, tuple(desk.pack.wordings)),
            lambda: self._show_sheet(person_id, begin, exits),
            Command.PEOPLE,
            {
                Command.OPEN_PERSON: lambda: self._open_person(person_id),
                Command.PLAN: lambda: ways.open_plan(person_id),
            },
        )
        self._name(person_id)

    def _name(self, person_id: str, opened: EntityKind | None = None) -> None:
        room = self._room

        def about(overview: Overview) -> None:
            room.about(overview.person)
            if opened is not None:
                room.opened(person_id, Entity(opened, person_id))

        room.runner.submit(lambda: room.desk.people.overview(person_id), room.while_here(about))
