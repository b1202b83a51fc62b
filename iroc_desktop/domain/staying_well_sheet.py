"""A staying-well plan on its way to paper: everything that the sheet will say, frozen.

It must not hold a line that is not the person's.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from iroc_desktop.domain.fingerprints import digest_of, fingerprint_of
from iroc_desktop.domain.plain import plain
from iroc_desktop.domain.staying_well import StayingWellPlan
from iroc_desktop.domain.summary import Paper


@dataclass(frozen=True, slots=True)
class StayingWellSheet:
    """One person's staying-well plan in one language, for one size of paper."""

    plan: StayingWellPlan = field(repr=False)
    language: str
    paper: Paper
    shown_name: str = field(repr=False)
    """As the person chose to be named; empty: no name on it."""
    day: str
    """ISO date on which it was prepared."""
    practice: bool = False
    id: str = ""
    """The digest of all the rest, once it is sealed: the same sheet has the same id."""

    @property
    def person_id(self) -> str:
        """Return whose plan it is."""
        return self.plan.person_id

    @property
    def fingerprint(self) -> str:
        """Return six letters and digits, such as "7F3K-22", that differ when anything on the sheet does."""
        return fingerprint_of(self.id or self._digest())

    def sealed(self) -> StayingWellSheet:
        """Return the sheet with its id; whatever later versions add, it keeps its fingerprint."""
        return replace(self, id=self._digest())

    def _digest(self) -> str:
        return digest_of(plain(replace(self, id="")))
