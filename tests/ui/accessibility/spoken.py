"""Finds what a screen reader would meet with silence, or be told wrongly, in a window.

It must not look at pixels, nor know a screen: it asks Qt's accessibility interface of each widget.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QToolButton, QWidget

Role = QAccessible.Role

ROLES: Final = frozenset(
    {
        Role.Button,
        Role.ButtonMenu,
        Role.CheckBox,
        Role.RadioButton,
        Role.EditableText,
        Role.ComboBox,
        Role.SpinBox,
        Role.List,
        Role.Table,
        Role.Tree,
        Role.Slider,
    }
)
"""Roles that tell by themselves what can be done."""
MOST: Final = 400
"""More presses of Tab than any screen needs."""
PICTURES: Final = frozenset({"FigureView", "ProgressDots", "PdfPreview"})
"""Drawn by the program, so that Qt gives them no role; they have to be described in words instead."""


def silences(window: QWidget) -> list[str]:
    """Return a line for each visible thing that takes the keyboard and has no name or a wrong role."""
    return [f"{type(each).__name__} {why}" for each in takers(window) for why in _faults(each)]


def gaps(window: QWidget) -> list[str]:
    """Return a line for each thing that Tab misses, or comes to twice, on its way round the window."""
    reached = _round(window)
    twice = [each for place, each in enumerate(reached) if each in reached[:place]]
    missed = [each for each in takers(window) if each.isEnabled() and each not in reached]
    return [f"twice: {_told(each)}" for each in twice] + [f"missed: {_told(each)}" for each in missed]


def _round(window: QWidget) -> list[QWidget]:
    """Press Tab until it is back where it began, and return what had the keyboard on the way."""
    _activate(window)
    takers(window)[0].setFocus(Qt.FocusReason.TabFocusReason)
    begun = QApplication.focusWidget()
    reached: list[QWidget] = []
    for _ in range(MOST):
        here = QApplication.focusWidget()
        if here is None or begun is None:
            raise AssertionError("nothing has the keyboard")
        if len(reached) > 1 and here is begun:
            return reached
        if here is not (reached[-1] if reached else None):
            # a date is one thing, though Tab stops at its day, its month and its year
            reached.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        QApplication.processEvents()
    raise AssertionError(f"Tab does not come back to {_told(reached[0])}")


def _activate(window: QWidget) -> None:
    for _ in range(MOST):
        if window.isActiveWindow():
            return
        window.activateWindow()
        QApplication.processEvents()
    raise AssertionError("the window is not the active one")


def takers(window: QWidget) -> list[QWidget]:
    """Return everything that is seen and at which Tab stops."""
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy().value & 1 and each.focusProxy() is None
    ]


def name_of(widget: QWidget) -> str:
    """Return how a widget is read out."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _faults(widget: QWidget) -> Iterator[str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    if not name_of(widget).strip():
        yield "has no name"
        return
    role = interface.role()
    if type(widget).__name__ in PICTURES:
        if not interface.text(QAccessible.Text.Description):
            yield f"“{name_of(widget)}” is not described in words"
    elif role not in ROLES and not isinstance(widget, QScrollArea):
        # a page that is only read takes the keyboard to be scrolled; no role of Qt's says so
        yield f"“{name_of(widget)}” is a {role.name}"
    elif role is Role.CheckBox and _one_of_many(widget):
        yield f"“{name_of(widget)}” is one of many, and said to be on or off"


def _one_of_many(widget: QWidget) -> bool:
    if isinstance(widget, QToolButton):
        # the places of the side bar: Qt calls every tool button that stays down a check box
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and bool(group.exclusive())


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{name_of(widget)}”"
