"""What one person's page knows and does: the history, the draft, the prints, and beginning a session.

It must not compute what the domain already says, nor keep anything typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from iroc_desktop.domain.bin import BinKind, Thing, whole_person
from iroc_desktop.domain.consent import NOBODY_ASKED, Agreed
from iroc_desktop.domain.conversation import Conversation, Draft
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.history import History
from iroc_desktop.domain.kept_sheets import SHEET, SheetKind, kind_of
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.history_of import Change, HistoryOf
from iroc_desktop.services.people import Overview, People
from iroc_desktop.services.plans import Plans
from iroc_desktop.services.ports import Clock, Runner
from iroc_desktop.services.writers import Piece


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One completed conversation in the list."""

    conversation_id: str
    ordinal: int
    held_on: date
    points: int
    rated: int
    of: int


@dataclass(frozen=True, slots=True)
class DraftLine:
    """The conversation in progress."""

    conversation_id: str
    held_on: date
    settled: int
    of: int


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One sheet that was printed or saved."""

    id: str
    kind: SheetKind | None
    """What it shows; None: the summary of a conversation."""
    fingerprint: str
    day: date
    """The day of the conversation, or the day on the sheet."""
    language: str
    piece: Piece
    """Under which its writer is found."""


@dataclass(frozen=True, slots=True)
class State:
    """All that the page shows; `person` is None until it was read."""

    held_on: date
    """The day that the next conversation is held."""
    today: date
    person: Person | None = field(default=None, repr=False)
    agreed: Agreed = NOBODY_ASKED
    changes: tuple[Change, ...] | None = field(default=None, repr=False)
    """How what is known about the person came to be so; None until somebody wants to see it."""
    history: History | None = field(default=None, repr=False)
    draft: DraftLine | None = None
    sessions: tuple[SessionLine, ...] = ()
    """Newest first."""
    documents: tuple[DocumentLine, ...] = ()
    """Newest first."""
    plan: PersonalPlan | None = field(default=None, repr=False)
    """The active plan; None if there is none."""
    earlier_plans: bool = False
    """Whether there are plans from before to read."""
    next_on: date | None = None
    next_note: str = field(default="", repr=False)
    error: ExpectedError | None = None

    @property
    def held_in_future(self) -> bool:
        """Return whether the day held lies after today, as this machine's clock claims it."""
        return self.held_on > self.today


class Exits(Protocol):
    """Where the page leads."""

    def begin_session(self, person_id: str, held_on: date | None = None) -> None:
        """Begin a session, or go on with the one in progress."""

    def open_conversation(self, conversation_id: str) -> None:
        """Show the picture of a completed conversation."""

    def correct(self, conversation_id: str) -> None:
        """Correct an answer of a completed conversation."""

    def print_summary(self, conversation_id: str) -> None:
        """Prepare a summary of a completed conversation."""

    def reprint(self, summary_id: str) -> None:
        """Show a summary exactly as it was printed."""

    def reprint_sheet(self, sheet_id: str) -> None:
        """Show a plan or a staying-well plan exactly as it was printed."""

    def edit_person(self, person_id: str) -> None:
        """Show the form for this person."""

    def open_plan(self, person_id: str) -> None:
        """Show this person's plan."""

    def open_staying_well(self, person_id: str) -> None:
        """Show this person's staying-well plan."""

    def open_toolkit(self, person_id: str) -> None:
        """Show the toolkit with this person."""

    def open_consent(self, person_id: str) -> None:
        """Show what this person agreed to."""

    def put_away(self, thing: Thing) -> None:
        """Put this person, or their session in progress, into the bin, with a way to undo it."""


