"""What the toolkit screen shows, as data.

It must not hold sentences of the program: only ids, and the words of pages and people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.operations import JsonValue
from iroc_desktop.domain.toolkit import PageFault, PageWords, Setting, ToolkitPage
from iroc_desktop.domain.worksheets import NOTHING
from iroc_desktop.services.toolkit import Wanted


@dataclass(frozen=True, slots=True)
class Somebody:
    """The person the toolkit is open with."""

    id: str
    name: str = field(repr=False)
    """As the screen names them."""
    shown_name: str = field(repr=False)
    """As they chose to be named on paper."""
    language: str
    session_id: str = ""
    """The session it is open in; empty outside of one."""


@dataclass(frozen=True, slots=True)
class Card:
    """One page in the list."""

    page: ToolkitPage
    words: PageWords
    missing_language: str
    """The shown language, where the page has no words in it."""
    favourite: bool
    because: str = ""
    """The name of the chosen indicator it is suggested for; empty where it is not a suggestion."""
    possible_by: Setting = Setting.CELL
    """What makes a suggestion possible here."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page that the person filled in, or a sheet that they took away."""

    id: str
    """Of the worksheet, or of the sheet that was printed."""
    title: str = field(repr=False)
    held_on: date
    session_id: str = ""
    """The session it was done in; empty outside of one."""
    printed: bool = False
    """True for a sheet that was printed or saved, False for what is filled in on the screen."""


@dataclass(frozen=True, slots=True)
class OpenPage:
    """The page that is open, and what is filled in."""

    page: ToolkitPage
    words: PageWords
    missing_language: str
    favourite: bool
    indicators: tuple[str, ...]
    """Names of the indicators it is for, where the instrument has them."""
    answers: Mapping[str, JsonValue] = field(default_factory=lambda: NOTHING, repr=False)
    filled: bool = False
    """True when something is filled in."""
    kept: bool = False
    """True when everything that is filled in is kept."""
    worksheet_id: str = ""
    """What is being filled in; empty before anything is."""
    begin_at: str = ""
    """The part where somebody stopped last time; empty for a page that is begun now."""
    gone: bool = False
    """True when the page itself is no longer there, and only what was written is shown."""


@dataclass(frozen=True, slots=True)
class State:
    """The whole screen."""

    wanted: Wanted = field(default_factory=Wanted)
    only_favourites: bool = False
    cards: tuple[Card, ...] = ()
    suggested: tuple[Card, ...] = ()
    total: int = 0
    """How many pages there are, found or not."""
    worksheets: tuple[Kept, ...] = field(default=(), repr=False)
    """What the person filled in, newest first."""
    sheets: tuple[Kept, ...] = field(default=(), repr=False)
    """What was printed or saved for them, newest first."""
    faults: tuple[PageFault, ...] = ()
    language: str = ""
    languages: tuple[str, ...] = ()
    """The languages that pages can be shown in."""
    person: Somebody | None = field(default=None, repr=False)
    open: OpenPage | None = field(default=None, repr=False)
    problem: ExpectedError | None = None

    @property
    def filtered(self) -> bool:
        """Return whether anything is looked for."""
        return self.only_favourites or not self.wanted.empty

    @property
    def today(self) -> tuple[Kept, ...]:
        """Return what is taken away from this session: filled in, printed or saved."""
        return tuple(each for each in (*self.worksheets, *self.sheets) if self._now(each))

    @property
    def filled_before(self) -> tuple[Kept, ...]:
        """Return what was filled in before, outside of this session."""
        return tuple(each for each in self.worksheets if not self._now(each))

    @property
    def printed_before(self) -> tuple[Kept, ...]:
        """Return what was printed or saved before, outside of this session."""
        return tuple(each for each in self.sheets if not self._now(each))

    def _now(self, kept: Kept) -> bool:
        session_id = self.person.session_id if self.person else ""
        return bool(session_id) and kept.session_id == session_id
