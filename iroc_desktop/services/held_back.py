"""What was imported but is held back: people who were left out, and imports that were undone.

It must not remove an operation: what is held back is kept and passed on, so that machines agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from iroc_desktop.domain.bundles import NothingToUndoError
from iroc_desktop.domain.operations import Entity, Operation
from iroc_desktop.domain.receipts import FOR_EVERYBODY, Receipt, Taken, operations_in
from iroc_desktop.domain.registers import FOLDED
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.importing import everything_of
from iroc_desktop.services.naming import names_of
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.whose import whose
from iroc_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody of whom something came that is not shown."""

    person_id: str
    """Empty for what belongs to the whole service."""
    name: str = field(repr=False)
    changes: int


class HeldBack:
    """What came and is not shown, and how an import is undone."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def receipts(self) -> Sequence[Receipt]:
        """Return the receipts of all imports, newest first."""
        with self._work.begin() as unit:
            return [each.receipt for each in unit.taken.all()]

    def names(self, person_ids: Collection[str]) -> Mapping[str, str]:
        """Return what the people of a receipt are called; blocked and destroyed people have no name."""
        with self._work.begin() as unit:
            return names_of(unit, person_ids, unit.bundles.held())

    def people(self) -> Sequence[Waiting]:
        """Return everybody of whom something is held back."""
        with self._work.begin() as unit:
            held = [each for each in unit.bundles.held() if each.action in FOLDED]
            person_of = whose(unit.bundles, held)
            counts: dict[str, int] = {}
            for each in held:
                counts[person_of[each.entity]] = counts.get(person_of[each.entity], 0) + 1
            names = names_of(unit, counts, held)
        found = [Waiting(each, names.get(each, ""), count) for each, count in counts.items()]
        return sorted(found, key=lambda each: (each.name, each.person_id))

    def take_up(self, person_ids: Collection[str]) -> Done[int]:
        """Show what is held back about these people; return how many changes that were.

        Raises:
            BundleBrokenError: if it cannot be shown; nothing was changed.
        """
        with self._work.begin() as unit:
            held = unit.bundles.held()
            person_of = whose(unit.bundles, held)
            wanted = [each for each in held if person_of[each.entity] in person_ids]
            unit.bundles.let_in(each.id for each in wanted)
            unit.commit()
        changes = sum(each.action in FOLDED for each in wanted)
        return Done(changes, everything_of(frozenset(person_ids) - {FOR_EVERYBODY}))

    def can_undo(self) -> Receipt | None:
        """Return the receipt of the import that `undo_last` would undo; None if there is none."""
        with self._work.begin() as unit:
            last = _last(unit)
            return last.receipt if last else None

    def undo_last(self) -> Done[Receipt]:
        """Hold back what the last import brought, as if it had never come; return its receipt.

        What was destroyed stays destroyed. People who were worked on since stay as they are: their own
        work would hang in the air otherwise; the receipt names them.

        Raises:
            NothingToUndoError: if there is no such import, or a backup was brought back since.
        """
        with self._work.begin() as unit:
            last = _last(unit)
            if last is None:
                raise NothingToUndoError
            brought = _brought(unit, last)
            person_of = whose(unit.bundles, brought)
            people, entities = _worked_on(unit, last)
            kept = {each.entity for each in brought if person_of[each.entity] in people} | entities
            unit.bundles.hold_back(each.id for each in brought if each.entity not in kept)
            stayed = {person_of[each.entity] for each in brought if each.entity in kept} - {FOR_EVERYBODY}
            receipt = replace(last.receipt, undone_at=self._work.claimed_at, kept=tuple(sorted(stayed)))
            unit.taken.replace_last(replace(last, receipt=receipt))
            unit.commit()
        return Done(receipt, _changes(receipt, person_of.values()))


def _last(unit: UnitOfWork) -> Taken | None:
    last = next(iter(unit.taken.all()), None)
    usable = last is not None and not last.receipt.undone_at and last.replica == unit.peers.replica
    return last if usable else None


def _brought(unit: UnitOfWork, taken: Taken) -> list[Operation]:
    ids, known = operations_in(taken.visible), dict(unit.bundles.vector())
    for each in taken.visible:
        known[each.replica] = min(known[each.replica], each.first - 1)
    return [each for each in unit.bundles.beyond(known) if each.id in ids]


def _worked_on(unit: UnitOfWork, taken: Taken) -> tuple[frozenset[str], frozenset[Entity]]:
    """Return the people, and the things that are about nobody, which were written here since an import."""
    since = [each for each in unit.bundles.written_since(taken.own) if each.action in FOLDED]
    person_of = whose(unit.bundles, since)
    people = set(person_of.values()) | {each.conversation.person_id for each in unit.drafts.all()}
    people |= {each.session.person_id for each in unit.open_sessions.all()}
    nobodys = frozenset(each for each, person_id in person_of.items() if person_id == FOR_EVERYBODY)
    return frozenset(people - {FOR_EVERYBODY}), nobodys


def _changes(receipt: Receipt, people: Iterable[str]) -> Changes:
    return everything_of(frozenset(people) - {FOR_EVERYBODY, *receipt.kept})
