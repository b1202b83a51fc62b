"""One I.ROC conversation: what the person answered, said and chose.

It must not be changed in place: every edit returns a new conversation, and a completed one refuses edits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.instrument import Instrument

MOST_FOCUS_AREAS: Final = 3
"""DIALOG+ has its best evidence with at most three areas (DOMAIN §4)."""


class UnratedReason(StrEnum):
    """Why an indicator has no rating. None of them is ever counted as a low rating."""

    NOT_ANSWERED = "not_answered"
    DID_NOT_WANT = "did_not_want"
    NOT_APPLICABLE = "not_applicable"


class NoteKind(StrEnum):
    """The three kinds of notes beside a rating; the last is the practitioner's alone and is never printed."""

    WORDS = "words"
    STRENGTH = "strength"
    PRIVATE = "private"


class ConversationState(StrEnum):
    """A draft can change; a completed conversation can only be corrected, with a reason."""

    DRAFT = "draft"
    COMPLETED = "completed"


class Stage(StrEnum):
    """The eight stages of a session, in order; any of them can be skipped."""

    WELCOME = "welcome"
    CONVERSATION = "conversation"
    PICTURE = "picture"
    CHOOSE = "choose"
    EXPLORE = "explore"
    PLAN = "plan"
    TOOLKIT = "toolkit"
    PRINT = "print"


class Voice(StrEnum):
    """Whose rating it is. None ranks above another; the person's is the one that is always asked for."""

    PERSON = "person"
    PRACTITIONER = "practitioner"
    AGREED = "agreed"


class CompletedError(ExpectedError):
    """A completed conversation was about to be changed; it can only be corrected with a reason."""


class TooManyFocusAreasError(ExpectedError):
    """More focus areas were chosen than a session can explore well."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class ReasonMissingError(ExpectedError):
    """A correction needs a reason."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What belongs to one indicator. A rating and a reason for having none exclude each other."""

    rating: int | None = None
    unrated: UnratedReason | None = None
    words: str = field(default="", repr=False)
    """In the person's words; shared."""
    strength: str = field(default="", repr=False)
    """A strength the practitioner noticed; shared."""
    private: str = field(default="", repr=False)
    """For the practitioner only; never printed, never in the person-facing view."""
    practitioner_rating: int | None = None
    """The practitioner's own rating, where the organisation wants two voices."""
    agreed_rating: int | None = None
    """What both agreed on, where the organisation wants two voices."""

    def heard(self, voice: Voice) -> int | None:
        """Return the rating of one voice; None if that voice gave none."""
        ratings = {
            Voice.PERSON: self.rating,
            Voice.PRACTITIONER: self.practitioner_rating,
            Voice.AGREED: self.agreed_rating,
        }
        return ratings[voice]

    @property
    def more_voices(self) -> bool:
        """Return whether there is another rating than the person's."""
        return self.practitioner_rating is not None or self.agreed_rating is not None

    @property
    def settled(self) -> bool:
        """Return whether the person rated it, or there is a reason why not."""
        return self.rating is not None or self.unrated is not None

    def note(self, kind: NoteKind) -> str:
        """Return the note of one kind, empty if there is none."""
        return str(getattr(self, kind.value))


