"""Draws the guide to coaching skills: a field to look for words, and a line that opens for each skill.

It must not decide what is found: the presenter does.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from iroc_desktop.domain.guide import GuidePage
from iroc_desktop.i18n.formats import language_in_sentence
from iroc_desktop.ui.screens.help.presenter import DISTRESS, HelpPresenter, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.bullets import Bullets
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.contacts_card import ContactsCard
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.labels import Text, TextKind


class SkillsPage(QWidget):
    """Type to narrow the list down, Enter opens the best; one skill is open at a time."""

    opened = Signal(QWidget)
    """A skill was opened: its line, with the text below it, which should come into sight."""

    def __init__(self, presenter: HelpPresenter, look: Look, state: State) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._told = ""
        self._open = ""
        self._lines: dict[str, Disclosure] = {}
        self.contacts: ContactsCard | None = None
        """Beside the skill about distress, if the guide has it."""
        self._field = self._find_field()
        self._count = Text("", TextKind.MUTED)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(1.5))
        body.addWidget(self._introduction(state))
        body.addWidget(self._field)
        body.addWidget(self._count)
        body.addWidget(self._skills(state))
        self.setFocusProxy(self._field)

    def show_state(self, state: State) -> None:
        """Draw which skills were found, and which is open."""
        if self._field.text() != state.typed:
            self._field.setText(state.typed)
        found = {page.skill.id for page in state.found}
        for skill_id, line in self._lines.items():
            line.setVisible(skill_id in found)
            line.set_open(skill_id == state.skill)
        self._card.setVisible(bool(found))
        if self.contacts is not None:
            self.contacts.setHidden(state.contacts is None)
            self.contacts.show_contacts(state.contacts or ())
        self._tell(state, len(found))
        if state.skill in found and state.skill != self._open:
            self.opened.emit(self._lines[state.skill])
        self._open = state.skill

    def line(self, skill_id: str) -> Disclosure | None:
        """Return the line of a skill; None if the guide does not have it."""
        return self._lines.get(skill_id)

    def _find_field(self) -> QLineEdit:
        words = self._look.phrases.text("Find in this guide")
        field = QLineEdit()
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._presenter.look_for)
        field.returnPressed.connect(self._presenter.read_best)
        return field

    def _introduction(self, state: State) -> QWidget:
        text = self._look.phrases.text
        words = text("Short reminders for practitioners who have had the training. They do not replace it.")
        if state.guide.draft:
            draft = text("These texts are a draft: nobody outside has reviewed them yet.")
            words = f"{words}\n{draft}"
        return Text(words, TextKind.MUTED)

    def _skills(self, state: State) -> Card:
        self._card = Card(self._look)
        for page in state.guide.pages:
            line = Disclosure(self._look, page.skill.title, self._page(page))
            line.opened.connect(lambda shown, of=page.skill.id: self._turned(of, shown))
            self._lines[page.skill.id] = line
            self._card.body.addWidget(line)
        return self._card

    def _turned(self, skill_id: str, shown: bool) -> None:
        if shown:
            self._presenter.read(skill_id)
        elif not any(line.is_open() for line in self._lines.values()):
            self._presenter.read("")

    def _page(self, page: GuidePage) -> QWidget:
        phrases = self._look.phrases
        theme, space = self._look.theme, self._look.theme.space
        # the text begins where the words of its line begin, after the arrow
        beside_arrow = theme.pixels(TypeSize.BASE) + theme.grown(4) + space(1.25)
        widget = QWidget()
        widget.setObjectName("clear")
        body = QVBoxLayout(widget)
        body.setContentsMargins(beside_arrow, 0, 0, space(2))
        body.setSpacing(space(1.25))
        if page.instead_of:
            body.addWidget(Text(self._other_language(page), TextKind.MUTED))
        for paragraph in page.skill.text:
            body.addWidget(Text(paragraph))
        if page.skill.id == DISTRESS:
            self.contacts = ContactsCard(self._look)
            self.contacts.hide()
            body.addWidget(self.contacts)
        body.addWidget(Text(phrases.text("How it may sound"), TextKind.LABEL))
        say = Bullets(self._look)
        say.set_lines(page.skill.say)
        body.addWidget(say)
        if page.skill.source:
            source = phrases.text("Where it comes from: {source}", source=page.skill.source)
            body.addWidget(Text(source, TextKind.MUTED))
        return widget

    def _other_language(self, page: GuidePage) -> str:
        phrases = self._look.phrases
        return phrases.text(
            "This page is not there in {wanted} yet. It is shown in {other}.",
            wanted=language_in_sentence(page.instead_of, phrases.language),
            other=language_in_sentence(page.language, phrases.language),
        )

    def _tell(self, state: State, found: int) -> None:
        phrases = self._look.phrases
        words = ""
        if state.typed.strip():
            words = phrases.plural("1 skill found", "{count} skills found", found)
            words = words if found else phrases.text("No skill has these words. Try fewer, or other ones.")
        self._count.setText(words)
        self._count.setVisible(bool(words))
        if words and words != self._told:
            announce(self._field, words)
        self._told = words
