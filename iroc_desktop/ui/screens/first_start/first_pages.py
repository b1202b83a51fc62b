"""The pages before the keys: the language, then the name and the passphrase.

They must not decide whether a passphrase is good enough; the store does.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QToolButton, QWidget

from iroc_desktop.domain.store_errors import PassphraseTooShortError
from iroc_desktop.i18n.languages import own_name
from iroc_desktop.system.settings import LANGUAGES
from iroc_desktop.ui.models.strength import strength_words
from iroc_desktop.ui.screens.first_start.page import StartPage, mark
from iroc_desktop.ui.screens.first_start.presenter import FirstStartPresenter, Problem, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.passphrase_field import PassphraseField


class LanguagePage(StartPage):
    """Each language in its own name; the screen follows at once."""

    def __init__(self, presenter: FirstStartPresenter, look: Look, state: State) -> None:
        super().__init__(presenter, look, state)
        text = look.phrases.text
        self.onward = text("Start work")
        self._title(text("Welcome"), text("Which language do you work in?"))
        self._body.addWidget(self._languages(state))
        self._body.addSpacing(look.theme.space(2))
        self._body.addWidget(
            Text(
                text("You can look around first. Six invented people are ready, and nothing can go wrong."),
                TextKind.MUTED,
            )
        )
        practise = Button(look, text("Look around first"), ButtonKind.QUIET, "users")
        practise.clicked.connect(presenter.practise)
        self._body.addWidget(practise, alignment=Qt.AlignmentFlag.AlignLeading)

    def _languages(self, state: State) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, gap=self._look.theme.space(1.5))
        group = QButtonGroup(self)
        for code in LANGUAGES:
            button = Button(self._look, own_name(code))
            button.setCheckable(True)
            # one of many, not on or off, to a screen reader
            button.setAutoExclusive(True)
            button.setMinimumHeight(self._look.theme.grown(self._look.theme.rating_target + 8))
            button.setMinimumWidth(self._look.theme.grown(150))
            button.setChecked(code == state.language)
            button.clicked.connect(lambda _=False, code=code: self._presenter.choose_language(code))
            group.addButton(button)
            flow.addWidget(button)
            if code == state.language:
                self.setFocusProxy(button)
        return row


class PassphrasePage(StartPage):
    """Your name, and a passphrase typed twice or shown."""

    def __init__(self, presenter: FirstStartPresenter, look: Look, state: State) -> None:
        super().__init__(presenter, look, state)
        text = look.phrases.text
        self._title(
            text("Your passphrase"),
            text("It keeps what people tell you safe. Four or five ordinary words in a row are strong."),
        )
        self._name = self._line("name", text("Your name"), text("It stands on the prints, beside theirs."))
        self._first = self._field(text("Passphrase"), "passphrase", state.typed.passphrase)
        self._again = self._field(text("The same once more"), "again", state.typed.again)
        eye = self._first.findChild(QToolButton)
        if eye is not None:
            eye.setChecked(state.typed.shown)
            eye.toggled.connect(lambda shown: self._tell(shown=shown))
        self._least = Text("", TextKind.MUTED)
        self._body.addWidget(self._least)
        self.setFocusProxy(self._name if not state.typed.name else self._first)

    def show_state(self, state: State) -> None:
        """Show how strong it seems, and the field to look at."""
        super().show_state(state)
        phrases = self._look.phrases
        self._first.show_strength(state.strength.value, strength_words(state.strength, phrases))
        self._again.setVisible(not state.typed.shown)
        least = "" if state.least is None else phrases.text("At least {least} characters.", least=state.least)
        self._least.setText(least)
        self._least.setVisible(bool(least))
        missing = state.problem is Problem.PASSPHRASE_MISSING
        short = isinstance(state.error, PassphraseTooShortError)
        self._point(self._name, wrong=state.problem is Problem.NAME_MISSING)
        for field, wrong in (
            (self._first, missing or short),
            (self._again, state.problem is Problem.NOT_THE_SAME),
        ):
            line = field.findChild(QLineEdit)
            if line is not None:
                self._point(line, wrong=wrong)

    def _point(self, line: QLineEdit, *, wrong: bool) -> None:
        # only when it becomes wrong: the keyboard must not be pulled away while somebody types
        if bool(line.property("wrong")) != wrong:
            mark(line, wrong=wrong)

    def _field(self, label: str, name: str, typed: str) -> PassphraseField:
        field = PassphraseField(self._look, label)
        line = field.findChild(QLineEdit)
        if line is not None:
            line.setText(typed)
        field.changed.connect(lambda text: self._tell(**{name: text}))
        field.submitted.connect(self._presenter.proceed)
        self._body.addWidget(field)
        return field
