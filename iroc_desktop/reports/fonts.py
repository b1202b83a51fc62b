"""The typefaces that documents embed, and which of them can draw a letter.

Nothing is loaded when this module is imported; fallback faces are read when a text first needs them.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from threading import Lock

import matplotlib as mpl
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


class Face(StrEnum):
    """A typeface under the name ReportLab knows it by."""

    REGULAR = "Atkinson"
    SEMIBOLD = "Atkinson-SemiBold"
    BOLD = "Atkinson-Bold"
    ITALIC = "Atkinson-Italic"
    OTHER = "DejaVuSans"
    OTHER_BOLD = "DejaVuSans-Bold"
    EMOJI = "NotoEmoji"


_FILES = {
    Face.REGULAR: "AtkinsonHyperlegibleNext-Regular.ttf",
    Face.SEMIBOLD: "AtkinsonHyperlegibleNext-SemiBold.ttf",
    Face.BOLD: "AtkinsonHyperlegibleNext-Bold.ttf",
    Face.ITALIC: "AtkinsonHyperlegibleNext-Italic.ttf",
    Face.EMOJI: "NotoEmoji-Regular.ttf",
}
_FROM_MATPLOTLIB = {Face.OTHER: "DejaVuSans.ttf", Face.OTHER_BOLD: "DejaVuSans-Bold.ttf"}
_HEAVY = {Face.SEMIBOLD, Face.BOLD}


class Typefaces:
    """The faces in one folder, registered with ReportLab as they are needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._letters: dict[Face, frozenset[int]] = {}
        self._lock = Lock()

    def letters(self, face: Face) -> frozenset[int]:
        """Return the code points a face can draw, registering it first if need be."""
        with self._lock:
            if face not in self._letters:
                self._letters[face] = _register(face, self._path(face))
            return self._letters[face]

    def chain(self, face: Face) -> tuple[Face, ...]:
        """Return which faces to try for a letter, the wanted one first."""
        others = (Face.OTHER_BOLD, Face.OTHER) if face in _HEAVY else (Face.OTHER,)
        return (face, *others, Face.EMOJI)

    def _path(self, face: Face) -> Path:
        if face in _FROM_MATPLOTLIB:
            return Path(mpl.get_data_path()) / "fonts" / "ttf" / _FROM_MATPLOTLIB[face]
        return self._folder / _FILES[face]


@lru_cache(maxsize=32)
def _register(face: Face, path: Path) -> frozenset[int]:
    font = TTFont(face.value, str(path))
    pdfmetrics.registerFont(font)
    return frozenset(font.face.charToGlyph)
