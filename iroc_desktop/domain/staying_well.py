"""The staying-well plan: what keeps a person well, and what to do when it gets harder, in their lines.

It must not hold advice of ours: every line is the person's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from iroc_desktop.domain.lines import Line, in_order


class StayingWellSection(StrEnum):
    """The sections, in the order of reading (DOMAIN §4)."""

    KEEPS_ME_WELL = "keeps_me_well"
    TRIGGERS = "triggers"
    EARLY_SIGNS = "early_signs"
    GETTING_WORSE = "getting_worse"
    CRISIS = "crisis"
    AFTER_A_CRISIS = "after_a_crisis"
    ADVANCE_WISHES = "advance_wishes"
    CONTACTS = "contacts"


@dataclass(frozen=True, slots=True)
class StayingWellPlan:
    """A person's staying-well plan; without lines it was not begun."""

    person_id: str
    lines: tuple[Line, ...] = field(default=(), repr=False)
    """Those that were not taken away, in the order of sections, then of places."""

    @classmethod
    def of(cls, person_id: str, lines: Iterable[Line]) -> StayingWellPlan:
        """Return the plan that has these lines, whatever their order."""
        kept = in_order(each for each in lines if not each.removed)
        sections = [section.value for section in StayingWellSection]
        known = [each for each in kept if each.section in sections]
        return cls(person_id, tuple(sorted(known, key=lambda each: sections.index(each.section))))

    @property
    def begun(self) -> bool:
        """Return whether there is anything in it."""
        return bool(self.lines)

    def section(self, section: StayingWellSection) -> tuple[Line, ...]:
        """Return the lines of a section, in the person's order."""
        return tuple(each for each in self.lines if each.section == section.value)
