"""What happens once, at first start: who works here, for whom, and with which licence.

It must not assume an answer: an unanswered licence question stays unanswered, and prints say so.
"""

from __future__ import annotations

from collections.abc import Mapping

from iroc_desktop.domain.people import Licence, Organisation, Practitioner, Role
from iroc_desktop.domain.store_errors import RecordMissingError
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

    def names(self) -> Mapping[str, str]:
        """Return each practitioner's name by id, also of those who work here no more."""
        with self._work.begin() as unit:
            return {each.id: each.name for each in unit.practitioners.all()}

    def is_introduced(self) -> bool:
        """Return whether the practitioner's name is known: a set-up can be cut off before that."""
        try:
            self.practitioner()
        except RecordMissingError:
            return False
        return True

    def is_finished(self) -> bool:
        """Return whether first start was gone through to its end, which is the licence question.

        A colleague may still be without a name: letting somebody in can be cut off, too.
        """
        return self.organisation().licence is not Licence.UNANSWERED

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

    def introduce_as(self, name: str) -> Done[Practitioner]:
        """Keep the name of the practitioner who works at this desk; the first one of all is team lead."""
        own_id = self._work.practitioner_id
        with self._work.begin() as unit:
            everybody = unit.practitioners.all()
        known = next((each for each in everybody if each.id == own_id), None)
        role = known.role if known else Role.PRACTITIONER if everybody else Role.TEAM_LEAD
        return self.introduce(Practitioner(own_id, name, role))

    def answer_licence(self, organisation: Organisation) -> Done[Organisation]:
        """Keep the organisation's name and its answer about the licence."""
        with self._work.begin() as unit:
            unit.organisation.put(organisation)
            unit.commit()
        return Done(organisation, Changes(organisation=True))
