"""Measures what can be measured today, and prints the table of reached figures.

It must not fail because a machine is slow: a missed row is said, and the exit code stays 0.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.cold_start import cold_start
from tests.bench.desk import desk_on, open_pack
from tests.bench.finding import finding
from tests.bench.locking import locking
from tests.bench.machine import machine_line
from tests.bench.members import unlocking_together
from tests.bench.person import opening_a_person
from tests.bench.printing import MANY, printing
from tests.bench.rating import rating
from tests.bench.searching import searching
from tests.bench.seeding import Seeded, seed
from tests.bench.table import Row, as_markdown, as_text
from tests.bench.unlocking import memory_rows, unlocking, unlocking_rows

FEW, MOST = 2_000, 20_000
QUICK_PART = 10
"""A quick run has a tenth of the people."""
USUAL_PRINTS = 200


def main() -> None:
    """Seed, measure, print."""
    asked = _asked()
    part = QUICK_PART if asked.quick else 1
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="iroc-bench-", dir=asked.folder) as folder:
        rows = list(_rows(Path(folder), FEW // part, MOST // part, MANY if asked.full else USUAL_PRINTS))
    took = f"Measured in {time.perf_counter() - began:.0f} s, in one run."
    table = as_markdown(rows) if asked.markdown else as_text(rows)
    sys.stdout.write(f"{machine_line()}.\n{took}\n\n{table}\n")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the people")
    parser.add_argument("--full", action="store_true", help=f"really write {MANY:,} summaries")
    parser.add_argument("--markdown", action="store_true", help="the table as the README has it")
    parser.add_argument("--folder", type=Path, help="where the temporary records lie; decides which disk")
    return parser.parse_args()


def _rows(folder: Path, few: int, most: int, prints: int) -> Iterator[Row]:
    small, large = _seeded(folder / "small", few), _seeded(folder / "large", most)
    _tell("cold start")
    yield cold_start(small.data_folder)
    _tell("unlocking")
    opened = unlocking(small)
    yield from unlocking_rows(opened, unlocking(large))
    yield locking(small)
    yield unlocking_together(small)
    _tell("finding, opening, rating, printing")
    with desk_on(large.data_folder) as desk:
        yield finding(desk.people, large.people)
        yield opening_a_person(desk, large.busiest_id, opened.first_page_ms)
        yield rating(desk, large.usual_id, folder)
        yield from printing(desk, large.usual_id, prints)
    yield searching(open_pack())
    yield from memory_rows(opened)


def _seeded(folder: Path, people: int) -> Seeded:
    _tell(f"making {people:,} people")
    return seed(folder, people, open_pack().instrument)


def _tell(stage: str) -> None:
    """Say on the terminal what takes its time; the table alone goes to standard output."""
    sys.stderr.write(f"… {stage}\n")


if __name__ == "__main__":
    main()
