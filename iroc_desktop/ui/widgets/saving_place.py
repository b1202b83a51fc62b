"""Asks where a file shall be saved, with a name that says nothing about anyone, or for a folder.

It must not write the file, nor remember the place: recent places tell on people.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

AskPlace = Callable[[QWidget, str, str, Sequence[str]], Path | None]
"""Parent, title, proposed file name and filters such as "PNG (*.png)" → the place, or None."""

AskFolder = Callable[[QWidget, str], Path | None]
"""Parent and title → the folder, or None."""


def ask_place(parent: QWidget, title: str, name: str, filters: Sequence[str]) -> Path | None:
    """Return where to save, its ending taken from the chosen filter if none was typed; None if cancelled.

    An answer that comes after a lock is not heard.
    """
    chosen, kind = QFileDialog.getSaveFileName(parent, title, name, ";;".join(filters))
    if not chosen or not _still_there(parent):
        return None
    path = Path(chosen)
    ending = kind.partition("*")[2].rstrip(")")
    return path if path.suffix else path.with_name(path.name + ending)


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Return a folder that somebody chose; None if they chose none, or after a lock."""
    chosen = QFileDialog.getExistingDirectory(parent, title)
    return Path(chosen) if chosen and _still_there(parent) else None


def _still_there(screen: QWidget) -> bool:
    """Return whether the screen that asked still shows: the lock cannot close the platform's own dialogs."""
    return isValid(screen) and screen.isVisible()
