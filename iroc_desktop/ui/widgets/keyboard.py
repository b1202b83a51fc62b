"""The order in which Tab goes through the parts of a page.

It must not give the keyboard to anything: that is for the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(parts: Iterable[QWidget]) -> None:
    """Let Tab go through everything in `parts`, in this order.

    Qt appends what is built later to the end of the order, wherever it stands on the page.
    """
    for before, after in pairwise(chain.from_iterable(map(_stops, parts))):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> Iterator[QWidget]:
    """Yield a field or button itself, or those in a part, in the order in which they were made."""
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield part
        return
    for child in part.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _stops(child)
