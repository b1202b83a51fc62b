"""One session of eight stages: where the two of them are, what is done, and when it was interrupted.

It must not judge: its time line is what the clock claimed, kept for the record and never compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.exploring import Exploration
from iroc_desktop.domain.plan import StepStatus

STAGES: Final = tuple(Stage)
"""The eight stages, in order."""


class StageProgress(StrEnum):
    """How far a stage came."""

    NOT_BEGUN = "not_begun"
    BEGUN = "begun"
    DONE = "done"
    SKIPPED = "skipped"


class Interruption(StrEnum):
    """Why a session had to stop before its end."""

    CALLED_AWAY = "called_away"
    COUNT = "count"
    LOCK_DOWN = "lock_down"
    DISTRESS = "distress"
    OTHER = "other"


class SessionState(StrEnum):
    """Open, put aside on purpose, stopped from outside, or over."""

    OPEN = "open"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"
    FINISHED = "finished"


class Happening(StrEnum):
    """What a moment of the time line tells."""

    BEGUN = "begun"
    TURNED_TO = "turned_to"
    DONE = "done"
    SKIPPED = "skipped"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"
    RESUMED = "resumed"
    FINISHED = "finished"


class StepNews(StrEnum):
    """What became of a step since last time, in the person's own judgement."""

    DONE = "done"
    MOVED_ON = "moved_on"
    NOT_NOW = "not_now"
    NO_LONGER_WANTED = "no_longer_wanted"


STATUS_AFTER: Final[Mapping[StepNews, StepStatus]] = MappingProxyType(
    {
        StepNews.DONE: StepStatus.COMPLETED,
        StepNews.MOVED_ON: StepStatus.IN_PROGRESS,
        StepNews.NOT_NOW: StepStatus.CANNOT_BE_DONE_YET,
        StepNews.NO_LONGER_WANTED: StepStatus.NO_LONGER_NEEDED,
    }
)
"""What a step's status becomes with the news about it."""


class SessionFinishedError(ExpectedError):
    """A finished session was about to be changed; a new one can be begun."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry of the time line."""

    what: Happening
    stage: Stage
    claimed_at: str
    """ISO 8601, as the machine's clock claimed; never compared."""
    reason: Interruption | None = None


@dataclass(frozen=True, slots=True)
class LookBack:
    """One of last time's steps, and what the person says about it now."""

    step_id: str
    words: str = field(default="", repr=False)
    """The step's words as they stood when it was looked at."""
    news: StepNews | None = None
    """None: not answered yet."""
    what_helped: str = field(default="", repr=False)
    status_before: StepStatus = StepStatus.NOT_STARTED
    """The step's status before it was answered, to go back to."""


