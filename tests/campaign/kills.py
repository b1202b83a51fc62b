"""Campaign B: a program is killed at any moment, and everything it acknowledged must be there.

It must not count what was never acknowledged as lost.
"""

from __future__ import annotations

import itertools
import os
import random
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NoReturn

from iroc_desktop.domain.conversation import NoteKind
from tests.campaign.desks import make_store, reopened

WRITER = """
import os, sys
from tests.campaign.kills import write
for order in iter(sys.stdin.readline, ""):
    child = os.fork() if hasattr(os, "fork") else 0
    if child == 0:
        write(*order.rstrip("\\n").split("\\t"))
    os.waitpid(child, 0)
    print("gone", flush=True)
"""
"""Imports the program once, and writes in a process of its own for each order, until that is killed.

Without fork it writes itself, once.
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many programs were killed, and how many acknowledged writes were gone afterwards."""

    killed: int
    acknowledged: int
    lost: int


def kill_many(folder: Path, times: int, chance: random.Random, *, planted: bool = False) -> Outcome:
    """Kill a writing program again and again, each after a random number of acknowledgements.

    The planted fault acknowledges before it writes.
    """
    conversation_id = make_store(folder)
    kept = acknowledged = lost = 0
    writer = _writer()
    for _ in range(times):
        if writer.returncode is not None:
            writer = _writer()
        order = (str(folder), conversation_id, str(kept), "early" if planted else "late")
        told = _killed(writer, "\t".join(order), 1 if planted else chance.randint(1, 40))
        acknowledged += told - kept
        kept = _kept(folder, conversation_id)
        lost += max(told - kept, 0)
    writer.communicate()
    return Outcome(times, acknowledged, lost)


def write(folder: str, conversation_id: str, kept: str, order: str) -> NoReturn:
    """Write counted notes and acknowledge each, until this process is killed."""
    _say(os.getpid())
    desk = reopened(Path(folder))
    for number in itertools.count(int(kept) + 1):
        if order == "early":
            _say(number)
            sys.stdin.readline()
        desk.conversations.note(conversation_id, "a", NoteKind.WORDS, str(number))
        _say(number)
    raise AssertionError


def _writer() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def _killed(writer: subprocess.Popen[str], order: str, after: int) -> int:
    given, told = _pipes(writer)
    given.write(f"{order}\n")
    given.flush()
    process = int(told.readline())
    numbers = [int(told.readline()) for _ in range(after)]
    os.kill(process, getattr(signal, "SIGKILL", signal.SIGTERM))
    # what it acknowledged before the kill arrived counts too
    lines = iter(told.readline, "")
    numbers += [
        int(line) for line in itertools.takewhile(lambda each: each != "gone\n", lines) if line.strip()
    ]
    if not hasattr(os, "fork"):
        writer.communicate()
    return numbers[-1]


def _pipes(writer: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    if writer.stdin is None or writer.stdout is None:
        raise RuntimeError
    return writer.stdin, writer.stdout


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _kept(folder: Path, conversation_id: str) -> int:
    desk = reopened(folder)
    try:
        words = desk.conversations.resume(conversation_id).draft.conversation.answer("a")
        return int(words.note(NoteKind.WORDS) or 0)
    finally:
        desk.close()
