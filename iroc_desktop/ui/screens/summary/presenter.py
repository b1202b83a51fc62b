"""The summary: what to leave out, in which language, on which paper; then print or save it.

It must not print what is not kept: the snapshot is stored first, so that a reprint is identical.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.summary import Paper, SessionSummary, day
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.people import People
from iroc_desktop.services.ports import Runner
from iroc_desktop.services.summaries import Summaries
from iroc_desktop.system.whole_files import write_out
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing
from iroc_desktop.ui.screens.summary.items import Item, items_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """A summary that is ready to be looked at."""

    person_name: str = field(repr=False)
    held_on: date
    items: tuple[Item, ...] = field(repr=False)
    language: str
    languages: tuple[str, ...]
    """The languages the paper can be in."""
    paper: Paper
    fingerprint: str
    frozen: bool
    """A stored summary: it can be printed again, not changed."""
    next_on: date | None


@dataclass(frozen=True, slots=True)
class State:
    """The whole screen; `sheet` is None until the summary is there."""

    sheet: Sheet | None = None
    pdf: bytes | None = field(default=None, repr=False)
    """The newest PDF, which may still be of the choice before; see `current`."""
    current: bool = False
    """True when `pdf` is exactly what the list says."""
    done: Action | None = None
    """What happened to this very paper a moment ago: printed or saved."""
    printer_failed: bool = False
    """The printer did not take it; the snapshot is kept."""
    problem: ExpectedError | None = None


class Exits(Protocol):
    """The ways out of the summary."""

    def to_person(self, person_id: str) -> None:
        """Go to the person's page."""

    def to_record(self, person_id: str, conversation_id: str) -> None:
        """Read the completed conversation."""


class SummaryPresenter(Showing[State]):
    """The summary of a completed conversation, before and after it is on paper."""

    def __init__(
        self,
        summaries: Summaries,
        people: People,
        pack: Pack,
        runner: Runner,
        exits: Exits,
        paper: Paper,
    ) -> None:
        """Begin with this paper size, which is the site's."""
        super().__init__(State())
        self._summaries = summaries
        self._people = people
        self._languages = tuple(pack.wordings)
        self._runner = runner
        self._exits = exits
        self._paper = paper
        self._writing = Writing(runner, self, self._on_problem)
        self._summary: SessionSummary | None = None
        self._name = ""
        self._frozen = False
        self._wanted = 0

    def open(self, conversation_id: str) -> None:
        """Draw up the summary of a completed conversation, in the person's language."""
        self._writing.send("open", lambda: self._in_their_language(conversation_id), self._on_opened)

    def open_kept(self, summary_id: str) -> None:
        """Show a stored summary as it was printed."""

        def found() -> tuple[SessionSummary, str]:
            summary = self._summaries.reprint(summary_id)
            return summary, self._people.overview(summary.person_id).person.preferred_name

        self._frozen = True
        self._writing.send("open", found, self._on_opened)

    def show_item(self, key: str, *, shown: bool) -> None:
        """Put a part or a quote on the paper, or leave it out."""
        if self._summary is not None and not self._frozen:
            out = self._summary.left_out - {key} if shown else self._summary.left_out | {key}
            self._look_at(self._summary.without(out))

    def write_in(self, language: str) -> None:
        """Word the paper in another language."""
        self._draw_up(language, self._paper)

    def print_on(self, paper: Paper) -> None:
        """Lay it out for another paper size."""
        if self._summary is not None:
            self._draw_up(self._summary.language, paper)

    def print(self, send: Callable[[bytes], bool]) -> None:
        """Keep the snapshot, then hand its PDF to `send`, which returns whether the printer took it."""
        self._after_keeping(Action.PRINTED, send)

    def save_as(self, path: Path, passphrase: str = "") -> None:
        """Keep the snapshot, and save its PDF in a file, which opens with the passphrase if there is one."""
        pdf = self.state.pdf
        if pdf is None or not self.state.current:
            return
        self._writing.send(
            "save",
            lambda: write_out(path, self._summaries.protected(pdf, passphrase)),
            lambda _: self._after_keeping(Action.EXPORTED, bool),
        )

    def try_again(self) -> None:
        """Try what failed once more."""
        self._writing.try_again()

    def to_person(self) -> None:
        """Leave for the person's page."""
        if self._summary is not None:
            self._exits.to_person(self._summary.person_id)

    def to_record(self) -> None:
        """Leave for the completed conversation."""
        if self._summary is not None:
            self._exits.to_record(self._summary.person_id, self._summary.conversation_id)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Draw it up again when something else changed this person's record; a stored one stays as it is."""
        summary = self._summary
        if summary is None or self._frozen or initiator is self or not changes.touches(summary.person_id):
            return
        self._draw_up(summary.language, summary.paper)

    def _in_their_language(self, conversation_id: str) -> tuple[SessionSummary, str]:
        first = self._summaries.draft(conversation_id, self._languages[0], self._paper)
        person = self._people.overview(first.person_id).person
        language = person.language if person.language in self._languages else first.language
        return self._summaries.draft(conversation_id, language, self._paper), person.preferred_name

    def _on_opened(self, found: tuple[SessionSummary, str]) -> None:
        summary, self._name = found
        self._look_at(summary)

    def _draw_up(self, language: str, paper: Paper) -> None:
        summary = self._summary
        if summary is None or self._frozen:
            return
        self._paper = paper
        self._writing.send(
            "open",
            lambda: self._summaries.draft(summary.conversation_id, language, paper),
            lambda drawn: self._look_at(drawn.without((self._summary or summary).left_out)),
        )

    def _look_at(self, summary: SessionSummary) -> None:
        self._summary = summary
        self._wanted += 1
        wanted = self._wanted
        self._show(replace(self.state, current=False, done=None, printer_failed=False))
        self._redraw()

        def rendered(pdf: bytes) -> None:
            # the answer to an older choice must not replace a newer one
            if wanted == self._wanted:
                self._show(replace(self.state, pdf=pdf, current=True))
                self._redraw()

        self._writing.send("render", lambda: self._summaries.render(summary), rendered)

    def _after_keeping(self, action: Action, then: Callable[[bytes], bool]) -> None:
        summary, pdf = self._summary, self.state.pdf
        if summary is None or pdf is None or not self.state.current:
            return

        def kept(_: Done[SessionSummary]) -> None:
            taken = then(pdf)
            self._show(replace(self.state, done=action if taken else None, printer_failed=not taken))
            self._redraw()

        self._writing.send("keep", lambda: self._summaries.keep(summary, action), kept)

    def _on_problem(self) -> None:
        self._redraw()

    def _redraw(self) -> None:
        sheet = self._sheet(self._summary) if self._summary is not None else None
        self._show(replace(self.state, sheet=sheet, problem=self._writing.problem))

    def _sheet(self, summary: SessionSummary) -> Sheet:
        return Sheet(
            person_name=self._name,
            held_on=day(summary.held_on),
            items=items_of(summary),
            language=summary.language,
            languages=self._languages,
            paper=summary.paper,
            fingerprint=summary.fingerprint,
            frozen=self._frozen,
            next_on=day(summary.next_on) if summary.next_on else None,
        )