@dataclass(frozen=True, slots=True)
class Session:
    """A session between a person and a practitioner, around one conversation."""

    id: str
    person_id: str
    practitioner_id: str
    held_on: date
    conversation_id: str = ""
    """Empty when the session ended without a conversation."""
    stage: Stage = Stage.WELCOME
    """The stage on the screen: after a kill it is the same."""
    progress: Mapping[Stage, StageProgress] = field(default_factory=lambda: MappingProxyType({}))
    """A stage that is missing is not begun."""
    looked_back: Mapping[str, LookBack] = field(default_factory=lambda: MappingProxyType({}))
    """Step id → what became of it; only steps that were answered."""
    moments: tuple[Moment, ...] = ()
    state: SessionState = SessionState.OPEN
    interruption: Interruption | None = None
    """Why it stands still, while it is interrupted."""

    @property
    def finished(self) -> bool:
        """Return whether it is over and locked."""
        return self.state is SessionState.FINISHED

    def of(self, stage: Stage) -> StageProgress:
        """Return how far a stage came."""
        return self.progress.get(stage, StageProgress.NOT_BEGUN)

    def begun(self, claimed_at: str) -> Session:
        """Return this session with its first stage on the screen and its first moment noted."""
        return self._noting(Happening.BEGUN, self.stage, claimed_at, StageProgress.BEGUN)

    def turned_to(self, stage: Stage, claimed_at: str) -> Session:
        """Return this session, going on, with another stage on the screen; a stage done stays done."""
        going_on = self.resumed(claimed_at)
        known = self.of(stage)
        progress = known if known is StageProgress.DONE else StageProgress.BEGUN
        if stage is self.stage and known is progress:
            return going_on
        moved = going_on._noting(Happening.TURNED_TO, stage, claimed_at, progress)  # noqa: SLF001 - a session's own, on its next value
        return replace(moved, stage=stage)

    def with_done(self, stage: Stage, claimed_at: str) -> Session:
        """Return this session with a stage done."""
        return self._settled(stage, StageProgress.DONE, Happening.DONE, claimed_at)

    def with_skipped(self, stage: Stage, claimed_at: str) -> Session:
        """Return this session with a stage left out for today."""
        return self._settled(stage, StageProgress.SKIPPED, Happening.SKIPPED, claimed_at)

    def paused(self, claimed_at: str) -> Session:
        """Return this session, put aside on purpose; one that stands still already, as it is."""
        self._must_be_open()
        if self.state is not SessionState.OPEN:
            return self
        noted = self._noting(Happening.PAUSED, self.stage, claimed_at)
        return replace(noted, state=SessionState.PAUSED, interruption=None)

    def interrupted(self, reason: Interruption, claimed_at: str) -> Session:
        """Return this session, stopped from outside; told again, it was stopped for this reason instead."""
        self._must_be_open()
        moment, earlier = Moment(Happening.INTERRUPTED, self.stage, claimed_at, reason), self.moments
        if self.state is SessionState.INTERRUPTED:
            *before, last = earlier
            moment, earlier = replace(last, reason=reason), tuple(before)
        moments = (*earlier, moment)
        return replace(self, moments=moments, state=SessionState.INTERRUPTED, interruption=reason)

    def resumed(self, claimed_at: str) -> Session:
        """Return this session, going on at the stage where it stopped; an open one as it is."""
        self._must_be_open()
        if self.state is SessionState.OPEN:
            return self
        noted = self._noting(Happening.RESUMED, self.stage, claimed_at)
        return replace(noted, state=SessionState.OPEN, interruption=None)

    def with_look_back(self, look_back: LookBack) -> Session:
        """Return this session with what became of one of last time's steps."""
        self._must_be_open()
        answered = {**self.looked_back, look_back.step_id: look_back}
        return replace(self, looked_back=MappingProxyType(answered))

    def with_conversation(self, conversation_id: str) -> Session:
        """Return this session around another conversation, or around none."""
        self._must_be_open()
        return replace(self, conversation_id=conversation_id)

    def over(self, claimed_at: str) -> Session:
        """Return this session, finished and locked."""
        self._must_be_open()
        noted = self._noting(Happening.FINISHED, self.stage, claimed_at)
        return replace(noted, state=SessionState.FINISHED, interruption=None)

    def _settled(self, stage: Stage, progress: StageProgress, what: Happening, claimed_at: str) -> Session:
        self._must_be_open()
        if self.of(stage) is progress:
            return self
        return self._noting(what, stage, claimed_at, progress)

    def _noting(
        self, what: Happening, stage: Stage, claimed_at: str, progress: StageProgress | None = None
    ) -> Session:
        marked = {stage: progress} if progress else {}
        return replace(
            self,
            moments=(*self.moments, Moment(what, stage, claimed_at)),
            progress=MappingProxyType({**self.progress, **marked}),
        )

    def _must_be_open(self) -> None:
        if self.finished:
            raise SessionFinishedError


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session in progress with all that is written in it: local to this machine, durable at once."""

    session: Session
    explorations: Mapping[str, Exploration] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    """Indicator id → exploration."""

    @property
    def id(self) -> str:
        """Return the session's id."""
        return self.session.id

    def exploration(self, indicator_id: str) -> Exploration:
        """Return what was explored about an indicator; an empty one if nothing was yet."""
        found = self.explorations.get(indicator_id)
        return found or Exploration.blank(self.session.id, self.session.person_id, indicator_id)

    def with_exploration(self, exploration: Exploration) -> OpenSession:
        """Return this session with one exploration replaced.

        Raises:
            SessionFinishedError: if the session is over.
        """
        if self.session.finished:
            raise SessionFinishedError
        known = {**self.explorations, exploration.indicator_id: exploration}
        return replace(self, explorations=MappingProxyType(known))
