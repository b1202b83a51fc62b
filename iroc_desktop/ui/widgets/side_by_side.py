"""Parts of a page beside each other where there is room, and below each other where there is not.

It must not know what the parts show.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from iroc_desktop.ui.theme.look import Look


class SideBySide(QWidget):
    """Two parts beside each other, or one below the other where there is too little room for both."""

    restacked = Signal(bool)
    """Whether the second part stands below the first now."""

    def __init__(
        self, look: Look, first: QWidget, second: QWidget, *, share: tuple[int, int], least: int = 720
    ) -> None:
        """Give the parts this share of the width; stack them below `least` pixels at 100 % text."""
        super().__init__()
        self._least = look.theme.grown(least)
        self._parts = (first, second)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.theme.space(2.5))
        self._row.addWidget(first, share[0])
        self._row.addWidget(second, share[1])
        self._share = share

    @property
    def stacked(self) -> bool:
        """Return whether the second part stands below the first."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of the wider part: the other one can go below it."""
        stacked = max(self._narrowest(each) for each in self._parts)
        return QSize(stacked, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stack or unstack."""
        beside = sum(self._narrowest(each) for each in self._parts) + self._row.spacing()
        narrow = event.size().width() < max(self._least, beside)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if wanted is not self._row.direction():
            self._row.setDirection(wanted)
            for place, share in enumerate(self._share):
                self._row.setStretch(place, 0 if narrow else share)
            self.restacked.emit(narrow)
        super().resizeEvent(event)

    def _narrowest(self, part: QWidget) -> int:
        hint = part.sizeHint() if part.sizePolicy().horizontalPolicy() in _RIGID else part.minimumSizeHint()
        return max(hint.width(), part.minimumWidth())


_RIGID = frozenset({QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum})


def beginning_with(*parts: QWidget) -> QWidget:
    """Return parts in a row that leaves the rest of its width free, to stand first in a `SideBySide`."""
    whole = QWidget()
    whole.setObjectName("clear")
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return whole
