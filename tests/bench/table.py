"""The table of reached figures, for a terminal and for the README.

It must not measure, nor hide a missed row: each says whether it was met.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_HEADINGS: Final = ("what", "reach", "reached", "")
_SENTENCES: Final = {True: "met", False: "missed"}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside its target."""

    what: str
    reach: str
    """The target, as DESIGN §8 gives it."""
    reached: str
    met: bool


def as_text(rows: Sequence[Row]) -> str:
    """Return the table in columns of a fixed-width typeface."""
    cells = [_HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(_HEADINGS))]
    lines = [_padded(line, widths) for line in cells]
    lines.insert(1, _padded(["-" * width for width in widths], widths))
    return "\n".join(lines)


def as_markdown(rows: Sequence[Row]) -> str:
    """Return the same table in Markdown, missed rows in bold."""
    lines = [_HEADINGS, ("---",) * len(_HEADINGS)]
    for row in rows:
        *said, verdict = _cells(row)
        lines.append((*said, verdict if row.met else f"**{verdict}**"))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    return row.what, row.reach, row.reached, _SENTENCES[row.met]


def _padded(line: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
