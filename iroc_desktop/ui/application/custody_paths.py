"""Safe keeping: every way that Settings leads to, in one place and in their order.

It must not know any screen: each of its parts knows its own.
"""

from __future__ import annotations

from collections.abc import Callable

from iroc_desktop.ui.application.bin_paths import BinPaths, Places
from iroc_desktop.ui.application.erasure_paths import ErasurePaths
from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.application.team_paths import TeamPaths
from iroc_desktop.ui.widgets.ways_card import Way


class CustodyPaths:
    """Colleagues, the bin, keeping times and erasures, under one roof."""

    def __init__(self, room: Room, places: Places, back: Callable[[], None]) -> None:
        """`back` shows the settings."""
        self._room = room
        self.team = TeamPaths(room, back)
        self.erasures = ErasurePaths(room, places.open_person, back)
        self.bin = BinPaths(room, places, self.erasures, back)

    def ways(self) -> tuple[Way, ...]:
        """Return the ways that Settings shows: who, then what may go, then what happened."""
        text, team, bin_of = self._room.look.phrases.text, self.team, self.bin
        # practice people and a single command have no colleagues
        colleagues = self._room.desk.practitioners is not None
        passphrases = text("Passphrases, roles and the recovery sheet.")
        away = text("What was put away, and the way back for each thing.")
        times = text("Your service’s own rules, and records whose time has passed.")
        forgotten = text("People who asked to be forgotten, in two steps. For team leads.")
        done = text("Who opened, changed, printed or saved what. For team leads.")
        return (
            *((Way(text("Who works here"), passphrases, team.who_works_here),) if colleagues else ()),
            Way(text("Bin"), away, bin_of.open_bin),
            Way(text("How long records are kept"), times, bin_of.open_keeping),
            Way(text("Being forgotten"), forgotten, self.erasures.open_erasures),
            Way(text("What was done"), done, team.what_was_done),
        )