NO_ANSWER: Final = Answer()


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation between a person and a practitioner, held on a day that a person typed."""

    id: str
    person_id: str
    practitioner_id: str
    instrument_id: str
    instrument_version: str
    held_on: date
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    """Indicator id → answer; an indicator nobody has touched is missing."""
    focus: tuple[str, ...] = ()
    """Indicator ids the person chose to work on, in the person's order."""
    next_on: date | None = None
    next_note: str = field(default="", repr=False)
    """Where and at what time to meet again, in free words."""
    state: ConversationState = ConversationState.DRAFT

    def answer(self, indicator_id: str) -> Answer:
        """Return the answer to one indicator; an empty one if nothing was said yet."""
        return self.answers.get(indicator_id, NO_ANSWER)

    @property
    def more_voices(self) -> bool:
        """Return whether anybody besides the person rated anything."""
        return any(each.more_voices for each in self.answers.values())

    @property
    def nothing_said(self) -> bool:
        """Return whether there is no rating, no reason for having none, and no note."""
        return all(each == NO_ANSWER for each in self.answers.values())

    @property
    def untouched(self) -> bool:
        """Return whether nothing was said, chosen or agreed: there is nothing to keep."""
        return self.nothing_said and not (self.focus or self.next_on or self.next_note)

    def rated_count(self, instrument: Instrument) -> int:
        """Return how many of the instrument's indicators have a rating."""
        return sum(self.answer(indicator.id).rating is not None for indicator in instrument.indicators)

    def settled_count(self, instrument: Instrument) -> int:
        """Return how many indicators have a rating or a reason for having none."""
        return sum(self.answer(indicator.id).settled for indicator in instrument.indicators)

    def with_rating(self, indicator_id: str, rating: int, instrument: Instrument) -> Conversation:
        """Return this conversation with a rating, which replaces a reason for having none.

        Raises:
            NotOnScaleError: if the instrument's scale has no such step.
            CompletedError: if the conversation is completed.
        """
        checked = instrument.scale.checked(rating)
        return self._with_answer(
            indicator_id, replace(self.answer(indicator_id), rating=checked, unrated=None)
        )

    def with_voice(
        self, indicator_id: str, voice: Voice, rating: int | None, instrument: Instrument
    ) -> Conversation:
        """Return this conversation with the rating of one voice, or without it; the others stay.

        Raises:
            NotOnScaleError: if the instrument's scale has no such step.
            CompletedError: if the conversation is completed.
        """
        if voice is Voice.PERSON:
            if rating is None:
                return self.without_rating(indicator_id)
            return self.with_rating(indicator_id, rating, instrument)
        checked = None if rating is None else instrument.scale.checked(rating)
        answer = self.answer(indicator_id)
        if voice is Voice.PRACTITIONER:
            return self._with_answer(indicator_id, replace(answer, practitioner_rating=checked))
        return self._with_answer(indicator_id, replace(answer, agreed_rating=checked))

    def without_rating(self, indicator_id: str, reason: UnratedReason | None = None) -> Conversation:
        """Return this conversation with the rating cleared, and why there is none if the person said so."""
        return self._with_answer(
            indicator_id, replace(self.answer(indicator_id), rating=None, unrated=reason)
        )

    def with_note(self, indicator_id: str, kind: NoteKind, text: str) -> Conversation:
        """Return this conversation with one note replaced."""
        changed = {kind.value: text}
        return self._with_answer(indicator_id, replace(self.answer(indicator_id), **changed))  # type: ignore[arg-type]  # keyed by NoteKind, whose values are Answer's text fields

    def with_focus(self, focus: tuple[str, ...]) -> Conversation:
        """Return this conversation with the person's focus areas.

        Raises:
            TooManyFocusAreasError: if there are more than `MOST_FOCUS_AREAS`.
        """
        self._must_be_draft()
        if len(focus) > MOST_FOCUS_AREAS:
            raise TooManyFocusAreasError(MOST_FOCUS_AREAS)
        return replace(self, focus=tuple(dict.fromkeys(focus)))

    def with_next_meeting(self, next_on: date | None, note: str) -> Conversation:
        """Return this conversation with the agreed next date and the words about it."""
        self._must_be_draft()
        return replace(self, next_on=next_on, next_note=note)

    def held(self, held_on: date) -> Conversation:
        """Return this conversation with the day it was held, which need not be the day it was typed."""
        self._must_be_draft()
        return replace(self, held_on=held_on)

    def completed(self) -> Conversation:
        """Return this conversation, completed: from now on it can only be corrected."""
        self._must_be_draft()
        return replace(self, state=ConversationState.COMPLETED)

    def _with_answer(self, indicator_id: str, answer: Answer) -> Conversation:
        self._must_be_draft()
        return replace(self, answers=MappingProxyType({**self.answers, indicator_id: answer}))

    def _must_be_draft(self) -> None:
        if self.state is not ConversationState.DRAFT:
            raise CompletedError


@dataclass(frozen=True, slots=True)
class Draft:
    """A conversation in progress, and where in it the two of them are."""

    conversation: Conversation
    stage: Stage = Stage.CONVERSATION
    indicator_id: str = ""
    """The indicator on the screen; empty: the first one."""
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """A later change to one answer of a completed conversation; the old value stays readable."""

    conversation_id: str
    indicator_id: str
    before: Answer
    after: Answer
    reason: str = field(repr=False)
    practitioner_id: str
    claimed_at: str
    """When, as the correcting machine's clock claimed (ISO 8601)."""
