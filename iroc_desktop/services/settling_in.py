"""What happens once, at first start: who works here, for whom, and with which licence.

It must not assume an answer: an unanswered licence question stays unanswered, and prints say so.
"""

from __future__ import annotations

from iroc_desktop.domain.people import Organisation, Practitioner
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.work import Work


class SettlingIn:
    """The practitioner and the organisation behind this machine."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def practitioner(self) -> Practitioner:
        """Return the practitioner who unlocked the store."""
        with self._work.begin() as unit:
            return unit.practitioners.get(self._work.practitioner_id)

    def organisation(self) -> Organisation:
        """Return the organisation; an unanswered one before anybody answered."""
        with self._work.begin() as unit:
            return unit.organisation.get()

    def introduce(self, practitioner: Practitioner) -> Done[Practitioner]:
        """Keep the practitioner's name and role."""
        with self._work.begin() as unit:
            unit.practitioners.put(practitioner)
            unit.commit()
        return Done(practitioner, Changes())

    def answer_licence(self, organisation: Organisation) -> Done[Organisation]:
        """Keep the organisation's name and its answer about the licence."""
        with self._work.begin() as unit:
            unit.organisation.put(organisation)
            unit.commit()
        return Done(organisation, Changes(organisation=True))
