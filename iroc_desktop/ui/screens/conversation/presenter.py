"""The conversation: what the two of them do with one indicator after another.

It must not show a rating before the store has it, nor lose a word that was typed.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Protocol

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.conversation import Draft, NoteKind, Stage, UnratedReason, Voice
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.arrangements import Arranging
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.conversations import Conversations, Sitting
from iroc_desktop.services.ports import Clock, Runner
from iroc_desktop.ui.models.dates import held_doubt
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing
from iroc_desktop.ui.screens.conversation.sheet import Drawing, person_line
from iroc_desktop.ui.screens.conversation.state import HeldDate, JustRated, Sheet, State
from iroc_desktop.ui.screens.conversation.typed_notes import TypedNote, TypedNotes


class Exits(Protocol):
    """The ways out of the conversation, and what the window likes to hear."""

    def went_on(self) -> None:
        """The last indicator is behind them: go on to the next stage."""

    def to_person_view(self) -> None:
        """Turn the screen to the person."""

    def saved(self, at: datetime) -> None:
        """Something was kept just now."""


class ConversationPresenter(Showing[State]):
    """One conversation in progress; both the practitioner's view and the person's attach to it."""

    def __init__(
        self,
        conversations: Conversations,
        pack: Pack,
        runner: Runner,
        clock: Clock,
        exits: Exits,
        language: str,
        *,
        show_previous: bool = True,
        arranging: Arranging | None = None,
    ) -> None:
        """Word the screen in `language`; `show_previous` shows last time's rating once there is a new one.

        `arranging` tells whether more voices than the person's are kept; without it only the person rates.
        """
        super().__init__(State())
        self._conversations = conversations
        self._instrument = pack.instrument
        self._drawing = Drawing(pack, language, show_previous)
        self._runner = runner
        self._clock = clock
        self._exits = exits
        self._arranging = arranging
        self._writing = Writing(runner, self, self._redraw)
        self._notes = TypedNotes()
        self._sitting: Sitting | None = None
        self._indicator_id = ""
        self._way = 0
        self._asked: date | None = None
        self._just_rated: JustRated | None = None
        self._rating_is_on_its_way = False
        self._waiting: deque[Callable[[], None]] = deque()

    def open(self, conversation_id: str) -> None:
        """Show a draft as it was left."""
        self._writing.send("open", lambda: self._read(conversation_id), self._on_opened)

    def rate(self, rating: int, *, move_on: bool = False) -> None:
        """Keep a rating for the indicator on the screen; then move to the next open one if asked to."""
        self._settle(
            lambda talk, indicator: self._conversations.rate(talk, indicator, rating), move_on=move_on
        )

    def clear(self) -> None:
        """Take the rating, or the reason for having none, away."""
        self.leave_unrated(None)

    def leave_unrated(self, reason: UnratedReason | None, *, move_on: bool = False) -> None:
        """Keep that there is no rating, and why."""
        self._settle(
            lambda talk, indicator: self._conversations.leave_unrated(talk, indicator, reason),
            move_on=move_on,
        )

    def rate_as(self, voice: Voice, rating: int | None) -> None:
        """Keep what one voice rates the indicator on the screen, beside the others; None takes it away."""
        self._when_free(lambda: self._keep_voice(voice, rating))

    def type(self, indicator_id: str, kind: NoteKind, text: str) -> None:
        """Remember a note about an indicator as it was typed; `flush` keeps it."""
        self._notes.type(indicator_id, kind, text)

    def flush(self) -> None:
        """Keep what was typed since the last time."""
        if self._sitting is not None:
            for note in self._notes.to_send():
                self._send_note(self._sitting.draft.conversation.id, note)

    def move(self, by: int) -> None:
        """Go to the indicator before (-1) or after (+1); after the last comes the picture."""
        self._when_free(lambda: self._move(by))

    def show_indicator(self, indicator_id: str) -> None:
        """Go to one indicator."""
        self._when_free(lambda: self._turn_to(indicator_id))

    def ask_another_way(self) -> None:
        """Show the next other way to ask, and after the last the question alone again."""
        sheet = self.state.sheet
        if sheet is not None:
            self._way = (self._way + 1) % (sheet.page.other_ways + 1)
            self._redraw()

    def hold_on(self, day: date) -> None:
        """Keep the day the conversation was held; an odd one waits until it is confirmed."""
        if held_doubt(day, self._clock.today()) is None:
            self._keep_held(day)
        else:
            self._asked = day
            self._redraw()

    def answer_doubt(self, *, keep: bool) -> None:
        """Keep the odd day after all, or forget it."""
        asked, self._asked = self._asked, None
        if keep and asked is not None:
            self._keep_held(asked)
        else:
            self._redraw()

    def try_again(self) -> None:
        """Try every write that failed once more."""
        self._writing.try_again()

    def to_person_view(self) -> None:
        """Turn the screen to the person."""
        self.flush()
        self._exits.to_person_view()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Look again when something else changed this person's record."""
        if self._sitting is None or initiator is self:
            return
        if changes.organisation or changes.touches(self._sitting.person.id):
            self.open(self._sitting.draft.conversation.id)

    def _read(self, conversation_id: str) -> tuple[Sitting, Arrangements]:
        arranged = self._arranging.look() if self._arranging is not None else Arrangements()
        return self._conversations.resume(conversation_id), arranged

    def _on_opened(self, read: tuple[Sitting, Arrangements]) -> None:
        self._sitting, arranged = read
        self._drawing = replace(self._drawing, two_voices=arranged.two_voices)
        sitting = self._sitting
        if not self._indicator_id:
            self._indicator_id = sitting.draft.indicator_id or self._instrument.indicators[0].id
        self._redraw()
        self._do_what_waits()

    def _settle(self, work: Callable[[str, str], Done[Draft]], *, move_on: bool) -> None:
        self._when_free(lambda: self._send_rating(work, move_on=move_on))

    def _when_free(self, intent: Callable[[], None]) -> None:
        # keys come faster than a disk: the next one belongs to the indicator that the one before leads to
        if self._rating_is_on_its_way or self._sitting is None:
            self._waiting.append(intent)
        else:
            intent()

    def _send_rating(self, work: Callable[[str, str], Done[Draft]], *, move_on: bool) -> None:
        if self._sitting is None:
            return
        self.flush()
        conversation_id, indicator_id = self._sitting.draft.conversation.id, self._indicator_id

        def rated(done: Done[Draft]) -> None:
            self._rating_is_on_its_way = False
            self._just_rated = None
            self._take(done)
            if move_on and indicator_id == self._indicator_id:
                self._move_on(indicator_id)
            self._do_what_waits()

        self._rating_is_on_its_way = True
        self._writing.send(
            f"rating/{indicator_id}", lambda: work(conversation_id, indicator_id), rated, self._rating_failed
        )

    def _rating_failed(self) -> None:
        # what was waiting was meant for after a success
        self._rating_is_on_its_way = False
        self._waiting.clear()

    def _do_what_waits(self) -> None:
        while self._waiting and not self._rating_is_on_its_way:
            self._waiting.popleft()()

    def _move_on(self, settled: str) -> None:
        onward = self._next_open(settled)
        if onward is None or self._sitting is None:
            return
        self._turn_to(onward)
        self._just_rated = self._drawing.just_rated(self._sitting, settled)
        self._redraw()

    def _next_open(self, after: str) -> str | None:
        """Return the next indicator nobody has settled, in the order of asking and round again."""
        ids = [each.id for each in self._instrument.indicators]
        place = ids.index(after)
        talk = self._sitting.draft.conversation if self._sitting else None
        onward = (
            each for each in (*ids[place + 1 :], *ids[:place]) if talk and not talk.answer(each).settled
        )
        return next(onward, None)

    def _move(self, by: int) -> None:
        ids = [each.id for each in self._instrument.indicators]
        place = ids.index(self._indicator_id) + by
        if place >= len(ids):
            self.flush()
            self._exits.went_on()
        elif place >= 0:
            self._turn_to(ids[place])

    def _turn_to(self, indicator_id: str) -> None:
        if indicator_id == self._indicator_id:
            return
        self.flush()
        self._indicator_id, self._way, self._just_rated = indicator_id, 0, None
        self._redraw()
        self._edit(
            "turn",
            lambda talk: self._conversations.turn_to(talk, Stage.CONVERSATION, indicator_id),
            quiet=True,
        )

    def _keep_voice(self, voice: Voice, rating: int | None) -> None:
        indicator_id = self._indicator_id
        self._edit(
            f"voice/{indicator_id}/{voice.value}",
            lambda talk: self._conversations.rate_as(talk, indicator_id, voice, rating),
        )

    def _keep_held(self, day: date) -> None:
        self._asked = None
        self._edit("held", lambda talk: self._conversations.date_held(talk, day))

    def _edit(self, name: str, work: Callable[[str], Done[Draft]], *, quiet: bool = False) -> None:
        if self._sitting is None:
            return
        conversation_id = self._sitting.draft.conversation.id
        self._writing.send(name, lambda: work(conversation_id), lambda done: self._take(done, quiet=quiet))

    def _send_note(self, conversation_id: str, note: TypedNote) -> None:
        def kept(done: Done[Draft]) -> None:
            self._notes.kept(note)
            self._take(done)

        self._writing.send(
            note.name,
            lambda: self._conversations.note(conversation_id, note.indicator_id, note.kind, note.text),
            kept,
            failed=lambda: self._notes.refused(note),
            again=self.flush,
        )

    def _take(self, done: Done[Draft], *, quiet: bool = False) -> None:
        if self._sitting is not None:
            self._sitting = replace(self._sitting, draft=done.value)
        if not quiet:
            now = self._clock.now()
            self._show(replace(self.state, saved_at=now))
            self._exits.saved(now)
        self._redraw()

    def _redraw(self) -> None:
        sheet = self._sheet(self._sitting) if self._sitting is not None else None
        self._show(replace(self.state, sheet=sheet, problem=self._writing.problem))

    def _sheet(self, sitting: Sitting) -> Sheet:
        conversation, drawing, shown = sitting.draft.conversation, self._drawing, self._indicator_id
        today = self._clock.today()
        doubt = held_doubt(self._asked, today) if self._asked else None
        return Sheet(
            conversation=conversation,
            person=person_line(sitting),
            page=drawing.page(sitting, shown, self._notes.of(shown), self._way),
            person_page=drawing.person_page(sitting, shown),
            steps=drawing.pack.wording(drawing.language).steps,
            dots=drawing.dots(conversation),
            rated=conversation.rated_count(self._instrument),
            of=self._instrument.size,
            held=HeldDate(conversation.held_on, today, self._asked, doubt),
            picture=drawing.picture(sitting),
            finished=conversation.settled_count(self._instrument) == self._instrument.size,
            just_rated=self._just_rated,
        )
