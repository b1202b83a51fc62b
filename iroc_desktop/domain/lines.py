"""Short lines a person keeps under headings, in an order of their own: values, staying-well plan.

It must not lose a line: one that was taken away stays, marked, so that it can come back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeVar

GAP: Final = 1 << 16
"""Room between two neighbours, so that one can be put between them without touching the others."""


class Ordered(Protocol):
    """Something with a place among others."""

    @property
    def id(self) -> str:
        """Return its id, which decides between equal places."""

    @property
    def position(self) -> int:
        """Return its place; a higher one stands later."""


T = TypeVar("T", bound=Ordered)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list that belongs to a person."""

    id: str
    section: str = ""
    """The heading it stands under; empty where there is only one list."""
    words: str = field(default="", repr=False)
    position: int = 0
    removed: bool = False


def in_order(things: Iterable[T]) -> tuple[T, ...]:
    """Return things by their place, the same on every machine."""
    return tuple(sorted(things, key=lambda each: (each.position, each.id)))


def place_after_all(things: Iterable[Ordered]) -> int:
    """Return the place behind the last."""
    return max((each.position for each in things), default=0) + GAP


def placed(things: Iterable[T], moved: T, index: int) -> dict[str, int]:
    """Return the new places that put `moved` at `index` among the others: one, or all where room ran out.

    An index outside is the nearest end.
    """
    others = [each for each in in_order(things) if each.id != moved.id]
    index = min(max(0, index), len(others))
    before = others[index - 1].position if index else None
    after = others[index].position if index < len(others) else None
    between = _between(before, after)
    if between is not None:
        return {moved.id: between}
    order = [each.id for each in others]
    order.insert(index, moved.id)
    return {each: (place + 1) * GAP for place, each in enumerate(order)}


def _between(before: int | None, after: int | None) -> int | None:
    if before is None:
        return GAP if after is None else after - GAP
    if after is None:
        return before + GAP
    return (before + after) // 2 if after - before > 1 else None
