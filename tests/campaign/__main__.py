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
from tests.campaign.power import Fault, cut_power

CUTS, KILLS, FLIPS = 20_000, 500, 1_000
SEED = 20261124


def main(scale: float = 1.0) -> int:
    """Run each campaign, then its planted fault; return 0 when nothing was lost and every plant was found."""
    chance = random.Random(SEED)  # noqa: S311  # campaigns have to be repeatable
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cuts = cut_power(folder / "cuts", round(CUTS * scale), chance, changes=600)
        planted_cuts = [cut_power(folder / fault.name, 500, chance, fault=fault) for fault in Fault if fault]
        kills = kill_many(folder / "kills", round(KILLS * scale), chance)
        planted_kills = kill_many(folder / "planted", 3, chance, planted=True)
        flips = flip_store(folder / "flips", round(FLIPS * scale), chance)
        planted_flips = flip_plain(folder / "plain", 200, chance)
    print(f"A power cuts: {cuts}; planted: {planted_cuts}")  # noqa: T201  # the answer
    print(f"B kills: {kills}; planted: {planted_kills}")  # noqa: T201  # the answer
    print(f"G flips: {dict(flips)}; planted: {dict(planted_flips)}")  # noqa: T201  # the answer
    clean = cuts.clean and not kills.lost and not flips[MISSED]
    found = all(each.lost for each in planted_cuts) and planted_kills.lost and planted_flips[MISSED]
    return 0 if clean and found else 1


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0))
