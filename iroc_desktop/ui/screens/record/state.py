"""What the record's view draws, as plain frozen values.

It must not mix what is shared with what is only for the practitioner: `private` is a field of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from iroc_desktop.domain.conversation import Answer, UnratedReason, Voice
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.services.held_sessions import HeldSession


@dataclass(frozen=True, slots=True)
class Heard:
    """What one voice rated; `word` is the scale's, empty where it rated nothing."""

    voice: Voice
    rating: int | None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One indicator with everything that was said about it."""

    indicator_id: str
    area: str
    area_token: str
    name: str
    rating: int | None
    word: str
    unrated: UnratedReason | None
    words: str = field(repr=False)
    strength: str = field(repr=False)
    private: str = field(repr=False)
    corrections: tuple[CorrectionLine, ...] = field(default=(), repr=False)
    """In the order in which they were made."""
    disputed: bool = False
    """Whether two of them, made on two machines, say different things."""
    voices: tuple[Heard, ...] = ()
    """Every voice, the person's among them; empty where only the person was asked."""


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """One correction: what it was, what it is, who says so, when and why."""

    name: str
    """The indicator's."""
    before: Answer = field(repr=False)
    after: Answer = field(repr=False)
    practitioner: str = field(repr=False)
    """Empty when this machine does not know who it was."""
    claimed_at: datetime
    """As the correcting machine's clock said."""
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Form:
    """A correction that is being made."""

    indicator_id: str
    name: str
    area_token: str
    before: Answer = field(repr=False)
    after: Answer = field(repr=False)
    reason: str = field(default="", repr=False)
    reason_missing: bool = False
    nothing_changed: bool = False
    saving: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A completed conversation."""

    conversation_id: str
    person_id: str
    person_name: str = field(repr=False)
    held_on: date
    ordinal: int
    told: tuple[Told, ...] = field(repr=False)
    steps: Mapping[int, str]
    rated: int
    of: int
    focus: tuple[str, ...]
    """Names of what the person chose, in the person's order."""
    next_on: date | None
    next_note: str = field(repr=False)
    held: HeldSession | None
    """The session around the conversation; None where it was held without one."""
    names: Mapping[str, str]
    """Indicator id → name."""


@dataclass(frozen=True, slots=True)
class State:
    """The whole screen; `sheet` is None until the conversation is there."""

    sheet: Sheet | None = None
    form: Form | None = None
    corrected: str = ""
    """The name of the indicator that was corrected a moment ago."""
    problem: ExpectedError | None = None
