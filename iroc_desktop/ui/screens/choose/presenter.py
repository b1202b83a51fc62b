"""Choosing what matters now, agreeing when to meet again, and completing the conversation.

It must not choose for the person: nothing is preselected, and the order is theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Protocol

from iroc_desktop.domain.conversation import (
    MOST_FOCUS_AREAS,
    Conversation,
    Draft,
    Stage,
    TooManyFocusAreasError,
    UnratedReason,
)
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.conversations import Conversations, Sitting
from iroc_desktop.services.ports import Clock, Runner
from iroc_desktop.ui.models.dates import Doubt, months_later, next_doubt
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing


@dataclass(frozen=True, slots=True)
class Choice:
    """One indicator that can be chosen."""

    indicator_id: str
    area: str
    area_token: str
    name: str
    rating: int | None
    word: str
    """The scale's word for the rating; empty for a gap."""
    unrated: UnratedReason | None
    place: int | None
    """1 for what the person put first; None when it is not chosen."""


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """When to meet again, and whether an odd day waits for a word of confirmation."""

    on: date | None
    note: str = field(repr=False)
    suggested: date
    """The day the instrument's interval leads to."""
    asked: date | None = None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A draft, as far as choosing goes."""

    conversation_id: str
    person_name: str = field(repr=False)
    choices: tuple[Choice, ...]
    most: int
    next: NextMeeting
    settled: int
    of: int
    open_ones: tuple[Choice, ...]
    """Indicators that are neither rated nor have a reason."""
    conversation: Conversation = field(repr=False)

    @property
    def chosen(self) -> tuple[Choice, ...]:
        """Return what the person chose, in the person's order."""
        return tuple(sorted((each for each in self.choices if each.place), key=lambda each: each.place or 0))


@dataclass(frozen=True, slots=True)
class State:
    """The whole screen; `sheet` is None until the draft is there."""

    sheet: Sheet | None = None
    refused: int | None = None
    """The most that can be chosen, when one more was asked for a moment ago."""
    confirming: bool = False
    """The practitioner wants to complete, and reads what that means."""
    completing: bool = False
    problem: ExpectedError | None = None
    saved_at: datetime | None = None


class Exits(Protocol):
    """The ways out of choosing, and what the window likes to hear."""

    def to_conversation(self, conversation_id: str, indicator_id: str) -> None:
        """Go back to the conversation; with an empty `indicator_id`, to where it was left."""

    def to_picture(self, conversation_id: str) -> None:
        """Go back to the picture."""

    def to_summary(self, conversation_id: str) -> None:
        """Go on to the summary of the conversation, which is completed now."""

    def saved(self, at: datetime) -> None:
        """Something was kept just now."""


