"""The kept icons that the style sheet needs, tinted and handed to Qt as files that exist in memory only.

It must not write to disk: a style sheet takes only addresses, and nothing of ours shall lie about.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import qRegisterResourceData

from iroc_desktop.ui.theme.tokens import Theme

NEEDED = (
    ("check", "on_accent"),
    ("check", "disabled"),
    ("chevron-down", "ink"),
    ("chevron-down", "disabled"),
    ("chevron-up", "ink"),
    ("chevron-up", "disabled"),
)
"""Icon and colour token of every drawing that the style sheet names."""

_BOLDER = ('stroke-width="2"', 'stroke-width="3"')
"""They are drawn smaller than other icons, and a thin tick is easily overlooked."""
_FORMAT = 1
_FOLDER = 2
_kept: dict[str, tuple[bytes, bytes, bytes]] = {}
"""Qt reads these bytes for as long as the program runs."""


def address(theme: Theme, icon: str, token: str) -> str:
    """Return what the style sheet of `theme` calls an icon in the colour of a token."""
    return f":/drawn-{theme.name.value}/{icon}-{token}.svg"


def register_drawings(folder: Path, theme: Theme) -> None:
    """Make every drawing that `theme` needs known to Qt, from the icons in `folder`; once is enough."""
    place = f"drawn-{theme.name.value}"
    if place in _kept:
        return
    files = {
        f"{icon}-{token}.svg": (folder / f"{icon}.svg")
        .read_text(encoding="utf-8")
        .replace("currentColor", theme.colour(token))
        .replace(*_BOLDER)
        .encode()
        for icon, token in NEEDED
    }
    _kept[place] = _packed(place, files)
    qRegisterResourceData(_FORMAT, *_kept[place])


def _packed(folder: str, files: Mapping[str, bytes]) -> tuple[bytes, bytes, bytes]:
    """Return tree, names and contents of one folder, as Qt's resource compiler lays them out."""
    ordered = sorted(files, key=_hash)
    names, places = bytearray(), {}
    for name in (folder, *ordered):
        places[name] = len(names)
        names += struct.pack(">HI", len(name), _hash(name)) + name.encode("utf-16-be")
    tree = bytearray(struct.pack(">IHII", 0, _FOLDER, 1, 1))
    tree += struct.pack(">IHII", places[folder], _FOLDER, len(ordered), 2)
    contents = bytearray()
    for name in ordered:
        tree += struct.pack(">IHHHI", places[name], 0, 0, 1, len(contents))
        contents += struct.pack(">I", len(files[name])) + files[name]
    return bytes(tree), bytes(names), bytes(contents)


def _hash(name: str) -> int:
    """Return the number by which Qt finds a name."""
    value = 0
    for letter in name:
        value = ((value << 4) + ord(letter)) & 0xFFFFFFFF
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value
