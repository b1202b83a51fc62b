"""Campaign B: a program is killed at any moment, and everything it acknowledged must be there.

It must not count what was never acknowledged as lost.
"""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from iroc_desktop.domain.conversation import NoteKind
from tests.campaign.desks import make_store, reopened

WRITER = """
import sys
from pathlib import Path
from iroc_desktop.domain.conversation import NoteKind
from tests.campaign.desks import reopened
desk = reopened(Path(sys.argv[1]))
number, early = int(sys.argv[3]), sys.argv[4] == "early"
while True:
    number += 1
    if early:
        print(number, flush=True)
        sys.stdin.readline()
    desk.conversations.note(sys.argv[2], "a", NoteKind.WORDS, str(number))
    print(number, flush=True)
"""
"""Writes counted notes and acknowledges each; the planted fault acknowledges before it writes."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many programs were killed, and how many acknowledged writes were gone afterwards."""

    killed: int
    acknowledged: int
    lost: int


def kill_many(folder: Path, times: int, chance: random.Random, *, planted: bool = False) -> Outcome:
    """Kill a writing program again and again, each after a random number of acknowledgements."""
    conversation_id = make_store(folder)
    kept = acknowledged = lost = 0
    for _ in range(times):
        told = _killed(
            folder, conversation_id, kept, 1 if planted else chance.randint(1, 40), planted=planted
        )
        acknowledged += told - kept
        kept = _kept(folder, conversation_id)
        lost += max(told - kept, 0)
    return Outcome(times, acknowledged, lost)


def _killed(folder: Path, conversation_id: str, kept: int, after: int, *, planted: bool) -> int:
    order = "early" if planted else "late"
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), conversation_id, str(kept), order],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as writer:
        if writer.stdout is None:
            raise RuntimeError
        told = [int(writer.stdout.readline()) for _ in range(after)]
        writer.kill()
        # what it acknowledged before the kill arrived counts too
        told += [int(line) for line in writer.stdout.read().splitlines() if line.strip().isdigit()]
    return told[-1]


def _kept(folder: Path, conversation_id: str) -> int:
    desk = reopened(folder)
    try:
        words = desk.conversations.resume(conversation_id).draft.conversation.answer("a")
        return int(words.note(NoteKind.WORDS) or 0)
    finally:
        desk.close()
