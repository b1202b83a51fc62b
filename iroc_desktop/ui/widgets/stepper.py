"""The stages of a session in a row: numbered, ticked when done, the current one in bold.

It must not decide which stage may follow; it only says which one was pressed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QVBoxLayout, QWidget

from iroc_desktop.ui.theme.fonts import sized_font
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.keyboard import enter_presses


@dataclass(frozen=True, slots=True)
class StepperStage:
    """One stage: its id, its name, and whether it can be opened in this version."""

    id: str
    name: str
    available: bool = True


class Stepper(QWidget):
    """Stages to press; where not every name has room, only the open one shows its name."""

    chosen = Signal(str)
    """The id of the stage that was pressed."""

    def __init__(self, look: Look, stages: Sequence[StepperStage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(look.phrases.text("Stages of the session"))
        self._buttons: dict[str, StageButton] = {}
        self._gap = look.theme.space(0.5)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(gap=self._gap)
        outer.addLayout(flow)
        for number, stage in enumerate(stages, start=1):
            button = StageButton(look, number, stage.name, self)
            button.setEnabled(stage.available)
            button.clicked.connect(self._on_clicked)
            self._buttons[stage.id] = button
            flow.addWidget(button)

    def set_state(self, current: str, done: Collection[str] = (), skipped: Collection[str] = ()) -> None:
        """Show which stage is open, which are done, and which were left out (ids)."""
        for stage_id, button in self._buttons.items():
            mark = Mark.DONE if stage_id in done else Mark.SKIPPED if stage_id in skipped else Mark.NONE
            button.set_state(current=stage_id == current, mark=mark)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Name every stage where there is room for all the names."""
        buttons = self._buttons.values()
        needed = sum(each.named_width() for each in buttons) + self._gap * (len(buttons) - 1)
        for button in buttons:
            button.set_named(needed <= event.size().width())
        super().resizeEvent(event)

    def _on_clicked(self) -> None:
        self.chosen.emit(next(key for key, button in self._buttons.items() if button is self.sender()))


class Mark(Enum):
    """What became of a stage."""

    NONE = auto()
    DONE = auto()
    SKIPPED = auto()


class StageButton(QAbstractButton):
    """A number in a ring and a name; a tick instead of the number when done, a dash when left out."""

    def __init__(self, look: Look, number: int, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._number = number
        self._current = False
        self._mark = Mark.NONE
        self._named = True
        self.setText(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        enter_presses(self)
        self.set_state(current=False, mark=Mark.NONE)

    def set_state(self, *, current: bool, mark: Mark) -> None:
        """Show whether the stage is the open one, and what became of it."""
        self._current, self._mark = current, mark
        self.setFont(sized_font(self._look.theme, TypeSize.BASE, bold=current))
        self.setAccessibleName(self._spoken())
        self.updateGeometry()
        self.update()

    def _spoken(self) -> str:
        phrases, fields = self._look.phrases, {"number": self._number, "name": self.text()}
        if self._current:
            return phrases.text("Stage {number}, {name}, open now", **fields)
        if self._mark is Mark.DONE:
            return phrases.text("Stage {number}, {name}, done", **fields)
        if self._mark is Mark.SKIPPED:
            return phrases.text("Stage {number}, {name}, left out today", **fields)
        return phrases.text("Stage {number}, {name}", **fields)

    def set_named(self, named: bool) -> None:
        """Show the name, or only the number; the open stage is always named."""
        if named is not self._named:
            self._named = named
            self.updateGeometry()
            self.update()

    def named_width(self) -> int:
        """Return the width in pixels for ring and name, the same whether bold or not."""
        metrics = QFontMetrics(sized_font(self._look.theme, TypeSize.BASE, bold=True))
        return self._ring() + metrics.horizontalAdvance(self.text()) + self._look.theme.space(3)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the ring, and for the name where it is shown."""
        theme, ring = self._look.theme, self._ring()
        wide = self.named_width() if self._shows_name() else ring + theme.space(1.5)
        return QSize(wide, ring + theme.space())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: a name is never cut."""
        return self.sizeHint()

    def _shows_name(self) -> bool:
        return self._named or self._current

    def _ring(self) -> int:
        return round(self._look.theme.pixels(TypeSize.BASE) * 1.6)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw ring, number or tick, name, and the focus ring."""
        theme, direction = self._look.theme, self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._ring()
        lead = theme.space(0.75)
        ring = QStyle.visualRect(direction, self.rect(), QRect(lead, (self.height() - side) // 2, side, side))
        self._draw_ring(painter, ring)
        words = QRect(lead + side + theme.space(0.75), 0, self.width(), self.height())
        words.setRight(self.width() - 1)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.colour(self._ink())))
        align = QStyle.visualAlignment(
            direction, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        if self._shows_name():
            painter.drawText(QStyle.visualRect(direction, self.rect(), words), align, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.colour("focus")), theme.focus_width))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.radius, theme.radius)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "disabled"
        return "ink" if self._current or self.underMouse() else "muted"

    def _draw_ring(self, painter: QPainter, ring: QRect) -> None:
        theme = self._look.theme
        ground = "accent" if self._current else "accent_mid" if self._mark is Mark.DONE else "paper"
        edge = "disabled" if not self.isEnabled() else ground if ground != "paper" else "control_line"
        painter.setPen(QPen(QColor(theme.colour(edge)), 1.5))
        painter.setBrush(QColor(theme.colour(ground)))
        painter.drawEllipse(QRectF(ring).adjusted(1, 1, -1, -1))
        if self._mark is Mark.DONE and not self._current:
            inset = ring.width() // 5
            self._look.icons.icon("check", "on_accent").paint(
                painter, ring.adjusted(inset, inset, -inset, -inset)
            )
            return
        painter.setFont(sized_font(theme, TypeSize.SMALL, bold=True))
        painter.setPen(QColor(theme.colour("on_accent" if self._current else self._ink())))
        left_out = self._mark is Mark.SKIPPED and not self._current
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, "–" if left_out else str(self._number))
