"""What a person agreed to: read together, recorded with its words, taken back whenever they want.

It must not record an agreement that nobody gave, nor ask why when it is taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from iroc_desktop.domain.consent import ConsentState, ConsentText, text_for
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.consents import Consents, ConsentsOf
from iroc_desktop.services.ports import Clock, Runner
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows; `found` is None until it was read."""

    today: date
    text: ConsentText
    """The words on the screen, in the language that was chosen."""
    day: date
    """The day they agreed, as far as it was said."""
    found: ConsentsOf | None = field(default=None, repr=False)
    withdrawing: bool = False
    """Whether it is asked since which day they take it back."""
    busy: bool = False
    just: ConsentState | None = None
    """What was recorded a moment ago."""
    problem: ExpectedError | None = None


class Exits(Protocol):
    """The way out."""

    def open_person(self, person_id: str) -> None:
        """Go to the person's page."""


class ConsentPresenter(Showing[State]):
    """The consents of one person."""

    def __init__(
        self,
        person_id: str,
        texts: Sequence[ConsentText],
        consents: Consents,
        runner: Runner,
        exits: Exits,
        clock: Clock,
        language: str,
    ) -> None:
        """`texts` are the words to read, in every language there is; `language` is the program's."""
        today = clock.today()
        super().__init__(State(today, text_for(texts, language), today))
        self._person_id = person_id
        self._texts = tuple(texts)
        self._consents = consents
        self._exits = exits
        self._language = language
        self._language_chosen = False
        self._writing = Writing(runner, self, self._on_problem)

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages in which there are words to read."""
        return tuple(each.language for each in self._texts)

    def open(self) -> None:
        """Read what the person agreed to."""
        self._writing.send("open", lambda: self._consents.of(self._person_id), self._on_found)

    def read_in(self, language: str) -> None:
        """Show the words in another language."""
        self._language_chosen = True
        self._put(text=text_for(self._texts, language), just=None)

    def agreed_on(self, day: date) -> None:
        """Remember the day they agreed."""
        self._put(day=day, just=None)

    def agree(self) -> None:
        """Keep that the person agreed to the words on the screen."""
        if self.state.found is None or self.state.busy:
            return
        day, text = self.state.day, self.state.text
        self._put(busy=True)
        self._writing.send(
            "agree",
            lambda: self._consents.record(self._person_id, day, text),
            lambda done: self._on_done(done, ConsentState.AGREED),
            self._on_failed,
        )

    def ask_to_withdraw(self) -> None:
        """Ask since which day they take it back."""
        self._put(withdrawing=True, just=None)

    def keep(self) -> None:
        """Leave the agreement as it is after all."""
        self._put(withdrawing=False)

    def withdraw(self, day: date) -> None:
        """Keep that the person took back what they agreed to."""
        if self.state.busy:
            return
        self._put(busy=True)
        self._writing.send(
            "withdraw",
            lambda: self._consents.withdraw(self._person_id, day),
            lambda done: self._on_done(done, ConsentState.TAKEN_BACK),
            self._on_failed,
        )

    def try_again(self) -> None:
        """Try what failed once more."""
        self._writing.try_again()

    def to_person(self) -> None:
        """Leave for the person's page."""
        self._exits.open_person(self._person_id)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Look again when something else changed what this person agreed to."""
        if initiator is not self and changes.touches(self._person_id):
            self.open()

    def _on_found(self, found: ConsentsOf) -> None:
        self._put(found=found)
        if not self._language_chosen:
            self._put(text=text_for(self._texts, found.person.language, self._language))

    def _on_done(self, done: Done[ConsentsOf], just: ConsentState) -> None:
        self._put(found=done.value, busy=False, withdrawing=False, just=just)

    def _on_failed(self) -> None:
        self._put(busy=False)

    def _on_problem(self) -> None:
        self._put()

    def _put(self, **changed: object) -> None:
        state = replace(self.state, **changed)  # type: ignore[arg-type]  # names of State's own fields
        self._show(replace(state, problem=self._writing.problem))
