"""A new recovery sheet: shown, printed or saved, two groups typed back, and put in force.

They must not show the digits again while they are typed back, nor put a sheet in force that nobody has.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from iroc_desktop.domain.recovery import DIGITS
from iroc_desktop.ui.screens.practitioners.page import TaskPage
from iroc_desktop.ui.screens.practitioners.presenter import PractitionersPresenter
from iroc_desktop.ui.screens.practitioners.sentences import called
from iroc_desktop.ui.screens.practitioners.state import Busy, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.printing import ask_printer
from iroc_desktop.ui.widgets.recovery_sheet import GroupField, notice, sheet_groups
from iroc_desktop.ui.widgets.saving_place import ask_place


class SheetPage(TaskPage):
    """The groups in big digits, and two ways onto paper."""

    def __init__(self, presenter: PractitionersPresenter, look: Look, state: State) -> None:
        super().__init__(presenter, look, state)
        text = look.phrases.text
        self._title(
            text("The new recovery sheet"),
            text("Print it, save it, or write it down. It counts after the last step, not before."),
        )
        lost = text("Without a passphrase and without this sheet the data is gone. Nobody can bring it back.")
        self.body.addWidget(notice(look, lost))
        self.body.addWidget(sheet_groups(look, state.groups))
        self.print = Button(look, text("Print the sheet…"), icon="printer")
        self.print.clicked.connect(self._print)
        self.save = Button(look, text("Save as PDF…"), icon="save")
        self.save.clicked.connect(self._save)
        row = QWidget()
        row.setObjectName("clear")
        flow = FlowLayout(row, gap=look.theme.space(1.5))
        flow.addWidget(self.print)
        flow.addWidget(self.save)
        self._taken = Text("", TextKind.MUTED)
        self._taken.hide()
        self.body.addWidget(row)
        self.body.addWidget(self._taken)
        self.body.addWidget(Text(text("Keep it locked away, and away from this machine."), TextKind.MUTED))
        self._ways(text("I have the sheet"), back=text("Leave everything as it is"))
        self.setFocusProxy(self.print)

    def show_state(self, state: State) -> None:
        """Show whether the sheet is being written, or is there."""
        super().show_state(state)
        for button in (self.print, self.save):
            button.setEnabled(state.busy is Busy.NOTHING)
        was_there = not self._taken.isHidden()
        self._taken.setText(self._look.phrases.text("The sheet is ready.") if state.sheet_taken else "")
        self._taken.setVisible(state.sheet_taken)
        if state.sheet_taken and not was_there:
            # the button that was pressed went grey meanwhile, and lost the keyboard with that
            self.onward.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        job = self._look.phrases.text("recovery-sheet")
        send = ask_printer(self, job, self._presenter.paper)
        if send is not None:
            self._presenter.print_sheet(send)

    def _save(self) -> None:
        text = self._look.phrases.text
        name = f"{text('recovery-sheet')}.pdf"
        path = ask_place(self, text("Save as PDF…"), name, (text("PDF files (*.pdf)"),))
        if path is not None:
            self._presenter.save_sheet(path)


class TypeBackPage(TaskPage):
    """Two groups, so that a sheet nobody can read is found out today."""

    def __init__(self, presenter: PractitionersPresenter, look: Look, state: State) -> None:
        super().__init__(presenter, look, state)
        text = look.phrases.text
        self._title(
            text("Check your sheet"),
            text("Take the sheet and type two of its groups. Then you know that it can be read."),
        )
        self._asked = state.asked
        self.fields = tuple(self._digits(place, number) for place, number in enumerate(state.asked))
        self.body.addWidget(Text(text("To see the digits once more, go back."), TextKind.MUTED))
        self._ways(text("Go on"))
        self.setFocusProxy(self.fields[0])

    def show_state(self, state: State) -> None:
        """Go to the group that is not right."""
        super().show_state(state)
        for number, field in zip(self._asked, self.fields, strict=True):
            field.show_wrong(wrong=number == state.wrong_group)

    def _digits(self, place: int, number: int) -> GroupField:
        field = GroupField(self._look, number, self._typed.groups[place])
        field.line.textEdited.connect(lambda text: self._type(place, text))
        field.line.returnPressed.connect(self._presenter.proceed)
        self.body.addWidget(field)
        return field

    def _type(self, place: int, text: str) -> None:
        first, second = self._typed.groups
        self._tell(groups=(text, second) if place == 0 else (first, text))
        if place == 0 and len("".join(text.split())) == DIGITS:
            self.fields[1].setFocus(Qt.FocusReason.TabFocusReason)


class ConfirmPage(TaskPage):
    """The last step: one's own passphrase, and the new sheet counts."""

    def __init__(self, presenter: PractitionersPresenter, look: Look, state: State) -> None:
        super().__init__(presenter, look, state)
        text = look.phrases.text
        if state.subject is None:
            self._title(
                text("Use the new sheet"),
                text("From now on the new sheet opens the record, and the old one opens nothing."),
            )
            own = self._ask_own(text("Your own passphrase"))
            self._ways(text("Use the new sheet"))
        else:
            name = called(state.subject, look.phrases)
            self._title(
                text("End the access of {name}", name=name),
                text("The record and its backups are locked anew. It takes a moment."),
            )
            own = self._ask_own(text("Your own passphrase"))
            self._ways(text("End the access of {name}", name=name), ButtonKind.DANGER)
        self.setFocusProxy(own)
