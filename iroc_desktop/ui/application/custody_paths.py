"""Ways through safe keeping: who may open the record, the bin, erasure, and what was done.

It must not know how any of its screens works.
"""

from __future__ import annotations

from collections.abc import Callable

from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.widgets.ways_card import Way


class CustodyPaths:
    """The screens of safe keeping, which Settings leads to."""

    def __init__(self, room: Room, open_person: Callable[[str], None], back: Callable[[], None]) -> None:
        """`back` shows the settings again."""
        self._room = room
        self._open_person = open_person
        self._back = back

    def ways(self) -> tuple[Way, ...]:
        """Return the ways that Settings shows, in order."""
        return ()
