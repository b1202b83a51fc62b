"""The look as data: one frozen `Theme` loaded from the token table.

It must not hold a colour or a size of its own; every one comes from `tokens.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from iroc_desktop.charts.palette import Palette, palette_from_tokens

TEXT_SCALES = (100, 125, 150, 175, 200)
"""Text sizes a reader may choose, in percent."""

POINTS_PER_INCH = 72
PIXELS_PER_INCH = 96
"""What Qt calls a pixel before the screen's own scale, as in CSS."""


class ThemeName(StrEnum):
    """The tables a reader may choose between."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Marker(StrEnum):
    """A shape that tells areas apart without colour."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"


class TypeSize(StrEnum):
    """The steps of the type scale, smallest first."""

    SMALL = "small"
    BASE = "base"
    HEADING = "heading"
    TITLE = "title"
    DISPLAY = "display"


@dataclass(frozen=True, slots=True)
class AreaLook:
    """How one area is told apart: by letter, marker and line first, by colour second."""

    letter: str
    marker: Marker
    line: str
    """One of "solid", "dash", "dot", "dashdot"."""
    colour: str
    soft: str
    """A quiet ground on which `colour` can be read."""
    on: str
    """Text on a ground of `colour`."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours, sizes and marks for one reader: a token table at one text scale."""

    name: ThemeName
    text_scale: int
    """Percent, one of `TEXT_SCALES`."""
    colours: Mapping[str, str]
    areas: Mapping[str, AreaLook]
    """By the token that an instrument's area names."""
    type_points: Mapping[str, float]
    space_unit: int
    radius: int
    focus_width: int
    rating_target: int
    chart_palette: Palette

    def colour(self, token: str) -> str:
        """Return the colour of a token as "#RRGGBB"; a `KeyError` is a bug of the caller."""
        return self.colours[token]

    def area(self, token: str) -> AreaLook:
        """Return the look of an area; an instrument with an unknown token gets the first look."""
        return self.areas.get(token) or next(iter(self.areas.values()))

    def space(self, steps: float = 1) -> int:
        """Return a distance on the 8-pixel grid, in pixels; it does not grow with the text."""
        return round(self.space_unit * steps)

    def points(self, size: TypeSize) -> float:
        """Return the height of a step of the type scale in points, at this text scale."""
        return self.type_points[size] * self.text_scale / 100

    def pixels(self, size: TypeSize) -> int:
        """Return the height of a step of the type scale in pixels, at this text scale."""
        return round(self.points(size) * PIXELS_PER_INCH / POINTS_PER_INCH)

    def grown(self, pixels: float) -> int:
        """Return a length that grows with the text, such as an icon or the height of a button."""
        return round(pixels * self.text_scale / 100)

    def palette_for_charts(self) -> Palette:
        """Return the colours with which charts are drawn on a card of this theme."""
        return self.chart_palette


def load_theme(folder: Path, name: ThemeName, text_scale: int = 100) -> Theme:
    """Return the theme `name` from `tokens.json` in `folder`, at `text_scale` percent."""
    table: dict[str, Any] = json.loads((folder / "tokens.json").read_text(encoding="utf-8"))
    return Theme(
        name=name,
        text_scale=text_scale,
        colours=table["themes"][name],
        areas=_areas(table, name),
        type_points=table["type_points"],
        space_unit=table["space"],
        radius=table["radius"],
        focus_width=table["focus_width"],
        rating_target=table["rating_target"],
        chart_palette=palette_from_tokens(table, name),
    )


def _areas(table: Mapping[str, Any], name: ThemeName) -> dict[str, AreaLook]:
    colours = table["area_colours"][name]
    return {
        token: AreaLook(
            letter=mark["letter"], marker=Marker(mark["marker"]), line=mark["line"], **colours[token]
        )
        for token, mark in table["areas"].items()
    }
