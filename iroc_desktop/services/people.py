"""What a practitioner does with people: add, edit, find, look at the whole of one.

It must not show or log a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from iroc_desktop.domain.consent import NOBODY_ASKED, Agreed, standing
from iroc_desktop.domain.conversation import Draft
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.history import History
from iroc_desktop.domain.kept_sheets import Sheet
from iroc_desktop.domain.names import possible_duplicates
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.summary import SessionSummary
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.changes import Done, person_changed
from iroc_desktop.services.out_of_sight import sheets_in_sight, summaries_in_sight
from iroc_desktop.services.ports import PersonLine
from iroc_desktop.services.work import Work

LINES_SHOWN = 200
"""More lines than fit on any screen; the rest is found by typing another letter."""


class NameMissingError(ExpectedError):
    """A person needs a name, which may be a nickname."""


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the person's page shows."""

    person: Person
    history: History
    draft: Draft | None
    summaries: Sequence[SessionSummary]
    sheets: Sequence[Sheet]
    """Plans and staying-well plans that were printed or saved."""
    agreed: Agreed = NOBODY_ASKED
    """Whether the person agreed that this record is kept."""


class People:
    """The people in the record."""

    def __init__(self, work: Work, pack: Pack) -> None:
        self._work = work
        self._pack = pack

    def save(self, person: Person) -> Done[Person]:
        """Add a person, or keep the edits to one.

        Raises:
            NameMissingError: if the preferred name is empty.
        """
        if not person.preferred_name.strip():
            raise NameMissingError
        with self._work.begin() as unit:
            unit.people.put(person)
            unit.commit()
        return Done(person, person_changed(person.id))

    def find(self, typed: str) -> Sequence[PersonLine]:
        """Return the people whose name has words beginning with what was typed; everyone, for nothing."""
        with self._work.begin() as unit:
            return unit.people.find(typed, LINES_SHOWN)

    def possible_duplicates(self, person: Person) -> Sequence[Person]:
        """Return people who may be the same one: a hint, never a decision."""
        with self._work.begin() as unit:
            return possible_duplicates(person, unit.people.all())

    def overview(self, person_id: str) -> Overview:
        """Return one person with their history, draft and printed summaries.

        Raises:
            RecordMissingError: if there is no such person.
        """
        with self._work.begin() as unit:
            person = unit.people.get(person_id)
            return Overview(
                person=person,
                history=History.of(self._pack.instrument, unit.conversations.of(person_id)),
                draft=unit.drafts.of(person_id),
                summaries=summaries_in_sight(unit, person_id),
                sheets=sheets_in_sight(unit, person_id),
                agreed=standing(unit.consents.of(person_id), person.consent_on),
            )
