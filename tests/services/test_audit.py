"""Tests of what team leads can read about what was done.

They must not need a log of another kind than the one everything writes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from iroc_desktop.domain.audit import Deed, Wanted
from iroc_desktop.domain.conversation import Answer
from iroc_desktop.domain.operations import Action, Content, Entity, EntityKind
from iroc_desktop.domain.people import Person, Practitioner, Role
from iroc_desktop.domain.roles import LeadsOnlyError
from iroc_desktop.domain.spreadsheets import Table
from iroc_desktop.domain.store_errors import PlaceGoneError
from iroc_desktop.domain.withheld import Keeping
from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.services import audit
from iroc_desktop.services.audit import Audit, FileKind, Noted, Whose
from iroc_desktop.services.audit_words import (
    changed_words,
    deed_words,
    kind_words,
    machine_words,
    row_of,
    table_of,
    thing_words,
    when_words,
    who_words,
    whose_words,
)
from iroc_desktop.services.desk import Desk
from iroc_desktop.services.ports import Stamp
from iroc_desktop.services.roles import Roles
from iroc_desktop.services.work import Work
from tests.fakes import builders
from tests.fakes.desk import PRACTITIONER_ID, CountingIds, FixedClock, RememberingWriter, desk_in_memory
from tests.fakes.memory_store import MemoryStore

ANA = Entity(EntityKind.PERSON, "person-1")
PHRASES = untranslated()


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(store: MemoryStore) -> Desk:
    opened = desk_in_memory(builders.pack(), store)
    opened.settling_in.introduce(Practitioner(PRACTITIONER_ID, "Marta", Role.TEAM_LEAD))
    opened.people.save(Person("person-1", "Ana"))
    return opened


def newest(desk: Desk) -> Noted:
    return desk.audit.page(Wanted()).lines[0]


def whole_table(desk: Desk) -> Table:
    """Return everything that was done as a table."""
    lines = desk.audit.page(Wanted()).lines
    return table_of((row_of(each, PHRASES, {"a": "Sleep"}) for each in lines), PHRASES)


def do(store: MemoryStore, author: str, entity: Entity, action: Action) -> None:
    with store.begin(Stamp(author, "2026-11-24T10:42:00+00:00")) as unit:
        unit.log.note(entity, action)
        unit.commit()


def test_a_line_says_who_did_what_and_whose_it_was(desk: Desk) -> None:
    desk.trail.opened(ANA)
    line = newest(desk)
    assert (line.who, line.name, line.whose, line.entry.deed) == ("Marta", "Ana", Whose.IN_SIGHT, Deed.OPENED)
    assert (thing_words(line, PHRASES), who_words(line, PHRASES)) == ("person", "Marta")


def test_somebody_out_of_sight_has_a_code_and_no_name(desk: Desk, store: MemoryStore) -> None:
    with store.begin(Stamp(PRACTITIONER_ID, "")) as unit:
        unit.withheld.put_away(ANA, Keeping.BLOCKED)
        unit.commit()
    for line in desk.audit.page(Wanted(person_id="person-1")).lines:
        assert (line.whose, line.name) == (Whose.OUT_OF_SIGHT, "")
        assert "Ana" not in repr(line) + whose_words(line, PHRASES)
        assert "person-1" in whose_words(line, PHRASES)


def test_somebody_destroyed_is_told_as_such(desk: Desk, store: MemoryStore) -> None:
    store.operations = [
        replace(each, content=None) if each.entity == ANA else each for each in store.operations
    ]
    do(store, PRACTITIONER_ID, ANA, Action.DESTROYED)
    line = newest(desk)
    assert (line.whose, line.entry.deed) == (Whose.DESTROYED, Deed.DESTROYED)
    assert "destroyed" in whose_words(line, PHRASES)


def test_an_author_nobody_knows_has_a_code(desk: Desk, store: MemoryStore) -> None:
    do(store, "stranger-12345", ANA, Action.PRINTED)
    assert "stranger" in who_words(newest(desk), PHRASES)


def test_what_was_done_with_a_colleague_names_the_colleague(desk: Desk, store: MemoryStore) -> None:
    desk.settling_in.introduce(Practitioner("practitioner-2", "Joan"))
    do(store, PRACTITIONER_ID, Entity(EntityKind.PRACTITIONER, "practitioner-2"), Action.LET_IN)
    assert whose_words(newest(desk), PHRASES) == "Joan"


def test_only_a_team_lead_may_look(desk: Desk, store: MemoryStore) -> None:
    desk.settling_in.introduce(Practitioner("practitioner-2", "Joan"))
    work = Work(store, "practitioner-2", FixedClock(), CountingIds())
    hers = Audit(work, Roles(work), RememberingWriter())
    checking = desk.audit.begin_check()
    table = table_of((), PHRASES)
    for ask in (
        hers.open,
        hers.begin_check,
        lambda: hers.people("a"),
        lambda: hers.page(Wanted()),
        lambda: hers.go_on_checking(checking),
        lambda: hers.save(Path("list.csv"), FileKind.CSV, table),
    ):
        with pytest.raises(LeadsOnlyError):
            ask()


def test_there_are_people_colleagues_and_machines_to_narrow_by(desk: Desk) -> None:
    choices = desk.audit.open()
    assert [each.name for each in choices.practitioners] == ["Marta"]
    assert len(choices.machines) == 1
    assert [each.id for each in desk.audit.people("a")] == ["person-1"]
    assert list(desk.audit.people(" ")) == []


def test_looking_at_the_list_is_in_the_list(desk: Desk) -> None:
    desk.audit.open()
    line = newest(desk)
    assert (line.entry.deed, thing_words(line, PHRASES)) == (Deed.OPENED, "list of what was done")


def test_pages_go_on_where_the_last_one_ended(desk: Desk, store: MemoryStore) -> None:
    for _ in range(5):
        do(store, PRACTITIONER_ID, ANA, Action.PRINTED)
    first = desk.audit.page(Wanted(), None, 3)
    second = desk.audit.page(Wanted(), first.searched_to, 3)
    places = [each.entry.position for each in (*first.lines, *second.lines)]
    assert places == sorted(places, reverse=True)
    assert len(set(places)) == 6


@pytest.mark.parametrize("piece", [1, 2, 500])
def test_a_whole_log_is_found_whole(desk: Desk, monkeypatch: pytest.MonkeyPatch, piece: int) -> None:
    monkeypatch.setattr(audit, "PIECE", piece)
    checking = desk.audit.begin_check()
    while not checking.done:
        checking = desk.audit.go_on_checking(checking)
    assert (checking.good, checking.checked) == (True, checking.total)
    assert checking.total > 2
    assert desk.audit.go_on_checking(checking) == checking


def test_the_first_entry_that_does_not_fit_is_named(desk: Desk, store: MemoryStore) -> None:
    changed = store.operations[1]
    store.operations[1] = replace(changed, content=Content("0" * 32, {"preferred_name": "Bea"}))
    checking = desk.audit.begin_check()
    while not checking.done:
        checking = desk.audit.go_on_checking(checking)
    assert checking.faults == (changed.id,)


@pytest.mark.parametrize("kind", list(FileKind))
def test_a_saved_list_is_noted(desk: Desk, tmp_path: Path, kind: FileKind) -> None:
    place = tmp_path / f"list.{kind.value}"
    desk.audit.save(place, kind, whole_table(desk))
    assert place.read_bytes() == kind.value.encode()
    line = newest(desk)
    assert (line.entry.deed, thing_words(line, PHRASES)) == (Deed.EXPORTED, "list of what was done")


def test_a_list_that_could_not_be_saved_is_not_noted(desk: Desk, tmp_path: Path) -> None:
    before = newest(desk)
    with pytest.raises(PlaceGoneError):
        desk.audit.save(tmp_path / "gone" / "list.csv", FileKind.CSV, table_of((), PHRASES))
    assert newest(desk) == before


def test_the_table_names_fields_but_nothing_that_was_written(desk: Desk, store: MemoryStore) -> None:
    desk.people.save(Person("person-1", "Ana", access_needs="SENTINEL"))
    with store.begin(Stamp(PRACTITIONER_ID, "2026-11-24T10:42:00+00:00")) as unit:
        unit.conversations.add(
            builders.conversation("held", date(2026, 11, 3), {"a": Answer(rating=3)}, complete=True)
        )
        unit.conversations.correct("held", "a", Answer(rating=4, private="SENTINEL"), "SENTINEL")
        unit.commit()
    table = whole_table(desk)
    cells = "\n".join(str(cell) for row in table.rows for cell in row)
    assert "SENTINEL" not in cells
    for words in ("what makes it easier", "Sleep: rating", "Sleep: note of the practitioner", "Marta", "Ana"):
        assert words in cells
    assert len(table.rows) == len(store.operations)


def test_every_deed_and_every_kind_has_words() -> None:
    for words in ([deed_words(each, PHRASES) for each in Deed], [kind_words(k, PHRASES) for k in EntityKind]):
        assert all(words)
        assert len(set(words)) == len(words)


def test_looking_names_no_fields(desk: Desk) -> None:
    desk.trail.opened(ANA)
    assert changed_words(newest(desk), PHRASES, {}) == ()


def test_machines_and_moments_in_words() -> None:
    assert machine_words("abcdef", PHRASES, this=True) == "this machine"
    assert machine_words("abcdef", PHRASES, this=False) == "machine ABCD"
    assert when_words("2026-11-24T10:42:00+00:00", PHRASES) == "24 Nov 2026, 10:42:00"
    assert when_words("long ago", PHRASES) == "long ago"
