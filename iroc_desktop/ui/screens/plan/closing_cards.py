"""What belongs to the plan as a whole: who and what helps, and whether the person agrees.

They must not take silence for a yes.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plan import Agreement, Support
from iroc_desktop.i18n.formats import long_date
from iroc_desktop.ui.screens.plan.adding import AddingField
from iroc_desktop.ui.screens.plan.sentences import agreement_words
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.note_field import NoteField
from iroc_desktop.ui.widgets.pick import Pick


class SupportsCard(Card):
    """People, places and things that help with the plan."""

    added = Signal(str)
    worded = Signal(str, str)
    """A support's id and its new words."""
    removed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("Who and what helps"))
        self._look = look
        self.fields: dict[str, NoteField] = {}
        self._rows: dict[str, QWidget] = {}
        self.add = AddingField(
            look, look.phrases.text("A person, a place or a thing that helps"), look.phrases.text("Add")
        )
        self.add.added.connect(self.added)
        self._list = QVBoxLayout()
        self.body.addLayout(self._list)
        self.body.addWidget(self.add)

    def show_plan(self, plan: PersonalPlan) -> None:
        """Show the supports of the whole plan."""
        supports = plan.supports_of("")
        if [each.id for each in supports] != list(self.fields):
            self._rebuild(supports)
        for support in supports:
            self.fields[support.id].set_text(support.words)

    def flush(self) -> None:
        """Tell at once what has not been told yet."""
        for field in self.fields.values():
            field.flush()
        self.add.flush()

    def _rebuild(self, supports: tuple[Support, ...]) -> None:
        for row in self._rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.fields, self._rows = {}, {}
        for number, support in enumerate(supports, start=1):
            self._add_row(support, number)

    def _add_row(self, support: Support, number: int) -> None:
        text = self._look.phrases.text
        field = NoteField(self._look, text("Support {number}", number=number), lines=1)
        field.edited.connect(lambda words: self.worded.emit(support.id, words))
        drop = Button(self._look, "", ButtonKind.QUIET, "x")
        drop.setAccessibleName(text("Take support {number} away", number=number))
        drop.setToolTip(drop.accessibleName())
        drop.clicked.connect(lambda: self.removed.emit(support.id))
        row = QWidget()
        row.setObjectName("clear")
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(field, 1)
        across.addWidget(drop)
        self.fields[support.id], self._rows[support.id] = field, row
        self._list.addWidget(row)


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
        self.reason = NoteField(look, look.phrases.text("Why"), lines=1)
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
