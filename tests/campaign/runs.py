"""The campaigns by name: what one batch of each does, how much a release asks for, and what was planted.

It must not count anything that a batch did not come back with.
"""

from __future__ import annotations

import errno
import random
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tests.campaign import flips, generations, journey, migration_kills
from tests.campaign.copy_cuts import cut_copies
from tests.campaign.kills import kill_many
from tests.campaign.migration_cuts import OLDEST, cut_migrations
from tests.campaign.power import Outcome
from tests.campaign.refusals import STEPS, refused_everywhere
from tests.campaign.session_cuts import Fault, cut_sessions
from tests.campaign.set_up_cuts import cut_set_ups
from tests.campaign.shut_out_cuts import cut_shut_outs
from tests.campaign.window_kills import kill_windows

Found = Mapping[str, int]
Batch = Callable[[Path, int, int], Found]
"""Given a folder of its own, how much to try, and a number for chance; returns what was found how often."""

SEED: Final = 20261124
CUT_HARMS: Final = frozenset({"lost", "refused", "strange"})


@dataclass(frozen=True, slots=True)
class Campaign:
    """One search, and the faults that were planted to see that it finds them."""

    title: str
    batch: Batch
    release: int
    """How much a release tries."""
    at_once: int
    """How much one batch tries."""
    harms: frozenset[str]
    """What must not be found."""
    planted: tuple[Callable[[Path], Found], ...]
    """Each must come back with harm."""


def _cut(found: Outcome) -> Found:
    counts = {"states": found.states, "different": found.different}
    return counts | {"lost": found.lost, "refused": found.refused, "strange": found.strange}


def _sessions(work: Path, size: int, seed: int) -> Found:
    return _cut(cut_sessions(work, size, random.Random(seed), rounds=4))  # noqa: S311  # repeatable


def _copies(work: Path, size: int, seed: int) -> Found:
    return _cut(cut_copies(work, size, random.Random(seed)))  # noqa: S311  # repeatable


def _set_ups(work: Path, size: int, seed: int) -> Found:
    return _cut(cut_set_ups(work, size, random.Random(seed)))  # noqa: S311  # repeatable


def _shut_outs(work: Path, size: int, seed: int) -> Found:
    return _cut(cut_shut_outs(work, size, random.Random(seed)))  # noqa: S311  # repeatable


def _migrations(work: Path, size: int, seed: int) -> Found:
    golden = ([*migration_kills.older_stores(), OLDEST])[seed % (len(migration_kills.older_stores()) + 1)]
    return _cut(cut_migrations(work, golden, size, random.Random(seed)))  # noqa: S311  # repeatable


def _kills(work: Path, size: int, seed: int) -> Found:
    found = kill_many(work / "store", size, random.Random(seed))  # noqa: S311  # repeatable
    return {"killed": found.killed, "acknowledged": found.acknowledged, "lost": found.lost}


def _planted_kills(work: Path) -> Found:
    found = kill_many(work / "store", 3, random.Random(1), planted=True)  # noqa: S311  # repeatable
    return {"killed": found.killed, "lost": found.lost}


def _window_kills(work: Path, size: int, seed: int) -> Found:
    found = kill_windows(work, size, random.Random(seed))  # noqa: S311  # repeatable
    return {"killed": found.killed, "acknowledged": found.acknowledged, "lost": found.lost}


def _planted_window_kills(work: Path) -> Found:
    found = kill_windows(work, 4, random.Random(1), planted=True)  # noqa: S311  # repeatable
    return {"killed": found.killed, "lost": found.lost}


def _flips(work: Path, size: int, seed: int) -> Found:
    return flips.flip_everything(work, size, random.Random(seed))  # noqa: S311  # repeatable


def _planted_flips(work: Path) -> Found:
    return flips.flip_plain(work, 200, random.Random(1))  # noqa: S311  # repeatable


REFUSING: Final = tuple(
    (error, step, once)
    for step in sorted(STEPS)
    for error in (errno.ENOSPC, errno.EIO, errno.EROFS)
    for once in (False, True)
)
"""Each step, refused each way: from a point on, or one single change."""


def _refusals(work: Path, size: int, seed: int) -> Found:
    """Try every point of so many steps, beginning with the one of this number."""
    counts = {"refused": 0, "told": 0, "not kept": 0}
    for place in range(seed, seed + size):
        error, step, once = REFUSING[place % len(REFUSING)]
        refusals = refused_everywhere(work / f"{place}", error, only=step, once=once)
        counts["refused"] += len(refusals)
        counts["told"] += sum(bool(each.told) for each in refusals)
        counts["not kept"] += sum(not each.kept for each in refusals)
    return counts


