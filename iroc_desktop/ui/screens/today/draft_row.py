"""One session to go on with: when it began and how far it is; whose it is only when asked.

It must not hold the name in any text or accessible name while it is hidden.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from iroc_desktop.i18n.formats import short_date
from iroc_desktop.ui.screens.today.presenter import DraftLine
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.labels import Text, TextKind


class DraftRow(QWidget):
    """Hovering over it, a click on it or the focus on its button shows the name."""

    resumed = Signal(str)
    """The id of the person to go on with."""

    def __init__(self, look: Look, line: DraftLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._line = line
        self._asked = self._hovered = self._focused = self._clicked = False
        text = look.phrases.text
        begun = short_date(line.held_on, look.phrases.language)
        sentence = text(
            "A session begun on {day} · {settled} of {of}", day=begun, settled=line.settled, of=line.of
        )
        self._name = Text("", TextKind.LABEL)
        self._name.setMinimumHeight(self._name.fontMetrics().height())
        self.button = Button(look, text("Go on"), icon="arrow-right")
        self.button.setAccessibleDescription(sentence)
        self.button.clicked.connect(lambda: self.resumed.emit(line.person_id))
        self.button.installEventFilter(self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, look.theme.space(), 0, look.theme.space())
        layout.setVerticalSpacing(look.theme.space(0.25))
        layout.setColumnStretch(0, 1)
        layout.addWidget(Text(sentence), 0, 0)
        layout.addWidget(self._name, 1, 0)
        layout.addWidget(self.button, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self._redraw()

    def show_name(self, shown: bool) -> None:
        """Show the name for as long as names are asked for."""
        self._asked = shown
        self._redraw()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Show the name under the mouse."""
        self._hovered = True
        self._redraw()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Hide it again."""
        self._hovered = False
        self._redraw()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the name in sight, or let it go; a touch screen has no hover."""
        self._clicked = not self._clicked
        self._redraw()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the focus of the button."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._focused = event.type() == QEvent.Type.FocusIn
            self._redraw()
        return super().eventFilter(watched, event)

    def _redraw(self) -> None:
        shown = self._asked or self._hovered or self._focused or self._clicked
        text = self._look.phrases.text
        self._name.setText(self._line.name if shown else text("name hidden"))
        self._name.set_kind(TextKind.LABEL if shown else TextKind.SMALL)
        self.button.setAccessibleName(
            text("Go on with {name}", name=self._line.name) if shown else text("Go on")
        )
