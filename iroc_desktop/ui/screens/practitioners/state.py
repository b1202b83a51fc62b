"""What the screen of colleagues draws, as plain frozen values.

It must not show what was typed in its repr: most of it is secret.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Role
from iroc_desktop.services.practitioners import Colleague
from iroc_desktop.ui.models.strength import Strength, strength


class Page(Enum):
    """One thing at a time."""

    LIST = auto()
    ADD = auto()
    """A new colleague."""
    GIVE = auto()
    """A new passphrase for a colleague, or access again."""
    OWN = auto()
    """One's own passphrase."""
    ROLE = auto()
    REMOVE = auto()
    """What ending somebody's access means."""
    SHEET = auto()
    """The digits of a new recovery sheet, which opens nothing yet."""
    TYPE_BACK = auto()
    CONFIRM = auto()
    """One's own passphrase, and then it counts."""


class Problem(Enum):
    """What can be mended at once; each belongs to one field."""

    NAME_MISSING = auto()
    PASSPHRASE_MISSING = auto()
    NOT_THE_SAME = auto()
    OWN_MISSING = auto()
    PRINTER_FAILED = auto()
    """The sheet did not get onto paper."""


class Busy(Enum):
    """What is being done in the background."""

    NOTHING = auto()
    KEYS = auto()
    SHEET = auto()
    """The sheet is being written."""
    LOCKING_ANEW = auto()
    """The record and its backups get a new key."""


class Told(Enum):
    """What has just been done, as the list says it."""

    LET_IN = auto()
    GIVEN = auto()
    OWN_CHANGED = auto()
    ROLE_CHANGED = auto()
    SHUT_OUT = auto()
    SHEET_RENEWED = auto()
    SHEET_DROPPED = auto()
    """A new sheet was taken along, and then not put in force."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Everything that was typed so far."""

    name: str = field(default="", repr=False)
    role: Role = Role.PRACTITIONER
    passphrase: str = field(default="", repr=False)
    """The new one."""
    again: str = field(default="", repr=False)
    shown: bool = False
    """Whether the new one can be read on the screen, so that it need not be typed twice."""
    own: str = field(default="", repr=False)
    """The passphrase of whoever is at the desk."""
    groups: tuple[str, str] = field(default=("", ""), repr=False)


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows; `colleagues` is None until they were read."""

    colleagues: tuple[Colleague, ...] | None = field(default=None, repr=False)
    page: Page = Page.LIST
    subject: Colleague | None = field(default=None, repr=False)
    """Whom the page is about; None where it is about nobody else."""
    typed: Typed = field(default_factory=Typed, repr=False)
    problem: Problem | None = None
    error: ExpectedError | None = None
    busy: Busy = Busy.NOTHING
    told: Told | None = None
    about: Colleague | None = field(default=None, repr=False)
    """Whom `told` is about."""
    least: int | None = None
    """The least length of a passphrase, once the store has named it."""
    groups: tuple[str, ...] = field(default=(), repr=False)
    asked: tuple[int, int] = (1, 2)
    wrong_group: int = 0
    sheet_taken: bool = False
    """Whether the sheet was saved or printed from here."""

    @property
    def strength(self) -> Strength:
        """Return how strong the new passphrase seems."""
        return strength(self.typed.passphrase)

    @property
    def here(self) -> tuple[Colleague, ...]:
        """Return who can open the record."""
        return tuple(each for each in self.colleagues or () if each.has_access)

    @property
    def before(self) -> tuple[Colleague, ...]:
        """Return who could open it once."""
        return tuple(each for each in self.colleagues or () if not each.has_access)

    @property
    def is_lead(self) -> bool:
        """Return whether whoever is at the desk is a team lead."""
        return any(each.is_oneself and each.is_lead for each in self.here)
