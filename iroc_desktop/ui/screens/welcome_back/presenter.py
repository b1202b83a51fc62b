"""What became of last time's steps, and what helped: answered, taken back, kept.

It must not judge an answer, nor lose a word: what could not be kept can be tried again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.session import LookBack, StepNews
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.ports import Clock, Runner
from iroc_desktop.services.welcome_back import WelcomeBack
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows."""

    steps: tuple[LookBack, ...] | None = field(default=None, repr=False)
    """None until they were read. The answers are those that are kept; the words are those last typed."""
    problem: ExpectedError | None = None


class Exits(Protocol):
    """What the window likes to hear."""

    def saved(self, at: datetime) -> None:
        """Something was kept just now."""


class WelcomeBackPresenter(Showing[State]):
    """The first stage of one session."""

    def __init__(
        self, welcome_back: WelcomeBack, runner: Runner, clock: Clock, exits: Exits, session_id: str
    ) -> None:
        super().__init__(State())
        self._welcome_back = welcome_back
        self._clock = clock
        self._exits = exits
        self._session_id = session_id
        self._writing = Writing(runner, self, self._on_problem)
        self._kept: dict[str, LookBack] | None = None
        self._meant: dict[str, LookBack] = {}
        """What was said and is not kept yet."""
        self._refused: set[str] = set()
        """Steps whose newest words and answer could not be kept."""

    def open(self) -> None:
        """Show last time's steps with what was said about them so far."""
        self._writing.send("open", lambda: self._welcome_back.steps(self._session_id), self._on_read)

    def answer(self, step_id: str, news: StepNews) -> None:
        """Say what became of a step; the same answer again takes it back."""
        newest = self._newest(step_id)
        if newest is None or self._kept is None:
            return
        # the next press builds on what was meant, unless that failed and is not to be seen
        seen = self._kept[step_id] if step_id in self._refused else newest
        self._mean(replace(newest, news=None if seen.news is news else news))

    def tell_what_helped(self, step_id: str, words: str) -> None:
        """Keep what helped, in the person's words."""
        newest = self._newest(step_id)
        if newest is not None and words != newest.what_helped:
            self._mean(replace(newest, what_helped=words))

    def try_again(self) -> None:
        """Try every write that failed once more."""
        self._writing.try_again()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Look again when a session or a plan changed elsewhere."""
        if initiator is not self and (changes.sessions_of or changes.plans_of):
            self.open()

    def _newest(self, step_id: str) -> LookBack | None:
        return self._meant.get(step_id) or (self._kept or {}).get(step_id)

    def _mean(self, told: LookBack) -> None:
        self._meant[told.step_id] = told
        self._redraw()
        self._send(told.step_id)

    def _send(self, step_id: str) -> None:
        told = self._meant[step_id]
        self._refused.discard(step_id)
        self._writing.send(
            f"step {step_id}",
            lambda: self._welcome_back.answer(self._session_id, step_id, told.news, told.what_helped),
            lambda _: self._on_kept(told),
            lambda: self._refused.add(step_id),
            lambda: self._send(step_id),
        )

    def _on_read(self, steps: tuple[LookBack, ...]) -> None:
        self._kept = {each.step_id: each for each in steps}
        self._redraw()

    def _on_kept(self, told: LookBack) -> None:
        if self._kept is not None:
            self._kept[told.step_id] = told
        if self._meant.get(told.step_id) is told:
            del self._meant[told.step_id]
        self._exits.saved(self._clock.now())
        self._redraw()

    def _on_problem(self) -> None:
        self._redraw()

    def _redraw(self) -> None:
        kept, problem = self._kept, self._writing.problem
        steps = None if kept is None else tuple(self._seen(each) for each in kept.values())
        self._show(State(steps, problem))

    def _seen(self, kept: LookBack) -> LookBack:
        meant = self._meant.get(kept.step_id)
        return kept if meant is None else replace(kept, what_helped=meant.what_helped)
