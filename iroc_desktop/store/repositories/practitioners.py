"""The practitioners of this record, and the organisation they work for.

It must not know about passphrases: those belong to the vault.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Row, select

from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.people import Licence, Organisation, Practitioner, Role
from iroc_desktop.domain.records import organisation_fields, practitioner_fields
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.store import rows
from iroc_desktop.store.recording import Recording

ORGANISATION: Final = Entity(EntityKind.ORGANISATION, "organisation")
"""There is one, under the same id on every machine."""

_TABLE = rows.practitioner.c


class SqlPractitioners:
    """Practitioners in the fold tables."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._connection = recording.connection

    def get(self, practitioner_id: str) -> Practitioner:
        """Return one practitioner.

        Raises:
            RecordMissingError: if there is no such practitioner.
        """
        query = select(rows.practitioner).where(_TABLE.id == practitioner_id)
        row = self._connection.execute(query).one_or_none()
        if row is None:
            raise RecordMissingError
        return _practitioner_from(row)

    def put(self, practitioner: Practitioner) -> None:
        """Write the fields that differ."""
        entity = Entity(EntityKind.PRACTITIONER, practitioner.id)
        self._recording.write(entity, practitioner_fields(practitioner))

    def all(self) -> Sequence[Practitioner]:
        """Return every practitioner, in the order in which they were introduced."""
        order = (_TABLE.first_lamport, _TABLE.first_replica, _TABLE.id)
        return [
            _practitioner_from(row)
            for row in self._connection.execute(select(rows.practitioner).order_by(*order))
        ]


class SqlOrganisation:
    """The one organisation."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._connection = recording.connection

    def get(self) -> Organisation:
        """Return it; an unanswered one if nothing was recorded yet."""
        row = self._connection.execute(select(rows.organisation)).one_or_none()
        if row is None:
            return Organisation()
        return Organisation(row.name, Licence(row.licence), row.licence_reference)

    def put(self, organisation: Organisation) -> None:
        """Write the fields that differ."""
        self._recording.write(ORGANISATION, organisation_fields(organisation))


def _practitioner_from(row: Row[Any]) -> Practitioner:
    return Practitioner(row.id, row.name, Role(row.role))