def _planted_refusals(work: Path) -> Found:
    refusals = refused_everywhere(work, errno.ENOSPC, planted=True, only="note")
    return {"refused": len(refusals), "not kept": sum(not each.kept for each in refusals)}


def _migration_kills(work: Path, size: int, seed: int) -> Found:
    stores = migration_kills.older_stores()
    return migration_kills.kill_migration(work, stores[seed % len(stores)], size)


def _planted_migration_kills(work: Path) -> Found:
    return migration_kills.kill_migration(work, OLDEST, 30, planted=True)


def _generations(_: Path, __: int, ___: int) -> Found:
    return generations.restore_generations()


def _journey(work: Path, _: int, __: int) -> Found:
    return _looked_through(journey.go(work))


def _planted_journey(plant: str) -> Callable[[Path], Found]:
    return lambda work: _looked_through(journey.go(work, plant))


def _looked_through(found: journey.Journey) -> Found:
    networked = found.ended == journey.NETWORKED
    broken = not networked and found.ended != journey.ENDED
    counts = {"files looked through": found.files, "leaks": len(found.leaks)}
    return counts | {"asked for the network": int(networked), "broken off": int(broken)}


def _planted_cuts(fault: Fault) -> Callable[[Path], Found]:
    return lambda work: _cut(cut_sessions(work, 500, random.Random(1), fault=fault))  # noqa: S311  # repeatable


CAMPAIGNS: Final = MappingProxyType(
    {
        "sessions": Campaign(
            "A power cuts in a session",
            _sessions,
            300_000,
            2_500,
            CUT_HARMS,
            (_planted_cuts(Fault.ROLLBACK_JOURNAL), _planted_cuts(Fault.UNSYNCED)),
        ),
        "copies": Campaign(
            "A power cuts in backups and in bringing one back",
            _copies,
            50_000,
            2_000,
            CUT_HARMS,
            (lambda work: _cut(cut_copies(work, 300, random.Random(1), planted=True)),),  # noqa: S311  # repeatable
        ),
        "set-ups": Campaign(
            "A power cuts in a set-up",
            _set_ups,
            20_000,
            1_000,
            CUT_HARMS,
            (lambda work: _cut(cut_set_ups(work, 200, random.Random(1), planted=True)),),  # noqa: S311  # repeatable
        ),
        "shut-outs": Campaign(
            "A power cuts while somebody's access is ended",
            _shut_outs,
            10_000,
            500,
            CUT_HARMS,
            (lambda work: _cut(cut_shut_outs(work, 100, random.Random(1), planted=True)),),  # noqa: S311  # repeatable
        ),
        "migrations": Campaign(
            "A power cuts in a migration",
            _migrations,
            10_000,
            1_000,
            CUT_HARMS,
            (
                lambda work: _cut(
                    cut_migrations(work, OLDEST, 200, random.Random(1), fault=Fault.UNSYNCED)  # noqa: S311  # repeatable
                ),
            ),
        ),
        "kills": Campaign("B kills of the store", _kills, 1_000, 100, frozenset({"lost"}), (_planted_kills,)),
        "windows": Campaign(
            "B kills of the whole program",
            _window_kills,
            1_000,
            50,
            frozenset({"lost"}),
            (_planted_window_kills,),
        ),
        "flips": Campaign("G flips", _flips, 10_000, 500, flips.HARMS, (_planted_flips,)),
        "refusals": Campaign(
            "H refusals at every point",
            _refusals,
            len(REFUSING),
            1,
            frozenset({"not kept"}),
            (_planted_refusals,),
        ),
        "migration-kills": Campaign(
            "J migrations killed",
            _migration_kills,
            100 * len(migration_kills.older_stores()),
            100,
            migration_kills.HARMS,
            (_planted_migration_kills,),
        ),
        "generations": Campaign(
            "P every generation brought back",
            _generations,
            1,
            1,
            generations.HARMS,
            (lambda _: generations.restore_generations(planted=True),),
        ),
        "journey": Campaign(
            "L leaks and M network calls in the whole program",
            _journey,
            1,
            1,
            frozenset({"leaks", "asked for the network", "broken off"}),
            (_planted_journey("leak"), _planted_journey("connection")),
        ),
    }
)


def run_batch(name: str, size: int, number: int) -> dict[str, int]:
    """Run one batch of a campaign in a folder of its own; it may be called in another process."""
    with tempfile.TemporaryDirectory() as work:
        return dict(CAMPAIGNS[name].batch(Path(work) / "work", size, SEED + number))
