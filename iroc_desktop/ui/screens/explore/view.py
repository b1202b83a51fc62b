"""Draws exploring: the chosen areas on top, the four steps below them, one step at a time.

It must not drop a word that is being typed: whatever replaces a step hears it out first.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from iroc_desktop.domain.coaching import CoachingWords
from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.exploring import ExploringStep
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.explore.agreeing_page import AgreeingPage
from iroc_desktop.ui.screens.explore.bars import AreaTabs, StepRow
from iroc_desktop.ui.screens.explore.options_page import OptionsPage
from iroc_desktop.ui.screens.explore.presenter import ExplorePresenter
from iroc_desktop.ui.screens.explore.sentences import way_spoken, way_words
from iroc_desktop.ui.screens.explore.state import Area, State
from iroc_desktop.ui.screens.explore.step_page import Material, StepPage
from iroc_desktop.ui.screens.explore.talk_pages import LookingForwardPage, UnderstandingPage
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.session_page import SessionPage
from iroc_desktop.ui.widgets.side_by_side import SideBySide, beginning_with

WIDEST = 1280
"""Of what is explored, in pixels at 100 % text: lines stay readable."""

_PAGES: dict[ExploringStep, type[StepPage]] = {
    each.step: each for each in (UnderstandingPage, LookingForwardPage, OptionsPage, AgreeingPage)
}


class ExploreView(SessionPage):
    """What the person finds out about the areas they chose."""

    def __init__(
        self,
        presenter: ExplorePresenter,
        look: Look,
        words: CoachingWords | None,
        parent: QWidget | None = None,
    ) -> None:
        """Show what one could ask from `words` beside each step."""
        super().__init__(look, Stage.EXPLORE, parent)
        self._presenter = presenter
        self._look = look
        self._words = words
        self._shown: tuple[str, ExploringStep] | None = None
        self.page: StepPage | None = None
        text = look.phrases.text
        self._opening = Text(text("One moment…"), TextKind.MUTED)
        self.nothing = Card(look)
        self.choose = Button(look, text("Choose what matters most"), ButtonKind.PLAIN)
        self._explored = _Explored()
        self.tabs = AreaTabs(look)
        self.steps = StepRow(look)
        self._waiting = Text("", TextKind.ERROR)
        self.back = Button(look, "", ButtonKind.QUIET, "arrow-left")
        self.onward = Button(look, "", ButtonKind.PLAIN, "arrow-right")
        self._holder = QVBoxLayout()
        self._lay_out()
        self._connect()
        presenter.attach(self._show)

    def leave(self) -> None:
        """Keep what is typed, try once more what could not be kept, and stop drawing."""
        self._flush()
        self._presenter.try_again()
        self._presenter.detach(self._show)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        self.show_problem(state.problem)
        if not state.ready:
            return
        first = not self._opening.isHidden()
        self._opening.hide()
        self.nothing.setVisible(state.current is None)
        self._explored.setVisible(state.current is not None)
        if state.current is not None and state.exploration is not None:
            self._show_area(state.current, state.exploration.step)
        if first:
            self._begin()

    def _show_area(self, current: Area, step: ExploringStep) -> None:
        if self._shown != (current.indicator_id, step):
            self._turn(current.indicator_id, step)
        state, page = self._presenter.state, self.page
        if page is None or state.exploration is None:
            return
        self.tabs.show_areas(state.areas, current)
        self.steps.show_exploration(state.exploration)
        page.show_state(state)
        words = self._look.phrases.text("Not kept yet: {words}", words=" · ".join(state.waiting))
        self._waiting.setText(words)
        self._waiting.setVisible(bool(state.waiting))
        for button, by in ((self.back, -1), (self.onward, 1)):
            button.setText(way_words(state, by, self._look.phrases))
            button.setAccessibleName(way_spoken(state, by, self._look.phrases))
            button.setVisible(bool(button.text()))
        self._order_keyboard(page)

    def _turn(self, indicator_id: str, step: ExploringStep) -> None:
        """Put another page in place of the one before, once that has told what was typed."""
        before, self.page = self.page, None
        self._shown = (indicator_id, step)
        had_keyboard = before is not None and self._has_keyboard(before, self.back, self.onward)
        if before is not None:
            before.flush()
            self._holder.removeWidget(before)
            before.hide()
            before.deleteLater()
        page = self.page = _PAGES[step](Material(self._look, self._presenter, indicator_id, self._words))
        page.wanted.connect(self.reveal_soon)
        self._holder.addWidget(page)
        page.show()
        self.setFocusProxy(page)
        if before is not None:
            self.reveal_both(self.tabs, page.focusProxy() or page)
        if had_keyboard:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        target = self.choose if self.page is None else self.page
        self.setFocusProxy(target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, by: int) -> None:
        self._flush()
        self._presenter.go_on(by)

    def _turn_to_area(self, indicator_id: str) -> None:
        self._flush()
        self._presenter.turn_to_area(indicator_id)

    def _turn_to_step(self, step: ExploringStep) -> None:
        self._flush()
        self._presenter.turn_to_step(step)

    def _flush(self) -> None:
        if self.page is not None:
            self.page.flush()

    def _has_keyboard(self, *parts: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and any(each is focused or each.isAncestorOf(focused) for each in parts)

    def _order_keyboard(self, page: StepPage) -> None:
        tab_through((self.tabs, self.steps, *page.stops, self.back, self.onward, self.ways))

    def _lay_out(self) -> None:
        space = self._look.theme.space
        words = self._look.phrases.text("Pick what matters most to you now, and we can look at it together.")
        self.nothing.body.setSpacing(space(2))
        self.nothing.body.addWidget(Text(words))
        self.nothing.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeading)
        self._explored.setObjectName("clear")
        self._explored.setMaximumWidth(self._look.theme.grown(WIDEST))
        column = QVBoxLayout(self._explored)
        column.setContentsMargins(0, 0, 0, space(2))
        column.setSpacing(space(1.5))
        column.addWidget(self.tabs)
        column.addWidget(self.steps)
        column.addWidget(self._waiting)
        column.addLayout(self._holder)
        column.addWidget(
            SideBySide(self._look, beginning_with(self.back), self.onward, share=(1, 0), least=0)
        )
        for part in (self._waiting, self.nothing, self._explored):
            part.hide()
        for part in (self._opening, self.nothing, self._explored):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _connect(self) -> None:
        presenter = self._presenter
        self.retried.connect(presenter.try_again)
        self.choose.clicked.connect(presenter.choose_areas)
        self.tabs.chosen.connect(self._turn_to_area)
        self.steps.chosen.connect(self._turn_to_step)
        self.back.clicked.connect(lambda: self._go(-1))
        self.onward.clicked.connect(lambda: self._go(1))
        onward = "Alt+Left" if self.isRightToLeft() else "Alt+Right"
        for keys in ("Alt+Left", "Alt+Right"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            by = 1 if keys == onward else -1
            shortcut.activated.connect(lambda by=by: self._go(by))


class _Explored(QWidget):
    """As high as its words are at the width there is."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return no height: that of the narrowest words would leave a gap below wider ones."""
        return QSize(super().minimumSizeHint().width(), 0)
