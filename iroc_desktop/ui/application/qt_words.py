"""The words of Qt's own buttons and dialogs, in the program's language.

It must not be used for the program's own sentences: those are in its catalogues.
"""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication


class QtWords:
    """One translator, which is loaded anew when the language changes."""

    def __init__(self, qt: QApplication) -> None:
        self._qt = qt
        self._translator = QTranslator(qt)

    def speak(self, language: str) -> None:
        """Let Qt speak `language` from now on; English where Qt has no such words."""
        self._qt.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{language}", folder):
            self._qt.installTranslator(self._translator)
