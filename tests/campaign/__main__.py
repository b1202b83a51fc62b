"""Runs the campaigns at length, on two processes, and prints what they found; any harm is a failure.

It must not be quoted with larger sizes than it was run with.

python -m tests.campaign [--scale 0.02] [--shards 2] [--tally FILE] [name …]
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Final

from tests.campaign.runs import CAMPAIGNS, Campaign, run_batch
from tests.campaign.tally import Tally

SHARDS: Final = min(os.cpu_count() or 1, 2)
TELL_EVERY: Final = 60.0
"""Seconds between two lines about a campaign that is still going on."""


def main() -> int:
    """Run the campaigns that were named, or all; return 0 if only the planted faults did harm."""
    given = _arguments()
    names = given.names or list(CAMPAIGNS)
    good = True
    with tempfile.TemporaryDirectory() as passing:
        tally = Tally(given.tally or Path(passing) / "tally.jsonl")
        for name in names:
            campaign = CAMPAIGNS[name]
            _run(name, campaign, tally, given.scale, given.shards)
            good &= _verdict(name, campaign, tally)
    return 0 if good else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.campaign")
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(CAMPAIGNS))
    parser.add_argument("--scale", type=float, default=1.0, help="part of what a release tries")
    parser.add_argument("--shards", type=int, default=SHARDS, help="processes at a time")
    parser.add_argument("--tally", type=Path, help="a file to go on from when the run was stopped")
    given = parser.parse_args()
    if unknown := set(given.names) - set(CAMPAIGNS):
        parser.error(f"no campaign is called {', '.join(sorted(unknown))}")
    return given


def _run(name: str, campaign: Campaign, tally: Tally, scale: float, shards: int) -> None:
    """Run the batches that have not come back yet."""
    waiting = dict(_batches(name, campaign, scale, tally))
    begun = told = time.monotonic()
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(shards, mp_context=fresh) as pool:
        running: dict[Future[Mapping[str, int]], int] = {
            pool.submit(run_batch, name, size, number): number for number, size in waiting.items()
        }
        for done in as_completed(running):
            tally.add(name, running[done], done.result())
            if time.monotonic() - told > TELL_EVERY:
                told = time.monotonic()
                _say(f"  … {campaign.title}: {_spelled(tally.found(name))}")
    earlier = tally.batches(name) - len(waiting)
    before = f", {earlier} batches of them in an earlier run" if earlier else ""
    _say(f"{campaign.title}: {_spelled(tally.found(name))} ({time.monotonic() - begun:.0f} s{before})")


def _batches(name: str, campaign: Campaign, scale: float, tally: Tally) -> Iterator[tuple[int, int]]:
    left, number = max(1, round(campaign.release * scale)), 0
    while left > 0:
        if not tally.has(name, number):
            yield number, min(left, campaign.at_once)
        left -= campaign.at_once
        number += 1


def _verdict(name: str, campaign: Campaign, tally: Tally) -> bool:
    found = tally.found(name)
    good = sum(found.values()) > 0 and not _harm(campaign, found)
    with tempfile.TemporaryDirectory() as work:
        for number, plant in enumerate(campaign.planted):
            planted = plant(Path(work) / str(number))
            good &= _harm(campaign, planted) > 0
            _say(f"  planted: {_spelled(planted)}")
    if not good:
        _say(f"  FAILED: {campaign.title}")
    return good


def _harm(campaign: Campaign, found: Mapping[str, int]) -> int:
    return sum(count for what, count in found.items() if what in campaign.harms)


def _spelled(found: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {what}" for what, count in sorted(found.items()))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
