"""Choosing what matters now: up to a few areas, in the person's order.

It must not choose for the person: nothing is preselected, and the order is theirs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from iroc_desktop.domain.conversation import (
    MOST_FOCUS_AREAS,
    Conversation,
    Draft,
    UnratedReason,
)
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.conversations import Conversations, Sitting
from iroc_desktop.services.ports import Clock, Runner
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
class Sheet:
    """A draft, as far as choosing goes."""

    choices: tuple[Choice, ...]
    most: int

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
    problem: ExpectedError | None = None
    saved_at: datetime | None = None


class Exits(Protocol):
    """What the window likes to hear."""

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
        self._focus: tuple[str, ...] = ()

    def open(self, conversation_id: str) -> None:
        """Show what is chosen in a draft."""
        self._writing.send("open", lambda: self._conversations.resume(conversation_id), self._on_opened)

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

    def _choose(self, focus: tuple[str, ...]) -> None:
        if self._sitting is None:
            return
        # the next key builds on what was meant, the screen shows what is kept
        self._focus = focus
        conversation_id = self._conversation.id
        self._show(replace(self.state, refused=None))
        self._writing.send(
            "focus",
            lambda: self._conversations.choose(conversation_id, focus),
            lambda done: self._on_kept(done, focus),
            lambda: self._on_refused(focus),
            lambda: self._choose(focus),
        )

    def _on_refused(self, meant: tuple[str, ...]) -> None:
        if meant == self._focus:
            # nothing newer is on its way
            self._focus = self._conversation.focus

    def _on_kept(self, done: Done[Draft], meant: tuple[str, ...]) -> None:
        if self._sitting is None:
            return
        self._sitting = replace(self._sitting, draft=done.value)
        now = self._clock.now()
        self._show(replace(self.state, saved_at=now))
        self._exits.saved(now)
        self._redraw()

    def _on_opened(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._focus = sitting.draft.conversation.focus
        self._redraw()

    def _on_problem(self) -> None:
        self._redraw()

    def _redraw(self) -> None:
        sheet = self._sheet(self._sitting) if self._sitting is not None else None
        self._show(replace(self.state, sheet=sheet, problem=self._writing.problem))

    def _sheet(self, sitting: Sitting) -> Sheet:
        conversation = sitting.draft.conversation
        choices = tuple(self._choice(conversation, each.id) for each in self._instrument.indicators)
        return Sheet(
            choices=choices,
            most=MOST_FOCUS_AREAS,
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
