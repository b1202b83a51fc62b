"""Runs the campaigns at length and prints what they found; any loss is a failure.

It must not be quoted with smaller sizes than it was run with.
"""

from __future__ import annotations

import errno
import random
import sys
import tempfile
from pathlib import Path

from tests.campaign.flips import MISSED, flip_plain, flip_store
from tests.campaign.kills import kill_many
from tests.campaign.migration_cuts import OLDEST, cut_migrations
from tests.campaign.refusals import refused_everywhere
from tests.campaign.session_cuts import Fault, cut_sessions
from tests.campaign.set_up_cuts import cut_set_ups

CUTS, TURNS, KILLS, FLIPS = 20_000, 2_000, 500, 1_000
SEED = 20261124


def main(scale: float = 1.0) -> int:
    """Run each campaign, then its planted fault; return 0 when nothing was lost and every plant was found."""
    chance = random.Random(SEED)  # noqa: S311  # campaigns have to be repeatable
    with tempfile.TemporaryDirectory() as name:
        good = [
            each(Path(name) / each.__name__, scale, chance)
            for each in (_cuts, _set_ups, _migrations, _kills, _flips, _refusals)
        ]
    return 0 if all(good) else 1


def _cuts(work: Path, scale: float, chance: random.Random) -> bool:
    found = cut_sessions(work / "real", round(CUTS * scale), chance, rounds=40)
    planted = {fault: cut_sessions(work / fault.name, 500, chance, fault=fault) for fault in Fault if fault}
    _say("A power cuts in a session", found, planted)
    return found.clean and all(each.lost for each in planted.values())


def _set_ups(work: Path, scale: float, chance: random.Random) -> bool:
    found = cut_set_ups(work / "real", round(TURNS * scale), chance)
    planted = cut_set_ups(work / "planted", 200, chance, planted=True)
    _say("A power cuts in a set-up", found, planted)
    return found.clean and not planted.clean


def _migrations(work: Path, scale: float, chance: random.Random) -> bool:
    found = cut_migrations(work / "real", OLDEST, round(TURNS * scale), chance)
    planted = cut_migrations(work / "planted", OLDEST, 200, chance, fault=Fault.ROLLBACK_JOURNAL)
    _say("A power cuts in a migration", found, planted)
    return found.clean and bool(planted.lost)


def _kills(work: Path, scale: float, chance: random.Random) -> bool:
    found = kill_many(work / "real", round(KILLS * scale), chance)
    planted = kill_many(work / "planted", 3, chance, planted=True)
    _say("B kills", found, planted)
    return not found.lost and bool(planted.lost)


def _flips(work: Path, scale: float, chance: random.Random) -> bool:
    found = flip_store(work / "real", round(FLIPS * scale), chance)
    planted = flip_plain(work / "planted", 200, chance)
    _say("G flips", dict(found), dict(planted))
    return not found[MISSED] and bool(planted[MISSED])


def _refusals(work: Path, scale: float, _: random.Random) -> bool:
    found = [
        each
        for error in (errno.ENOSPC, errno.EROFS, errno.EIO)
        for each in refused_everywhere(work / str(error), error, max(1, round(1 / scale)))
    ]
    planted = refused_everywhere(work / "planted", errno.ENOSPC, planted=True)
    lost = [sum(not each.kept for each in refusals) for refusals in (found, planted)]
    _say(f"H {len(found)} refusals, not kept", lost[0], f"{lost[1]} of {len(planted)}")
    return not lost[0] and bool(lost[1])


def _say(name: str, found: object, planted: object) -> None:
    sys.stdout.write(f"{name}: {found}; planted: {planted}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0))
