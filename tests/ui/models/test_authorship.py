"""What is known about writers is not asked for twice."""

from __future__ import annotations

from collections.abc import Mapping

from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.services.writers import Piece, Writers, Written
from iroc_desktop.ui.models.authorship import Authorship
from tests.fakes.builders import pack, person
from tests.fakes.desk import desk_in_memory
from tests.ui.screens.stage import WaitingRunner

PERSON = Piece(Entity(EntityKind.PERSON, "person-1"))
NOBODY = Piece(Entity(EntityKind.PLAN, "none"))


def test_a_writer_is_asked_for_once() -> None:
    desk, runner = desk_in_memory(pack()), WaitingRunner()
    desk.people.save(person())
    authorship, told = Authorship(Writers(desk.work), runner), list[Mapping[Piece, Written]]()
    authorship.ask([PERSON, NOBODY], told.append)
    assert told == []
    runner.run_all()
    authorship.ask([PERSON], told.append)
    assert runner.waiting == []
    assert [each[PERSON].by for each in told] == ["Marta", "Marta"]
    assert NOBODY not in told[0]
