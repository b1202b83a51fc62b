"""What exploring knows and does: chosen areas, four steps for each, and the words said in them.

It must not lose a word: what could not be kept stays on the screen and can be tried again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from iroc_desktop.domain.conversation import Conversation, Stage
from iroc_desktop.domain.exploring import Exploration, ExploringNote, ExploringStep, Scaling
from iroc_desktop.domain.lines import in_order
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.sessions import SessionSitting
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.screens.explore.board import Board
from iroc_desktop.ui.screens.explore.keeping import Keeping
from iroc_desktop.ui.screens.explore.own_values import ValuesList
from iroc_desktop.ui.screens.explore.plan_steps import PlanSteps
from iroc_desktop.ui.screens.explore.state import Area, Exits, Gone, Means, State


class ExplorePresenter(Showing[State]):
    """The areas that were chosen in one session."""

    def __init__(self, means: Means, exits: Exits, session_id: str, pack: Pack, language: str) -> None:
        """Name areas and steps of the scale in `language`."""
        super().__init__(State())
        self._means = means
        self._exits = exits
        self._session_id = session_id
        self._instrument = pack.instrument
        self._wording = pack.wording(language)
        self._keeping = Keeping(means, exits, session_id, self, self._redraw)
        self._person_id = ""
        self._areas: tuple[Area, ...] = ()
        self._current = ""
        self._gone: Gone | None = None
        self.board = Board(means.exploring, self._keeping, lambda gone: self._went(Gone.OPTION, gone))
        self.values = ValuesList(means.values, self._keeping, lambda gone: self._went(Gone.VALUE, gone))
        self._plan_steps = PlanSteps(means, self._keeping)

    @property
    def scale(self) -> Mapping[int, str]:
        """Return the steps of the instrument's scale with their words, lowest first."""
        return self._wording.steps

    def open(self) -> None:
        """Show the session as it is in the record."""
        self._keeping.send("open", lambda: self._means.sessions.look(self._session_id), self._on_read)

    # areas and steps

    def turn_to_area(self, indicator_id: str) -> None:
        """Show another chosen area, at the step where it was left."""
        if indicator_id != self._current and any(each.indicator_id == indicator_id for each in self._areas):
            self._current, self._gone = indicator_id, None
            self._redraw()

    def turn_to_step(self, step: ExploringStep) -> None:
        """Show another step of the area on the screen."""
        indicator_id, exploration = self._current, self.state.exploration
        if exploration is None or exploration.step is step:
            return
        self._gone = None
        self._keeping.keep(
            indicator_id,
            "step",
            lambda: self._means.exploring.turn_to(self._session_id, indicator_id, step),
            lambda each: replace(each, step=step),
        )

    def go_on(self, by: int) -> None:
        """Go to the step after (1) or before (-1), and beyond the last or first to the area beside."""
        step, area = self.state.step_beside(by), self.state.beside(by)
        if step is not None:
            self.turn_to_step(step)
        elif area is not None:
            self.turn_to_area(area.indicator_id)

    # words and numbers

    def note(self, indicator_id: str, kind: ExploringNote, text: str) -> None:
        """Keep the words of one kind."""
        self._keeping.keep(
            indicator_id,
            kind.value,
            lambda: self._means.exploring.note(self._session_id, indicator_id, kind, text),
            lambda each: each.with_note(kind, text),
        )

    def scale_now(self, indicator_id: str, step: int | None) -> None:
        """Keep where things are now; None takes it away."""
        self._scale(indicator_id, "now", lambda each: replace(each, now=step))

    def scale_good_enough(self, indicator_id: str, step: int | None) -> None:
        """Keep where would be good enough; None takes it away."""
        self._scale(indicator_id, "good enough", lambda each: replace(each, good_enough=step))

    def make_step(self, indicator_id: str, option_id: str) -> None:
        """Make an option a step of the plan."""
        self._plan_steps.make(self._keeping.shown(indicator_id), option_id, self._name(indicator_id))
        self._redraw()

    def undo(self) -> None:
        """Bring back what was taken away last."""
        if self._gone is Gone.OPTION:
            self.board.undo()
        elif self._gone is Gone.VALUE:
            self.values.undo()

    # ways out

    def choose_areas(self) -> None:
        """Go to where areas are chosen."""
        self._exits.to_stage(Stage.CHOOSE)

    def try_again(self) -> None:
        """Try every write that failed once more."""
        self._keeping.try_again()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Look again when something else changed what is shown."""
        shown = changes.sessions_of | changes.conversations_of | changes.plans_of
        if initiator is not self and self._person_id in shown:
            self.open()

    def _scale(self, indicator_id: str, what: str, edit: Callable[[Scaling], Scaling]) -> None:
        exploring, session_id = self._means.exploring, self._session_id

        def work() -> Done[Exploration]:
            scaling = edit(exploring.look(session_id, indicator_id).scaling)
            return exploring.scale(session_id, indicator_id, scaling.now, scaling.good_enough)

        self._keeping.keep(indicator_id, what, work)

    def _on_read(self, sitting: SessionSitting) -> None:
        self._person_id = sitting.person.id
        self._areas = self._areas_of(sitting.conversation)
        self._keeping.load(self._person_id, sitting.opened.explorations)
        self.values.load(self._person_id, in_order(sitting.values))
        self._plan_steps.load(self._person_id, sitting.plan)
        ids = [each.indicator_id for each in self._areas]
        if self._current not in ids:
            begun = [each for each in ids if self._keeping.begun(each)]
            # where the two of them stopped, as far as that can be known
            self._current = next(iter(begun[-1:] or ids), "")
        self._redraw(ready=True)

    def _went(self, what: Gone, gone: bool) -> None:
        self._gone = what if gone else None

    def _redraw(self, *, ready: bool = False) -> None:
        problem = self._keeping.problem
        if problem is not None:
            self._plan_steps.refused()
        current = next((each for each in self._areas if each.indicator_id == self._current), None)
        if current is None:
            self._show(State(ready=ready or self.state.ready, areas=self._areas, problem=problem))
            return
        exploration = self._keeping.shown(current.indicator_id)
        self.board.remember(exploration)
        self._show(
            State(
                ready=True,
                areas=self._areas,
                current=current,
                exploration=exploration,
                values=self.values.lines,
                waiting=(*self.board.waiting, *self.values.waiting) if problem is not None else (),
                gone=self._gone,
                in_plan=self._plan_steps.of(exploration, current.name),
                problem=problem,
            )
        )

    def _areas_of(self, conversation: Conversation) -> tuple[Area, ...]:
        return tuple(
            self._area(conversation, number, each) for number, each in enumerate(conversation.focus, start=1)
        )

    def _area(self, conversation: Conversation, number: int, indicator_id: str) -> Area:
        area = self._instrument.area_of(indicator_id)
        rating = conversation.answer(indicator_id).rating
        return Area(
            indicator_id=indicator_id,
            number=number,
            letter=area.letter,
            token=area.token,
            name=self._name(indicator_id),
            rating=rating,
            word="" if rating is None else self._wording.steps[rating],
        )

    def _name(self, indicator_id: str) -> str:
        return self._wording.indicators[indicator_id].name
