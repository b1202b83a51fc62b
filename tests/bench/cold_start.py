"""Cold start to the unlock window, beside a bare window of the same run.

It must not measure the first run of either: it fills the disk's cache and writes compiled modules.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.children import milliseconds_to_paint
from tests.bench.table import Row

_RUNS: Final = 9
_MOST: Final = 1.5


def cold_start(data_folder: Path) -> Row:
    """Return the row of the cold start; `data_folder` holds a store, so the door is what shows."""
    bare: list[float] = []
    program: list[float] = []
    for _ in range(_RUNS + 1):
        bare.append(milliseconds_to_paint("first_paint"))
        program.append(milliseconds_to_paint("first_paint", str(data_folder)))
    own, plain = median(program[1:]), median(bare[1:])
    ratio = own / plain
    return Row(
        "cold start to the unlock window",
        f"≤ {_MOST} × a bare PySide6 window",
        f"{ratio:.2f} × ({own:.0f} ms, bare {plain:.0f} ms)",
        ratio <= _MOST,
    )
