"""What the last stage of a session shows, before and after it is finished.

It must not know how it is drawn, nor where it comes from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.ui.models.dates import Doubt


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
class OpenQuestion:
    """An indicator that is neither rated nor has a reason."""

    indicator_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A session in progress, as far as closing it goes."""

    person_name: str = field(repr=False)
    meeting: NextMeeting | None
    """None: the conversation is locked already, and its next date with it."""
    settled: int
    of: int
    open_ones: tuple[OpenQuestion, ...]


@dataclass(frozen=True, slots=True)
class TakeAway:
    """What there is to take along from a finished session."""

    conversation_id: str
    """Empty when the session ended without a conversation: there is no summary then."""
    plan: bool
    staying_well: bool
    worksheets: tuple[str, ...] = field(repr=False)
    """The titles of the worksheets filled in during the session."""

    @property
    def nothing(self) -> bool:
        """Return whether there is no paper to take along."""
        return not (self.conversation_id or self.plan or self.staying_well or self.worksheets)


@dataclass(frozen=True, slots=True)
class State:
    """The whole screen; of `sheet` and `taken`, at most one is there."""

    sheet: Sheet | None = None
    """None until the session was read, and after it is finished."""
    taken: TakeAway | None = None
    """None as long as the session is in progress."""
    reflection: str | None = field(default=None, repr=False)
    """The practitioner's own words; None until they were read."""
    finishing: bool = False
    problem: ExpectedError | None = None
