"""What people typed, made safe to set: markup, letters of every script, right-to-left, words without end.

It must not lose a letter: what no typeface can draw stands as an empty square.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from xml.sax.saxutils import escape

import arabic_reshaper
from bidi.algorithm import get_display  # type: ignore[import-untyped]  # ships no type information
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Paragraph

from iroc_desktop.reports.fonts import Face, Typefaces

MISSING = "□"
_FIRST_EMOJI = "\U0001f000"

_UNSEEN = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff\U0001f3fb-\U0001f3ff]"
)
"""Joiners, direction marks, variation selectors, skin tones: how to draw is decided here."""
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

Run = tuple[Face, str]


def cleaned(text: str) -> str:
    """Return text with its lines kept, and without control characters; letters and accents joined."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    for separator in "\x0b\x0c\x85\u2028\u2029":
        lines = lines.replace(separator, "\n")
    lines = _UNSEEN.sub("", lines.replace("\t", "    "))
    return "".join(MISSING if _is_lone(letter) else letter for letter in lines if _is_kept(letter))


def runs(text: str, face: Face, faces: Typefaces) -> list[Run]:
    """Return the text in pieces, each with the first face that can draw all of it."""
    if faces.letters(face).issuperset(map(ord, text)):
        return [(face, text)]
    pieces: list[Run] = []
    for cluster in _clusters(text):
        fitting, drawn = _drawable(cluster, face, faces)
        if pieces and pieces[-1][0] is fitting:
            pieces[-1] = (fitting, pieces[-1][1] + drawn)
        else:
            pieces.append((fitting, drawn))
    return pieces


def markup(text: str, face: Face, faces: Typefaces) -> str:
    """Return the text as ReportLab's paragraph markup, its lines broken where they were."""
    return "<br/>".join(_marked(line, face, faces) for line in cleaned(text).split("\n"))


def width_of(text: str, face: Face, size: float, faces: Typefaces) -> float:
    """Return how wide one line is, in points."""
    return float(
        sum(pdfmetrics.stringWidth(piece, found.value, size) for found, piece in runs(text, face, faces))
    )


def visual(line: str) -> str:
    """Return one line as it is seen from left to right: letters joined and right-to-left words turned."""
    if not _RIGHT_TO_LEFT.search(line):
        return line
    # the algorithm module mirrors brackets, which the package's own quicker function does not
    known = "".join(letter if unicodedata.bidirectional(letter) else MISSING for letter in line)
    return str(get_display(arabic_reshaper.reshape(known), base_dir=_direction(known)))


def paragraph(text: str, style: ParagraphStyle, faces: Typefaces, width: float) -> Paragraph:
    """Return a paragraph that flows over pages and cuts nothing.

    Args:
        text: as somebody typed it.
        style: its font is a `Face`.
        faces: the typefaces.
        width: the room it will have, in points; right-to-left text is broken into lines for it beforehand.
    """
    face = Face(style.fontName)
    if not _RIGHT_TO_LEFT.search(text):
        return Paragraph(markup(text, face, faces), style)
    lines = [
        _marked(visual(line).replace(" ", "\xa0"), face, faces)
        for typed in cleaned(text).split("\n")
        for line in _broken(typed, face, style.fontSize, faces, width - style.leftIndent - 1.0)
    ]
    turned = ParagraphStyle("turned", style)
    turned.alignment = TA_RIGHT if _direction(text) == "R" else TA_LEFT
    return Paragraph("<br/>".join(lines), turned)


def _is_kept(letter: str) -> bool:
    return letter == "\n" or unicodedata.category(letter) != "Cc"


def _is_lone(letter: str) -> bool:
    return unicodedata.category(letter) == "Cs"


def _marked(line: str, face: Face, faces: Typefaces) -> str:
    pieces = runs(line, face, faces)
    return "".join(
        escape(piece) if found is face else f'<font name="{found.value}">{escape(piece)}</font>'
        for found, piece in pieces
    )


def _clusters(text: str) -> Iterator[str]:
    """Yield each letter with the accents that stand on it."""
    cluster = ""
    for letter in text:
        if cluster and not unicodedata.combining(letter):
            yield cluster
            cluster = ""
        cluster += letter
    if cluster:
        yield cluster


def _drawable(cluster: str, face: Face, faces: Typefaces) -> Run:
    chain = faces.chain(face)
    # a plain drawing of every emoji, rather than of some
    for candidate in (Face.EMOJI, *chain) if cluster[0] >= _FIRST_EMOJI else chain:
        if faces.letters(candidate).issuperset(map(ord, cluster)):
            return candidate, cluster
    if len(cluster) > 1:
        drawn = [_drawable(letter, face, faces) for letter in cluster]
        return Face.OTHER, "".join(letter if found is Face.OTHER else MISSING for found, letter in drawn)
    return Face.OTHER, MISSING


def _direction(text: str) -> str:
    """Return "R" or "L", as the first letter that has a direction says."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in {"R", "AL"}:
            return "R"
        if kind == "L":
            return "L"
    return "L"


def _broken(line: str, face: Face, size: float, faces: Typefaces, width: float) -> Iterator[str]:
    """Yield the lines, in reading order, that fit into a width."""
    current, room = "", width
    gap = width_of(" ", face, size, faces)
    for word in _short_enough(line.split(), face, size, faces, width):
        takes = width_of(arabic_reshaper.reshape(word), face, size, faces)
        if current and takes + gap > room:
            yield current
            current, room = "", width
        room -= takes + (gap if current else 0.0)
        current = f"{current} {word}" if current else word
    yield current


def _short_enough(words: list[str], face: Face, size: float, faces: Typefaces, width: float) -> Iterator[str]:
    for word in words:
        widest = width_of(word, face, size, faces) / max(len(word), 1)
        letters = max(1, int(width / max(widest * 1.3, 0.1)))
        if width_of(arabic_reshaper.reshape(word), face, size, faces) <= width:
            yield word
        else:
            yield from (word[at : at + letters] for at in range(0, len(word), letters))
