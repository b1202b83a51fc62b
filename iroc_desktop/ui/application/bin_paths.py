"""The ways to the bin and to keeping times, and from there to what was taken out.

It must not know how a screen draws.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from iroc_desktop.domain.bin import BinKind, Thing
from iroc_desktop.services.changes import Done
from iroc_desktop.ui.application.erasure_paths import ErasurePaths
from iroc_desktop.ui.application.putting_away import put_away
from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.main_window.commands import Command


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand that are not in the bin; all but the record go by the person."""

    open_person: Callable[[str], None]
    open_record: Callable[[str, str], None]
    """The person, and the conversation."""
    open_plan: Callable[[str], None]
    open_toolkit: Callable[[str], None]


class BinPaths:
    """Exits of the bin's screen and of that of keeping times."""

    def __init__(self, room: Room, places: Places, erasures: ErasurePaths, back: Callable[[], None]) -> None:
        """Lead on to `erasures` for whole records; `back` shows the settings."""
        self._room = room
        self._places = places
        self._erasures = erasures
        self._back = back

    def open_bin(self) -> None:
        """Show what lies in the bin."""
        from iroc_desktop.ui.screens.bin.presenter import BinPresenter
        from iroc_desktop.ui.screens.bin.view import BinView

        room, desk = self._room, self._room.desk
        presenter = BinPresenter(desk.bin, desk.retention, desk.roles, room.runner, self, self._destroy)
        presenter.open()
        named = desk.pack.wording(room.look.phrases.language).indicators
        indicators = {each: words.name for each, words in named.items()}
        room.about_nobody(room.look.phrases.about("place", "Bin"))
        room.show(BinView(presenter, room.look, indicators), self.open_bin, Command.SETTINGS)

    def open_keeping(self) -> None:
        """Show the rules, and whose record has reached the end of its time."""
        from iroc_desktop.ui.screens.keeping.presenter import KeepingPresenter
        from iroc_desktop.ui.screens.keeping.view import KeepingView

        room, desk = self._room, self._room.desk
        presenter = KeepingPresenter(
            desk.retention, desk.clock, room.runner, self, self._erasures.ask_to_be_forgotten
        )
        presenter.open()
        room.about_nobody(room.look.phrases.about("place", "Keeping times"))
        room.show(KeepingView(presenter, room.look), self.open_keeping, Command.SETTINGS)

    def destroyed(self) -> None:
        """See to the file, then to one backup after the other: what is written comes in between."""
        self._room.runner.submit(self._room.desk.erasing.sweep, lambda _: self._erasures.finish())

    def _destroy(self, thing: Thing, name: str, typed: str) -> Done[int]:
        reason = self._room.look.phrases.text("It had lain in the bin for its time.")
        return self._room.desk.purging.purge(thing, name, typed, reason)

    def put_away(self, thing: Thing) -> None:
        """Put a thing into the bin."""
        put_away(self._room, thing)

    def show_thing(self, thing: Thing) -> None:
        """Show a thing in its place."""
        if thing.kind in (BinKind.CONVERSATION, BinKind.PRIVATE_NOTE):
            self._places.open_record(thing.person_id, thing.id)
        elif thing.kind is BinKind.PLAN:
            self._places.open_plan(thing.person_id)
        elif thing.kind is BinKind.WORKSHEET:
            self._places.open_toolkit(thing.person_id)
        else:
            self._places.open_person(thing.person_id)

    def open_person(self, person_id: str) -> None:
        """Show one person's page."""
        self._places.open_person(person_id)

    def back(self) -> None:
        """Show the settings."""
        self._back()
