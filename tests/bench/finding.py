"""A person found by typing: each keystroke asks the store anew.

It must not choose easy names: every beginning that somebody types on the way to a name is timed.
"""

from __future__ import annotations

import gc
import random
from statistics import median
from typing import Final

from iroc_desktop.services.people import People
from tests.bench.stopwatch import timed
from tests.bench.table import Row

_NAMES: Final = 40
_MOST_MS: Final = 30.0


def finding(people: People, count: int) -> Row:
    """Return the row of finding among `count` people; the slowest keystroke decides."""
    # as the program does when it is unlocked
    gc.freeze()
    took = [timed(lambda typed=typed: people.find(typed))[1] for typed in _typed(people)]  # type: ignore[misc]  # mypy cannot infer a defaulted lambda
    gc.unfreeze()
    return Row(
        f"person found by typing, {count:,} people",
        f"≤ {_MOST_MS:.0f} ms a keystroke",
        f"median {median(took):.1f} ms, slowest of {len(took)} keystrokes {max(took):.1f} ms",
        max(took) <= _MOST_MS,
    )


def _typed(people: People) -> list[str]:
    """Return what stands in the field after each key, for names from all over the alphabet."""
    letters = "abcdefghijlmnoprstu"
    found = [line.person.preferred_name for letter in letters for line in people.find(letter)]
    names = random.Random(20).sample(found, _NAMES)  # noqa: S311 - a choice that is the same in each run
    return ["", *(name[:length] for name in names for length in range(1, len(name) + 1))]
