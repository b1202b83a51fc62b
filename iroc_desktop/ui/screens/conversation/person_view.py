"""The conversation turned to the person: one question, huge buttons, their language, and nothing else.

It must not show a name, a list, or a word of the practitioner's own notes.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.conversation import NoteKind, UnratedReason
from iroc_desktop.domain.people import Reading
from iroc_desktop.ui.screens.conversation.big_scale import BigScale
from iroc_desktop.ui.screens.conversation.person_frame import Parts, PersonFrame
from iroc_desktop.ui.screens.conversation.presenter import ConversationPresenter
from iroc_desktop.ui.screens.conversation.state import PersonPage, Sheet, State
from iroc_desktop.ui.theme.tokens import TypeSize
from iroc_desktop.ui.widgets.area_chip import AreaChip
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.note_field import NoteField
from iroc_desktop.ui.widgets.persons_page import PersonsPage
from iroc_desktop.ui.widgets.turned import Turned


class PersonView(PersonsPage):
    """Number keys and presses rate and stay, so that the person sees the choice; arrows and Next move on.

    "L" hides and shows the practitioner's language, "E" the easier words.
    """

    def __init__(
        self, presenter: ConversationPresenter, turned: Turned, parent: QWidget | None = None
    ) -> None:
        super().__init__(turned, parent)
        self._presenter = presenter
        self._look = turned.theirs
        self._scale: BigScale | None = None
        self._sheet: Sheet | None = None
        self._shown = ""
        self._easy = False
        self._side_by_side = True
        self._make_parts()
        self._lay_out()
        self._connect()
        presenter.attach(self._show)

    def keep(self) -> None:
        """Keep the words that are typed."""
        self._words.flush()

    def leave(self) -> None:
        """Keep what is typed, and stop drawing."""
        self._words.flush()
        self._presenter.flush()
        self._presenter.detach(self._show)

    def take_keyboard(self) -> None:
        """Put the keyboard on the scale."""
        if self._scale is not None:
            self._scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, _: State) -> None:
        state = self._presenter.state
        self.show_problem(state.problem)
        if state.sheet is not None:
            self._show_sheet(state.sheet)

    def _show_sheet(self, sheet: Sheet) -> None:
        first = self._sheet is None
        self._sheet = sheet
        page, theirs = sheet.page, sheet.person_page
        if first:
            self._easy = sheet.person.reading is not Reading.WELL
            self._scale = BigScale(self._look, theirs.steps)
            self._scale.rated.connect(self._presenter.rate)
            self._scale_place.addWidget(self._scale)
            self._page.scale = self._scale
            for step in theirs.steps:
                if step in range(10):
                    self.key(str(step), partial(self._presenter.rate, step))
        if page.indicator_id != self._shown:
            self._words.flush()
            self._shown = page.indicator_id
            self._in_words.set_open(False)
            self._focus_scale()
        self._words.set_text(self._presenter.state.sheet.page.words if self._presenter.state.sheet else "")
        self._write(sheet, theirs)
        if self._scale is not None:
            self._scale.show_rating(page.rating, self._look.theme.area(page.area_token))
            self._scale.setAccessibleName(theirs.question)

    def _write(self, sheet: Sheet, theirs: PersonPage) -> None:
        phrases, page = self._look.phrases, sheet.page
        self._chip.set_area(theirs.area, page.area_token)
        self._place.setText(phrases.text("{position} of {count}", position=page.position, count=sheet.of))
        self._name.setText(theirs.name)
        self._question.setText(theirs.easy_question if self._easy else theirs.question)
        self._practitioners.setText(page.question)
        self._practitioners.setVisible(self._side_by_side and not self.turned.same_language)
        self.other_language.setVisible(not self.turned.same_language)
        self._easier.setText(phrases.text("All the words") if self._easy else phrases.text("Easier words"))
        self._not_now.setChecked(page.unrated is not None)
        self._back.setEnabled(page.position > 1)
        last = page.position == sheet.of
        self._next.setText(phrases.text("We are done") if last else phrases.text("Next"))
        self._page.fit()

    def _make_parts(self) -> None:
        look, phrases = self._look, self._look.phrases
        self._chip = AreaChip(look)
        self._place = Text("", TextKind.MUTED, wrap=False)
        self._name = Heading("", TextKind.TITLE)
        self._question = Text("", TextKind.DISPLAY)
        self._practitioners = Text("", TextKind.MUTED)
        self._easier = Button(look, "", ButtonKind.QUIET)
        self._not_now = Button(look, phrases.text("I would rather not say"))
        self._not_now.setCheckable(True)
        self._words = NoteField(look, phrases.text("In my own words"))
        self._in_words = Disclosure(look, phrases.text("In my own words"), self._words)
        self._back = Button(look, phrases.text("Back"), icon="arrow-left")
        self._next = Button(look, "", ButtonKind.PRIMARY)
        for button in (self._back, self._next, self._not_now):
            button.setStyleSheet(f"font-size: {look.theme.pixels(TypeSize.HEADING)}px;")
            button.setMinimumHeight(look.theme.grown(56))
            button.setMinimumWidth(look.theme.grown(140))

    def _lay_out(self) -> None:
        self._scale_place = QVBoxLayout()
        self._page = PersonFrame(
            self._look,
            Parts(
                banner=self.banner,
                where=(self._chip, self._place),
                ways=(self._easier, self.other_language, self.give_back),
                name=self._name,
                question=self._question,
                practitioners=self._practitioners,
                scale_place=self._scale_place,
                not_now=self._not_now,
                in_words=self._in_words,
                back=self._back,
                onward=self._next,
            ),
        )
        self.hold(self._page)

    def _connect(self) -> None:
        presenter = self._presenter
        self.banner.acted.connect(presenter.try_again)
        self._not_now.clicked.connect(self._rather_not)
        self._words.edited.connect(self._note)
        self._back.clicked.connect(lambda: self._move(-1))
        self._next.clicked.connect(lambda: self._move(1))
        self._easier.clicked.connect(self._toggle_easy)
        self.other_language.clicked.connect(self._toggle_language)
        forward = -1 if self.isRightToLeft() else 1
        self.key("Right", lambda: self._move(forward))
        self.key("Left", lambda: self._move(-forward))
        self.key("Backspace", presenter.clear)
        self.key("L", self._toggle_language)
        self.key("E", self._toggle_easy)

    def _note(self, text: str) -> None:
        if self._shown:
            self._presenter.type(self._shown, NoteKind.WORDS, text)
            self._presenter.flush()

    def _rather_not(self) -> None:
        unrated = self._sheet is not None and self._sheet.page.unrated is not None
        self._not_now.setChecked(unrated)
        self._presenter.leave_unrated(None if unrated else UnratedReason.DID_NOT_WANT)

    def _move(self, by: int) -> None:
        self._words.flush()
        sheet = self._sheet
        if sheet is not None and by > 0 and sheet.page.position == sheet.of:
            self.ask_to_leave()
        else:
            self._presenter.move(by)

    def _toggle_easy(self) -> None:
        self._easy = not self._easy
        if self._sheet is not None:
            self._write(self._sheet, self._sheet.person_page)

    def _toggle_language(self) -> None:
        self._side_by_side = not self._side_by_side
        if self._sheet is not None:
            self._write(self._sheet, self._sheet.person_page)

    def _focus_scale(self) -> None:
        if self._scale is not None:
            self.setFocusProxy(self._scale)
            self._scale.setFocus(Qt.FocusReason.OtherFocusReason)
