"""The frame that every stage of a session shares: stages on top, trouble below them, the ways at the foot.

It must not know what a stage shows, nor decide which stage may follow.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.session import Session, StageProgress
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.side_by_side import SideBySide
from iroc_desktop.ui.widgets.stage_ways import StageAsides, StageWays, stage_before, stage_names
from iroc_desktop.ui.widgets.stepper import Stepper, StepperStage

TURNED_FROM: Final = frozenset({Stage.CHOOSE, Stage.EXPLORE, Stage.PLAN, Stage.TOOLKIT})
"""Stages that offer to turn the screen to the person; the conversation words its own button."""


class SessionPage(QWidget):
    """A page that scrolls when it must; its foot stays in sight.

    Fill `body` with what the stage shows, `beside` with what stands next to the stages, `foot` with what
    leads on. A page with a `stage` has the stages on top, and their ways at its foot already, unless it
    has a foot of its own, where it puts `asides`. Without a `stage` there is neither.
    """

    staged = Signal(object)
    """A `Stage` was asked for."""
    went_on = Signal()
    """This stage is done; the one after shall follow."""
    skipped = Signal()
    """This stage is left out today."""
    turned = Signal()
    """The screen shall be turned to the person."""
    paused = Signal()
    interrupted = Signal()
    """The session was stopped from outside."""
    asides: StageAsides
    """On a page with a stage: what may happen on the way."""
    ways: StageWays
    """On a page with a stage that has no foot of its own."""
    retried = Signal()
    """The reader wants to try again what failed."""

    def __init__(
        self, look: Look, stage: Stage | None, parent: QWidget | None = None, *, own_foot: bool = False
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._stage = stage
        self._stepper: Stepper | None = None
        space = look.theme.space
        self.banner = Banner(look)
        self.banner.acted.connect(self.retried)
        self.body = QVBoxLayout()
        self.beside = QHBoxLayout()
        self.foot = QVBoxLayout()
        self._scroll = self._scrolling()
        self.body.addWidget(self._top(stage))
        if stage is not None:
            self._add_ways(stage, own_foot=own_foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(1), space(3), space(1.5))
        column.setSpacing(space(1))
        column.addWidget(self.banner)
        column.addWidget(self._scroll, 1)
        column.addLayout(self.foot)

    def show_session(self, session: Session) -> None:
        """Tick the stages that are done, and mark those left out."""
        if self._stepper is None or self._stage is None:
            return
        known = session.progress
        done = [each.value for each in known if known[each] is StageProgress.DONE]
        skipped = [each.value for each in known if known[each] is StageProgress.SKIPPED]
        self._stepper.set_state(self._stage.value, done, skipped)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Say which stage is open now: the focus alone does not tell it."""
        super().showEvent(event)
        if self._stage is not None and not event.spontaneous():
            announce(self, stage_names(self._look.phrases)[self._stage])

    def end_stages(self) -> None:
        """Take the stages and their ways away: there is none left to go to."""
        for part in (self._stepper, self.ways, self.asides):
            if part is not None:
                part.hide()

    def show_problem(self, error: ExpectedError | None) -> None:
        """Tell why something failed, with a way to try again; nothing when `error` is None."""
        self.banner.tell(error)

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
        return SideBySide(self._look, self._stages(stage), beside, share=(1, 0), least=660)

    def _stages(self, stage: Stage) -> Stepper:
        names = stage_names(self._look.phrases)
        stepper = Stepper(self._look, [StepperStage(each.value, name) for each, name in names.items()])
        stepper.set_state(stage.value)
        stepper.chosen.connect(lambda chosen: self.staged.emit(Stage(chosen)))
        self._stepper = stepper
        return stepper

    def _add_ways(self, stage: Stage, *, own_foot: bool) -> None:
        asides = self.asides = StageAsides(self._look, stage)
        asides.skipped.connect(self.skipped)
        asides.paused.connect(self.paused)
        asides.interrupted.connect(self.interrupted)
        if stage in TURNED_FROM:
            words = self._look.phrases.text("Turn to the person  F8")
            turn = Button(self._look, words, ButtonKind.QUIET, "monitor")
            turn.clicked.connect(self.turned)
            self.beside.addWidget(turn, 0, Qt.AlignmentFlag.AlignTrailing)
        if own_foot:
            return
        ways = self.ways = StageWays(self._look, stage, asides)
        ways.went_back.connect(lambda: self.staged.emit(stage_before(stage)))
        ways.went_on.connect(self.went_on)
        self.foot.addWidget(ways)

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
