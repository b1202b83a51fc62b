"""What an import would bring, person by person, and the receipt of what it brought.

It must not hold more of a person than their id: names are looked up when they are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from iroc_desktop.domain.merging import Encounter, News

FOR_EVERYBODY = ""
"""Stands for the person where something belongs to the whole service."""


@dataclass(frozen=True, slots=True)
class PersonsNews:
    """What a bundle brings about one person, or about the service as a whole."""

    person_id: str
    counts: Mapping[Encounter, int]
    """How many things of theirs are new, changed, parallel, in conflict, erased."""
    possible_duplicates: tuple[str, ...] = ()
    """The ids of people here who may be the same one."""

    @property
    def new_person(self) -> bool:
        """Return whether nothing of them was here."""
        return set(self.counts) == {Encounter.NEW}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was taken from which machine, when, and what was left out."""

    number: int
    """Of the bundle, as its sender counts them."""
    machine_id: str
    taken_at: str
    """When (ISO 8601), as this machine's clock claimed."""
    taken_by: str
    operations: int
    people: tuple[PersonsNews, ...] = ()
    left_out: tuple[str, ...] = ()
    """The ids of people whose news are held back."""
    undone_at: str = ""

    @property
    def counts(self) -> Mapping[Encounter, int]:
        """Return how many things there were of each kind."""
        return total(self.people)


def by_person(told: Iterable[News]) -> tuple[PersonsNews, ...]:
    """Return the news of each person together, conflicts first, in an order that is always the same."""
    groups: dict[str, Counter[Encounter]] = {}
    for each in told:
        groups.setdefault(each.person_id, Counter())[each.encounter] += 1
    people = [PersonsNews(person_id, MappingProxyType(dict(found))) for person_id, found in groups.items()]
    return tuple(sorted(people, key=lambda each: (Encounter.CONFLICT not in each.counts, each.person_id)))


def total(people: Sequence[PersonsNews]) -> Mapping[Encounter, int]:
    """Return how many things there are of each kind for all of them."""
    counts: Counter[Encounter] = Counter()
    for each in people:
        counts.update(each.counts)
    return MappingProxyType(dict(counts))


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that stand side by side in a conflict."""

    value: object = field(repr=False)
    author: str
    """The practitioner who wrote it."""
    replica: str
    """Of the machine on which it was written."""
    claimed_at: str
