"""How a presenter hands its state to the views that are looking at it.

It must not know what the state is, nor keep a view alive that has left.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

S = TypeVar("S")


class Showing(Generic[S]):
    """The newest state, and the views that want to know when there is another."""

    def __init__(self, state: S) -> None:
        self._state = state
        self._views: list[Callable[[S], None]] = []
        self._shown = False

    @property
    def state(self) -> S:
        """Return the newest state."""
        return self._state

    @property
    def abandoned(self) -> bool:
        """Return whether every view that looked has left: what happens now is seen by nobody."""
        return self._shown and not self._views

    def attach(self, show: Callable[[S], None]) -> None:
        """Show the newest state now, and every later one."""
        self._shown = True
        self._views.append(show)
        show(self._state)

    def detach(self, show: Callable[[S], None]) -> None:
        """Stop showing; nothing happens if it never began."""
        if show in self._views:
            self._views.remove(show)

    def _show(self, state: S) -> None:
        self._state = state
        for show in tuple(self._views):
            show(state)
