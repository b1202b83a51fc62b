"""A personal plan on its way to paper: everything that the sheet will say, frozen.

It must not hold anything that only the practitioner may read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from iroc_desktop.domain.fingerprints import digest_of, fingerprint_of
from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plain import plain
from iroc_desktop.domain.summary import Paper, SessionSummary


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """One person's plan in one language, for one size of paper."""

    plan: PersonalPlan = field(repr=False)
    language: str
    paper: Paper
    shown_name: str = field(repr=False)
    """As the person chose to be named; empty: no name on it."""
    practitioner: str = field(repr=False)
    day: str
    """ISO date on which it was prepared."""
    indicators: Mapping[str, str]
    """Indicator id → name, in the sheet's language."""
    picture: SessionSummary | None = field(default=None, repr=False)
    """The newest conversation, for its spidergram; None before the first."""
    licence_line: str = ""
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

    def sealed(self) -> PlanSheet:
        """Return the sheet with its id; whatever later versions add, it keeps its fingerprint."""
        return replace(self, id=self._digest())

    def _digest(self) -> str:
        # a summary that was never kept has another id each time it is drawn up
        drawn = self.picture.fingerprint if self.picture else ""
        return digest_of([plain(replace(self, id="", picture=None)), drawn])
