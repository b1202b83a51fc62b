"""Something a person said, on its way to the store: unlike other work, it must not be lost when it fails.

It must not show in a log or a report what was said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


def _on_no_screen() -> bool:
    return False


@dataclass(slots=True, eq=False)
class Said(Generic[T]):
    """Work that keeps words; called like any other work, and as often as it takes."""

    work: Callable[[], T] = field(repr=False)
    held: Callable[[], bool] = field(default=_on_no_screen, repr=False)
    """Whether a screen still shows that this failed, and would try again."""
    taken_over: bool = False
    """Whether the same is on its way once more: then this one is over."""

    def __call__(self) -> T:
        """Keep the words.

        Raises:
            ExpectedError: they are not kept.
        """
        return self.work()
