"""Holding a conversation: start, rate, note, choose, pause, complete, correct.

It must not lose a keystroke: each method is durable when it returns.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from iroc_desktop.domain.bin import BinKind, Thing, indicator_of
from iroc_desktop.domain.conversation import (
    Answer,
    Conversation,
    Correction,
    Draft,
    NoteKind,
    ReasonMissingError,
    Stage,
    UnratedReason,
    Voice,
)
from iroc_desktop.domain.history import History
from iroc_desktop.domain.operations import Action, Entity, EntityKind, Operation
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.records import answers_from
from iroc_desktop.domain.registers import fold, values
from iroc_desktop.domain.session import Session
from iroc_desktop.domain.withheld import Keeping, mark
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.changes import Changes, Done, conversation_changed
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Sitting:
    """A draft with all that the conversation's screens show beside it."""

    person: Person
    draft: Draft
    earlier: History
    """The completed conversations before this one."""

    @property
    def history(self) -> History:
        """Return the history with this conversation as the newest."""
        return self.earlier.until(self.draft.conversation)


class Conversations:
    """The conversations of the people in the record."""

    def __init__(self, work: Work, pack: Pack) -> None:
        self._work = work
        self._pack = pack

    def start(self, person_id: str, held_on: date) -> Done[Sitting]:
        """Begin a conversation with a person, or resume the draft that is already there."""
        with self._work.begin() as unit:
            unit.people.get(person_id)
            draft = unit.drafts.of(person_id) or Draft(
                blank_conversation(self._work, self._pack, person_id, held_on)
            )
            unit.drafts.put(replace(draft, paused=False))
            unit.commit()
            sitting = self._sitting(unit, draft.conversation.id)
        return Done(sitting, conversation_changed(person_id))

    def resume(self, conversation_id: str) -> Sitting:
        """Return a draft as it was left.

        Raises:
            RecordMissingError: if there is no such draft any more.
        """
        with self._work.begin() as unit:
            return self._sitting(unit, conversation_id)

    def whose(self, conversation_id: str) -> Person:
        """Return the person whose conversation this is, whether it is a draft or completed.

        Raises:
            RecordMissingError: if there is no such conversation any more.
        """
        with self._work.begin() as unit:
            draft = next(
                (each for each in unit.drafts.all() if each.conversation.id == conversation_id), None
            )
            conversation = draft.conversation if draft else unit.conversations.get(conversation_id)
            return unit.people.get(conversation.person_id)

    def rate(self, conversation_id: str, indicator_id: str, rating: int) -> Done[Draft]:
        """Keep a rating.

        Raises:
            NotOnScaleError: if the scale has no such step.
        """
        instrument = self._pack.instrument
        return self._edit(conversation_id, lambda each: each.with_rating(indicator_id, rating, instrument))

    def rate_as(
        self, conversation_id: str, indicator_id: str, voice: Voice, rating: int | None
    ) -> Done[Draft]:
        """Keep the rating of one voice beside the others, or clear it.

        Raises:
            NotOnScaleError: if the scale has no such step.
        """
        instrument = self._pack.instrument
        return self._edit(
            conversation_id, lambda each: each.with_voice(indicator_id, voice, rating, instrument)
        )

    def leave_unrated(
        self, conversation_id: str, indicator_id: str, reason: UnratedReason | None
    ) -> Done[Draft]:
        """Clear a rating, and keep why there is none if the person said so."""
        return self._edit(conversation_id, lambda each: each.without_rating(indicator_id, reason))

    def note(self, conversation_id: str, indicator_id: str, kind: NoteKind, text: str) -> Done[Draft]:
        """Keep one note as it stands now."""
        return self._edit(conversation_id, lambda each: each.with_note(indicator_id, kind, text))

    def choose(self, conversation_id: str, focus: tuple[str, ...]) -> Done[Draft]:
        """Keep the areas the person chose.

        Raises:
            TooManyFocusAreasError: if there are more than a session can explore.
        """
        return self._edit(conversation_id, lambda each: each.with_focus(focus))

    def agree_next(self, conversation_id: str, next_on: date | None, note: str) -> Done[Draft]:
        """Keep when and where to meet again."""
        return self._edit(conversation_id, lambda each: each.with_next_meeting(next_on, note))

    def date_held(self, conversation_id: str, held_on: date) -> Done[Draft]:
        """Keep the day the conversation was held, which need not be today, for the session around it too."""
        return self._put(
            conversation_id,
            lambda draft: replace(draft, conversation=draft.conversation.held(held_on)),
            lambda session: replace(session, held_on=held_on),
        )

    def turn_to(self, conversation_id: str, stage: Stage, indicator_id: str) -> Done[Draft]:
        """Remember which stage and indicator is on the screen, in the session around it too."""
        claimed_at = self._work.claimed_at
        return self._put(
            conversation_id,
            lambda draft: replace(draft, stage=stage, indicator_id=indicator_id),
            lambda session: session.turned_to(stage, claimed_at),
        )

    def pause(self, conversation_id: str) -> Done[Draft]:
        """Put the conversation aside, to be resumed another time, with the session around it."""
        claimed_at = self._work.claimed_at
        return self._put(
            conversation_id,
            lambda draft: replace(draft, paused=True),
            lambda session: session.paused(claimed_at),
        )

    def complete(self, conversation_id: str) -> Done[Conversation]:
        """Complete and lock a conversation: it becomes one operation of the log, and the draft is gone."""
        with self._work.begin() as unit:
            conversation = unit.drafts.get(conversation_id).conversation.completed()
            unit.conversations.add(conversation)
            unit.drafts.remove(conversation_id)
            unit.commit()
        return Done(conversation, conversation_changed(conversation.person_id))

    def discard(self, conversation_id: str) -> Done[Draft]:
        """Throw a draft away; the returned draft can be given to `restore`."""
        with self._work.begin() as unit:
            draft = unit.drafts.get(conversation_id)
            unit.drafts.remove(conversation_id)
            unit.commit()
        return Done(draft, conversation_changed(draft.conversation.person_id))

    def restore(self, draft: Draft) -> Done[Draft]:
        """Bring a discarded draft back, as Undo does."""
        with self._work.begin() as unit:
            unit.drafts.put(draft)
            unit.commit()
        return Done(draft, conversation_changed(draft.conversation.person_id))

    def correct(
        self, conversation_id: str, indicator_id: str, after: Answer, reason: str
    ) -> Done[Conversation]:
        """Correct one answer of a completed conversation; the old value, who, when and why stay readable.

        Raises:
            ReasonMissingError: if no reason is given.
            NotOnScaleError: if the new rating is not on the scale.
        """
        if not reason.strip():
            raise ReasonMissingError
        for voice in Voice:
            heard = after.heard(voice)
            if heard is not None:
                self._pack.instrument.scale.checked(heard)
        with self._work.begin() as unit:
            unit.conversations.correct(conversation_id, indicator_id, after, reason.strip())
            if after.private:
                # a note beside one that is in the bin would be out of sight at once
                note = Thing(BinKind.PRIVATE_NOTE, "", conversation_id, indicator_id)
                unit.withheld.bring_out(note.entity, Keeping.IN_BIN, note.part)
            unit.commit()
            corrected = unit.conversations.get(conversation_id)
        return Done(corrected, conversation_changed(corrected.person_id))

    def corrections(self, conversation_id: str) -> Sequence[Correction]:
        """Return the corrections made to a conversation, in the order they were made."""
        with self._work.begin() as unit:
            operations = unit.log.of(Entity(EntityKind.CONVERSATION, conversation_id))
        return tuple(_corrections(conversation_id, operations))

    def disputed(self, conversation_id: str) -> frozenset[str]:
        """Return the indicators whose answers two machines corrected differently, and nobody settled."""
        with self._work.begin() as unit:
            registers = fold(unit.log.of(Entity(EntityKind.CONVERSATION, conversation_id)))
        conflicting = {name: each.value for name, each in registers.items() if each.conflicting}
        return frozenset(answers_from(conflicting))

    def _sitting(self, unit: UnitOfWork, conversation_id: str) -> Sitting:
        draft = unit.drafts.get(conversation_id)
        person_id = draft.conversation.person_id
        earlier = History.of(self._pack.instrument, unit.conversations.of(person_id))
        return Sitting(unit.people.get(person_id), draft, earlier)

    def _edit(self, conversation_id: str, edit: Callable[[Conversation], Conversation]) -> Done[Draft]:
        return self._put(conversation_id, lambda draft: replace(draft, conversation=edit(draft.conversation)))

    def _put(
        self,
        conversation_id: str,
        edit: Callable[[Draft], Draft],
        follow: Callable[[Session], Session] | None = None,
    ) -> Done[Draft]:
        with self._work.begin() as unit:
            before = unit.drafts.get(conversation_id)
            draft = edit(before)
            if draft != before:
                unit.drafts.put(draft)
                _follow(unit, conversation_id, follow)
                unit.commit()
        changes = conversation_changed(draft.conversation.person_id) if draft != before else Changes()
        return Done(draft, changes)


