"""Putting things into the bin from any screen, with Undo at the foot of the window.

It must not ask first: what was put away by mistake comes back with one key.
"""

from __future__ import annotations

from collections.abc import Callable

from iroc_desktop.domain.bin import Thing
from iroc_desktop.services.changes import Done
from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.messages.bin import put_away_words, taken_out_words


def put_away(room: Room, thing: Thing, then: Callable[[], None] | None = None) -> None:
    """Put a thing into the bin; `then` goes on, unless another screen is shown by then."""
    here = room.while_here(lambda _: then() if then is not None else None)

    def away(done: Done[Thing]) -> None:
        here(None)
        words = put_away_words(thing.kind, room.look.phrases)
        room.window.tell(words, lambda: _take_out(room, done.value))

    room.runner.submit(lambda: room.desk.bin.put_away(thing), away)


def _take_out(room: Room, thing: Thing) -> None:
    words = taken_out_words(thing.kind, room.look.phrases)
    room.runner.submit(lambda: room.desk.bin.take_out(thing), lambda _: room.window.tell(words))
