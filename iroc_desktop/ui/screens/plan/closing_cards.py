"""What belongs to the plan as a whole: who and what helps, and whether the person agrees.

They must not take silence for a yes.
"""

from __future__ import annotations

from PySide6.QtCore import Signal

from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plan import Agreement
from iroc_desktop.i18n.formats import long_date
from iroc_desktop.ui.screens.plan.sentences import agreement_words
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.lines_card import LinesCard, ListLabels
from iroc_desktop.ui.widgets.note_field import LONG_PAUSE_MS, NoteField
from iroc_desktop.ui.widgets.pick import Pick


class SupportsCard(LinesCard):
    """People, places and things that help with the plan."""

    def __init__(self, look: Look) -> None:
        text = look.phrases.text
        labels = ListLabels(
            text("Who and what helps"), text("A person, a place or a thing that helps"), text("Add")
        )
        super().__init__(look, labels)

    def show_plan(self, plan: PersonalPlan) -> None:
        """Show the supports of the whole plan."""
        self.show_lines([(each.id, each.words) for each in plan.supports_of("")])


class AgreementCard(Card):
    """Whether the person agrees with the plan as it stands now."""

    agreed = Signal(object, str)
    """An `Agreement` and the reason."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("Do you agree with this plan?"))
        self._look = look
        self.answer = Pick(
            look,
            look.phrases.text("The person's answer"),
            {each: agreement_words(each, look.phrases) for each in Agreement},
        )
        self.reason = NoteField(look, look.phrases.text("Why"), lines=1, pause_ms=LONG_PAUSE_MS)
        self._missing = Text(
            look.phrases.text("Say in a few words why it could not be answered."), TextKind.ERROR
        )
        self._since = Text("", TextKind.MUTED)
        self.answer.picked.connect(self._tell)
        self.reason.edited.connect(self._tell)
        for part in (self.answer, self.reason, self._missing, self._since):
            self.body.addWidget(part)

    def show_plan(self, plan: PersonalPlan, *, reason_missing: bool) -> None:
        """Show the answer, and ask for a reason where one is needed."""
        if not reason_missing:
            self.answer.show_value(plan.plan.agreement)
        self.reason.set_text(plan.plan.agreement_reason)
        asks = (Agreement.NO, Agreement.COULD_NOT_ANSWER)
        self.reason.setVisible(self.answer.value in asks)
        self._missing.setVisible(reason_missing)
        day = plan.plan.agreed_on
        language = self._look.phrases.language
        self._since.setText(
            "" if day is None else self._look.phrases.text("Agreed on {day}", day=long_date(day, language))
        )
        self._since.setVisible(day is not None)
        if reason_missing:
            self.reason.setFocus()

    def flush(self) -> None:
        """Tell at once what has not been told yet."""
        self.reason.flush()

    def _tell(self, _: object) -> None:
        self.agreed.emit(self.answer.value, self.reason.text())
