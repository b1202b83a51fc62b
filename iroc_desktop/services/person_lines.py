"""Lists of lines that belong to a person: what matters to them, and their staying-well plan.

It must not lose a line: what is taken away can be brought back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from iroc_desktop.domain.lines import Line, in_order, place_after_all, placed
from iroc_desktop.domain.staying_well import StayingWellPlan, StayingWellSection
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.changes import Done, plan_changed
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.repositories import LineRepository
from iroc_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class _Lines:
    """The verbs that both lists share."""

    work: Work
    choose: Callable[[UnitOfWork], LineRepository]

    def read(self, person_id: str) -> tuple[Line, ...]:
        with self.work.begin() as unit:
            return tuple(self.choose(unit).of(person_id))

    def add(self, person_id: str, section: str, words: str) -> Done[Line]:
        with self.work.begin() as unit:
            unit.people.get(person_id)
            lines = self.choose(unit)
            line = Line(self.work.new_id(), section, words, place_after_all(lines.of(person_id)))
            lines.put(person_id, line)
            unit.commit()
        return Done(line, plan_changed(person_id))

    def edit(self, person_id: str, line_id: str, edit: Callable[[Line], Line]) -> Done[Line]:
        with self.work.begin() as unit:
            lines = self.choose(unit)
            line = edit(_line(lines, person_id, line_id))
            lines.put(person_id, line)
            unit.commit()
        return Done(line, plan_changed(person_id))

    def move(self, person_id: str, line_id: str, section: str, index: int) -> Done[Line]:
        with self.work.begin() as unit:
            lines = self.choose(unit)
            moved = replace(_line(lines, person_id, line_id), section=section)
            beside = [each for each in lines.of(person_id) if each.section == section and not each.removed]
            places = placed(beside, moved, index)
            for each in {**{other.id: other for other in beside}, moved.id: moved}.values():
                if each.id in places:
                    lines.put(person_id, replace(each, position=places[each.id]))
            unit.commit()
        return Done(replace(moved, position=places[moved.id]), plan_changed(person_id))


class OwnValues:
    """What matters to a person, in their own words; options are weighed against it."""

    def __init__(self, work: Work) -> None:
        self._lines = _Lines(work, lambda unit: unit.values)

    def of(self, person_id: str) -> tuple[Line, ...]:
        """Return a person's values, in their order."""
        return in_order(each for each in self._lines.read(person_id) if not each.removed)

    def add(self, person_id: str, words: str) -> Done[Line]:
        """Add a value at the end."""
        return self._lines.add(person_id, "", words)

    def word(self, person_id: str, value_id: str, words: str) -> Done[Line]:
        """Keep a value in other words; one taken away meanwhile comes back."""
        return self._lines.edit(person_id, value_id, lambda each: replace(each, words=words, removed=False))

    def move(self, person_id: str, value_id: str, index: int) -> Done[Line]:
        """Put a value at a place among the others, from 0; a place outside is the nearest end."""
        return self._lines.move(person_id, value_id, "", index)

    def remove(self, person_id: str, value_id: str) -> Done[Line]:
        """Take a value away; `bring_back` undoes it."""
        return self._lines.edit(person_id, value_id, lambda each: replace(each, removed=True))

    def bring_back(self, person_id: str, value_id: str) -> Done[Line]:
        """Bring a value back, as Undo does."""
        return self._lines.edit(person_id, value_id, lambda each: replace(each, removed=False))


class StayingWell:
    """The staying-well plans."""

    def __init__(self, work: Work) -> None:
        self._lines = _Lines(work, lambda unit: unit.staying_well)

    def of(self, person_id: str) -> StayingWellPlan:
        """Return a person's staying-well plan; an empty one if it was not begun."""
        return StayingWellPlan.of(person_id, self._lines.read(person_id))

    def add(self, person_id: str, section: StayingWellSection, words: str) -> Done[Line]:
        """Add a line at the end of a section."""
        return self._lines.add(person_id, section.value, words)

    def contacts_to_offer(self, person_id: str) -> tuple[str, ...]:
        """Return the organisation's contacts that do not stand in the person's plan yet."""
        with self._lines.work.begin() as unit:
            return _contacts_to_offer(unit, person_id)

    def take_contacts(self, person_id: str) -> Done[tuple[Line, ...]]:
        """Add the organisation's contacts to who can help, because the person wants them in their plan."""
        with self._lines.work.begin() as unit:
            unit.people.get(person_id)
            taken = []
            for words in _contacts_to_offer(unit, person_id):
                place = place_after_all(unit.staying_well.of(person_id))
                line = Line(self._lines.work.new_id(), StayingWellSection.CONTACTS.value, words, place)
                unit.staying_well.put(person_id, line)
                taken.append(line)
            unit.commit()
        return Done(tuple(taken), plan_changed(person_id))

    def word(self, person_id: str, line_id: str, words: str) -> Done[Line]:
        """Keep a line in other words; one taken away meanwhile comes back."""
        return self._lines.edit(person_id, line_id, lambda each: replace(each, words=words, removed=False))

    def move(self, person_id: str, line_id: str, section: StayingWellSection, index: int) -> Done[Line]:
        """Put a line at a place in a section, from 0; a place outside is the nearest end."""
        return self._lines.move(person_id, line_id, section.value, index)

    def remove(self, person_id: str, line_id: str) -> Done[Line]:
        """Take a line away; `bring_back` undoes it."""
        return self._lines.edit(person_id, line_id, lambda each: replace(each, removed=True))

    def bring_back(self, person_id: str, line_id: str) -> Done[Line]:
        """Bring a line back, as Undo does."""
        return self._lines.edit(person_id, line_id, lambda each: replace(each, removed=False))


def _line(lines: LineRepository, person_id: str, line_id: str) -> Line:
    found = next((each for each in lines.of(person_id) if each.id == line_id), None)
    if found is None:
        raise RecordMissingError
    return found


def _contacts_to_offer(unit: UnitOfWork, person_id: str) -> tuple[str, ...]:
    plan = StayingWellPlan.of(person_id, unit.staying_well.of(person_id))
    known = {line.words for line in plan.section(StayingWellSection.CONTACTS)}
    return tuple(each for each in unit.arrangements.get().contacts if each not in known)
