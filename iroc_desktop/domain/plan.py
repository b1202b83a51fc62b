"""The parts of a personal plan: outcomes, steps, supports and reviews, each a record of its own.

It must not hold parts inside one another: two machines may edit different steps and merge later.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from iroc_desktop.domain.errors import ExpectedError

LEAST_CONFIDENCE: Final = 1
MOST_CONFIDENCE: Final = 10
CONFIDENT: Final = 7
"""Below this the plan asks what would raise it."""

LAST_LIKELY_YEAR: Final = 2099


class PlanState(StrEnum):
    """A person has one active plan; the ones before are archived and stay readable."""

    ACTIVE = "active"
    ARCHIVED = "archived"


class Agreement(StrEnum):
    """Whether the person agrees with the plan as it is written."""

    NOT_ASKED = "not_asked"
    YES = "yes"
    NO = "no"
    COULD_NOT_ANSWER = "could_not_answer"


class StepStatus(StrEnum):
    """How it goes with a step (DOMAIN §4)."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CANNOT_BE_DONE_YET = "cannot_be_done_yet"
    NO_LONGER_NEEDED = "no_longer_needed"


class Occasion(StrEnum):
    """When a step is due, where no day can be known."""

    AFTER_RELEASE = "after_release"
    WHEN_TRANSFERRED = "when_transferred"


class DateQuestion(StrEnum):
    """What is worth asking about a typed day; it is kept whatever the answer."""

    BEFORE_FIRST_SESSION = "before_first_session"
    FAR_AWAY = "far_away"


class ConfidenceError(ExpectedError):
    """A confidence was not between 1 and 10."""

    def __init__(self, given: int) -> None:
        super().__init__(given)
        self.given = given
        self.least = LEAST_CONFIDENCE
        self.most = MOST_CONFIDENCE


class AgreementReasonMissingError(ExpectedError):
    """That somebody could not answer was noted without why."""


@dataclass(frozen=True, slots=True)
class ByWhen:
    """By when: a day, an occasion, or own words. At most one of the three is given."""

    on: date | None = None
    occasion: Occasion | None = None
    words: str = field(default="", repr=False)


NO_TIME: Final = ByWhen()


@dataclass(frozen=True, slots=True)
class Plan:
    """A personal plan without its parts."""

    id: str
    person_id: str
    begun_on: date | None = None
    state: PlanState = PlanState.ACTIVE
    agreement: Agreement = Agreement.NOT_ASKED
    agreement_reason: str = field(default="", repr=False)
    """Why not, or why it could not be answered."""
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the person wants, in their own words."""

    id: str
    plan_id: str
    words: str = field(default="", repr=False)
    indicator_ids: tuple[str, ...] = ()
    """The indicators it belongs to; may be none."""
    position: int = 0
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A small thing to do on the way to an outcome."""

    id: str
    plan_id: str
    outcome_id: str = ""
    """Empty: a step without an outcome."""
    words: str = field(default="", repr=False)
    who: str = field(default="", repr=False)
    due: ByWhen = NO_TIME
    place: str = field(default="", repr=False)
    """Where it can be done."""
    confidence: int | None = None
    """1 to 10, in the person's judgement; None: not asked."""
    would_raise: str = field(default="", repr=False)
    """What would raise the confidence."""
    status: StepStatus = StepStatus.NOT_STARTED
    position: int = 0
    removed: bool = False

    @property
    def open(self) -> bool:
        """Return whether there is still something to do."""
        return self.status not in (StepStatus.COMPLETED, StepStatus.NO_LONGER_NEEDED)

    @property
    def asks_what_would_raise_it(self) -> bool:
        """Return whether the confidence is low enough to ask what would raise it."""
        return self.confidence is not None and self.confidence < CONFIDENT

    def with_confidence(self, confidence: int | None) -> Step:
        """Return this step with a confidence from 1 to 10, or without one.

        Raises:
            ConfidenceError: if it is outside.
        """
        if confidence is not None and not LEAST_CONFIDENCE <= confidence <= MOST_CONFIDENCE:
            raise ConfidenceError(confidence)
        return replace(self, confidence=confidence)


@dataclass(frozen=True, slots=True)
class Support:
    """Someone or something that helps."""

    id: str
    plan_id: str
    helps_with: str = ""
    """The id of an outcome or a step; empty: the whole plan."""
    words: str = field(default="", repr=False)
    position: int = 0
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """A day on which the plan was, or will be, looked at together."""

    id: str
    plan_id: str
    day: date | None = None
    words: str = field(default="", repr=False)
    removed: bool = False


def question_about(on: date | None, first_session: date | None) -> DateQuestion | None:
    """Return what is worth asking about a typed day; None where nothing is. It never refuses one.

    `first_session` is the day of the first session with the person, if there was one.
    """
    if on is None:
        return None
    if on.year > LAST_LIKELY_YEAR:
        return DateQuestion.FAR_AWAY
    if first_session is not None and on < first_session:
        return DateQuestion.BEFORE_FIRST_SESSION
    return None
