"""The recovery sheet: shown, saved or printed, and two of its groups typed back.

They must not show the digits again while they are typed back.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from iroc_desktop.domain.recovery import DIGITS
from iroc_desktop.ui.screens.first_start.page import StartPage, mark
from iroc_desktop.ui.screens.first_start.presenter import Busy, FirstStartPresenter, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.recovery_sheet import GroupField, notice, sheet_groups


class SheetPage(StartPage):
    """The groups in big digits, and two ways onto paper."""

    def __init__(self, presenter: FirstStartPresenter, look: Look, state: State) -> None:
        super().__init__(presenter, look, state)
        text = look.phrases.text
        self.onward = text("I have the sheet")
        self._title(
            text("Your recovery sheet"),
            text("If you ever forget your passphrase, these digits open the record."),
        )
        if state.resumed:
            new = text(
                "Set-up was cut off last time, so this is a new sheet. An older one opens nothing now."
            )
            self._body.addWidget(Text(new, TextKind.LABEL))
        lost = text(
            "Without your passphrase and without this sheet the data is gone. Nobody can bring it back."
        )
        self._body.addWidget(notice(look, lost))
        self._body.addWidget(sheet_groups(look, state.groups))
        self._print = Button(look, text("Print the sheet…"), icon="printer")
        self._print.clicked.connect(lambda: presenter.print_sheet(self._send))
        self._save = Button(look, text("Save as PDF…"), icon="save")
        self._save.clicked.connect(self._ask_where)
        row = QWidget()
        flow = FlowLayout(row, gap=look.theme.space(1.5))
        flow.addWidget(self._print)
        flow.addWidget(self._save)
        self._taken = Text("", TextKind.MUTED)
        self._body.addWidget(row)
        self._body.addWidget(self._taken)
        self._body.addWidget(Text(text("Keep it locked away, and away from this machine."), TextKind.MUTED))
        self.setFocusProxy(self._print)

    def show_state(self, state: State) -> None:
        """Show whether the sheet is being written, or is there."""
        super().show_state(state)
        text = self._look.phrases.text
        free = state.busy is Busy.NOTHING
        self._print.setEnabled(free)
        self._save.setEnabled(free)
        self._taken.setText(text("The sheet is ready.") if state.sheet_taken else "")
        self._taken.setVisible(state.sheet_taken)

    def _send(self, pdf: bytes) -> None:
        # imported here: it is needed once in the life of a machine, and the first window has to be quick
        from iroc_desktop.ui.widgets.printing import ask_printer

        send = ask_printer(self, self._look.phrases.text("recovery-sheet"), self._presenter.paper)
        if send is not None:
            send(pdf)

    def _ask_where(self) -> None:
        text = self._look.phrases.text
        path, _ = QFileDialog.getSaveFileName(
            self, text("Save as PDF…"), f"{text('recovery-sheet')}.pdf", text("PDF files (*.pdf)")
        )
        if path:
            self._presenter.save_sheet(Path(path))


class TypeBackPage(StartPage):
    """Two groups, so that a sheet nobody can read is found out today."""

    def __init__(self, presenter: FirstStartPresenter, look: Look, state: State) -> None:
        super().__init__(presenter, look, state)
        text = look.phrases.text
        self._title(
            text("Check your sheet"),
            text("Take the sheet and type two of its groups. Then you know that it can be read."),
        )
        self._asked = state.asked
        self._told: object = None
        self._fields = tuple(self._digits(place, number) for place, number in enumerate(state.asked))
        self._body.addWidget(Text(text("To see the digits once more, go back."), TextKind.MUTED))
        self.setFocusProxy(self._fields[0])

    def show_state(self, state: State) -> None:
        """Go to the group that is not right."""
        super().show_state(state)
        # once for each try: the keyboard must not be pulled away, nor the digits marked, while somebody types
        if state.error is self._told:
            return
        self._told = state.error
        for number, field in zip(self._asked, self._fields, strict=True):
            mark(field, wrong=number == state.wrong_group)

    def _digits(self, place: int, number: int) -> QLineEdit:
        group = GroupField(self._look, number, self._typed.groups[place])
        group.line.textEdited.connect(lambda text: self._type(place, text))
        group.line.returnPressed.connect(self._presenter.proceed)
        self._body.addWidget(group)
        return group.line

    def _type(self, place: int, text: str) -> None:
        first, second = self._typed.groups
        self._tell(groups=(text, second) if place == 0 else (first, text))
        if place == 0 and len("".join(text.split())) == DIGITS:
            self._fields[1].setFocus(Qt.FocusReason.TabFocusReason)
