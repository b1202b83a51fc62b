"""Exploring turned to the person: one step of one area at a time, in large words, with its fields.

It must not show what is asked from the practitioner's side, nor weigh options for the person.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from iroc_desktop.domain.exploring import Exploration, ExploringNote, ExploringStep, Option, Whose
from iroc_desktop.domain.wording import Pack
from iroc_desktop.ui.screens.explore import person_words as words
from iroc_desktop.ui.screens.explore.presenter import ExplorePresenter
from iroc_desktop.ui.screens.explore.state import STEPS, Area, State
from iroc_desktop.ui.widgets.adding import AddingField
from iroc_desktop.ui.widgets.area_chip import AreaChip
from iroc_desktop.ui.widgets.big_button import BigButton
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.note_field import NoteField
from iroc_desktop.ui.widgets.persons_sheet import PersonsSheet
from iroc_desktop.ui.widgets.turned import Turned

OPTIONS_TO_A_ROW = 2


class ExplorePersonView(PersonsSheet):
    """The four steps of each chosen area, one page each."""

    def __init__(
        self, presenter: ExplorePresenter, turned: Turned, pack: Pack, parent: QWidget | None = None
    ) -> None:
        """Name areas and steps of the scale as `pack` does in the person's language."""
        super().__init__(turned, parent)
        self._presenter = presenter
        self._pack = pack
        self._words = pack.wording(turned.language)
        self._ours = pack.wording(turned.look.phrases.language)
        self._drawn: tuple[object, ...] | None = None
        self.notes: dict[ExploringNote, NoteField] = {}
        self.adding: dict[Whose, AddingField] = {}
        self.options: dict[str, BigButton] = {}
        self.now: dict[int, BigButton] = {}
        self.good_enough: dict[int, BigButton] = {}
        self._chip = AreaChip(self.look)
        self._place = Text("", TextKind.MUTED, wrap=False)
        self.head.addWidget(self._chip)
        self.head.addWidget(self._place)
        self.back.clicked.connect(lambda: self._move(-1))
        self.onward.clicked.connect(lambda: self._move(1))
        self.banner.acted.connect(presenter.try_again)
        presenter.attach(self._show)

    def keep(self) -> None:
        """Keep every word that is typed, those of a new option too."""
        for field in (*self.notes.values(), *self.adding.values()):
            field.flush()

    def leave(self) -> None:
        """Keep what is typed, and stop drawing."""
        self.keep()
        self._presenter.detach(self._show)

    def _move(self, by: int) -> None:
        self.keep()
        if by > 0 and self._is_last(self._presenter.state):
            self.ask_to_leave()
        else:
            self._presenter.go_on(by)

    def _is_last(self, state: State) -> bool:
        exploration = state.exploration
        return exploration is None or (exploration.step is STEPS[-1] and state.beside(1) is None)

    def _show(self, state: State) -> None:
        self.show_problem(state.problem)
        if not state.ready:
            return
        area, exploration = state.current, state.exploration
        drawn = self._what_is_drawn(area, exploration)
        if drawn != self._drawn:
            fresh = self._drawn is None or self._drawn[:2] != drawn[:2]
            self._drawn = drawn
            self._build(area, exploration, fresh=fresh)
            self._show_ways(state)
        if exploration is not None:
            self._show_answers(exploration)

    def _what_is_drawn(self, area: Area | None, exploration: Exploration | None) -> tuple[object, ...]:
        if area is None or exploration is None:
            return ()
        lists_options = exploration.step in (ExploringStep.OPTIONS, ExploringStep.AGREEING)
        options = tuple(each.id for each in exploration.options) if lists_options else ()
        return area.indicator_id, exploration.step, options

    def _show_ways(self, state: State) -> None:
        say, area, exploration = self.turned.phrases.text, state.current, state.exploration
        self.onward.setText(say("We are done") if self._is_last(state) else say("Next"))
        for part in (self.back, self._chip, self._place):
            part.setVisible(area is not None)
        if area is None or exploration is None:
            return
        self._chip.set_area(self._name(area), area.token)
        position = STEPS.index(exploration.step) + 1
        self._place.setText(say("{position} of {count}", position=position, count=len(STEPS)))
        self.back.setEnabled(exploration.step is not STEPS[0] or state.beside(-1) is not None)

    def _build(self, area: Area | None, exploration: Exploration | None, *, fresh: bool) -> None:
        typing = next((whose for whose, each in self.adding.items() if each.field.hasFocus()), None)
        for fields in (self.notes, self.adding, self.options, self.now, self.good_enough):
            fields.clear()
        self.renew(to_top=fresh)
        if area is None or exploration is None:
            self.say(lambda phrases: phrases.text("Nothing is chosen yet."))
            self.settle(self.onward)
            return
        build: dict[ExploringStep, Callable[[Exploration], None]] = {
            ExploringStep.UNDERSTANDING: self._build_understanding,
            ExploringStep.LOOKING_FORWARD: self._build_looking_forward,
            ExploringStep.OPTIONS: self._build_options,
            ExploringStep.AGREEING: self._build_agreeing,
        }
        build[exploration.step](exploration)
        again = self.adding[typing] if typing in self.adding and not fresh else None
        fields = (*self.notes.values(), *self.adding.values(), self.onward)
        self.settle(again or next(iter(self.options.values()), fields[0]))

    def _build_understanding(self, exploration: Exploration) -> None:
        self._ask(ExploringNote.WHAT_WORKS, exploration)
        self._ask(ExploringNote.EXCEPTIONS, exploration)

    def _build_looking_forward(self, exploration: Exploration) -> None:
        indicator_id, presenter = exploration.indicator_id, self._presenter
        self._ask(ExploringNote.BEST_HOPES, exploration)
        self.say(words.where_now)
        self.now = self._scale(words.where_now, lambda step: presenter.scale_now(indicator_id, step))
        self.say(words.good_enough)
        self.good_enough = self._scale(
            words.good_enough, lambda step: presenter.scale_good_enough(indicator_id, step)
        )
        self._ask(ExploringNote.SMALLEST_SIGN, exploration)

    def _build_options(self, exploration: Exploration) -> None:
        for whose in Whose:
            self.say(lambda phrases, whose=whose: words.whose_question(whose, phrases))
            self._lay_options([each for each in exploration.options if each.whose is whose], exploration)
            question = words.whose_question(whose, self.turned.phrases)
            field = AddingField(self.look, question, self.turned.phrases.text("Add"))
            for caption in field.findChildren(Text):
                caption.hide()
            field.added.connect(
                lambda said, whose=whose: self._presenter.board.add(exploration.indicator_id, whose, said)
            )
            self.adding[whose] = field
            self.body.addWidget(field)

    def _build_agreeing(self, exploration: Exploration) -> None:
        self.say(words.what_to_try)
        if exploration.options:
            self._lay_options(list(exploration.options), exploration)
        else:
            self.say(lambda phrases: phrases.text("There are no ideas here yet. You can go back and add one."))
        self._ask(ExploringNote.AGREED, exploration)

    def _ask(self, kind: ExploringNote, exploration: Exploration) -> None:
        indicator_id = exploration.indicator_id
        field = self.note(lambda phrases: words.note_question(kind, phrases))
        field.set_text(exploration.note(kind))
        field.edited.connect(lambda text: self._presenter.note(indicator_id, kind, text))
        self.notes[kind] = field

    def _scale(self, question: Callable[..., str], choose: Callable[[int | None], None]) -> dict[int, BigButton]:
        buttons: dict[int, BigButton] = {}
        for step, word in self._words.steps.items():
            button = BigButton(self.look, str(step), chosen_by="")
            button.set_lines((word,))
            buttons[step] = button
        self.rows(list(buttons.values()), len(buttons))
        return buttons

    def _lay_options(self, options: list[Option], exploration: Exploration) -> None:
        for option in options:
            button = BigButton(self.look, option.words, ticks=True)
            button.clicked.connect(lambda _=False, option=option: self._choose(exploration, option.id))
            self.options[option.id] = button
        if options:
            self.rows([self.options[each.id] for each in options], OPTIONS_TO_A_ROW)

    def _choose(self, exploration: Exploration, option_id: str) -> None:
        chosen = not self.options[option_id].isChecked()
        self._presenter.board.choose(exploration.indicator_id, option_id, chosen=chosen)
