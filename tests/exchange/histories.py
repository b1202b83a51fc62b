"""Random histories of two to six machines that are never online, and what must be true at their end.

It must not leave anything to a clock or to luck: a seed gives the same history again.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from iroc_desktop.domain.bundles import Bundle, GapError
from iroc_desktop.domain.operations import Entity, EntityKind, Operation, OperationId
from tests.exchange.model import ModelMachine

PEOPLE = 4
MOST_STEPS = 60
CLOCKS = ("1953-01-01T00:00:00", "2026-11-24T10:42:00", "2099-12-31T23:59:59")


@dataclass
class History:
    """One random history."""

    seed: int
    machines: list[ModelMachine] = field(default_factory=list)
    sticks: list[tuple[str, str, Bundle]] = field(default_factory=list)
    """Every bundle ever written, with who wrote it and for whom: old ones come back."""
    backups: dict[str, list[ModelMachine]] = field(default_factory=dict)
    replicas: int = 0
    erased_people: set[str] = field(default_factory=set)
    gaps: int = 0

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)  # noqa: S311 - to be repeated, not to be secret
        for number in range(self.random.randint(2, 6)):
            self.machines.append(ModelMachine(f"m{number}", self._replica()))
        self.clock = {each.name: self.random.choice(CLOCKS) for each in self.machines}

    def run(self) -> None:
        """Let things happen in a random order."""
        happenings = [
            *[self._write] * 12,
            *[self._export] * 4,
            *[self._import] * 4,
            *[self._meet] * 6,
            self._erase,
            self._back_up,
            self._restore,
            self._undo,
            self._accept,
        ]
        for _ in range(self.random.randint(8, MOST_STEPS)):
            self.random.choice(happenings)()

    def settle(self) -> None:
        """Let everybody exchange with everybody until nothing is new."""
        for each in self.machines:
            each.accept_all()
        for _ in range(3):
            for one in self.machines:
                for other in self.machines:
                    if one is not other:
                        self._carry(one, other)

    def faults(self) -> list[str]:
        """Return what is wrong after everybody exchanged with everybody."""
        kept = {each.id for machine in self.machines for each in machine.log.values() if each.content}
        self.settle()
        first = self.machines[0]
        found = [fault for machine in self.machines for fault in self._faults_of(machine, first, kept)]
        before = [each.digest() for each in self.machines]
        self.settle()
        if before != [each.digest() for each in self.machines]:
            found.append("exchanging once more changed something")
        return found

    def _faults_of(self, machine: ModelMachine, first: ModelMachine, kept: set[OperationId]) -> list[str]:
        gone = {each.entity for each in machine.erased}
        said = [each for each in machine.log.values() if each.content]
        checks = {
            "another digest": machine.digest() != first.digest(),
            "another fold": machine.folded() != first.folded(),
            "lost": not kept <= set(machine.log),
            "emptied": any(
                machine.log[each].content is None and machine.log[each].entity not in gone
                for each in kept & set(machine.log)
            ),
            "what was erased came back": any(each.entity in gone for each in said),
            "who was erased came back": any(map(self._is_about_erased, said)),
        }
        return [f"{machine.name}: {name}" for name, wrong in checks.items() if wrong]

    def _is_about_erased(self, operation: Operation) -> bool:
        fields = operation.content.fields if operation.content else {}
        return bool({operation.entity.id, fields.get("person_id")} & self.erased_people)

    def _replica(self) -> str:
        self.replicas += 1
        return f"r{self.replicas}"

    def _write(self) -> None:
        machine = self.random.choice(self.machines)
        number = self.random.randrange(PEOPLE)
        person = Entity(EntityKind.PERSON, f"p{number}")
        held = Entity(EntityKind.CONVERSATION, f"c{number}-{self.random.randrange(3)}")
        step = Entity(EntityKind.STEP, f"s{number}-{self.random.randrange(2)}")
        plan = Entity(EntityKind.PLAN, f"plan{number}")
        entity = self.random.choice([person, person, held, step, plan])
        gone = {each.entity.id for each in machine.erased}
        if {entity.id, person.id} & gone:
            return
        fields: dict[str, object] = {self.random.choice("abc"): self.random.randrange(4)}
        if not machine.of(entity):
            fields |= {"plan_id": plan.id} if entity is step else {}
            fields |= {"person_id": person.id} if entity in (held, plan) else {}
            if entity is step and not machine.of(plan):
                machine.write(plan, {"person_id": person.id}, self._claim(machine))
        machine.write(entity, dict(fields), self._claim(machine))

    def _claim(self, machine: ModelMachine) -> str:
        return self.clock[machine.name]

    def _export(self) -> None:
        one, other = self.random.sample(self.machines, 2)
        self.sticks.append((one.name, other.name, one.export(other.name)))

    def _import(self) -> None:
        if not self.sticks:
            return
        stick = self.random.choice(self.sticks[-6:] if self.random.random() < 0.8 else self.sticks)
        self._take(next(each for each in self.machines if each.name == stick[1]), *stick)

    def _meet(self) -> None:
        one, other = self.random.sample(self.machines, 2)
        self.sticks.append((one.name, other.name, one.export(other.name)))
        self._take(other, *self.sticks[-1])

    def _take(self, machine: ModelMachine, sender: str, _to: str, bundle: Bundle) -> None:
        before = (machine.digest(), machine.folded())
        out = [each.entity for each in bundle.operations[:2]] if self.random.random() < 0.1 else []
        try:
            machine.take(bundle, sender, out)
        except GapError:
            self.gaps += 1
            assert (machine.digest(), machine.folded()) == before

    def _erase(self) -> None:
        if self.random.random() < 0.2:
            machine = self.random.choice(self.machines)
            person = f"p{self.random.randrange(PEOPLE)}"
            if any(each.entity.id == person for each in machine.log.values()):
                machine.erase(person, self._claim(machine))
                self.erased_people.add(person)

    def _back_up(self) -> None:
        machine = self.random.choice(self.machines)
        self.backups.setdefault(machine.name, []).append(machine.copy())

    def _restore(self) -> None:
        machine = self.random.choice(self.machines)
        backups = self.backups.get(machine.name)
        if backups:
            backup = self.random.choice(backups)
            self.machines[self.machines.index(machine)] = machine.restored(backup, self._replica())

    def _undo(self) -> None:
        self.random.choice(self.machines).undo_import()

    def _accept(self) -> None:
        self.random.choice(self.machines).accept_all()

    def _carry(self, one: ModelMachine, other: ModelMachine) -> None:
        bundle = one.export(other.name)
        try:
            other.take(bundle, one.name)
        except GapError:
            # it says what it is missing, and gets it the next time
            one.confirmed[other.name] = other.vector
            other.take(one.export(other.name), one.name)
