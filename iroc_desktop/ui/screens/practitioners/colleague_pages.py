"""The pages about one colleague: let in, a new passphrase, another role, and what ending access means.

They must not end anything: the last page of that way does, after the sheet.
"""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from iroc_desktop.domain.people import Role
from iroc_desktop.ui.screens.practitioners.page import TaskPage
from iroc_desktop.ui.screens.practitioners.presenter import PractitionersPresenter
from iroc_desktop.ui.screens.practitioners.sentences import called, removal_points
from iroc_desktop.ui.screens.practitioners.state import Problem, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.bullets import Bullets
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.line_field import LineField
from iroc_desktop.ui.widgets.pressable import RadioButton


class AddPage(TaskPage):
    """A name, a role, the colleague's own passphrase, and the team lead's word."""

    def __init__(self, presenter: PractitionersPresenter, look: Look, state: State) -> None:
        super().__init__(presenter, look, state)
        text = look.phrases.text
        self._title(text("Let a colleague in"), text("It is best when your colleague sits beside you."))
        self.name = LineField(state.typed.name)
        self.name.setAccessibleName(text("Name"))
        self.name.textEdited.connect(lambda words: self._tell(name=words))
        self.name.returnPressed.connect(presenter.proceed)
        caption = Text(text("Name"), TextKind.LABEL)
        caption.setBuddy(self.name)
        hint = text("It stands on the prints and with what they write.")
        self._group(caption, self.name, Text(hint, TextKind.MUTED))
        self._ask_role()
        away = text("Look away for a moment: a passphrase is only for the one who made it.")
        self._group(Text(text("Now your colleague types"), TextKind.LABEL), Text(away, TextKind.MUTED))
        self._ask_new(text("Their new passphrase"))
        self._ask_own(text("Your own passphrase"), text("It shows that a team lead said yes."))
        self._ways(text("Let them in"))
        self.setFocusProxy(self.name)
        self._nameless = False

    def show_state(self, state: State) -> None:
        """Point at a name that is missing."""
        super().show_state(state)
        missing = state.problem is Problem.NAME_MISSING
        self.name.setProperty("wrong", missing)
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)
        if missing and not self._nameless:
            self.name.setFocus()
        self._nameless = missing

    def _group(self, *parts: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(self._look.theme.space(0.5))
        for part in parts:
            column.addWidget(part)
        self.body.addLayout(column)

    def _ask_role(self) -> None:
        text, group = self._look.phrases.text, QButtonGroup(self)
        words = {
            Role.PRACTITIONER: (text("Practitioner"), text("Works with people and their records.")),
            Role.TEAM_LEAD: (
                text("Team lead"),
                text("Also lets colleagues in, ends access, and erases records."),
            ),
        }
        for role, (name, hint) in words.items():
            button = RadioButton(name)
            button.setAccessibleDescription(hint)
            button.setChecked(role is self._typed.role)
            button.clicked.connect(lambda _=False, role=role: self._tell(role=role))
            group.addButton(button)
            self._group(button, Text(hint, TextKind.MUTED))


class GivePage(TaskPage):
    """A new passphrase for somebody who forgot theirs, or who comes back."""

    def __init__(self, presenter: PractitionersPresenter, look: Look, state: State) -> None:
        super().__init__(presenter, look, state)
        text = look.phrases.text
        name = called(state.subject, look.phrases)
        known = state.subject is not None and state.subject.has_access
        heading = text("A new passphrase for {name}", name=name)
        if not known:
            heading = text("Let {name} in again", name=name)
        self._title(
            heading, text("{name} types it here, on this keyboard. Look away for a moment.", name=name)
        )
        new = self._ask_new(text("Their new passphrase"))
        self._ask_own(text("Your own passphrase"), text("It shows that a team lead said yes."))
        self._ways(text("Save the new passphrase") if known else text("Let them in"))
        self.setFocusProxy(new)


class OwnPage(TaskPage):
    """One's own passphrase: the old one, then the new one."""

    def __init__(self, presenter: PractitionersPresenter, look: Look, state: State) -> None:
        super().__init__(presenter, look, state)
        text = look.phrases.text
        self._title(
            text("Change my passphrase"),
            text("Four or five ordinary words in a row are strong and easy to keep."),
        )
        own = self._ask_own(text("The passphrase you use today"))
        self._ask_new(text("New passphrase"))
        self._ways(text("Change my passphrase"))
        self.setFocusProxy(own)


class RolePage(TaskPage):
    """What another role would mean."""

    def __init__(self, presenter: PractitionersPresenter, look: Look, state: State) -> None:
        super().__init__(presenter, look, state)
        text, subject = look.phrases.text, state.subject
        name = called(subject, look.phrases)
        leads = subject is not None and subject.is_lead
        oneself = subject is not None and subject.is_oneself
        if oneself and leads:
            self._title(
                text("Stop being a team lead?"),
                text("You go on working with people. Only another team lead can make you one again."),
            )
        elif leads:
            self._title(
                text("Shall {name} stop being a team lead?", name=name),
                text("{name} goes on working with people, and lets nobody in any more.", name=name),
            )
        else:
            self._title(
                text("Shall {name} be a team lead?", name=name),
                text(
                    "Team leads let colleagues in, end access, see what was done in the record, and erase. "
                    "It is good to have two of them."
                ),
            )
        self._ways(text("Make practitioner") if leads else text("Make team lead"))
        self.setFocusProxy(self.back)


class RemovePage(TaskPage):
    """What ending somebody's access means, before anything is begun."""

    def __init__(self, presenter: PractitionersPresenter, look: Look, state: State) -> None:
        super().__init__(presenter, look, state)
        text = look.phrases.text
        name = called(state.subject, look.phrases)
        self._title(text("End the access of {name}?", name=name), text("This is what happens:"))
        points = Bullets(look)
        points.set_lines(list(removal_points(name, look.phrases)))
        self.body.addWidget(points)
        self.body.addWidget(
            Text(text("First you get the new sheet. Nothing changes before the last step."), TextKind.MUTED)
        )
        self._ways(text("Go on to the new sheet"), back=text("Leave everything as it is"))
        self.setFocusProxy(self.back)
