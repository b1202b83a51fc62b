"""Closing a session: the next date, finishing and locking it, what to take along, a private reflection.

It must not finish before everything that was said is kept, nor forget a word that could not be kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Protocol

from iroc_desktop.domain.conversation import Conversation, Draft
from iroc_desktop.domain.session import Session
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.sessions import SessionSitting
from iroc_desktop.ui.models.dates import months_later, next_doubt
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing
from iroc_desktop.ui.screens.closing.reading import Means, Read, read_session
from iroc_desktop.ui.screens.closing.state import NextMeeting, OpenQuestion, Sheet, State, TakeAway


class Exits(Protocol):
    """The ways out of closing, and what the window likes to hear."""

    def to_indicator(self, indicator_id: str) -> None:
        """Go back to one indicator of the conversation."""

    def finished(self) -> None:
        """The session is over: no stage can be gone to any more."""

    def to_summary(self, conversation_id: str) -> None:
        """Leave for the summary of the conversation, which is completed now."""

    def print_plan(self, person_id: str) -> None:
        """Leave for the plan on paper."""

    def open_staying_well(self, person_id: str) -> None:
        """Leave for the staying-well plan."""

    def open_toolkit(self, person_id: str) -> None:
        """Leave for the toolkit with the person, where their worksheets are."""

    def to_person(self, person_id: str) -> None:
        """Leave for the person's page."""

    def saved(self, at: datetime) -> None:
        """Something was kept just now."""


@dataclass(frozen=True, slots=True)
class _Meeting:
    """When and where to meet again."""

    on: date | None
    note: str = field(repr=False)


