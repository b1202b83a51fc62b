"""Tables on their way to a spreadsheet program, and what keeps such a program from running them.

It must not write a file, nor know a format; a table's cells stay as they were said, only disarmed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile
from typing import Final

Cell = str | int | float | bool | date | None
"""What may stand in a cell; a moment is a `datetime`, which is a date too."""

UNREADABLE: Final = "\ufffd"
"""Stands for what no file can hold: control characters, halves of letters."""

_SIGNS: Final = frozenset("=+-@\u2212")
_FILLERS: Final = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing."""
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Me", "Mn", "Zl", "Zp", "Zs"})
_BEGINNINGS: Final = re.compile('([\n\t;,|"])')
"""Where a program that expects other separators than ours would begin a cell."""
_HARMLESS: Final = re.compile(r"[0-9A-Za-z][ !#-+\--:<-{}~]*")
"""Most cells: they begin with a plain letter or digit, and hold no separator."""
_NEVER_WRITTEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
"""Control characters, halves of letters, and the code points that are no letters and never will be."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. Its name is what its sheet is called, and says nothing about anybody."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a row that would stand under the wrong columns.

        Raises:
            ValueError: if a row has more or fewer cells than there are columns.
        """
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(self.name)


def readable(text: str) -> str:
    """Return text that any file can hold: lines end in one way, and what cannot be written shows as such."""
    return _NEVER_WRITTEN.sub(UNREADABLE, text.replace("\r\n", "\n").replace("\r", "\n"))


def disarmed(text: str) -> str:
    """Return readable text in which nothing is a formula, wherever a program begins its cells.

    An apostrophe stands before a sign that would begin one, also when it follows blanks or unseen letters,
    and before a tab or an empty line that would begin the cell.
    """
    if _HARMLESS.fullmatch(text):
        return text
    parts = _BEGINNINGS.split(readable(text))
    # every other part is a separator
    whole = "".join(part if place % 2 else _held_back(part) for place, part in enumerate(parts))
    unseen = "".join(takewhile(_is_unseen, whole))
    return f"'{whole}" if "\t" in unseen or "\n" in unseen else whole


def begins_formula(text: str) -> bool:
    """Return whether the first letter that is seen makes a formula of what follows it."""
    first = next((letter for letter in text if not _is_unseen(letter)), "")
    # full-width and raised signs count like the plain ones
    return unicodedata.normalize("NFKC", first)[:1] in _SIGNS


def _held_back(part: str) -> str:
    return f"'{part}" if begins_formula(part) else part


def _is_unseen(letter: str) -> bool:
    return letter.isspace() or letter in _FILLERS or unicodedata.category(letter) in _UNSEEN
