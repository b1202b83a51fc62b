"""A desk with two people and a few things in the bin, for tests of its screen.

It must not know Qt.
"""

from __future__ import annotations

from datetime import UTC, datetime

from iroc_desktop.domain.bin import BinKind, Thing, whole_person
from iroc_desktop.domain.retention import IN_THE_BIN
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.desk import Desk
from iroc_desktop.ui.screens.bin.presenter import BinPresenter
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import FixedClock, ImmediateRunner, desk_in_memory
from tests.fakes.session_builders import worksheet
from tests.ui.screens.stage import Exits

ANA = whole_person("person-1")


class Scene:
    """The bin of Ana and Björn, opened; `destroyed` remembers what was destroyed."""

    def __init__(self) -> None:
        self.clock = FixedClock()
        self.desk: Desk = desk_in_memory(pack(), None, self.clock)
        self.desk.people.save(person())
        self.desk.people.save(person("person-2", "Björn K."))
        self.worksheet = self.desk.worksheets.keep(worksheet()).value
        talk = self.desk.conversations.start("person-1", FIRST_DAY).value.draft.conversation
        self.desk.conversations.complete(talk.id)
        self.conversation = Thing(BinKind.CONVERSATION, "person-1", talk.id)
        self.plan = Thing(BinKind.PLAN, "person-2", self.desk.plans.begin("person-2").value.id)
        self.runner, self.exits = ImmediateRunner(), Exits()
        self.destroyed: list[Thing] = []

    def put_away(self, *things: Thing) -> Scene:
        """Put things into the bin."""
        for thing in things:
            self.desk.bin.put_away(thing)
        return self

    @property
    def paper(self) -> Thing:
        """Return Ana's worksheet."""
        return Thing(BinKind.WORKSHEET, "person-1", self.worksheet.id)

    def opened(self, *, destroying: bool = False) -> BinPresenter:
        """Return the presenter with what lies there read."""
        presenter = BinPresenter(
            self.desk.bin,
            self.desk.retention,
            self.desk.roles,
            self.runner,
            self.exits,
            self._destroy if destroying else None,
        )
        presenter.open()
        return presenter

    def two_years_later(self) -> None:
        """Let things lie in the bin longer than the rule that is set."""
        self.desk.retention.set_rule(IN_THE_BIN, 12)
        self.clock.moment = datetime(2028, 11, 24, 10, 42, tzinfo=UTC)

    def _destroy(self, thing: Thing, name: str, typed: str) -> Done[int]:
        self.destroyed.append(thing)
        return Done(1, Changes(bin=True))
