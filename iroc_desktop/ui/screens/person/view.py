"""Draws one person's page: the way into the next conversation first, then what there is so far.

It must not show more of a person than the page is about: the form has the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.domain.consent import Agreed
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.wording import Pack
from iroc_desktop.i18n.formats import language_in_sentence
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.history_of import Change
from iroc_desktop.ui.messages.errors import message_for
from iroc_desktop.ui.models.agreed import agreed_words, taken_back_words
from iroc_desktop.ui.models.history_words import history_lines
from iroc_desktop.ui.screens.person.lists import DocumentsCard, SessionsCard
from iroc_desktop.ui.screens.person.pictures import JourneyCard, PictureCard
from iroc_desktop.ui.screens.person.plan_card import PlanCard
from iroc_desktop.ui.screens.person.presenter import PersonPresenter, State
from iroc_desktop.ui.screens.person.rights_card import Rights, RightsCard
from iroc_desktop.ui.screens.person.start_card import StartCard
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.history_disclosure import HistoryDisclosure
from iroc_desktop.ui.widgets.labels import Text
from iroc_desktop.ui.widgets.reading_page import reading_page

WIDEST = 1240
"""Of the column, in pixels at normal text size."""


class PersonView(QScrollArea):
    """The name stands in the bar above; here is everything else."""

    def __init__(
        self,
        presenter: PersonPresenter,
        look: Look,
        pack: Pack,
        parent: QWidget | None = None,
        *,
        rights: Rights | None = None,
    ) -> None:
        """Lead to what the person may ask for by `rights`."""
        super().__init__(parent)
        self._presenter = presenter
        self._look = look
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        wording = pack.wording(look.phrases.language)
        self._banner = Banner(look)
        self._start = StartCard(look)
        self._picture = PictureCard(look, wording)
        self._journey = JourneyCard(look, wording)
        self._plan = PlanCard(look)
        self._sessions = SessionsCard(look)
        self._documents = DocumentsCard(look)
        self._about = _AboutCard(look)
        self._rights = RightsCard(look, rights)
        self._taken_back = _Notice()
        self._drawn: object = None
        self._connect()
        self._lay_out()
        self._begun = False
        self.setFocusProxy(self._start)
        presenter.attach(self.show_state)

    def show_state(self, state: State) -> None:
        """Draw what is different."""
        self._start.show_state(state)
        if state.history is not None and state.history != self._drawn:
            self._drawn = state.history
            self._picture.setVisible(state.history.now is not None)
            self._journey.show_history(state.history)
            if state.history.now is not None:
                self._picture.show_history(state.history)
        self._plan.show_plan(state.plan, earlier=state.earlier_plans)
        self._sessions.show_lines(state.sessions)
        self._documents.show_lines(state.documents)
        if state.person is not None:
            self._about.show_person(state.person, state.agreed)
            self._rights.person_known()
            self._about.show_changes(state.changes)
            self._taken_back.say(taken_back_words(state.agreed, self._look.phrases))
            self._begin_with_the_main_button()
        if state.error is None:
            self._banner.clear()
        else:
            message = message_for(state.error, self._look.phrases)
            self._banner.show_problem(message.what, message.do)

    def _begin_with_the_main_button(self) -> None:
        """Only now it is known which button that is, and it can be pressed."""
        if not self._begun:
            self._begun = True
            self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Tell the presenter what changed."""
        self._presenter.on_changes(changes, initiator)

    def leave(self) -> None:
        """Nothing here waits to be kept."""
        self._presenter.detach()

    def _connect(self) -> None:
        presenter = self._presenter
        self._start.started.connect(presenter.start)
        self._start.resumed.connect(presenter.start)
        self._start.day_chosen.connect(presenter.hold_on)
        self._start.put_away.connect(presenter.put_session_away)
        self._sessions.opened.connect(presenter.open_conversation)
        self._sessions.corrected.connect(presenter.correct)
        self._sessions.printed.connect(presenter.print_summary)
        self._documents.reprinted.connect(presenter.reprint)
        self._plan.open.clicked.connect(presenter.open_plan)
        self._plan.well.clicked.connect(presenter.open_staying_well)
        self._plan.toolkit.clicked.connect(presenter.open_toolkit)
        self._about.edit.clicked.connect(presenter.edit)
        self._about.consent.clicked.connect(presenter.open_consent)
        self._about.changes.wanted.connect(presenter.read_changes)
        self._about.away.clicked.connect(presenter.put_away)

    def _lay_out(self) -> None:
        space = self._look.theme.space
        column = QWidget()
        column.setMaximumWidth(self._look.theme.grown(WIDEST))
        body = QVBoxLayout(column)
        body.setContentsMargins(space(3), space(2), space(3), space(3))
        body.setSpacing(space(2.5))
        parts = (
            self._banner,
            self._taken_back,
            self._start,
            self._picture,
            self._plan,
            self._sessions,
            self._journey,
            self._documents,
            self._about,
            self._rights,
        )
        for part in parts:
            body.addWidget(part)
        for part in (self._picture, self._journey, self._sessions, self._documents, self._about):
            part.hide()
        self._taken_back.hide()
        body.addStretch()
        self.setWidget(reading_page(column))


class _Notice(QFrame):
    """Words on a quiet ground; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._words = Text()
        QVBoxLayout(self).addWidget(self._words)

    def say(self, words: str) -> None:
        """Say this, or nothing."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))


class _AboutCard(Card):
    """What is known about the person, in sentences, and the way to the form."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.phrases.text("About"))
        self._look = look
        self._words = Text()
        self.edit = Button(look, look.phrases.text("Edit"), icon="pencil")
        self.edit.setAccessibleName(look.phrases.text("Edit what is known about this person"))
        self.body.addWidget(self._words)
        self.away = Button(look, look.phrases.text("Put this person in the bin"), ButtonKind.QUIET)
        self.away.setAccessibleDescription(look.phrases.text("With all that is kept about them"))
        self.buttons = FlowLayout(gap=look.theme.space())
        self.consent = Button(look, look.phrases.text("What they agreed to"))
        for button in (self.edit, self.consent, self.away):
            self.buttons.addWidget(button)
        self.body.addLayout(self.buttons)
        self.changes = HistoryDisclosure(look, look.phrases.text("History of this"))
        self.body.addWidget(self.changes)

    def show_person(self, person: Person, agreed: Agreed) -> None:
        """Show the facts, one to a line; what is not known is left out, but for the consent."""
        phrases = self._look.phrases
        language = phrases.language
        prints = phrases.text(
            "Prints in {language}", language=language_in_sentence(person.language, language)
        )
        facts = [
            phrases.text("On paper: {name}", name=person.shown_as) if person.shown_as else "",
            prints,
            phrases.text("What makes it easier: {needs}", needs=person.access_needs)
            if person.access_needs
            else "",
            agreed_words(agreed, phrases),
        ]
        self._words.setText("\n".join(fact for fact in facts if fact))
        self.show()

    def show_changes(self, changes: Sequence[Change] | None) -> None:
        """Show how what is known came to be so, once it was read."""
        if changes is not None:
            self.changes.show_lines(history_lines(changes, self._look.phrases, {}))