class PersonPresenter:
    """The page of the person with `person_id`."""

    def __init__(
        self,
        person_id: str,
        people: People,
        plans: Plans,
        runner: Runner,
        exits: Exits,
        clock: Clock,
        history_of: HistoryOf | None = None,
    ) -> None:
        self._history_of = history_of
        self._person_id = person_id
        self._people = people
        self._plans = plans
        self._runner = runner
        self._exits = exits
        today = clock.today()
        self._state = State(held_on=today, today=today)
        self._show: Callable[[State], None] = lambda state: None

    def attach(self, show: Callable[[State], None]) -> None:
        """Tell every new state to `show`, and read the person."""
        self._show = show
        show(self._state)
        self.refresh()

    def detach(self) -> None:
        """Show nothing more: the view is about to be gone, and answers may still be on their way."""
        self._show = lambda state: None

    def refresh(self) -> None:
        """Read the person again."""
        self._runner.submit(lambda: self._people.overview(self._person_id), self._read, self._failed)
        plans, person_id = self._plans, self._person_id
        self._runner.submit(
            lambda: (plans.active(person_id), plans.has_earlier(person_id)),
            lambda found: self._put(plan=found[0], earlier_plans=found[1]),
            self._failed,
        )

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Read again when something about this person changed."""
        if changes.touches(self._person_id):
            self.refresh()
            if self._state.changes is not None:
                self.read_changes()

    def hold_on(self, day: date) -> None:
        """Remember the day that the next conversation is held."""
        if day != self._state.held_on:
            self._put(held_on=day)

    def start(self) -> None:
        """Begin a session on the day chosen, or go on with the one that waits."""
        if self._state.person is not None:
            self._exits.begin_session(self._person_id, self._state.held_on)

    def open_conversation(self, conversation_id: str) -> None:
        """Leave for the picture of one conversation."""
        self._exits.open_conversation(conversation_id)

    def correct(self, conversation_id: str) -> None:
        """Leave to correct an answer."""
        self._exits.correct(conversation_id)

    def print_summary(self, conversation_id: str) -> None:
        """Leave to print a summary."""
        self._exits.print_summary(conversation_id)

    def reprint(self, line: DocumentLine) -> None:
        """Leave to see a sheet as it was printed."""
        if line.kind is None:
            self._exits.reprint(line.id)
        else:
            self._exits.reprint_sheet(line.id)

    def open_plan(self) -> None:
        """Leave for the plan."""
        self._exits.open_plan(self._person_id)

    def open_staying_well(self) -> None:
        """Leave for the staying-well plan."""
        self._exits.open_staying_well(self._person_id)

    def open_toolkit(self) -> None:
        """Leave for the toolkit."""
        self._exits.open_toolkit(self._person_id)

    def open_consent(self) -> None:
        """Leave for what the person agreed to."""
        self._exits.open_consent(self._person_id)

    def read_changes(self) -> None:
        """Read how what is known about the person came to be so."""
        history_of, person = self._history_of, Entity(EntityKind.PERSON, self._person_id)
        if history_of is not None:
            self._runner.submit(
                lambda: tuple(history_of.of(person)), lambda found: self._put(changes=found), self._failed
            )

    def edit(self) -> None:
        """Leave for the form."""
        self._exits.edit_person(self._person_id)

    def put_away(self) -> None:
        """Put the whole person into the bin."""
        if self._state.person is not None:
            self._exits.put_away(whole_person(self._person_id))

    def put_session_away(self) -> None:
        """Put the session that waits into the bin."""
        draft = self._state.draft
        if draft is not None:
            self._exits.put_away(Thing(BinKind.SESSION, self._person_id, draft.conversation_id))

    def _read(self, found: Overview) -> None:
        now = found.history.now
        self._put(
            person=found.person,
            agreed=found.agreed,
            history=found.history,
            draft=_draft_line(found.draft, found.history),
            sessions=_sessions(found.history),
            documents=_documents(found),
            next_on=now.next_on if now else None,
            next_note=now.next_note if now else "",
            error=None,
        )

    def _failed(self, error: ExpectedError) -> None:
        self._put(error=error)

    def _put(self, **changed: object) -> None:
        self._state = replace(self._state, **changed)  # type: ignore[arg-type]  # names of State's own fields
        self._show(self._state)


def _sessions(history: History) -> tuple[SessionLine, ...]:
    lines = [
        _session_line(history, each, ordinal) for ordinal, each in enumerate(history.conversations, start=1)
    ]
    return tuple(reversed(lines))


def _session_line(history: History, conversation: Conversation, ordinal: int) -> SessionLine:
    total = history.total(conversation)
    return SessionLine(conversation.id, ordinal, conversation.held_on, total.points, total.rated, total.of)


def _draft_line(draft: Draft | None, history: History) -> DraftLine | None:
    if draft is None:
        return None
    conversation, instrument = draft.conversation, history.instrument
    settled = conversation.settled_count(instrument)
    return DraftLine(conversation.id, conversation.held_on, settled, instrument.size)


def _documents(found: Overview) -> tuple[DocumentLine, ...]:
    kept = Entity(EntityKind.SHEETS, found.person.id)
    summaries = [
        DocumentLine(
            each.id,
            None,
            each.fingerprint,
            date.fromisoformat(each.held_on),
            each.language,
            Piece(Entity(EntityKind.SUMMARY, each.id)),
        )
        for each in found.summaries
    ]
    sheets = [
        DocumentLine(
            each.id,
            kind_of(each),
            each.fingerprint,
            date.fromisoformat(each.day),
            each.language,
            Piece(kept, f"{SHEET}/{each.id}"),
        )
        for each in found.sheets
    ]
    # of one day, the summary first; sorting keeps the order in which summaries were printed
    return tuple(sorted((*reversed(summaries), *reversed(sheets)), key=lambda line: line.day, reverse=True))
