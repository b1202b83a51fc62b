"""The colours, dashes and marks a chart is drawn with.

It must not choose colours itself, except black and white for paper: a theme's tokens arrive as an argument.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class SeriesKind(StrEnum):
    """What a line in the spidergram stands for: one of three conversations, or one of three voices in one."""

    START = "start"
    LAST = "last"
    NOW = "now"
    PERSON = "person"
    PRACTITIONER = "practitioner"
    AGREED = "agreed"


class Marker(StrEnum):
    """The shape set on a point."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"


@dataclass(frozen=True, slots=True)
class SeriesStyle:
    """How one line is drawn; widths, dashes and marker sizes in points."""

    colour: str
    width: float
    dash: tuple[float, ...]
    marker: Marker
    marker_size: float


@dataclass(frozen=True, slots=True)
class AreaStyle:
    """How one area is told from another; the dash carries it where colour is lost."""

    colour: str
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Palette:
    """Everything a chart needs to know about looks. Colours are `#rrggbb`."""

    ink: str
    muted: str
    paper: str
    """What lies behind the chart."""
    grid: str
    """Rings and spokes."""
    frame: str
    """The outermost ring."""
    areas: Mapping[str, AreaStyle]
    """Area token → style."""
    series: Mapping[SeriesKind, SeriesStyle]

    def area(self, token: str) -> AreaStyle:
        """Return the style of an area; an area the theme does not know is drawn in ink."""
        return self.areas.get(token, AreaStyle(self.ink))


SOLID: tuple[float, ...] = ()
DASHED = (4.5, 2.2)
DOTTED = (1.1, 1.9)
DASH_DOT = (5.0, 1.8, 1.2, 1.8)

_VOICE_WIDTH = 1.5

_DASHES = {"solid": SOLID, "dash": DASHED, "dot": DOTTED, "dashdot": DASH_DOT}


def palette_from_tokens(tokens: Mapping[str, Any], theme: str) -> Palette:
    """Return the palette of one theme.

    Args:
        tokens: what `resources/theme/tokens.json` holds.
        theme: a key of its `themes`, such as "light".
    """
    colours = tokens["themes"][theme]
    areas = {
        token: AreaStyle(tokens["area_colours"][theme][token]["colour"], _DASHES[area["line"]])
        for token, area in tokens["areas"].items()
    }
    return Palette(
        ink=colours["ink"],
        muted=colours["muted"],
        paper=colours["card"],
        grid=colours["chart_grid"],
        frame=colours["chart_frame"],
        areas=MappingProxyType(areas),
        series=_series(colours["chart_start"], colours["chart_last"], colours["chart_now"]),
    )


def for_paper(palette: Palette) -> Palette:
    """Return a light palette as it is printed: words and the line for now in ink, on white."""
    series = _series(palette.muted, palette.muted, palette.ink)
    return replace(palette, paper="#ffffff", series=series)


def grey(palette: Palette) -> Palette:
    """Return a palette that spends little toner and needs no colour; its areas keep their dashes."""
    areas = {token: AreaStyle("#000000", style.dash) for token, style in palette.areas.items()}
    return Palette(
        ink="#000000",
        muted="#4d4d4d",
        paper="#ffffff",
        grid="#cfcfcf",
        frame="#8c8c8c",
        areas=MappingProxyType(areas),
        series=_series("#4d4d4d", "#4d4d4d", "#000000"),
    )


def _series(start: str, last: str, now: str) -> Mapping[SeriesKind, SeriesStyle]:
    return MappingProxyType(
        {
            SeriesKind.START: SeriesStyle(start, 1.0, DOTTED, Marker.SQUARE, 3.4),
            SeriesKind.LAST: SeriesStyle(last, 1.2, DASHED, Marker.TRIANGLE, 4.6),
            SeriesKind.NOW: SeriesStyle(now, 2.2, SOLID, Marker.CIRCLE, 6.6),
            # none ranks above another: the same colour and width, told apart by dash and mark
            SeriesKind.PERSON: SeriesStyle(now, _VOICE_WIDTH, SOLID, Marker.CIRCLE, 5.6),
            SeriesKind.PRACTITIONER: SeriesStyle(now, _VOICE_WIDTH, DASHED, Marker.TRIANGLE, 6.4),
            SeriesKind.AGREED: SeriesStyle(now, _VOICE_WIDTH, DOTTED, Marker.SQUARE, 5.0),
        }
    )
