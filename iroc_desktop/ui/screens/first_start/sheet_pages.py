"""The recovery sheet: shown, saved or printed, and two of its groups typed back.

They must not show the digits again while they are typed back.
"""

from __future__ import annotations

from iroc_desktop.ui.screens.first_start.page import StartPage
from iroc_desktop.ui.screens.first_start.presenter import Busy, FirstStartPresenter, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.recovery_sheet import TypedBack, WaysOntoPaper, notice, sheet_groups


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
        self._ways = WaysOntoPaper(look, presenter.paper)
        self._ways.printed.connect(presenter.print_sheet)
        self._ways.saved.connect(presenter.save_sheet)
        self._body.addWidget(self._ways)
        self.setFocusProxy(self._ways)

    def show_state(self, state: State) -> None:
        """Show whether the sheet is being written, or is there."""
        super().show_state(state)
        self._ways.show_taken(free=state.busy is Busy.NOTHING, taken=state.sheet_taken)


class TypeBackPage(StartPage):
    """Two groups, so that a sheet nobody can read is found out today."""

    def __init__(self, presenter: FirstStartPresenter, look: Look, state: State) -> None:
        super().__init__(presenter, look, state)
        text = look.phrases.text
        self._title(
            text("Check your sheet"),
            text("Take the sheet and type two of its groups. Then you know that it can be read."),
        )
        self._typed_back = TypedBack(look, state.asked, state.typed.groups)
        self._typed_back.edited.connect(lambda groups: self._tell(groups=groups))
        self._typed_back.submitted.connect(presenter.proceed)
        self._body.addWidget(self._typed_back)
        self.setFocusProxy(self._typed_back)

    def show_state(self, state: State) -> None:
        """Go to the group that is not right."""
        super().show_state(state)
        self._typed_back.show_wrong(state.wrong_group, state.error)
