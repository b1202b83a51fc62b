"""Whether the practitioner at the desk is a team lead.

It must not be taken for a lock: everybody who opens the record holds its key.
"""

from __future__ import annotations

from iroc_desktop.domain.roles import LeadsOnlyError, leads
from iroc_desktop.services.work import Work


class Roles:
    """The role of whoever is at this desk."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def is_lead(self) -> bool:
        """Return whether team leads' work may be done at this desk."""
        with self._work.begin() as unit:
            return self._work.practitioner_id in leads(unit.practitioners.all())

    def must_be_lead(self) -> None:
        """Return quietly at a team lead's desk.

        Raises:
            LeadsOnlyError: at anybody else's.
        """
        if not self.is_lead():
            raise LeadsOnlyError
