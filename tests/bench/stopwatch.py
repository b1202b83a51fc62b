"""Times work in milliseconds, often enough that one hiccup of the machine does not count.

It must not average: a median says what somebody at the screen meets.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what the work returned, and how many milliseconds it took."""
    began = time.perf_counter()
    result = work()
    return result, (time.perf_counter() - began) * 1000


def repeated(work: Callable[[], object], times: int) -> list[float]:
    """Return the milliseconds of each repetition."""
    return [timed(work)[1] for _ in range(times)]
