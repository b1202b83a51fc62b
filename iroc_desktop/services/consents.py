"""What people agreed to: recorded with the words that were read, and taken back as easily.

It must not change a word of what was agreed to, nor forget a consent that was taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from iroc_desktop.domain.consent import Agreed, Consent, ConsentDayError, ConsentText, standing
from iroc_desktop.domain.people import Person
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Given:
    """One consent, and who asked."""

    consent: Consent
    asked_by: str = field(repr=False)
    """The practitioner's name; empty for somebody this record does not know."""


@dataclass(frozen=True, slots=True)
class ConsentsOf:
    """Everything that one person agreed to."""

    person: Person
    agreed: Agreed
    given: Sequence[Given]
    """Newest first."""


class Consents:
    """The consents of the people in the record."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def of(self, person_id: str) -> ConsentsOf:
        """Return what a person agreed to.

        Raises:
            RecordMissingError: if there is no such person.
        """
        with self._work.begin() as unit:
            return _consents_of(unit, person_id)

    def record(self, person_id: str, day: date, text: ConsentText) -> Done[ConsentsOf]:
        """Keep that a person agreed on a day, with the words that were read with them.

        Raises:
            RecordMissingError: if there is no such person.
            ConsentDayError: if the day has not come yet.
        """
        self._must_have_come(day)
        with self._work.begin() as unit:
            unit.people.get(person_id)
            consent = Consent(
                id=self._work.new_id(),
                person_id=person_id,
                given_on=day,
                wording=text.wording,
                language=text.language,
                practitioner_id=self._work.practitioner_id,
            )
            # a button that is pressed twice says it once
            if all(replace(each, id=consent.id) != consent for each in unit.consents.of(person_id)):
                unit.consents.put(consent)
                unit.commit()
            return _done(unit, person_id)

    def withdraw(self, person_id: str, day: date) -> Done[ConsentsOf]:
        """Keep that a person took back, on a day, whatever they had agreed to.

        Raises:
            RecordMissingError: if there is no such person.
            ConsentDayError: if the day has not come yet, or lies before the day they agreed.
        """
        self._must_have_come(day)
        with self._work.begin() as unit:
            person = unit.people.get(person_id)
            for each in self._holding(unit, person):
                if day < each.given_on:
                    raise ConsentDayError
                unit.consents.put(replace(each, withdrawn_on=day))
            unit.commit()
            return _done(unit, person_id)

    def _holding(self, unit: UnitOfWork, person: Person) -> list[Consent]:
        """Return the consents that hold; one that is only a day becomes a consent without words."""
        every = unit.consents.of(person.id)
        if every or person.consent_on is None:
            return [each for each in every if each.holds]
        return [Consent(self._work.new_id(), person.id, person.consent_on)]

    def _must_have_come(self, day: date) -> None:
        if day > self._work.clock.today():
            raise ConsentDayError


def _consents_of(unit: UnitOfWork, person_id: str) -> ConsentsOf:
    person = unit.people.get(person_id)
    consents = unit.consents.of(person_id)
    names = {each.id: each.name for each in unit.practitioners.all()}
    given = [Given(each, names.get(each.practitioner_id, "")) for each in reversed(consents)]
    return ConsentsOf(person, standing(consents, person.consent_on), given)


def _done(unit: UnitOfWork, person_id: str) -> Done[ConsentsOf]:
    return Done(_consents_of(unit, person_id), Changes(consent_of=frozenset({person_id})))
