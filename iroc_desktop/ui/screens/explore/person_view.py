"""Exploring turned to the person: one step of one area at a time, in large words, with its fields.

It must not show what is asked from the practitioner's side, nor weigh options for the person.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from iroc_desktop.domain.exploring import Exploration, ExploringNote, ExploringStep, Option, Whose
from iroc_desktop.domain.wording import Pack
from iroc_desktop.ui.screens.explore import person_words as words
from iroc_desktop.ui.screens.explore.presenter import ExplorePresenter
from iroc_desktop.ui.screens.explore.state import STEPS, Area, State
from iroc_desktop.ui.widgets.adding import AddingField
from iroc_desktop.ui.widgets.area_chip import AreaChip
from iroc_desktop.ui.widgets.big_button import BigButton
from iroc_desktop.ui.widgets.both_words import Say
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
        self._words = pack.wording(turned.language)
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
        for note in tuple(self.notes.values()):
            note.flush()
        for adding in tuple(self.adding.values()):
            adding.flush()

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
        self.renew()
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
        if typing is not None and not fresh:
            self.settle(self.adding[typing], reveal=True)
            return
        fields_first = (*self.adding.values(), *self.options.values(), *self.notes.values())
        self.settle(fields_first[0])

    def _build_understanding(self, exploration: Exploration) -> None:
        self._ask(ExploringNote.WHAT_WORKS, exploration)
        self._ask(ExploringNote.EXCEPTIONS, exploration)

    def _build_looking_forward(self, exploration: Exploration) -> None:
        indicator_id, presenter = exploration.indicator_id, self._presenter
        self._ask(ExploringNote.BEST_HOPES, exploration)
        self.now = self._scale(words.where_now, partial(presenter.scale_now, indicator_id))
        self.good_enough = self._scale(words.good_enough, partial(presenter.scale_good_enough, indicator_id))
        self._ask(ExploringNote.SMALLEST_SIGN, exploration)

    def _build_options(self, exploration: Exploration) -> None:
        for whose in Whose:
            self.say(partial(words.whose_question, whose))
            self._lay_options([each for each in exploration.options if each.whose is whose], exploration)
            field = AddingField(
                self.look, words.whose_question(whose, self.turned.phrases), self.turned.phrases.text("Add")
            )
            for caption in field.findChildren(Text):
                caption.hide()
            field.added.connect(partial(self._presenter.board.add, exploration.indicator_id, whose))
            self.adding[whose] = field
            self.body.addWidget(field)

    def _build_agreeing(self, exploration: Exploration) -> None:
        self.say(words.what_to_try)
        if exploration.options:
            self._lay_options(list(exploration.options), exploration)
        else:
            self.say(words.no_ideas, TextKind.BODY)
        self._ask(ExploringNote.AGREED, exploration)

    def _ask(self, kind: ExploringNote, exploration: Exploration) -> None:
        field = self.note(partial(words.note_question, kind))
        field.set_text(exploration.note(kind))
        field.edited.connect(partial(self._presenter.note, exploration.indicator_id, kind))
        self.notes[kind] = field

    def _scale(self, question: Say, choose: Callable[[int | None], None]) -> dict[int, BigButton]:
        self.say(question)
        asked, say = question(self.turned.phrases), self.turned.phrases.text
        buttons: dict[int, BigButton] = {}
        for step, word in self._words.steps.items():
            button = BigButton(self.look, str(step))
            button.set_lines((word,))
            button.setAccessibleName(
                say("{question}: {step}", question=asked, step=say("{step}, {word}", step=step, word=word))
            )
            button.clicked.connect(partial(_press, button, step, choose))
            buttons[step] = button
        self.rows(list(buttons.values()), len(buttons))
        return buttons

    def _lay_options(self, options: list[Option], exploration: Exploration) -> None:
        for option in options:
            button = BigButton(self.look, option.words, ticks=True)
            button.clicked.connect(partial(self._choose, exploration.indicator_id, option.id))
            self.options[option.id] = button
        if options:
            self.rows([self.options[each.id] for each in options], OPTIONS_TO_A_ROW)

    def _choose(self, indicator_id: str, option_id: str, _: bool = False) -> None:
        chosen = not self.options[option_id].isChecked()
        self._presenter.board.choose(indicator_id, option_id, chosen=chosen)

    def _show_answers(self, exploration: Exploration) -> None:
        for kind, field in self.notes.items():
            field.set_text(exploration.note(kind))
        for option in exploration.options:
            if option.id in self.options:
                self.options[option.id].show_as(chosen=option.chosen)
        for step, button in self.now.items():
            button.show_as(chosen=step == exploration.scaling.now)
        for step, button in self.good_enough.items():
            button.show_as(chosen=step == exploration.scaling.good_enough)

    def _name(self, area: Area) -> str:
        return self._words.indicators[area.indicator_id].name


def _press(button: BigButton, step: int, choose: Callable[[int | None], None], _: bool = False) -> None:
    """Choose a step, or leave it open again."""
    choose(None if button.isChecked() else step)
