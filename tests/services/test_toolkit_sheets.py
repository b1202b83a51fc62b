"""Toolkit pages that somebody took away: kept once, noted each time, and the same when printed again."""

from __future__ import annotations

import pytest

from iroc_desktop.domain.kept_sheets import SheetKind, kind_of
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.summary import Paper
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
from iroc_desktop.services.desk import Desk
from iroc_desktop.services.ports import Stamp
from tests.fakes.builders import pack, person
from tests.fakes.desk import desk_in_memory
from tests.fakes.memory_store import MemoryStore
from tests.fakes.toolkit import page, words

PERSON = "person-1"
SHEET = ToolkitSheet(
    page("good-things", words("en"), words("es", "Cosas buenas")),
    words("es", "Cosas buenas"),
    Paper.A4,
    {"things": ["el sol"], "sure": 7, "week": [["Lunes", "patio"]]},
    person_id=PERSON,
    day="2026-11-24",
    session_id="session-1",
    worksheet_id="worksheet-1",
)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(store: MemoryStore) -> Desk:
    made = desk_in_memory(pack(), store)
    made.people.save(person(PERSON, "Ana M."))
    return made


def test_what_was_printed_comes_back_word_for_word(desk: Desk) -> None:
    done = desk.sheets.keep(SHEET.sealed(), Action.PRINTED)
    again = desk.sheets.reprint(PERSON, SHEET.sealed().id)
    assert isinstance(again, ToolkitSheet)
    assert again == SHEET.sealed()
    assert again.fingerprint == SHEET.fingerprint
    assert kind_of(again) is SheetKind.TOOLKIT_PAGE
    assert done.changes.worksheets_of == {PERSON}


def test_it_is_kept_once_and_each_time_is_noted(desk: Desk, store: MemoryStore) -> None:
    for action in (Action.PRINTED, Action.EXPORTED, Action.PRINTED):
        desk.sheets.keep(SHEET.sealed(), action)
    assert len(desk.sheets.kept(PERSON)) == 1
    with store.begin(Stamp("practitioner-1", "now")) as unit:
        actions = [each.action for each in unit.log.of(Entity(EntityKind.SHEETS, PERSON))]
    assert actions == [Action.WROTE, Action.PRINTED, Action.EXPORTED, Action.PRINTED]


def test_only_the_language_on_the_sheet_is_kept() -> None:
    sealed = SHEET.sealed()
    assert dict(sealed.page.words) == {}
    assert sealed.words.title == "Cosas buenas"


def test_a_sealed_sheet_keeps_its_letters_and_another_answer_has_others() -> None:
    assert SHEET.sealed().fingerprint == SHEET.fingerprint
    other = ToolkitSheet(SHEET.page, SHEET.words, Paper.A4, {"sure": 6}, person_id=PERSON)
    assert other.fingerprint != SHEET.fingerprint


def test_it_does_not_tell_what_stands_on_it() -> None:
    assert "sol" not in repr(SHEET.sealed()).replace("answers", "")
