"""Toolkit pages filled in with a person, and the pages a practitioner likes to have at hand.

It must not need a page: what somebody wrote is readable without it.
"""

from __future__ import annotations

from collections.abc import Sequence

from iroc_desktop.domain.worksheets import Worksheet
from iroc_desktop.services.changes import Changes, Done, worksheet_changed
from iroc_desktop.services.work import Work


class Worksheets:
    """The worksheets of the people in the record."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def of(self, person_id: str) -> Sequence[Worksheet]:
        """Return a person's worksheets in the order in which they were begun, without those in the bin."""
        with self._work.begin() as unit:
            return [each for each in unit.worksheets.of(person_id) if not each.removed]

    def look(self, worksheet_id: str) -> Worksheet:
        """Return one worksheet.

        Raises:
            RecordMissingError: if there is no such worksheet.
        """
        with self._work.begin() as unit:
            return unit.worksheets.get(worksheet_id)

    def keep(self, worksheet: Worksheet) -> Done[Worksheet]:
        """Keep a worksheet as it stands now, a new one or one that was filled in further.

        Raises:
            RecordMissingError: if there is no such person.
        """
        with self._work.begin() as unit:
            unit.people.get(worksheet.person_id)
            unit.worksheets.put(worksheet)
            unit.commit()
        return Done(worksheet, worksheet_changed(worksheet.person_id))


class Favourites:
    """The toolkit pages that the practitioner at the desk likes to have at hand."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def pages(self) -> frozenset[str]:
        """Return the ids of the practitioner's favourite pages."""
        with self._work.begin() as unit:
            return unit.favourites.of(self._work.practitioner_id)

    def mark(self, page_id: str, *, favourite: bool) -> Done[frozenset[str]]:
        """Keep whether a page is a favourite; return all of them."""
        with self._work.begin() as unit:
            unit.favourites.put(self._work.practitioner_id, page_id, favourite=favourite)
            unit.commit()
            pages = unit.favourites.of(self._work.practitioner_id)
        return Done(pages, Changes(favourites=True))
