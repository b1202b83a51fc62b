"""The frame that every stage of a session shares: stages on top, trouble below them, a foot at the bottom.

It must not know what a stage shows, nor decide which stage may follow.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.messages.errors import message_for
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.stepper import Stepper, StepperStage


class SessionPage(QWidget):
    """A page that scrolls when it must; its foot stays in sight.

    Fill `body` with what the stage shows, `beside` with what stands next to the stages, `foot` with what
    leads on. Without a `stage` there are no stages on top.
    """

    staged = Signal(object)
    """A `Stage` was pressed."""
    retried = Signal()
    """The reader wants to try again what failed."""

    def __init__(self, look: Look, stage: Stage | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._told: ExpectedError | None = None
        space = look.theme.space
        self.banner = Banner(look)
        self.banner.acted.connect(self.retried)
        self.body = QVBoxLayout()
        self.beside = QHBoxLayout()
        self.foot = QVBoxLayout()
        self._scroll = self._scrolling()
        self.body.addWidget(self._top(stage))
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(1), space(3), space(1.5))
        column.setSpacing(space(1))
        column.addWidget(self.banner)
        column.addWidget(self._scroll, 1)
        column.addLayout(self.foot)

    def show_problem(self, error: ExpectedError | None) -> None:
        """Tell why something failed, with a way to try again; nothing when `error` is None."""
        if error is self._told:
            return
        self._told = error
        if error is None:
            self.banner.clear()
        else:
            message = message_for(error, self._look.phrases)
            self.banner.show_problem(message.what, message.do, self._look.phrases.text("Try again"))

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that `widget` can be seen."""
        self._scroll.ensureWidgetVisible(widget, 0, self._look.theme.space(1))

    def reveal_both(self, first: QWidget, last: QWidget) -> None:
        """Scroll, once everything has its place, so that both are seen; `first` matters more."""
        QTimer.singleShot(0, last, lambda: self._reveal_both(first, last))

    def _reveal_both(self, first: QWidget, last: QWidget) -> None:
        page, gap = self._scrolled, self._look.theme.space(1)
        top = first.mapTo(page, QPoint(0, 0)).y() - gap
        needed = last.mapTo(page, QPoint(0, last.height())).y() + gap - self._scroll.viewport().height()
        self._scroll.verticalScrollBar().setValue(max(0, min(top, needed)))

    def reveal_soon(self, widget: QWidget) -> None:
        """Scroll to a widget that has only just been shown, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self.reveal(widget))

    def _top(self, stage: Stage | None) -> QWidget:
        beside = QWidget()
        beside.setObjectName("clear")
        beside.setLayout(self.beside)
        self.beside.setContentsMargins(0, 0, 0, 0)
        if stage is None:
            return beside
        return SideBySide(self._look, self._stepper(stage), beside, share=(1, 0), least=660)

    def _stepper(self, stage: Stage) -> Stepper:
        names = stage_names(self._look.phrases)
        stepper = Stepper(self._look, [StepperStage(each.value, name) for each, name in names.items()])
        order = list(names)
        stepper.set_state(stage.value, [each.value for each in order[: order.index(stage)]])
        stepper.chosen.connect(lambda chosen: self.staged.emit(Stage(chosen)))
        return stepper

    def _scrolling(self) -> QScrollArea:
        page = self._scrolled = QWidget()
        page.setObjectName("page")
        page.setLayout(self.body)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(self._look.theme.space(1))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        return scroll


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


def stage_names(phrases: Phrases) -> dict[Stage, str]:
    """Return what the stages of a session are called, in order."""
    return {
        Stage.CONVERSATION: phrases.about("stage of a session", "Conversation"),
        Stage.PICTURE: phrases.about("stage of a session", "Picture"),
        Stage.CHOOSE: phrases.about("stage of a session", "Choose"),
        Stage.PRINT: phrases.about("stage of a session", "Print"),
    }
