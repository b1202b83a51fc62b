"""The sheets of people that were printed or saved, read from the log itself.

It must not compute a sheet anew: what was printed is what comes back.
"""

from __future__ import annotations

from collections.abc import Sequence

from iroc_desktop.domain.kept_sheets import Sheet, sheet_fields, sheets_from
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.registers import fold, values
from iroc_desktop.store.recording import Recording


class SqlSheets:
    """One list for each person."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording

    def of(self, person_id: str) -> Sequence[Sheet]:
        """Return a person's sheets, by the day on them."""
        return sheets_from(values(fold(self._recording.log.of(_list_of(person_id)))))

    def add(self, sheet: Sheet) -> None:
        """Keep a sealed sheet for good; one that is kept already changes nothing."""
        self._recording.write(_list_of(sheet.person_id), sheet_fields(sheet))


def _list_of(person_id: str) -> Entity:
    return Entity(EntityKind.SHEETS, person_id)
