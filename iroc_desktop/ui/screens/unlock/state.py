"""What the unlock screen draws, as plain frozen values.

It must not show what was typed in its repr.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.recovery import GROUPS

if TYPE_CHECKING:
    from iroc_desktop.domain.backups import Backup, BackupCounts
    from iroc_desktop.system.settings import Settings


class Step(Enum):
    """The prompts; every way through them ends at one that works."""

    PASSPHRASE = auto()
    FORGOT = auto()
    """The two ways back in."""
    DIGITS = auto()
    NEW_PASSPHRASE = auto()
    BACKUPS = auto()
    """The record will not open: which backups there are."""
    PREVIEW = auto()
    """What bringing one of them back means."""
    BROUGHT_BACK = auto()
    NAME = auto()
    """It is open, but the record does not know yet who works here: letting them in was cut off."""


class Busy(Enum):
    """What is being done in the background."""

    NOTHING = auto()
    OPENING = auto()
    LOOKING = auto()
    """The backups are being read through."""
    BRINGING_BACK = auto()


class Problem(Enum):
    """What the practitioner can mend before anything is tried."""

    NOTHING_TYPED = auto()
    NOT_THE_SAME = auto()
    NAME_MISSING = auto()


@dataclass(frozen=True, slots=True)
class Typed:
    """Everything that was typed so far."""

    passphrase: str = field(default="", repr=False)
    groups: tuple[str, ...] = field(default=("",) * GROUPS, repr=False)
    """The digits as they were typed, so that going back loses none."""
    new: str = field(default="", repr=False)
    again: str = field(default="", repr=False)
    shown: bool = False
    """Whether the new passphrase can be read on the screen, so that it need not be typed twice."""
    name: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """A backup that was read through, and how much is in it."""

    backup: Backup
    counts: BackupCounts


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows."""

    settings: Settings
    step: Step = Step.PASSPHRASE
    typed: Typed = field(default_factory=Typed, repr=False)
    busy: Busy = Busy.NOTHING
    error: ExpectedError | None = None
    problem: Problem | None = None
    wrong_group: int = 0
    """The group of digits that cannot be right, from 1; 0 when none is known to be wrong."""
    least: int | None = None
    """The least length of a passphrase, once the store has named it."""
    found: tuple[Found, ...] | None = None
    """The backups, newest first; None until they were read."""
    chosen: Backup | None = None
    aside: Path | None = field(default=None, repr=False)
    """Where the record from before lies now, if there was one."""

    @property
    def is_busy(self) -> bool:
        """Return whether something is being done."""
        return self.busy is not Busy.NOTHING

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the digits as they were typed."""
        return self.typed.groups
