"""The colours of a theme as the charts take them.

It must not choose a colour: every one is the theme's.
"""

from __future__ import annotations

from iroc_desktop.charts.palette import Palette, palette_from_tokens
from iroc_desktop.ui.theme.tokens import Theme


def palette_of(theme: Theme) -> Palette:
    """Return the palette in which charts look like the rest of the screen."""
    name = theme.name.value
    return palette_from_tokens(
        {
            "themes": {name: theme.colours},
            "areas": {token: {"line": area.line} for token, area in theme.areas.items()},
            "area_colours": {name: {token: {"colour": area.colour} for token, area in theme.areas.items()}},
        },
        name,
    )
