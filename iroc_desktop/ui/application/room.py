"""What every way through the program shares: the window, the look, the desk, and the screen that is shown.

It must not know any one screen.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Protocol, TypeVar, runtime_checkable

from PySide6.QtWidgets import QWidget

from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.people import Person
from iroc_desktop.i18n.formats import clock_time
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.desk import Desk
from iroc_desktop.services.writers import Writers
from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.application.noting import Noting
from iroc_desktop.ui.application.surroundings import Surroundings
from iroc_desktop.ui.main_window.commands import Command
from iroc_desktop.ui.main_window.window import MainWindow
from iroc_desktop.ui.models.about import facts_about
from iroc_desktop.ui.models.authorship import Authorship
from iroc_desktop.ui.tasks.collector import keep_imports
from iroc_desktop.ui.theme.look import Look

T = TypeVar("T")

CHARTS: Final = (
    "iroc_desktop.charts.export",
    "iroc_desktop.charts.spidergram",
    "iroc_desktop.charts.journey",
)
"""What every screen with a chart imports, and matplotlib with it."""


@runtime_checkable
class Screen(Protocol):
    """What the room asks of the widget it shows."""

    def leave(self) -> None:
        """Keep what is typed: another screen is about to be shown."""

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Read again what may be different now."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The screen on the window, how to come back to it, and which commands make sense there."""

    screen: Screen
    again: Callable[[], None]
    commands: dict[Command, Callable[[], None]]


class Room:
    """One unlocked desk on the window. It ends with the lock."""

    def __init__(
        self, window: MainWindow, look: Look, desk: Desk, surroundings: Surroundings, settings: Settings
    ) -> None:
        self.window = window
        self.look = look
        self.desk = desk
        self.surroundings = surroundings
        self.settings = settings
        self.runner = surroundings.runner
        self.commands_changed: Callable[[], None] = lambda: None
        self._shown: Shown | None = None
        self._charts_ready = False
        window.know_writers(Authorship(Writers(desk.work), self.runner).ask)
        self._looked_at: set[Entity] = set()
        """What was opened of the person at hand; whoever is opened next, or a list, begins anew."""
        self._at_hand = ""
        self._noting = Noting(self.runner, self._tell_not_noted)

    @property
    def _screen(self) -> Screen | None:
        return self._shown.screen if self._shown else None

    @property
    def commands(self) -> dict[Command, Callable[[], None]]:
        """Return what the screen that is shown adds to the commands that are always possible."""
        return self._shown.commands if self._shown else {}

    @property
    def indicators(self) -> dict[str, str]:
        """Return the indicators' names in the language that is spoken now, in order."""
        named = self.desk.pack.wording(self.look.phrases.language).indicators
        return {each.id: named[each.id].name for each in self.desk.pack.instrument.indicators}

    def show(
        self,
        screen: QWidget,
        again: Callable[[], None],
        place: Command | None = None,
        commands: dict[Command, Callable[[], None]] | None = None,
    ) -> None:
        """Leave the screen that is shown, and show this one; `again` comes back to it after a new look."""
        self.leave()
        if not isinstance(screen, Screen):
            raise TypeError(type(screen))
        self._shown = Shown(screen, again, commands or {})
        self.window.show_screen(screen, place)
        self.commands_changed()

    def while_here(self, then: Callable[[T], None]) -> Callable[[T], None]:
        """Return `then`, which does nothing any more once another screen is shown than now."""
        here = self._screen

        def told(answer: T) -> None:
            if self._screen is here:
                then(answer)

        return told

    def leave(self) -> None:
        """Keep what is typed on the screen that is shown."""
        if self._shown is not None:
            self._shown.screen.leave()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Hand changes to the screen that is shown."""
        if self._shown is not None:
            self._shown.screen.on_changes(changes, initiator)

    def show_again(self, look: Look, settings: Settings) -> None:
        """Show the same place in another look or with other settings."""
        self.look, self.settings = look, settings
        if self._shown is not None:
            self._shown.again()

    def ready_charts(self) -> None:
        """Import what draws charts, and hand it the program's fonts; the first time takes half a second.

        May be called on the worker, before a screen with a chart is wanted.
        """
        if self._charts_ready:
            return
        for name in CHARTS:
            importlib.import_module(name)
        from iroc_desktop.charts import fonts

        fonts.register(self.surroundings.resources / "fonts")
        keep_imports()
        self._charts_ready = True

    def about_nobody(self, heading: str, at_hand: str = "") -> None:
        """Show the name of a place in the top bar; nobody is at hand any more, or only that person."""
        if self._at_hand != at_hand:
            self._at_hand = ""
        self.window.show_about(heading, "")
        self.window.show_saved("")

    def about(self, person: Person) -> None:
        """Show in the top bar whom the screen is about."""
        facts = facts_about(person, self.look.phrases)
        self.window.show_about(person.preferred_name, " · ".join(facts))
        self.opened(person.id)

    def opened(self, person_id: str, entity: Entity | None = None) -> None:
        """Let the log say, once for each opening, that a person's page or one of their records was opened.

        It is written behind whatever the screen itself asked for. A new look is no opening, nor is coming
        back to what was open a moment ago.
        """
        if self._at_hand != person_id:
            self._at_hand = person_id
            self._looked_at.clear()
        what = entity or Entity(EntityKind.PERSON, person_id)
        if what not in self._looked_at:
            self._looked_at.add(what)
            self.note(lambda: self._note_opened(what, person_id))

    def note(self, work: Callable[[], object]) -> None:
        """Write a note of who looked at what; a disk that refuses it keeps nobody from looking."""
        self._noting.note(work)

    def _tell_not_noted(self) -> None:
        self.window.tell(
            self.look.phrases.text(
                "The disk takes nothing new, so nobody can see later who looked. You can go on reading."
            )
        )

    def _note_opened(self, what: Entity, person_id: str) -> None:
        if what.kind is EntityKind.PLAN:
            self.desk.trail.opened_plan(person_id)
        else:
            self.desk.trail.opened(what)

    def about_open(self, person: Person, open_person: Callable[[str], None]) -> None:
        """Show whom the screen is about, with a way to their page."""
        self.about(person)
        self.also(Command.OPEN_PERSON, lambda: open_person(person.id))

    def also(self, command: Command, do: Callable[[], None]) -> None:
        """Make one more command possible on the screen that is shown."""
        if self._shown is not None:
            self._shown.commands[command] = do
            self.commands_changed()

    def only(self, commands: dict[Command, Callable[[], None]]) -> None:
        """Leave only these commands possible on the screen that is shown."""
        if self._shown is not None:
            self._shown = replace(self._shown, commands=commands)
            self.commands_changed()

    def say_saved(self, at: datetime) -> None:
        """Say when the last change was saved."""
        time = clock_time(at, self.look.phrases.language)
        self.window.show_saved(self.look.phrases.text("Saved {time}", time=time))
