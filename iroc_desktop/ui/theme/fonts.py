"""The program's own letters, registered with Qt so that every machine shows the same.

It must not set sizes; the theme knows those.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from iroc_desktop.ui.theme.tokens import Theme, TypeSize

FAMILY = "Atkinson Hyperlegible Next"
FALLBACK_FAMILIES = ("DejaVu Sans", "Noto Emoji")
"""For scripts and signs the family lacks; Qt then asks the system for the rest."""


class MissingFontsError(RuntimeError):
    """The installed program lacks its fonts: a fault of the package, never of the reader."""


def register_fonts(folder: Path) -> tuple[str, ...]:
    """Register every font file in `folder` and return the families that are now known.

    Raises:
        MissingFontsError: if the program's own family is not among them.
    """
    families: set[str] = set()
    for file in sorted(folder.glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families.update(QFontDatabase.applicationFontFamilies(number) if number >= 0 else [])
    if FAMILY not in families:
        raise MissingFontsError(folder.name)
    return tuple(sorted(families))


def base_font(theme: Theme) -> QFont:
    """Return the font of ordinary text at the theme's text scale."""
    font = QFont([FAMILY, *FALLBACK_FAMILIES])
    font.setPixelSize(theme.pixels(TypeSize.BASE))
    return font


def sized_font(theme: Theme, size: TypeSize, *, bold: bool = False) -> QFont:
    """Return the font of one step of the type scale, for widgets that paint their own text."""
    font = base_font(theme)
    font.setPixelSize(theme.pixels(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
