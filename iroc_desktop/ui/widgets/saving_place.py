"""Asks where a file shall be saved, with a name that says nothing about anyone.

It must not write the file, nor remember the place: recent places tell on people.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

AskPlace = Callable[[QWidget, str, str, Sequence[str]], Path | None]
"""Parent, title, proposed file name and filters such as "PNG (*.png)" → the place, or None."""


def ask_place(parent: QWidget, title: str, name: str, filters: Sequence[str]) -> Path | None:
    """Return where to save, its ending taken from the chosen filter if none was typed; None if cancelled."""
    chosen, kind = QFileDialog.getSaveFileName(parent, title, name, ";;".join(filters))
    if not chosen:
        return None
    path = Path(chosen)
    ending = kind.partition("*")[2].rstrip(")")
    return path if path.suffix else path.with_name(path.name + ending)
