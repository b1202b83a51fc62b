"""The typefaces of the charts: registered once, and measured.

Nothing is loaded when this module is imported; `register` does it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

from matplotlib import font_manager
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

Weight = Literal["regular", "bold"]

FAMILY = "Atkinson Hyperlegible Next"
EMPHASIS = f"{FAMILY} SemiBold"
"""A family of its own, so that falling back to another script asks for no weight that script lacks."""
FALLBACK = "DejaVu Sans"
"""Brought along by matplotlib; draws the letters that the family above lacks."""


def register(folder: Path) -> None:
    """Make the TrueType files in `folder` known to matplotlib. Doing it twice changes nothing.

    Without it the charts are drawn in DejaVu Sans.
    """
    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    for path in sorted(folder.resolve().glob("AtkinsonHyperlegibleNext-*.ttf")):
        if str(path) not in known:
            font_manager.fontManager.addfont(path)
    properties.cache_clear()
    text_width.cache_clear()


@lru_cache(maxsize=256)
def properties(size: float, weight: Weight = "regular") -> FontProperties:
    """Return what matplotlib calls the font, for a size in points."""
    known = {entry.name for entry in font_manager.fontManager.ttflist}
    wanted = (EMPHASIS, FAMILY, FALLBACK) if weight == "bold" else (FAMILY, FALLBACK)
    return FontProperties(family=[name for name in wanted if name in known], size=size)


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, weight: Weight = "regular") -> float:
    """Return how wide `text` is, in points."""
    width, _, _ = text_to_path.get_text_width_height_descent(text, properties(size, weight), False)
    return float(width)
