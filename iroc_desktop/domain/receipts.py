"""What an import would bring, person by person, and the receipt of what it brought.

It must not hold more of a person than their id: names are looked up when they are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from iroc_desktop.domain.merging import Encounter, News
from iroc_desktop.domain.operations import OperationId

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
    unknown_makers: tuple[str, ...] = ()
    """Replicas whose signed heads no machine known here has signed: kept, and marked."""
    undone_at: str = ""
    kept: tuple[str, ...] = ()
    """The ids of people who stayed when it was undone: they were worked on since."""

    @property
    def counts(self) -> Mapping[Encounter, int]:
        """Return how many things there were of each kind."""
        return total(self.people)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Operations of one replica that follow each other."""

    replica: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A bundle that was imported: its receipt, and which operations it made visible."""

    receipt: Receipt
    sender: str
    """The replica under which its machine wrote it."""
    own: int
    """The number of this machine's newest operation at that moment: what follows was done since."""
    visible: tuple[Stretch, ...] = ()
    """What it brought without what was held back."""
    replica: str = ""
    """Under which name this machine wrote then."""

    @property
    def bundle(self) -> tuple[str, str, int]:
        """Return what tells this bundle from every other."""
        return self.receipt.machine_id, self.sender, self.receipt.number


def stretches(operations: Iterable[OperationId]) -> tuple[Stretch, ...]:
    """Return operations as stretches, by replica and number."""
    found: list[Stretch] = []
    for each in sorted(operations):
        if found and found[-1].replica == each.replica and found[-1].last == each.seq - 1:
            found[-1] = Stretch(each.replica, found[-1].first, each.seq)
        else:
            found.append(Stretch(each.replica, each.seq, each.seq))
    return tuple(found)


def operations_in(found: Iterable[Stretch]) -> frozenset[OperationId]:
    """Return every operation of these stretches."""
    return frozenset(
        OperationId(each.replica, seq) for each in found for seq in range(each.first, each.last + 1)
    )


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
