"""What *Today* shows: how much is due and unfinished, without any name.

It must not return who is meant: names appear only when somebody asks for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from iroc_desktop.domain.people import Person
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.ports import Counts
from iroc_desktop.services.work import Work

DAYS_A_MONTH = 30.44
"""The mean length of a month, for "every three months" counted in days."""


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A conversation in progress, for those who ask to see the names."""

    conversation_id: str
    person: Person
    settled: int
    of: int
    held_on: date


class Today:
    """The neutral start page."""

    def __init__(self, work: Work, pack: Pack) -> None:
        self._work = work
        self._pack = pack

    def counts(self) -> Counts:
        """Return how many people there are, and how much is due by today."""
        today = self._work.clock.today()
        interval = timedelta(days=round(self._pack.instrument.interval_months * DAYS_A_MONTH))
        with self._work.begin() as unit:
            return unit.counts(due_by=today, held_before=today - interval)

    def drafts(self) -> Sequence[OpenDraft]:
        """Return the conversations in progress, with the names of their people."""
        instrument = self._pack.instrument
        with self._work.begin() as unit:
            return tuple(
                OpenDraft(
                    draft.conversation.id,
                    unit.people.get(draft.conversation.person_id),
                    draft.conversation.settled_count(instrument),
                    instrument.size,
                    draft.conversation.held_on,
                )
                for draft in unit.drafts.all()
            )
