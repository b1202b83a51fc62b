"""Everything the conversation's views draw, as plain frozen values.

It must not put anything of the practitioner's alone into `PersonPage`, which the person's view draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from iroc_desktop.domain.conversation import Conversation, UnratedReason, Voice
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.history import History
from iroc_desktop.domain.people import Reading
from iroc_desktop.ui.models.dates import Doubt


@dataclass(frozen=True, slots=True)
class Previous:
    """What the person rated the last time; `rating` is None where it was a gap."""

    rating: int | None
    word: str
    change: int | None
    """Steps moved since then; None where either is a gap."""


@dataclass(frozen=True, slots=True)
class JustRated:
    """The indicator that a key rated a moment ago, before the screen moved on."""

    name: str
    rating: int | None
    """None when a reason was given instead."""
    word: str
    change: int | None
    """Steps moved since last time; None where either is a gap or last time is not shown."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One indicator in the row of dots."""

    indicator_id: str
    name: str
    area_token: str
    rated: bool
    settled: bool
    """Rated, or a reason was given."""


NO_VOICES: Final[Mapping[Voice, int | None]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Page:
    """The indicator on the screen, with what was said about it."""

    indicator_id: str
    position: int
    """From 1."""
    area: str
    area_token: str
    name: str
    question: str
    asked_another_way: str
    """Another way to ask that is shown just now; empty: only the question."""
    other_ways: int
    prompts: tuple[str, ...]
    rating: int | None
    unrated: UnratedReason | None
    words: str = field(repr=False)
    strength: str = field(repr=False)
    private: str = field(repr=False)
    previous: Previous | None
    """Only once this indicator is rated, and only if the setting allows it."""
    voices: Mapping[Voice, int | None] = field(default_factory=lambda: NO_VOICES)
    """The ratings beside the person's, for the practitioner's view only; empty where nobody wants them."""


@dataclass(frozen=True, slots=True)
class PersonPage:
    """The same indicator in the person's language; nothing of the practitioner's is in it."""

    language: str
    area: str
    name: str
    question: str
    easy_question: str
    steps: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class HeldDate:
    """The day the conversation was held, and whether another one waits for a word of confirmation."""

    on: date
    today: date
    asked: date | None = None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Who takes part."""

    person_id: str
    name: str = field(repr=False)
    shown_name: str = field(repr=False)
    """As the person chose to be named where others may read it."""
    site: str = field(repr=False)
    speaks: str = field(repr=False)
    reading: Reading
    ordinal: int
    """1 for the first conversation."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A conversation that has been opened."""

    conversation: Conversation = field(repr=False)
    person: PersonLine
    page: Page
    person_page: PersonPage
    steps: Mapping[int, str]
    dots: tuple[Dot, ...]
    rated: int
    of: int
    held: HeldDate
    picture: History = field(repr=False)
    """This conversation and, where shown, the one before, whose unrated spokes stay hidden."""
    finished: bool
    """Every indicator is rated or has a reason."""
    just_rated: JustRated | None


@dataclass(frozen=True, slots=True)
class State:
    """The whole screen; `sheet` is None until the conversation is there."""

    sheet: Sheet | None = None
    problem: ExpectedError | None = None
    """Why the newest write failed; what was typed is still on the screen and can be tried again."""
    saved_at: datetime | None = None
