"""The random histories of the model, once more with real stores: writing, sticks, backups, erasures, undoing.

They must not be easier on the store than on the model.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from iroc_desktop.domain.bundles import Bundle, GapError, NothingToUndoError
from iroc_desktop.domain.erasure import people_in
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.operations import Entity, EntityKind, JsonValue, Operation, OperationId
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.exchange import courier, inside
from iroc_desktop.services import importing, weighing
from iroc_desktop.services.ports import Stamp, UnitOfWork
from iroc_desktop.store import machine
from tests.exchange.histories import CLOCKS, History
from tests.exchange.pcs import Pc

HISTORIES = 3
"""With every change; 20 were run when this was written."""


STAMP = Stamp("nobody", "2026-11-24T10:42:00+00:00")


@dataclass
class StoreHistory(History):
    """One random history of real stores; what travels are files."""

    root: Path = Path()

    def __post_init__(self) -> None:
        super().__post_init__()
        count = len(self.machines)
        self.pcs = [Pc(self.root / f"m{number}", f"m{number}") for number in range(count)]
        for place, pc in enumerate(self.pcs):
            pc.pair_with(*self.pcs[place + 1 :])
        self.paths: list[tuple[Pc, Path]] = []
        self.names: dict[str, list[str]] = {}
        self.seen: Counter[str] = Counter()

    def close(self) -> None:
        for each in self.pcs:
            each.store.close()

    def run(self) -> None:
        """Let less happen than between models, but more of what is rare: a store takes its time."""
        rare = [
            self._erase,
            self._back_up,
            self._back_up,
            self._restore,
            self._restore,
            self._undo,
            self._accept,
        ]
        happenings = [
            *[self._write] * 10,
            *[self._export] * 2,
            *[self._import] * 3,
            *[self._meet] * 6,
            *rare * 2,
        ]
        for _ in range(self.random.randint(15, 45)):
            happening = self.random.choice(happenings)
            happening()

    def _write(self) -> None:
        pc, number = self.random.choice(self.pcs), self.random.randrange(4)
        person = f"p{number}"
        kinds = [EntityKind.PERSON, EntityKind.CONVERSATION, EntityKind.STEP, EntityKind.PLAN]
        kind = self.random.choice([EntityKind.PERSON, *kinds])
        ids = {EntityKind.PERSON: person, EntityKind.PLAN: f"plan{number}"}
        entity = Entity(kind, ids.get(kind, f"{kind}{number}-{self.random.randrange(3)}"))
        fields: dict[str, JsonValue] = {self.random.choice("abc"): self.random.randrange(4)}
        if kind in (EntityKind.CONVERSATION, EntityKind.PLAN):
            fields["person_id"] = person
        if kind is EntityKind.STEP:
            fields["plan_id"] = f"plan{number}"
        stamp = Stamp(pc.id, self.random.choice(CLOCKS))
        with pc.store.begin(stamp) as unit:
            try:
                if kind is EntityKind.STEP:
                    plan = Entity(EntityKind.PLAN, f"plan{number}")
                    unit.people._recording.write(plan, {"person_id": person})
                unit.people._recording.write(entity, fields)
                unit.commit()
            except RecordMissingError:
                return

    def _export(self) -> None:
        one, other = self.random.sample(self.pcs, 2)
        self.paths.append((other, one.export(self.root / "stick", other)))

    def _import(self) -> None:
        if self.paths:
            recent = self.paths[-6:] if self.random.random() < 0.8 else self.paths
            self._take_file(*self.random.choice(recent))

    def _meet(self) -> None:
        self._export()
        self._take_file(*self.paths[-1])

    def _take_file(self, pc: Pc, path: Path) -> None:
        before = self._state(pc)
        out = {f"p{self.random.randrange(4)}"} if self.random.random() < 0.1 else None
        try:
            pc.take(path, out)
        except GapError:
            self.seen["gap"] += 1
            assert self._state(pc) == before

    def _erase(self) -> None:
        pc = self.random.choice(self.pcs)
        with pc.store.begin(Stamp(pc.id, self.random.choice(CLOCKS))) as unit:
            people = [Entity(EntityKind.PERSON, f"p{number}") for number in range(4)]
            known = [each for each in people if unit.log.of(each)]
            if known and len(self.erased_people) < 3:
                person = self.random.choice(known)
                unit.erasures.destroy([person])
                unit.commit()
                self.erased_people.add(person.id)
                self.seen["erased"] += 1

    def _back_up(self) -> None:
        pc = self.random.choice(self.pcs)
        taken = pc.store.backups.take(pc.clock.now())
        self.names.setdefault(pc.name, []).append(taken.name)

    def _restore(self) -> None:
        pc = self.random.choice(self.pcs)
        if self.names.get(pc.name):
            name = self.random.choice(self.names[pc.name])
            if name in {each.name for each in pc.store.backups.all()}:
                pc.restore(name)
                self.seen["restored"] += 1

    def _undo(self) -> None:
        try:
            self.random.choice(self.pcs).exchange.held_back.undo_last()
            self.seen["undone"] += 1
        except NothingToUndoError:
            return

    def _accept(self) -> None:
        self._let_in(self.random.choice(self.pcs))

    def _let_in(self, pc: Pc) -> None:
        held = pc.exchange.held_back
        held.take_up([each.person_id for each in held.people()])

    def settle(self) -> None:
        for _ in range(3):
            for one in self.pcs:
                for other in self.pcs:
                    if one is not other:
                        self._carry_file(one, other)
        for each in self.pcs:
            self._let_in(each)

    def _carry_file(self, one: Pc, other: Pc) -> None:
        try:
            other.take(one.export(self.root / "stick", other), set())
        except GapError:
            self.seen["gap"] += 1

    def faults(self) -> list[str]:
        kept = {each.id for pc in self.pcs for each in self._log(pc).values() if each.content}
        self.settle()
        first = self.pcs[0]
        found = [fault for pc in self.pcs for fault in self._faults_of_pc(pc, first, kept)]
        before = [each.digest() for each in self.pcs]
        self.settle()
        return found + (["once more"] if before != [each.digest() for each in self.pcs] else [])

    def _faults_of_pc(self, pc: Pc, first: Pc, kept: set[OperationId]) -> list[str]:
        log = self._log(pc)
        with pc.store.begin(STAMP) as unit:
            erased = unit.bundles.erased()
        gone = {each.entity for each in erased}
        said = [each for each in log.values() if each.content]
        checks = {
            "another fold": pc.digest() != first.digest(),
            "other erasures": people_in(erased) != self.erased_people,
            "lost": not kept <= set(log),
            "emptied": any(
                not log[each].content and log[each].entity not in gone for each in kept & set(log)
            ),
            "came back": any(each.entity in gone or self._is_about_erased(each) for each in said),
            "not whole": not pc.store.verify().good,
        }
        return [f"{pc.name}: {name}" for name, wrong in checks.items() if wrong]

    def _log(self, pc: Pc) -> dict[OperationId, Operation]:
        with pc.store.begin(STAMP) as unit:
            return {each.id: each for each in unit.bundles.beyond({})}

    def _state(self, pc: Pc) -> tuple[str, frozenset[OperationId]]:
        return pc.digest(), frozenset(self._log(pc))


def faults(seed: int, root: Path) -> list[str]:
    """Return what is wrong at the end of one history."""
    history = StoreHistory(seed, root=root)
    try:
        history.run()
        return history.faults()
    except (AssertionError, ExpectedError) as error:
        return [type(error).__name__]
    finally:
        history.close()


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_machines_with_stores_end_up_with_the_same_record(seed: int, tmp_path: Path) -> None:
    assert faults(seed, tmp_path) == []


def test_erasures_that_do_not_travel_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = inside.packed
    monkeypatch.setattr(courier, "packed", lambda bundle, *rest: whole(replace(bundle, erased=()), *rest))
    assert faults(0, tmp_path)


def test_a_restored_machine_that_keeps_its_replica_would_be_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "rename", lambda _: None)
    assert faults(1, tmp_path)


def test_operations_that_are_passed_over_would_be_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = weighing.weigh

    def some(unit: UnitOfWork, bundle: Bundle) -> weighing.Weighed:
        weighed = whole(unit, bundle)
        return replace(weighed, fresh=weighed.fresh[:-1] if len(weighed.fresh) > 3 else weighed.fresh)

    monkeypatch.setattr(importing, "weigh", some)
    assert faults(0, tmp_path)
