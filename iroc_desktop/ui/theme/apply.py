"""Puts a theme on the running application: font, palette and style sheet, in one go.

It must not remember the theme; whoever switches rebuilds the screens with the new one.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from iroc_desktop.system.paths import resources
from iroc_desktop.ui.theme.drawn import register_drawings
from iroc_desktop.ui.theme.fonts import base_font
from iroc_desktop.ui.theme.stylesheet import stylesheet
from iroc_desktop.ui.theme.tokens import Theme

_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "paper",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "toast",
    QPalette.ColorRole.ToolTipText: "on_toast",
}


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress `app` in `theme`; every widget that exists follows at once."""
    register_drawings(resources() / "icons", theme)
    app.setStyle("Fusion")
    app.setPalette(qt_palette(theme))
    app.setFont(base_font(theme))
    app.setStyleSheet(stylesheet(theme))


def qt_palette(theme: Theme) -> QPalette:
    """Return the palette for the parts of Qt's own dialogs that style sheets do not reach."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(theme.colour(token)))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.colour("disabled")))
    return palette
