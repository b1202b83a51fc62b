"""The order in which Tab goes through the parts of a page, and Enter on what only knows the space bar.

It must not give the keyboard to anything: that is for the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid


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


@contextmanager
def entries_closed(window: QWidget) -> Iterator[None]:
    """Forget for a moment to which of their parts pages lead the keyboard.

    To Qt, a page that leads to one of its parts is a stop of its own: Tab would come to the page, be led to
    that part, and never see what stands before it.
    """
    led = [
        (page, part)
        for page in window.findChildren(QWidget)
        if (part := page.focusProxy()) is not None and page.isAncestorOf(part)
    ]
    for page, _ in led:
        page.setFocusProxy(None)  # type: ignore[arg-type]  # Qt's way to take it away
    try:
        yield
    finally:
        for page, part in led:
            # what follows the keyboard may have led elsewhere by now, or be gone
            if isValid(page) and isValid(part) and page.focusProxy() is None:
                page.setFocusProxy(part)


def enter_presses(button: QAbstractButton) -> None:
    """Let Enter press a button as the space bar does; Qt does so for push buttons only."""
    button.installEventFilter(_EnterPresses(button))


class _EnterPresses(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Press the button instead of passing Enter on."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(watched, QAbstractButton) and event.key() in enter:  # type: ignore[attr-defined]  # a key event, as was asked above
            watched.click()
            return True
        return super().eventFilter(watched, event)
