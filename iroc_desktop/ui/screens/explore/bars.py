"""The two rows on top of exploring: the chosen areas, and the four steps of the one that is open.

They must not tell one area from another by colour alone.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from iroc_desktop.domain.exploring import Exploration, ExploringStep
from iroc_desktop.ui.screens.explore.sentences import area_spoken, step_name, step_spoken
from iroc_desktop.ui.screens.explore.state import STEPS, Area
from iroc_desktop.ui.theme.fonts import sized_font
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.keyboard import enter_presses


class AreaTabs(QWidget):
    """A tab for each chosen area, in the person's order."""

    chosen = Signal(str)
    """The id of the area's indicator."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("clear")
        self.setAccessibleName(look.phrases.text("Chosen areas"))
        self.tabs: dict[str, AreaTab] = {}
        self._flow = FlowLayout(self, gap=look.theme.space())

    def show_areas(self, areas: tuple[Area, ...], current: Area) -> None:
        """Show these areas, one of them open."""
        if [each.indicator_id for each in areas] != list(self.tabs):
            self._rebuild(areas)
        for area in areas:
            self.tabs[area.indicator_id].show_area(area, current=area == current)

    def _rebuild(self, areas: tuple[Area, ...]) -> None:
        for tab in self.tabs.values():
            self._flow.removeWidget(tab)
            tab.hide()
            tab.deleteLater()
        self.tabs = {each.indicator_id: self._tab(each.indicator_id) for each in areas}

    def _tab(self, indicator_id: str) -> AreaTab:
        tab = AreaTab(self._look, self)
        tab.clicked.connect(lambda: self.chosen.emit(indicator_id))
        self._flow.addWidget(tab)
        return tab


class StepRow(QWidget):
    """The four steps; a tick where something was said."""

    chosen = Signal(object)
    """The `ExploringStep` that was pressed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("clear")
        self.setAccessibleName(look.phrases.text("Steps of exploring"))
        self.tabs: dict[ExploringStep, StepTab] = {}
        flow = FlowLayout(self, gap=look.theme.space(0.5))
        for step in STEPS:
            tab = StepTab(look, step_name(step, look.phrases), self)
            tab.clicked.connect(lambda _=False, each=step: self.chosen.emit(each))
            self.tabs[step] = tab
            flow.addWidget(tab)

    def show_exploration(self, exploration: Exploration) -> None:
        """Show which step is open, and which were begun."""
        for step, tab in self.tabs.items():
            current, begun = step is exploration.step, exploration.begun(step)
            tab.show_as(current=current, begun=begun)
            tab.setAccessibleName(step_spoken(step, self._look.phrases, current=current, begun=begun))


class _Tab(QAbstractButton):
    """A button drawn by hand, pressed with Space and Enter, with a ring while it has the keyboard."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._current = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        enter_presses(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the whole size: a name is never cut."""
        return self.sizeHint()

    def _font_size(self) -> int:
        return self._look.theme.pixels(TypeSize.BASE)

    def _width_of(self, words: str) -> int:
        # the same whether bold or not, so that nothing moves when another one is opened
        return QFontMetrics(sized_font(self._look.theme, TypeSize.BASE, bold=True)).horizontalAdvance(words)

    def _draw_ring(self, painter: QPainter, radius: float) -> None:
        if self.hasFocus():
            theme = self._look.theme
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.colour("focus")), theme.focus_width))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    def _mirrored(self, box: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)

    def _leading(self) -> Qt.AlignmentFlag:
        return QStyle.visualAlignment(
            self.layoutDirection(), Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )


class AreaTab(_Tab):
    """The letter of the area in its colour, the place and the name."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._letter = ""
        self._area = look.theme.area("")

    def show_area(self, area: Area, *, current: bool) -> None:
        """Show an area, open or not."""
        self._current, self._letter = current, area.letter
        self._area = self._look.theme.area(area.token)
        self.setText(f"{area.number}. {area.name}")
        self.setToolTip(area.name)
        self.setAccessibleName(area_spoken(area, self._look.phrases, current=current))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for letter and name."""
        space, side = self._look.theme.space, self._side()
        return QSize(side + self._width_of(self.text()) + space(3.5), side + space(1.5))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the pill, the letter and the name."""
        theme, space, side = self._look.theme, self._look.theme.space, self._side()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._area.soft if self._current else theme.colour("hover" if self.underMouse() else "card")
        edge = self._area.colour if self._current else theme.colour("control_line")
        painter.setPen(QPen(QColor(edge), 2 if self._current else 1))
        painter.setBrush(QColor(ground))
        pill = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        badge = self._mirrored(QRect(space(0.75), (self.height() - side) // 2, side, side))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._area.colour))
        painter.drawEllipse(QRectF(badge))
        painter.setPen(QColor(self._area.on))
        painter.setFont(sized_font(theme, TypeSize.SMALL, bold=True))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.setFont(sized_font(theme, TypeSize.BASE, bold=self._current))
        painter.setPen(QColor(theme.colour("ink")))
        words = QRect(side + space(1.5), 0, self.width() - side - space(2), self.height())
        painter.drawText(self._mirrored(words), self._leading(), self.text())
        self._draw_ring(painter, self.height() / 2 - 1)

    def _side(self) -> int:
        return round(self._font_size() * 1.6)


class StepTab(_Tab):
    """A step's name over a line when it is open, with a tick when something was said in it."""

    def __init__(self, look: Look, name: str, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._begun = False
        self.setText(name)
        self.setToolTip(name)

    def show_as(self, *, current: bool, begun: bool) -> None:
        """Show the step open or not, and begun or not."""
        self._current, self._begun = current, begun
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for name and tick."""
        space, side = self._look.theme.space, self._font_size()
        return QSize(self._width_of(self.text()) + side + space(3.5), 2 * side + space(1.5))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the name, the tick and the line."""
        theme, space, side = self._look.theme, self._look.theme.space, self._font_size()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._begun:
            tick = QRect(space(1.25), (self.height() - side) // 2, side, side)
            self._look.icons.icon("check", "accent").paint(painter, self._mirrored(tick))
        strong = self._current or self.underMouse()
        painter.setPen(QColor(theme.colour("ink" if strong else "muted")))
        painter.setFont(sized_font(theme, TypeSize.BASE, bold=self._current))
        lead = space(1.75) + side
        words = QRect(lead, 0, self.width() - lead, self.height())
        painter.drawText(self._mirrored(words), self._leading(), self.text())
        if self._current:
            line = QRect(lead, self.height() - 5, self._width_of(self.text()), 3)
            painter.fillRect(self._mirrored(line), QColor(theme.colour("accent")))
        self._draw_ring(painter, theme.radius)
