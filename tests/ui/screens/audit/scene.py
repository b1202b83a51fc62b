"""A desk at which a few things were done, and the presenter that shows them.

It must not know Qt.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.people import Person, Practitioner, Role
from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.services.audit import Audit
from iroc_desktop.services.ports import Runner, Stamp
from iroc_desktop.services.roles import Roles
from iroc_desktop.services.work import Work
from iroc_desktop.ui.screens.audit.presenter import AuditPresenter, Means
from tests.fakes import builders
from tests.fakes.desk import (
    PRACTITIONER_ID,
    CountingIds,
    FixedClock,
    ImmediateRunner,
    RememberingWriter,
    desk_in_memory,
)
from tests.fakes.memory_store import MemoryStore
from tests.ui.screens.stage import Exits

LEAD = PRACTITIONER_ID
COLLEAGUE = "practitioner-2"
INDICATORS = {"a": "Sleep"}


@dataclass
class Scene:
    """Two people, a team lead and a colleague; `at` is who looks at what was done."""

    at: str = LEAD
    runner: Runner = field(default_factory=ImmediateRunner)
    store: MemoryStore = field(default_factory=MemoryStore)
    exits: Exits = field(default_factory=Exits)
    clock: FixedClock = field(default_factory=FixedClock)

    def __post_init__(self) -> None:
        desk = desk_in_memory(builders.pack(), self.store)
        desk.settling_in.introduce(Practitioner(LEAD, "Marta", Role.TEAM_LEAD))
        desk.settling_in.introduce(Practitioner(COLLEAGUE, "Joan"))
        desk.people.save(Person("person-1", "Ana"))
        desk.people.save(Person("person-2", "Bea"))
        self.do(COLLEAGUE, "person-1", Action.OPENED, "2026-11-03T10:00:00+00:00")
        self.do(COLLEAGUE, "person-2", Action.PRINTED, "2026-11-23T10:00:00+00:00")
        work = Work(self.store, self.at, self.clock, CountingIds())
        audit = Audit(work, Roles(work), RememberingWriter())
        means = Means(audit, self.runner, self.clock, untranslated, lambda: INDICATORS)
        self.presenter = AuditPresenter(means, self.exits)
        self.presenter.open()

    def do(self, author: str, person_id: str, action: Action, at: str = "2026-11-24T10:00:00+00:00") -> None:
        """Let somebody do something."""
        with self.store.begin(Stamp(author, at)) as unit:
            unit.log.note(Entity(EntityKind.PERSON, person_id), action)
            unit.commit()
