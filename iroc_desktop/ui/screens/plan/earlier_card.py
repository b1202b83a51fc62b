"""A quiet place to read how the plan stood at each session, and the plans before it.

It must not ask for anything before somebody looks.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.i18n.formats import short_date
from iroc_desktop.ui.screens.plan.earlier_presenter import EarlierPlan, EarlierPresenter, EarlierState
from iroc_desktop.ui.screens.plan.plan_reading import PlanReading
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.pick import Pick


class EarlierCard(Card):
    """Folded until it is wanted."""

    def __init__(self, look: Look, presenter: EarlierPresenter, indicators: Mapping[str, str]) -> None:
        super().__init__(look)
        self._look = look
        self._presenter = presenter
        self._offered: tuple[EarlierPlan, ...] = ()
        text = look.phrases.text
        content = QWidget()
        content.setObjectName("clear")
        self._content = QVBoxLayout(content)
        self._content.setContentsMargins(0, 0, 0, 0)
        self._content.setSpacing(look.theme.space())
        self._nothing = Text(
            text("There is nothing yet. A plan is kept as it stands whenever a session is finished."),
            TextKind.MUTED,
        )
        self.which: Pick | None = None
        self.reading = PlanReading(look, indicators)
        self._content.addWidget(self._nothing)
        self._content.addWidget(self.reading)
        self.away = Button(look, text("Put this plan in the bin"), ButtonKind.QUIET)
        self.away.setAccessibleDescription(text("The plan shown above"))
        self.away.hide()
        self._content.addWidget(self.away, alignment=Qt.AlignmentFlag.AlignLeading)
        self.more = Disclosure(look, text("Earlier plans"), content)
        self.more.opened.connect(self._open)
        self.body.addWidget(self.more)
        presenter.attach(self._show)

    def leave(self) -> None:
        """Stop drawing."""
        self._presenter.detach(self._show)

    def _open(self, shown: bool) -> None:
        if shown:
            self._presenter.open()

    def _show(self, state: EarlierState) -> None:
        self._nothing.setVisible(state.ready and not state.plans)
        if state.plans != self._offered:
            self._offer(state.plans)
        if self.which is not None:
            self.which.show_value(state.chosen)
        reading = state.reading
        self.reading.show_plan(reading.plan if reading is not None else None)
        # how a plan stood at a session belongs to that plan: it goes and comes with it
        possible = reading is not None and not reading.at_session
        if self.away.hasFocus() and not possible:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.away.setVisible(possible)

    def _offer(self, plans: tuple[EarlierPlan, ...]) -> None:
        self._offered = plans
        if self.which is not None:
            self.which.hide()
            self.which.deleteLater()
            self.which = None
        if not plans:
            return
        names = {each.key: self._name(each) for each in plans}
        self.which = Pick(self._look, self._look.phrases.text("Which one"), names)
        self.which.picked.connect(self._presenter.choose)
        self._content.insertWidget(0, self.which)
        tab_through((self.more,))

    def _name(self, earlier: EarlierPlan) -> str:
        text = self._look.phrases.text
        if earlier.day is None:
            return text("A plan before this one")
        day = short_date(earlier.day, self._look.phrases.language)
        if earlier.at_session:
            return text("Session of {day}", day=day)
        return text("Plan begun on {day}", day=day)
