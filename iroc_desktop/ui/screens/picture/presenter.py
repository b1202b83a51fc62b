"""The picture: what a conversation shows beside the ones before, strengths and rises named first.

It must not judge: what went down is said as plainly as what went up, and a gap is a gap.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from iroc_desktop.domain.conversation import Answer, UnratedReason
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.history import History, Travelled
from iroc_desktop.domain.wording import Pack, Wording
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.conversations import Conversations, Sitting
from iroc_desktop.services.ports import Runner
from iroc_desktop.services.trail import Trail
from iroc_desktop.system.whole_files import write_out
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator in the table beside the picture."""

    indicator_id: str
    area: str
    area_letter: str
    area_token: str
    name: str
    start: int | None
    last: int | None
    now: int | None
    change: int | None
    """Steps moved since the time before; None where either is a gap."""
    unrated: UnratedReason | None


@dataclass(frozen=True, slots=True)
class Strong:
    """An indicator that is high on the scale now."""

    name: str
    rating: int
    word: str


@dataclass(frozen=True, slots=True)
class Moved:
    """An indicator that moved since the time before."""

    name: str
    before: int
    now: int


@dataclass(frozen=True, slots=True)
class Words:
    """What the picture says, in the order in which it is said."""

    strong: tuple[Strong, ...]
    risen: tuple[Moved, ...]
    steady: int
    """How many stayed where they were."""
    gaps: tuple[str, ...]
    """Names of the indicators without a rating now."""
    lowered: tuple[Moved, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A conversation beside the ones before."""

    conversation_id: str
    person_name: str = field(repr=False)
    history: History = field(repr=False)
    wording: Wording = field(repr=False)
    rows: tuple[Row, ...] = field(repr=False)
    words: Words = field(repr=False)
    rated: int
    of: int


@dataclass(frozen=True, slots=True)
class State:
    """The whole screen; `picture` is None until it is there."""

    picture: Picture | None = None
    problem: ExpectedError | None = None
    exported: bool = False
    """The picture was saved as a file a moment ago."""


class PicturePresenter(Showing[State]):
    """The picture of a conversation in progress."""

    def __init__(
        self,
        conversations: Conversations,
        pack: Pack,
        runner: Runner,
        language: str,
        trail: Trail | None = None,
    ) -> None:
        """Word the screen in `language`; what is saved as a file is noted on the `trail`."""
        super().__init__(State())
        self._conversations = conversations
        self._wording = pack.wording(language)
        self._trail = trail
        self._writing = Writing(runner, self, self._on_problem)
        self._sitting: Sitting | None = None

    def open(self, conversation_id: str) -> None:
        """Show the picture of a draft."""
        self._writing.send("open", lambda: self._conversations.resume(conversation_id), self._on_opened)

    def save_as(self, path: Path, render: Callable[[], bytes]) -> None:
        """Save the picture, as `render` returns it, in a file."""
        self._show(replace(self.state, exported=False))
        self._writing.send("export", lambda: self._write(path, render()), self._on_exported)

    def try_again(self) -> None:
        """Try what failed once more."""
        self._writing.try_again()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Look again when something else changed this person's record."""
        if self._sitting is not None and initiator is not self and changes.touches(self._sitting.person.id):
            conversation_id = self._sitting.draft.conversation.id
            self._writing.send("open", lambda: self._conversations.resume(conversation_id), self._on_opened)

    def _on_opened(self, sitting: Sitting) -> None:
        self._sitting = sitting
        conversation, history = sitting.draft.conversation, sitting.history
        picture = Picture(
            conversation_id=conversation.id,
            person_name=sitting.person.preferred_name,
            history=history,
            wording=self._wording,
            rows=rows_of(history, self._wording),
            words=words_of(history, self._wording),
            rated=conversation.rated_count(history.instrument),
            of=history.instrument.size,
        )
        self._show(State(picture, self._writing.problem))

    def _write(self, path: Path, picture: bytes) -> None:
        write_out(path, picture)
        if self._trail is not None and self._sitting is not None:
            self._trail.exported(self._sitting.person.id)

    def _on_exported(self, _: None) -> None:
        self._show(replace(self.state, exported=True, problem=self._writing.problem))

    def _on_problem(self) -> None:
        self._show(replace(self.state, problem=self._writing.problem))


def rows_of(history: History, wording: Wording) -> tuple[Row, ...]:
    """Return a row for each indicator, in the order of asking."""
    instrument = history.instrument
    return tuple(
        Row(
            indicator_id=each.indicator_id,
            area=wording.areas[area.id],
            area_letter=area.letter,
            area_token=area.token,
            name=wording.indicators[each.indicator_id].name,
            start=_rating(each.start),
            last=_rating(each.last) if history.last else None,
            now=each.now.rating,
            change=each.since_last,
            unrated=each.now.unrated,
        )
        for each in history.travelled()
        for area in (instrument.area_of(each.indicator_id),)
    )


def words_of(history: History, wording: Wording) -> Words:
    """Return what is strong, then what rose, what stayed, the gaps, and last what went down."""
    names = {indicator_id: words.name for indicator_id, words in wording.indicators.items()}
    travelled = history.travelled()
    lowered = sorted((each for each in travelled if (each.since_last or 0) < 0), key=_since_last)
    return Words(
        strong=tuple(
            Strong(names[each.indicator_id], each.now.rating, wording.steps[each.now.rating])
            for each in history.strongest()
            if each.now.rating is not None
        ),
        risen=_moved(history.rises(), names),
        steady=sum(each.since_last == 0 for each in travelled),
        gaps=tuple(names[each.indicator_id] for each in travelled if each.now.rating is None),
        lowered=_moved(tuple(lowered), names),
    )


def _since_last(travelled: Travelled) -> int:
    return travelled.since_last or 0


def _moved(travelled: tuple[Travelled, ...], names: dict[str, str]) -> tuple[Moved, ...]:
    return tuple(
        Moved(names[each.indicator_id], each.last.rating, each.now.rating)
        for each in travelled
        if each.last is not None and each.last.rating is not None and each.now.rating is not None
    )


def _rating(answer: Answer | None) -> int | None:
    return answer.rating if answer else None
