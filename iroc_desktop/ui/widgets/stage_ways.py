"""The foot that the stages of a session share: back, on, and what may happen on the way.

It must not go anywhere by itself: it only says where the two of them want to go.
"""

from __future__ import annotations

from functools import partial, reduce
from typing import Final

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.session import STAGES
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.side_by_side import SideBySide, beginning_with

LARGEST_UNFOLDED: Final = 125
"""Text size in per cent up to which the asides stand side by side; for larger ones they fold into one."""


class StageAsides(QWidget):
    """Leave the stage out, pause, or note that the session was stopped from outside."""

    skipped = Signal()
    paused = Signal()
    interrupted = Signal()

    def __init__(self, look: Look, stage: Stage) -> None:
        super().__init__()
        self.setObjectName("clear")
        text = look.phrases.text
        asides = [
            *([(text("Leave out today"), self.skipped)] if stage is not STAGES[-1] else []),
            (text("Pause"), self.paused),
            (text("Interrupted  F12"), self.interrupted),
        ]
        flow = FlowLayout(self, gap=look.theme.space())
        if look.theme.text_scale > LARGEST_UNFOLDED:
            flow.addWidget(_folded(look, asides))
            return
        for words, signal in asides:
            button = Button(look, words, ButtonKind.QUIET)
            button.clicked.connect(signal)
            flow.addWidget(button)


def _folded(look: Look, asides: list[tuple[str, SignalInstance]]) -> Button:
    words = look.phrases.about("what else can be done with a stage", "More")
    button = Button(look, words, ButtonKind.QUIET, "chevron-down")
    menu = QMenu(button)
    for words, signal in asides:
        menu.addAction(words).triggered.connect(signal)
    button.setMenu(menu)
    return button


class StageWays(QWidget):
    """Back to the stage before and on to the one after; the asides stand between them."""

    went_back = Signal()
    went_on = Signal()

    def __init__(self, look: Look, stage: Stage, asides: StageAsides) -> None:
        super().__init__()
        phrases = look.phrases
        self.back = Button(look, phrases.text("Back"), icon="arrow-left")
        self.back.setEnabled(stage_before(stage) is not None)
        self.back.clicked.connect(self.went_back)
        parts: list[QWidget] = [beginning_with(self.back), asides]
        after = stage_after(stage)
        if after is not None:
            words = phrases.text("Next: {stage}", stage=stage_names(phrases)[after])
            self.onward = Button(look, words, ButtonKind.PRIMARY, "arrow-right")
            self.onward.clicked.connect(self.went_on)
            parts.append(self.onward)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(reduce(partial(_beside, look), parts))


def _beside(look: Look, leading: QWidget, following: QWidget) -> QWidget:
    return SideBySide(look, leading, following, share=(1, 0), least=0)


def stage_before(stage: Stage) -> Stage | None:
    """Return the stage before; None for the first."""
    place = STAGES.index(stage)
    return STAGES[place - 1] if place else None


def stage_after(stage: Stage) -> Stage | None:
    """Return the stage after; None for the last."""
    place = STAGES.index(stage) + 1
    return STAGES[place] if place < len(STAGES) else None


def stage_names(phrases: Phrases) -> dict[Stage, str]:
    """Return what the stages of a session are called, in order."""
    return {
        Stage.WELCOME: phrases.about("stage of a session", "Welcome back"),
        Stage.CONVERSATION: phrases.about("stage of a session", "Conversation"),
        Stage.PICTURE: phrases.about("stage of a session", "Picture"),
        Stage.CHOOSE: phrases.about("stage of a session", "Choose"),
        Stage.EXPLORE: phrases.about("stage of a session", "Explore"),
        Stage.PLAN: phrases.about("stage of a session", "Plan"),
        Stage.TOOLKIT: phrases.about("stage of a session", "Toolkit"),
        Stage.PRINT: phrases.about("stage of a session", "Print and next date"),
    }
