"""A page of the toolkit turned to the person: to read in large words in their language, and to fill in.

It must not show why a page was suggested, who uses it, or what anybody else wrote on it.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from iroc_desktop.domain.operations import JsonValue
from iroc_desktop.domain.toolkit import PageWords, Part, PartWords
from iroc_desktop.ui.screens.toolkit.fields import (
    PartField,
)
from iroc_desktop.ui.screens.toolkit.part_fields import KEEP_AFTER_MS, field_for
from iroc_desktop.ui.screens.toolkit.presenter import ToolkitPresenter
from iroc_desktop.ui.screens.toolkit.sentences import missing_words
from iroc_desktop.ui.screens.toolkit.state import Card, OpenPage, State
from iroc_desktop.ui.widgets.big_button import BigButton
from iroc_desktop.ui.widgets.both_words import BothWords
from iroc_desktop.ui.widgets.labels import TextKind
from iroc_desktop.ui.widgets.persons_sheet import PersonsSheet
from iroc_desktop.ui.widgets.turned import Turned

MOST_OFFERED = 6
"""Pages to choose from; more are too many to read through."""


class ToolkitPersonView(PersonsSheet):
    """The page that is open; while none is, a few to choose from."""

    def __init__(self, presenter: ToolkitPresenter, turned: Turned, parent: QWidget | None = None) -> None:
        super().__init__(turned, parent)
        self._presenter = presenter
        self._drawn: object = None
        self._language_before = presenter.state.language
        self.fields: dict[str, PartField] = {}
        self.pages: dict[str, BigButton] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(KEEP_AFTER_MS)
        self._pause.timeout.connect(presenter.keep)
        self.onward.setText(turned.phrases.text("We are done"))
        self.onward.clicked.connect(self.ask_to_leave)
        self.back.clicked.connect(self._close)
        self.banner.acted.connect(presenter.try_again)
        if turned.language in presenter.state.languages:
            # what they fill in is kept with the words they read
            presenter.show_in(turned.language)
        presenter.attach(self._show)

    def keep(self) -> None:
        """Keep what is filled in."""
        for field in tuple(self.fields.values()):
            field.flush()
        self._pause.stop()
        self._presenter.keep()

    def leave(self) -> None:
        """Keep what is filled in, stop drawing, and give the practitioner their language back."""
        self.keep()
        self._presenter.detach(self._show)
        self._presenter.show_in(self._language_before)

    def _show(self, state: State) -> None:
        self.show_problem(state.problem)
        shown = state.open
        drawn = self._what_is_drawn(state)
        if drawn != self._drawn:
            self._drawn = drawn
            self._build(state)
        if shown is not None:
            for part_id, field in self.fields.items():
                field.set_answer(shown.answers.get(part_id))

    def _what_is_drawn(self, state: State) -> object:
        shown = state.open
        if shown is not None:
            return shown.page.id, shown.worksheet_id, shown.words.language
        return state.language, tuple(each.page.id for each in _offered(state))

    def _build(self, state: State) -> None:
        self.fields.clear()
        self.pages.clear()
        self.renew()
        self.back.setVisible(state.open is not None)
        if state.open is None:
            self._build_offer(_offered(state))
            self.settle(next(iter(self.pages.values()), self.onward))
        else:
            self._build_page(state.open)
            # read from the top: the keyboard stays with the page, whose name is heard
            self.setAccessibleName(state.open.words.title)
            self.settle()

    def _build_offer(self, offered: tuple[Card, ...]) -> None:
        self.say(lambda phrases: phrases.text("Which page would you like to look at?"))
        for card in offered:
            ours = card.page.in_language(self.turned.look.phrases.language, card.words.language).words
            button = BigButton(self.look, card.words.title, ours.title, icon="chevron-right")
            button.set_lines((card.words.summary,))
            button.clicked.connect(partial(self._open, card.page.id))
            self.pages[card.page.id] = button
        if self.pages:
            self.rows(list(self.pages.values()), 2)

    def _build_page(self, shown: OpenPage) -> None:
        theirs = shown.words
        ours = shown.page.in_language(self.turned.look.phrases.language, theirs.language).words
        self._both(theirs.title, ours.title, TextKind.TITLE)
        if theirs.summary:
            self._both(theirs.summary, ours.summary, TextKind.HEADING)
        missing = missing_words(shown.missing_language, theirs.language, self.turned.phrases)
        if missing:
            self.quote(missing, TextKind.MUTED)
        for part in shown.page.parts:
            self._build_part(part, theirs, ours, read_only=shown.gone)

    def _build_part(self, part: Part, theirs: PageWords, ours: PageWords, *, read_only: bool) -> None:
        field = field_for(self.look, part, theirs.parts[part.id])
        if read_only:
            field.set_read_only()
        field.answered.connect(self._answer)
        self.fields[part.id] = field
        self.body.addWidget(field)
        beside = "" if ours.language == theirs.language else _in_short(ours.parts[part.id])
        if beside:
            self.body.addWidget(BothWords(self.turned, "", beside))

    def _both(self, theirs: str, ours: str, kind: TextKind) -> None:
        self.body.addWidget(BothWords(self.turned, theirs, ours, kind))

    def _answer(self, part_id: str, value: JsonValue) -> None:
        self._pause.start()
        self._presenter.answer(part_id, value)

    def _open(self, page_id: str, _: bool = False) -> None:
        self._presenter.open(page_id)

    def _close(self) -> None:
        self.keep()
        self._presenter.close()


def _offered(state: State) -> tuple[Card, ...]:
    """Return the pages to choose from: those suggested, or the first of the list."""
    return (state.suggested or state.cards)[:MOST_OFFERED]


def _in_short(words: PartWords) -> str:
    """Return what a part says, for the practitioner's small print."""
    return "\n".join(each for each in (words.heading, *words.paragraphs, *words.bullets, words.label) if each)
