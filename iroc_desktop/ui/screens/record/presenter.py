"""Reads a completed conversation, and corrects one answer at a time with a reason.

It must not change a completed conversation in any other way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from iroc_desktop.domain.bin import BinKind, Thing
from iroc_desktop.domain.conversation import (
    Answer,
    Conversation,
    Correction,
    NoteKind,
    ReasonMissingError,
    UnratedReason,
    Voice,
)
from iroc_desktop.domain.people import Practitioner
from iroc_desktop.domain.reflection import Reflection
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.conversations import Conversations
from iroc_desktop.services.held_sessions import HeldSession, HeldSessions
from iroc_desktop.services.people import Overview, People
from iroc_desktop.services.ports import Runner
from iroc_desktop.services.settling_in import SettlingIn
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing
from iroc_desktop.ui.screens.record.state import CorrectionLine, Form, Heard, Sheet, State, Told


@dataclass(frozen=True, slots=True)
class Read:
    """What was asked of the store in one go."""

    overview: Overview
    conversation: Conversation
    corrections: Sequence[Correction]
    disputed: frozenset[str]
    """Indicators on which two corrections disagree."""
    practitioner: Practitioner
    names: Mapping[str, str]
    """Of everybody who works or worked here, by their ids."""
    held: HeldSession | None


class Exits(Protocol):
    """The ways out of the record."""

    def to_person(self, person_id: str) -> None:
        """Go to the person's page."""

    def to_summary(self, conversation_id: str) -> None:
        """Draw up the summary of this conversation."""

    def put_away(self, thing: Thing) -> None:
        """Put the conversation, or a note in it, into the bin, with a way to undo it."""


