"""A person's consent: who gave it, when, to which wording, and when it was taken back.

It must not be assumed, and taking it back is as easy as giving it (GDPR art. 7).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.wording import ReviewStatus


class ConsentDayError(ExpectedError):
    """A consent cannot be of a day that has not come, nor be taken back before it was given."""


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent that a person gave, in the words that were read with them."""

    id: str
    person_id: str
    given_on: date
    """The day the person agreed."""
    wording: str = field(default="", repr=False)
    """What they agreed to, word for word."""
    language: str = ""
    """The language it was read in, a code such as "es"."""
    practitioner_id: str = ""
    """Who asked, and wrote it down."""
    withdrawn_on: date | None = None
    """The day the person took it back, if they did."""

    @property
    def holds(self) -> bool:
        """Return whether it was not taken back."""
        return self.withdrawn_on is None


@dataclass(frozen=True, slots=True)
class ConsentSection:
    """Sentences under a heading."""

    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsentText:
    """What is read with a person before anything about them is kept, in one language."""

    language: str
    status: ReviewStatus
    reviewed_by: str
    title: str
    sections: tuple[ConsentSection, ...]
    question: str

    @property
    def wording(self) -> str:
        """Return all of it, as it is kept with a consent."""
        parts = ["\n".join((each.heading, *each.sentences)) for each in self.sections]
        return "\n\n".join((self.title, *parts, self.question))


def text_for(texts: Sequence[ConsentText], language: str, otherwise: str = "en") -> ConsentText:
    """Return the words in a language; where there are none, in another, or else whichever come first."""
    by_language = {each.language: each for each in texts}
    return by_language.get(language) or by_language.get(otherwise) or texts[0]


class ConsentState(StrEnum):
    """Whether somebody agreed that their record is kept."""

    NOT_ASKED = "not_asked"
    AGREED = "agreed"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Agreed:
    """How things stand between a person and their record."""

    state: ConsentState
    day: date | None = None
    """The day they agreed, or took it back."""
    worded: bool = False
    """Whether the words are known that were read with them."""


NOBODY_ASKED: Final = Agreed(ConsentState.NOT_ASKED)


def standing(consents: Sequence[Consent], agreed_on: date | None) -> Agreed:
    """Return how things stand, given every consent in the order of writing.

    `agreed_on` is the day that records from before there were consents have; any consent says more.
    """
    holding = [each for each in consents if each.holds]
    if holding:
        newest = max(holding, key=lambda each: each.given_on)
        return Agreed(ConsentState.AGREED, newest.given_on, worded=bool(newest.wording))
    back = [each.withdrawn_on for each in consents if each.withdrawn_on is not None]
    if back:
        return Agreed(ConsentState.TAKEN_BACK, max(back))
    return Agreed(ConsentState.AGREED, agreed_on) if agreed_on else NOBODY_ASKED