class ClosingPresenter(Showing[State]):
    """The last stage of one session, and what stays on the screen once it is finished."""

    def __init__(self, means: Means, exits: Exits, session_id: str, person_id: str, language: str) -> None:
        """Name what is still open in `language`."""
        super().__init__(State())
        self._means = means
        self._exits = exits
        self._session_id = session_id
        self._person_id = person_id
        self._wording = means.pack.wording(language)
        self._writing = Writing(means.runner, self, self._on_problem)
        self._sitting: SessionSitting | None = None
        self._taken: TakeAway | None = None
        self._asked: date | None = None
        self._meant: _Meeting | None = None
        """The next meeting as it was said, while that is not kept yet."""
        self._kept_words: str | None = None
        self._meant_words: str | None = None
        """The reflection as it was written, while that is not kept yet."""
        self._finishing = False
        self._over = False
        """Whether the window was told that the session is over."""

    def open(self) -> None:
        """Show the session as it stands, or what to take along when it is finished already."""
        means, session_id, person_id = self._means, self._session_id, self._person_id
        self._writing.send("open", lambda: read_session(means, session_id, person_id), self._on_read)

    def meet_on(self, day: date | None) -> None:
        """Keep the day to meet again, or that none is agreed; an odd one waits until it is confirmed."""
        self._asked = None
        if day is None or next_doubt(day, self._means.clock.today()) is None:
            self._agree(on=day)
        else:
            self._asked = day
            self._redraw()

    def answer_doubt(self, *, keep: bool) -> None:
        """Keep the odd day after all, or forget it."""
        asked, self._asked = self._asked, None
        if keep and asked is not None:
            self._agree(on=asked)
        else:
            self._redraw()

    def note_meeting(self, words: str) -> None:
        """Keep where and at what time to meet again."""
        meeting = self._meeting
        if meeting is not None and words != meeting.note:
            self._agree(on=meeting.on, note=words)

    def reflect(self, words: str) -> None:
        """Keep the practitioner's own words, during the session or after it."""
        if self._kept_words is not None and words != self._reflection:
            self._meant_words = words
            self._redraw()
            self._send_words()

    def finish(self) -> None:
        """Finish and lock the session; an odd day that waits for an answer comes first."""
        if self._sitting is not None and self._asked is None and not self._finishing:
            self._send_finish()

    def show_indicator(self, indicator_id: str) -> None:
        """Go back to an indicator that is still open."""
        self._exits.to_indicator(indicator_id)

    def to_summary(self) -> None:
        """Leave for the summary on paper."""
        if self._taken is not None and self._taken.conversation_id:
            self._exits.to_summary(self._taken.conversation_id)

    def print_plan(self) -> None:
        """Leave for the plan on paper."""
        self._exits.print_plan(self._person_id)

    def to_staying_well(self) -> None:
        """Leave for the staying-well plan."""
        self._exits.open_staying_well(self._person_id)

    def to_worksheets(self) -> None:
        """Leave for the person's worksheets."""
        self._exits.open_toolkit(self._person_id)

    def to_person(self) -> None:
        """Leave for the person's page."""
        self._exits.to_person(self._person_id)

    def try_again(self) -> None:
        """Try everything that failed once more."""
        self._writing.try_again()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Look again when something else changed this person's record."""
        if initiator is not self and changes.touches(self._person_id):
            self.open()

    # the next meeting

    @property
    def _meeting(self) -> _Meeting | None:
        """The next meeting as it was last said; None where none can be agreed any more."""
        if self._meant is not None:
            return self._meant
        sitting = self._sitting
        if sitting is None or sitting.draft is None:
            return None
        return _Meeting(sitting.conversation.next_on, sitting.conversation.next_note)

    def _agree(self, *, on: date | None, note: str | None = None) -> None:
        meeting = self._meeting
        if meeting is not None:
            self._meant = _Meeting(on, meeting.note if note is None else note)
            self._redraw()
            self._send_meeting()

    def _send_meeting(self) -> None:
        meant, sitting = self._meant, self._sitting
        if meant is not None and sitting is not None:
            conversation_id = sitting.conversation.id
            agree = self._means.conversations.agree_next
            self._writing.send(
                "next",
                lambda: agree(conversation_id, meant.on, meant.note),
                lambda done: self._on_agreed(done, meant),
                again=self._send_meeting,
            )

    def _on_agreed(self, done: Done[Draft], meant: _Meeting) -> None:
        if self._meant is meant:
            self._meant = None
        if self._sitting is not None:
            draft = done.value
            self._sitting = replace(self._sitting, conversation=draft.conversation, draft=draft)
        self._tell_saved()

    # the reflection

    @property
    def _reflection(self) -> str | None:
        return self._kept_words if self._meant_words is None else self._meant_words

    def _send_words(self) -> None:
        words = self._meant_words
        if words is not None:
            keep = self._means.reflections.keep
            self._writing.send(
                "reflection",
                lambda: keep(self._session_id, self._person_id, words),
                lambda _: self._on_reflected(words),
                again=self._send_words,
            )

    def _on_reflected(self, words: str) -> None:
        self._kept_words = words
        if self._meant_words == words:
            self._meant_words = None
        self._tell_saved()

    # finishing

    def _send_finish(self) -> None:
        meant, sitting = self._meant, self._sitting
        if sitting is None:
            return
        self._finishing = True
        self._redraw()

        def finished() -> Done[Session]:
            if meant is not None:
                # a meeting that could not be kept before goes with the session, or it would be lost
                self._means.conversations.agree_next(sitting.conversation.id, meant.on, meant.note)
            return self._means.sessions.finish(self._session_id)

        self._writing.send(
            "finish", finished, self._on_finished, self._on_not_finished, again=self._send_finish
        )

    def _on_finished(self, _: Done[Session]) -> None:
        self._meant = None
        self._writing.forget("next")
        self._tell_over()
        self._tell_saved()
        self.open()

    def _on_not_finished(self) -> None:
        self._finishing = False

    # reading and showing

    def _on_read(self, read: Read) -> None:
        self._sitting, self._taken = read.sitting, read.taken
        self._kept_words = read.reflection
        if read.taken is not None:
            # also where the screen is built anew: by then the stages could be gone to again
            self._tell_over()
            self._finishing, self._asked, self._meant = False, None, None
        self._redraw()

    def _tell_over(self) -> None:
        if not self._over:
            self._over = True
            self._exits.finished()

    def _tell_saved(self) -> None:
        self._exits.saved(self._means.clock.now())
        self._redraw()

    def _on_problem(self) -> None:
        self._redraw()

    def _redraw(self) -> None:
        sitting, taken = self._sitting, self._taken
        sheet = None if sitting is None else self._sheet(sitting)
        self._show(State(sheet, taken, self._reflection, self._finishing, self._writing.problem))

    def _sheet(self, sitting: SessionSitting) -> Sheet:
        conversation, instrument = sitting.conversation, self._means.pack.instrument
        names = self._wording.indicators
        still_open = [each.id for each in instrument.indicators if not conversation.answer(each.id).settled]
        return Sheet(
            person_name=sitting.person.preferred_name,
            meeting=None if sitting.draft is None else self._next(conversation),
            settled=conversation.settled_count(instrument),
            of=instrument.size,
            open_ones=tuple(OpenQuestion(each, names[each].name) for each in still_open),
        )

    def _next(self, conversation: Conversation) -> NextMeeting:
        note = conversation.next_note if self._meant is None else self._meant.note
        asked = self._asked
        doubt = next_doubt(asked, self._means.clock.today()) if asked else None
        suggested = months_later(conversation.held_on, self._means.pack.instrument.interval_months)
        return NextMeeting(conversation.next_on, note, suggested, asked, doubt)
