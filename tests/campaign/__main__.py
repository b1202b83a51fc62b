"""Runs the campaigns at length and prints what they found; any loss is a failure.

It must not be quoted with smaller sizes than it was run with.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from tests.campaign.flips import MISSED, flip_plain, flip_store
from tests.campaign.kills import kill_many

KILLS, FLIPS = 500, 1_000
SEED = 20261124


def main(scale: float = 1.0) -> int:
    """Run each campaign, then its planted fault; return 0 when nothing was lost and every plant was found."""
    chance = random.Random(SEED)  # noqa: S311  # campaigns have to be repeatable
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        kills = kill_many(folder / "kills", round(KILLS * scale), chance)
        planted_kills = kill_many(folder / "planted", 3, chance, planted=True)
        flips = flip_store(folder / "flips", round(FLIPS * scale), chance)
        planted_flips = flip_plain(folder / "plain", 200, chance)
    print(f"B kills: {kills}; planted: {planted_kills}")  # noqa: T201  # the answer
    print(f"G flips: {dict(flips)}; planted: {dict(planted_flips)}")  # noqa: T201  # the answer
    clean = not kills.lost and not flips[MISSED]
    return 0 if clean and planted_kills.lost and planted_flips[MISSED] else 1


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0))
