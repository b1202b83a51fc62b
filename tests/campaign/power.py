"""Campaign A: the power fails at any moment, and every acknowledged change must be there afterwards.

It must not assume a kind disk; what one may lose is told in `disk`.

A program writes one byte into a file when it was told that a change is safe. The witness records that byte in
order with every change to the disk, so each crash state comes with the number of changes it has to hold.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from tests.campaign.disk import Disk, Files, content_of, put
from tests.campaign.witness import Event, watched

ACKNOWLEDGED: Final = "acknowledged"
"""The file in which a program says what it was told is safe; beside the store, not in it."""

IN_MEMORY: Final = Path("/dev/shm")  # noqa: S108  # crash states are thrown away: syncing them would only wait
"""Where a folder costs no disk."""


AT_THE_END: Final = 0.1
"""The share of cuts that come when the program is done: that is when everything has to be there."""


class Verdict(StrEnum):
    """What became of a store in which a power cut was played."""

    KEPT = "kept"
    LOST = "lost"
    """An acknowledged change was gone."""
    REFUSED = "refused"
    """It would not open, or its checks failed."""
    STRANGE = "strange"
    """It said something that it never said before the cut."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many crash states were played, how many of them differ, and what was wrong in how many."""

    states: int
    lost: int
    refused: int
    strange: int
    different: int = field(default=0, compare=False)
    """Two cuts may leave the very same bytes after the same acknowledgements: those are opened once."""

    @property
    def clean(self) -> bool:
        """Return whether nothing was lost, everything opened, and nothing was invented."""
        return self.states > 0 and not (self.lost or self.refused or self.strange)


@dataclass(frozen=True, slots=True)
class Recording:
    """A program's changes to a folder, from what was there before."""

    disk: Disk
    events: Sequence[Event]
    printed: str
    """What the program said about the states it went through."""


class WitnessBlindError(AssertionError):
    """The record does not lead to the files that are there: a change escaped the witness."""


def recorded(folder: Path, work: Path, program: str, *arguments: str) -> Recording:
    """Run a program that changes `folder`, under the witness, and see that the record is complete.

    Raises:
        WitnessBlindError: if playing the record back does not give the files that are there.
    """
    before, check = Disk(folder), Disk(folder)
    (folder / ACKNOWLEDGED).write_bytes(b"")
    events, printed = watched(folder, work, program, str(folder), *arguments)
    for event in _on_disk(events):
        check.take(event)
    (folder / ACKNOWLEDGED).unlink()
    if check.whole() != content_of(folder):
        raise WitnessBlindError
    return Recording(before, events, printed)


def search(
    record: Recording,
    states: int,
    chance: random.Random,
    judge: Callable[[Path, int], Verdict],
) -> Outcome:
    """Play `states` of the ways in which a power cut could end the recorded program; open what they leave.

    `judge` is given a folder as the cut left it, and how many changes had been acknowledged until then.
    """
    found = dict.fromkeys(Verdict, 0)
    seen: dict[tuple[int, int], Verdict] = {}
    with scratch() as folder:
        for files, acknowledged in _crashes(record, states, chance):
            state = (hash(frozenset(files.items())), acknowledged)
            if state not in seen:
                shutil.rmtree(folder, ignore_errors=True)
                put(files, folder)
                seen[state] = judge(folder, acknowledged)
            found[seen[state]] += 1
    bad = (found[Verdict.LOST], found[Verdict.REFUSED], found[Verdict.STRANGE])
    return Outcome(sum(found.values()), *bad, different=len(seen))


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder that is thrown away afterwards, in memory where the system has such a place."""
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as name:
        yield Path(name) / "crashed"


def _on_disk(events: Sequence[Event]) -> Iterator[Event]:
    return (event for event in events if event.name != ACKNOWLEDGED)


def _crashes(record: Recording, states: int, chance: random.Random) -> Iterator[tuple[Files, int]]:
    """Yield files after a power cut, with how many changes had been acknowledged until then."""
    last = len(record.events)
    moments = sorted(last if chance.random() < AT_THE_END else chance.randint(1, last) for _ in range(states))
    taken = acknowledged = 0
    for moment in moments:
        for event in record.events[taken:moment]:
            if event.name != ACKNOWLEDGED:
                record.disk.take(event)
            elif event.kind == "W":
                acknowledged += len(event.content)
        taken = moment
        yield record.disk.crashed(chance), acknowledged
