"""A new recovery sheet: shown, printed or saved, two groups typed back, and put in force.

They must not show the digits again while they are typed back, nor put a sheet in force that nobody has.
"""

from __future__ import annotations

from PySide6.QtCore import Qt

from iroc_desktop.ui.screens.practitioners.page import TaskPage
from iroc_desktop.ui.screens.practitioners.presenter import PractitionersPresenter
from iroc_desktop.ui.screens.practitioners.sentences import called
from iroc_desktop.ui.screens.practitioners.state import Busy, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import ButtonKind
from iroc_desktop.ui.widgets.recovery_sheet import TypedBack, WaysOntoPaper, notice, sheet_groups


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
        self.paper = WaysOntoPaper(look, presenter.paper)
        self.paper.printed.connect(presenter.print_sheet)
        self.paper.saved.connect(presenter.save_sheet)
        self.body.addWidget(self.paper)
        self._ways(text("I have the sheet"), back=text("Leave everything as it is"))
        self.setFocusProxy(self.paper)

    def show_state(self, state: State) -> None:
        """Show whether the sheet is being written, or is there."""
        super().show_state(state)
        if self.paper.show_taken(free=state.busy is Busy.NOTHING, taken=state.sheet_taken):
            # the button that was pressed went grey meanwhile, and lost the keyboard with that
            self.onward.setFocus(Qt.FocusReason.OtherFocusReason)


class TypeBackPage(TaskPage):
    """Two groups, so that a sheet nobody can read is found out today."""

    def __init__(self, presenter: PractitionersPresenter, look: Look, state: State) -> None:
        super().__init__(presenter, look, state)
        text = look.phrases.text
        self._title(
            text("Check your sheet"),
            text("Take the sheet and type two of its groups. Then you know that it can be read."),
        )
        self.typed_back = TypedBack(look, state.asked, state.typed.groups)
        self.typed_back.edited.connect(lambda groups: self._tell(groups=groups))
        self.typed_back.submitted.connect(presenter.proceed)
        self.body.addWidget(self.typed_back)
        self._ways(text("Go on"))
        self.setFocusProxy(self.typed_back)

    def show_state(self, state: State) -> None:
        """Go to the group that is not right."""
        super().show_state(state)
        self.typed_back.show_wrong(state.wrong_group, state.error)


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