def _follow(unit: UnitOfWork, conversation_id: str, follow: Callable[[Session], Session] | None) -> None:
    opened = unit.open_sessions.around(conversation_id) if follow else None
    if opened is not None and follow is not None:
        unit.open_sessions.put(replace(opened, session=follow(opened.session)))


def blank_conversation(work: Work, pack: Pack, person_id: str, held_on: date) -> Conversation:
    """Return a new conversation in which nothing was said yet."""
    return Conversation(
        id=work.new_id(),
        person_id=person_id,
        practitioner_id=work.practitioner_id,
        instrument_id=pack.instrument.id,
        instrument_version=pack.instrument.version,
        held_on=held_on,
    )


def _corrections(conversation_id: str, operations: Sequence[Operation]) -> list[Correction]:
    away = {indicator_of(part) for part in _parts_away(operations)}
    fields: dict[str, object] = {}
    found: list[Correction] = []
    for operation in operations:
        if operation.content is None:
            continue
        before = answers_from(fields)
        fields.update(operation.content.fields)
        if operation.action is Action.CORRECTED:
            touched = answers_from(operation.content.fields)
            after = answers_from(fields)
            found.extend(
                Correction(
                    conversation_id,
                    indicator_id,
                    _shown(before.get(indicator_id, Answer()), noted=indicator_id not in away),
                    _shown(after[indicator_id], noted=indicator_id not in away),
                    operation.content.reason,
                    operation.author,
                    operation.claimed_at,
                )
                for indicator_id in touched
            )
    return found


def _parts_away(operations: Sequence[Operation]) -> list[str]:
    marks = {name: value for name, value in values(fold(operations)).items() if value}
    return [name.partition("/")[2] for name in marks if name.startswith(mark(Keeping.IN_BIN, "answer"))]


def _shown(answer: Answer, *, noted: bool) -> Answer:
    return answer if noted else replace(answer, private="")
