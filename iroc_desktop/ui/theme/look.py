"""What every widget is made with: sentences, theme and tinted icons, handed down by constructor.

It must not grow into a place to look services up.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.theme.icons import TintedIcons
from iroc_desktop.ui.theme.tokens import Theme, ThemeName, load_theme


@dataclass(frozen=True, slots=True)
class Look:
    """One language, one theme and its icons; a switch makes a new `Look` and new screens."""

    phrases: Phrases
    theme: Theme
    icons: TintedIcons


def make_look(
    resources: Path, phrases: Phrases, name: ThemeName = ThemeName.LIGHT, text_scale: int = 100
) -> Look:
    """Return a look from the `theme` and `icons` folders inside `resources`; `text_scale` in percent."""
    theme = load_theme(resources / "theme", name, text_scale)
    return Look(phrases, theme, TintedIcons(resources / "icons", theme))
