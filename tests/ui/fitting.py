"""Finds words that do not fit where they stand: cut off, too low, or out of sight to one side.

It must not look at pictures; it asks every visible widget how much room its words need.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

_SLACK = 1
"""Pixels that rounding may take."""


def misfits(window: QWidget) -> list[str]:
    """Return a line for each visible label, button or field whose words are cut; none is good."""
    for _ in range(3):
        QApplication.processEvents()
    found = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not _inside_a_list(widget):
            found += [f"{type(widget).__name__} {_words(widget)!r} {why}" for why in _faults(widget)]
    return found


def unnamed(window: QWidget) -> list[str]:
    """Return the type of each visible thing that takes the focus and has no name for a screen reader."""
    return [
        type(widget).__name__
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and _takes_tab(widget) and not _spoken(widget)
    ]


def tab_order(window: QWidget) -> list[QWidget]:
    """Return what Tab reaches in a window, in order."""
    order: list[QWidget] = []
    here = window
    for _ in range(1000):
        if here.isVisible() and here.isEnabled() and _takes_tab(here):
            order.append(here)
        here = _next(here)
        if here is window:
            return order
    raise AssertionError("the focus chain does not close")


def _next(widget: QWidget) -> QWidget:
    after = widget.nextInFocusChain()
    return widget if after is None else after


def _faults(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.text():
        yield from _label_faults(widget)
    if isinstance(widget, QAbstractButton) and widget.text():
        needed = widget.minimumSizeHint()
        if widget.width() + _SLACK < needed.width() or widget.height() + _SLACK < needed.height():
            yield f"has {widget.width()}×{widget.height()}, needs {needed.width()}×{needed.height()}"
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield from _out_of_sight(widget)


def _label_faults(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if label.height() + _SLACK < needed:
            yield f"is {label.height()} high, needs {needed}"
        longest = max(label.fontMetrics().horizontalAdvance(word) for word in label.text().split() or [""])
        if label.width() + _SLACK < longest:
            yield f"is {label.width()} wide, its longest word needs {longest}"
    elif label.width() + _SLACK < label.sizeHint().width():
        yield f"is {label.width()} wide, needs {label.sizeHint().width()}"


def _out_of_sight(widget: QWidget) -> Iterator[str]:
    """Up and down may scroll; to the side nothing may stick out."""
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, QScrollArea):
        holder = None if holder.isWindow() else holder.parentWidget()
    frame = holder.viewport() if isinstance(holder, QScrollArea) else widget.window()
    left = widget.mapTo(frame, QPoint(0, 0)).x() if frame.isAncestorOf(widget) else 0
    if left < -_SLACK or left + widget.width() > frame.width() + _SLACK:
        yield f"reaches from {left} to {left + widget.width()}, there are {frame.width()}"


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & 1) and widget.focusProxy() is None


def _spoken(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or words


def _inside_a_list(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _words(widget: QWidget) -> str:
    return widget.text()[:40] if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