class ChoosePresenter(Showing[State]):
    """What the person chooses at the end of a conversation in progress."""

    def __init__(
        self,
        conversations: Conversations,
        pack: Pack,
        runner: Runner,
        clock: Clock,
        exits: Exits,
        language: str,
    ) -> None:
        """Word the screen in `language`."""
        super().__init__(State())
        self._conversations = conversations
        self._instrument = pack.instrument
        self._wording = pack.wording(language)
        self._clock = clock
        self._exits = exits
        self._writing = Writing(runner, self, self._on_problem)
        self._sitting: Sitting | None = None
        self._typed_note: str | None = None
        self._asked: date | None = None
        self._focus: tuple[str, ...] = ()

    def open(self, conversation_id: str) -> None:
        """Show a draft, and remember that the session has come this far."""

        def opened(sitting: Sitting) -> None:
            self._on_opened(sitting)
            self._remember_stage(sitting.draft)

        self._writing.send("open", lambda: self._conversations.resume(conversation_id), opened)

    def toggle(self, indicator_id: str) -> None:
        """Choose an indicator, after what is chosen already, or let it go again."""
        if indicator_id in self._focus:
            self._choose(tuple(each for each in self._focus if each != indicator_id))
        elif len(self._focus) >= MOST_FOCUS_AREAS:
            self._show(replace(self.state, refused=MOST_FOCUS_AREAS))
        else:
            self._choose((*self._focus, indicator_id))

    def put_first(self, indicator_id: str) -> None:
        """Move a chosen indicator one place forward."""
        place = self._focus.index(indicator_id) if indicator_id in self._focus else 0
        if place > 0:
            others = [each for each in self._focus if each != indicator_id]
            others.insert(place - 1, indicator_id)
            self._choose(tuple(others))

    def meet_on(self, day: date | None) -> None:
        """Keep the day to meet again, or that none is agreed; an odd one waits until it is confirmed."""
        if day is None or next_doubt(day, self._clock.today()) is None:
            self._agree(day)
        else:
            self._asked = day
            self._redraw()

    def answer_doubt(self, *, keep: bool) -> None:
        """Keep the odd day after all, or forget it."""
        asked, self._asked = self._asked, None
        if keep and asked is not None:
            self._agree(asked)
        else:
            self._redraw()

    def type_note(self, text: str) -> None:
        """Remember the words about the next meeting; `flush` keeps them."""
        self._typed_note = text

    def flush(self) -> None:
        """Keep what was typed since the last time."""
        if self._sitting is not None and self._typed_note not in (None, self._conversation.next_note):
            self._agree(self._conversation.next_on)

    def ask_to_complete(self, *, wanted: bool = True) -> None:
        """Show what completing means, or hide it again."""
        self.flush()
        self._show(replace(self.state, confirming=wanted))

    def complete(self) -> None:
        """Complete and lock the conversation, then go on to the summary."""
        if self._sitting is None or self.state.completing:
            return
        self.flush()
        conversation_id = self._conversation.id
        self._show(replace(self.state, completing=True))
        self._writing.send(
            "complete",
            lambda: self._conversations.complete(conversation_id),
            self._on_completed,
            self._on_not_completed,
        )

    def show_indicator(self, indicator_id: str) -> None:
        """Go back to an indicator that is still open."""
        self.flush()
        if self._sitting is not None:
            self._exits.to_conversation(self._conversation.id, indicator_id)

    def to_stage(self, stage: Stage) -> None:
        """Leave for another stage; printing needs completing first, so it asks."""
        self.flush()
        if self._sitting is None:
            return
        if stage is Stage.CONVERSATION:
            self._exits.to_conversation(self._conversation.id, "")
        elif stage is Stage.PICTURE:
            self._exits.to_picture(self._conversation.id)
        elif stage is Stage.PRINT:
            self.ask_to_complete()

    def try_again(self) -> None:
        """Try every write that failed once more."""
        self._writing.try_again()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Look again when something else changed this person's record."""
        if self._sitting is not None and initiator is not self and changes.touches(self._sitting.person.id):
            conversation_id = self._conversation.id
            self._writing.send("open", lambda: self._conversations.resume(conversation_id), self._on_opened)

    @property
    def _conversation(self) -> Conversation:
        if self._sitting is None:
            raise LookupError
        return self._sitting.draft.conversation

    def _remember_stage(self, draft: Draft) -> None:
        self._send(
            "turn",
            lambda: self._conversations.turn_to(draft.conversation.id, Stage.CHOOSE, draft.indicator_id),
        )

    def _choose(self, focus: tuple[str, ...]) -> None:
        if self._sitting is None:
            return
        # the next key builds on what was meant, the screen shows what is kept
        self._focus = focus
        conversation_id = self._conversation.id
        self._show(replace(self.state, refused=None))
        self._send("focus", lambda: self._conversations.choose(conversation_id, focus))

    def _agree(self, day: date | None) -> None:
        if self._sitting is None:
            return
        conversation_id = self._conversation.id
        note = self._conversation.next_note if self._typed_note is None else self._typed_note
        self._asked = None
        self._send("next", lambda: self._conversations.agree_next(conversation_id, day, note))

    def _send(self, name: str, work: Callable[[], Done[Draft]]) -> None:
        self._writing.send(name, work, self._on_kept)

    def _on_kept(self, done: Done[Draft]) -> None:
        if self._sitting is None:
            return
        self._sitting = replace(self._sitting, draft=done.value)
        if self._typed_note == self._conversation.next_note:
            self._typed_note = None
        now = self._clock.now()
        self._show(replace(self.state, saved_at=now))
        self._exits.saved(now)
        self._redraw()

    def _on_opened(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._focus = sitting.draft.conversation.focus
        self._redraw()

    def _on_completed(self, done: Done[Conversation]) -> None:
        self._sitting = None
        self._exits.saved(self._clock.now())
        self._exits.to_summary(done.value.id)

    def _on_not_completed(self) -> None:
        self._show(replace(self.state, completing=False))

    def _on_problem(self) -> None:
        if self._sitting is not None and not isinstance(self._writing.problem, TooManyFocusAreasError):
            self._focus = self._conversation.focus
        self._redraw()

    def _redraw(self) -> None:
        sheet = self._sheet(self._sitting) if self._sitting is not None else None
        self._show(replace(self.state, sheet=sheet, problem=self._writing.problem))

    def _sheet(self, sitting: Sitting) -> Sheet:
        conversation = sitting.draft.conversation
        choices = tuple(self._choice(conversation, each.id) for each in self._instrument.indicators)
        note = conversation.next_note if self._typed_note is None else self._typed_note
        doubt = next_doubt(self._asked, self._clock.today()) if self._asked else None
        suggested = months_later(conversation.held_on, self._instrument.interval_months)
        return Sheet(
            conversation_id=conversation.id,
            person_name=sitting.person.preferred_name,
            choices=choices,
            most=MOST_FOCUS_AREAS,
            next=NextMeeting(conversation.next_on, note, suggested, self._asked, doubt),
            settled=conversation.settled_count(self._instrument),
            of=self._instrument.size,
            open_ones=tuple(each for each in choices if each.rating is None and each.unrated is None),
            conversation=conversation,
        )

    def _choice(self, conversation: Conversation, indicator_id: str) -> Choice:
        area = self._instrument.area_of(indicator_id)
        answer = conversation.answer(indicator_id)
        chosen = conversation.focus
        return Choice(
            indicator_id=indicator_id,
            area=self._wording.areas[area.id],
            area_token=area.token,
            name=self._wording.indicators[indicator_id].name,
            rating=answer.rating,
            word=self._wording.steps[answer.rating] if answer.rating is not None else "",
            unrated=answer.unrated,
            place=chosen.index(indicator_id) + 1 if indicator_id in chosen else None,
        )