class RecordPresenter(Showing[State]):
    """One completed conversation of a person."""

    def __init__(
        self,
        conversations: Conversations,
        people: People,
        settling_in: SettlingIn,
        held_sessions: HeldSessions,
        pack: Pack,
        runner: Runner,
        exits: Exits,
        language: str,
    ) -> None:
        """Word the screen in `language`."""
        super().__init__(State())
        self._conversations = conversations
        self._people = people
        self._settling_in = settling_in
        self._held_sessions = held_sessions
        self._instrument = pack.instrument
        self._wording = pack.wording(language)
        self._exits = exits
        self._writing = Writing(runner, self, self._on_problem)
        self._read: Read | None = None

    def open(self, person_id: str, conversation_id: str) -> None:
        """Show a completed conversation of a person."""
        self._writing.send("open", lambda: self._find(person_id, conversation_id), self._on_read)

    def correct(self, indicator_id: str) -> None:
        """Begin to correct one answer."""
        if self._read is None:
            return
        before = self._read.conversation.answer(indicator_id)
        form = Form(
            indicator_id=indicator_id,
            name=self._wording.indicators[indicator_id].name,
            area_token=self._instrument.area_of(indicator_id).token,
            before=before,
            after=before,
        )
        self._show(replace(self.state, form=form, corrected=""))

    def rate(self, rating: int) -> None:
        """Put another rating on the form."""
        self._edit(lambda after: replace(after, rating=rating, unrated=None))

    def rate_as(self, voice: Voice, rating: int | None) -> None:
        """Put another rating of one voice beside the person's on the form, or none."""
        self._edit(lambda after: _heard(after, voice, rating))

    def leave_unrated(self, reason: UnratedReason | None) -> None:
        """Put no rating on the form, and why."""
        self._edit(lambda after: replace(after, rating=None, unrated=reason))

    def type(self, kind: NoteKind, text: str) -> None:
        """Put another note on the form."""
        self._edit(lambda after: _noted(after, kind, text))

    def give_reason(self, reason: str) -> None:
        """Put the reason on the form."""
        if self.state.form is not None:
            form = replace(self.state.form, reason=reason, reason_missing=False)
            self._show(replace(self.state, form=form))

    def let_go(self) -> None:
        """Close the form; nothing is corrected."""
        self._show(replace(self.state, form=None))

    def keep(self) -> None:
        """Correct the answer; the form stays open until it is kept, and whenever something is missing."""
        form = self.state.form
        if form is None or self._read is None or form.saving:
            return
        if form.after == form.before:
            self._show(replace(self.state, form=replace(form, nothing_changed=True)))
        elif not form.reason.strip():
            self._show(replace(self.state, form=replace(form, reason_missing=True)))
        else:
            self._send(form, self._read.conversation.id)

    def try_again(self) -> None:
        """Try what failed once more."""
        self._writing.try_again()

    def to_person(self) -> None:
        """Leave for the person's page."""
        if self._read is not None:
            self._exits.to_person(self._read.overview.person.id)

    def to_summary(self) -> None:
        """Leave for the summary."""
        if self._read is not None:
            self._exits.to_summary(self._read.conversation.id)

    def put_away(self) -> None:
        """Put the whole conversation into the bin."""
        self._put_away(BinKind.CONVERSATION)

    def put_note_away(self, indicator_id: str) -> None:
        """Put what is noted for practitioners only about one indicator into the bin."""
        self._put_away(BinKind.PRIVATE_NOTE, indicator_id)

    def put_reflection_away(self) -> None:
        """Put the practitioner's own reflection into the bin."""
        read = self._read
        if read is not None and read.held is not None:
            person_id = read.overview.person.id
            own = Reflection.blank(read.held.session.id, person_id, read.practitioner.id)
            self._exits.put_away(Thing(BinKind.REFLECTION, person_id, own.id))

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Look again when something else changed this person's record."""
        read = self._read
        if read is not None and initiator is not self and changes.touches(read.overview.person.id):
            self.open(read.overview.person.id, read.conversation.id)

    def _put_away(self, kind: BinKind, indicator_id: str = "") -> None:
        if self._read is not None:
            conversation = self._read.conversation
            self._exits.put_away(Thing(kind, conversation.person_id, conversation.id, indicator_id))

    def _find(self, person_id: str, conversation_id: str) -> Read:
        overview = self._people.overview(person_id)
        found = [each for each in overview.history.conversations if each.id == conversation_id]
        if not found:
            raise RecordMissingError
        corrections = self._conversations.corrections(conversation_id)
        held = self._held_sessions.around(person_id, conversation_id)
        settling_in = self._settling_in
        oneself, everybody = settling_in.practitioner(), settling_in.names()
        disputed = self._conversations.disputed(conversation_id)
        return Read(overview, found[0], corrections, disputed, oneself, everybody, held)

    def _on_read(self, read: Read) -> None:
        self._read = read
        self._on_problem()

    def _edit(self, edit: Callable[[Answer], Answer]) -> None:
        form = self.state.form
        if form is not None:
            form = replace(form, after=edit(form.after), nothing_changed=False)
            self._show(replace(self.state, form=form))

    def _send(self, form: Form, conversation_id: str) -> None:
        def corrected(done: Done[Conversation]) -> None:
            self._show(replace(self.state, form=None, corrected=form.name))
            self.open(done.value.person_id, conversation_id)

        self._show(replace(self.state, form=replace(form, saving=True)))
        self._writing.send(
            "correct",
            lambda: self._conversations.correct(conversation_id, form.indicator_id, form.after, form.reason),
            corrected,
            self._not_corrected,
            again=self.keep,
        )

    def _not_corrected(self) -> None:
        if self.state.form is not None:
            missing = isinstance(self._writing.problem, ReasonMissingError)
            form = replace(self.state.form, saving=False, reason_missing=missing)
            self._show(replace(self.state, form=form))

    def _on_problem(self) -> None:
        sheet = self._sheet(self._read) if self._read is not None else None
        self._show(replace(self.state, sheet=sheet, problem=self._writing.problem))

    def _sheet(self, read: Read) -> Sheet:
        conversation, names = read.conversation, self._wording.indicators
        return Sheet(
            conversation_id=conversation.id,
            person_id=conversation.person_id,
            person_name=read.overview.person.preferred_name,
            held_on=conversation.held_on,
            ordinal=len(read.overview.history.until(conversation).conversations),
            told=tuple(self._told(read, each.id) for each in self._instrument.indicators),
            steps=self._wording.steps,
            rated=conversation.rated_count(self._instrument),
            of=self._instrument.size,
            focus=tuple(names[each].name for each in conversation.focus),
            next_on=conversation.next_on,
            next_note=conversation.next_note,
            held=read.held,
            names={each: words.name for each, words in names.items()},
        )

    def _told(self, read: Read, indicator_id: str) -> Told:
        conversation = read.conversation
        corrections = [each for each in read.corrections if each.indicator_id == indicator_id]
        area, answer = self._instrument.area_of(indicator_id), conversation.answer(indicator_id)
        return Told(
            indicator_id=indicator_id,
            area=self._wording.areas[area.id],
            area_token=area.token,
            name=self._wording.indicators[indicator_id].name,
            rating=answer.rating,
            word=self._wording.steps[answer.rating] if answer.rating is not None else "",
            unrated=answer.unrated,
            words=answer.words,
            strength=answer.strength,
            private=answer.private,
            corrections=tuple(self._line(each, read.names) for each in corrections),
            disputed=indicator_id in read.disputed,
            voices=self._voices(answer) if conversation.more_voices else (),
        )

    def _voices(self, answer: Answer) -> tuple[Heard, ...]:
        steps, heard = self._wording.steps, {voice: answer.heard(voice) for voice in Voice}
        return tuple(
            Heard(voice, rating, steps[rating] if rating is not None else "")
            for voice, rating in heard.items()
        )

    def _line(self, correction: Correction, names: Mapping[str, str]) -> CorrectionLine:
        return CorrectionLine(
            name=self._wording.indicators[correction.indicator_id].name,
            before=correction.before,
            after=correction.after,
            practitioner=names.get(correction.practitioner_id, ""),
            claimed_at=datetime.fromisoformat(correction.claimed_at),
            reason=correction.reason,
        )


def _heard(answer: Answer, voice: Voice, rating: int | None) -> Answer:
    if voice is Voice.PRACTITIONER:
        return replace(answer, practitioner_rating=rating)
    return replace(answer, agreed_rating=rating)


def _noted(answer: Answer, kind: NoteKind, text: str) -> Answer:
    notes = {each: text if each is kind else answer.note(each) for each in NoteKind}
    return replace(
        answer,
        words=notes[NoteKind.WORDS],
        strength=notes[NoteKind.STRENGTH],
        private=notes[NoteKind.PRIVATE],
    )
