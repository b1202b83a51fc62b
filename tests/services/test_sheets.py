"""Plans and staying-well plans on paper: kept once, noted each time, and the same when printed again."""

from __future__ import annotations

import pytest

from iroc_desktop.domain.conversation import NoteKind
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.plan_sheet import PlanSheet
from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.summary import Paper
from iroc_desktop.services.desk import Desk
from iroc_desktop.services.ports import Stamp
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import desk_in_memory
from tests.fakes.memory_store import MemoryStore

PERSON = "person-1"
WELL = StayingWellSection.KEEPS_ME_WELL


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(store: MemoryStore) -> Desk:
    made = desk_in_memory(pack(), store)
    made.people.save(person(PERSON, "Ana M."))
    held = made.conversations.start(PERSON, FIRST_DAY).value.draft.conversation
    made.conversations.rate(held.id, "a", 3)
    made.conversations.complete(held.id)
    plan = made.plans.begin(PERSON).value
    made.outcomes.add(plan.id, "See my daughter", ("a",))
    made.staying_well.add(PERSON, WELL, "Walking")
    return made


def actions(store: MemoryStore, entity: Entity) -> list[Action]:
    """Return what was done with something, in order."""
    with store.begin(Stamp("practitioner-1", "now")) as unit:
        return [each.action for each in unit.log.of(entity)]


def test_a_plan_that_was_printed_is_the_same_after_the_plan_changed(desk: Desk) -> None:
    printed = desk.sheets.plan(PERSON, Paper.A4)
    desk.sheets.keep(printed, Action.PRINTED)
    desk.outcomes.change(printed.plan.outcomes[0].id, "Something else", ())
    again = desk.sheets.reprint(PERSON, printed.id)
    assert again == printed
    assert again.fingerprint == printed.fingerprint
    assert isinstance(again, PlanSheet)
    assert again.picture is not None
    assert again.picture == printed.picture


def test_a_staying_well_plan_is_kept_without_a_name_unless_one_is_wanted(desk: Desk) -> None:
    without, named = (
        desk.sheets.staying_well(PERSON, Paper.A4),
        desk.sheets.staying_well(PERSON, Paper.A4, named=True),
    )
    assert (without.shown_name, named.shown_name) == ("", "Ana M.")
    desk.sheets.keep(without, Action.EXPORTED)
    desk.staying_well.add(PERSON, WELL, "Drawing")
    assert list(desk.sheets.kept(PERSON)) == [without]


def test_the_same_sheet_is_kept_once_and_each_print_is_noted(desk: Desk, store: MemoryStore) -> None:
    for action in (Action.PRINTED, Action.EXPORTED, Action.PRINTED):
        desk.sheets.keep(desk.sheets.plan(PERSON, Paper.A4), action)
        desk.sheets.keep(desk.sheets.staying_well(PERSON, Paper.A4), action)
    assert len(desk.sheets.kept(PERSON)) == 2
    plan = desk.plans.active(PERSON)
    assert plan is not None
    noted = [Action.PRINTED, Action.EXPORTED, Action.PRINTED]
    assert actions(store, Entity(EntityKind.PLAN, plan.id))[-3:] == noted
    assert actions(store, Entity(EntityKind.STAYING_WELL, PERSON))[-3:] == noted


def test_what_was_kept_is_on_the_persons_page_and_on_nobody_elses(desk: Desk) -> None:
    desk.people.save(person("person-2", "Luc"))
    sheet = desk.sheets.plan(PERSON, Paper.LETTER, "es")
    done = desk.sheets.keep(sheet, Action.PRINTED)
    assert done.changes.touches(PERSON)
    assert list(desk.people.overview(PERSON).sheets) == [sheet]
    assert not desk.people.overview("person-2").sheets


def test_a_sheet_that_was_never_kept_cannot_be_printed_again(desk: Desk) -> None:
    with pytest.raises(RecordMissingError):
        desk.sheets.reprint(PERSON, desk.sheets.plan(PERSON, Paper.A4).id)


def test_there_is_no_sheet_of_a_plan_that_was_never_begun(desk: Desk) -> None:
    desk.people.save(person("person-2", "Luc"))
    with pytest.raises(RecordMissingError):
        desk.sheets.plan("person-2", Paper.A4)
    assert not desk.sheets.staying_well("person-2", Paper.A4).plan.begun


def test_a_plan_without_a_name_keeps_none_with_its_picture_either(desk: Desk) -> None:
    talk = desk.conversations.start(PERSON, FIRST_DAY).value.draft.conversation
    desk.conversations.rate(talk.id, "a", 4)
    desk.conversations.note(talk.id, "a", NoteKind.WORDS, "Walks with Zebedee")
    desk.conversations.complete(talk.id)
    without, named = (desk.sheets.plan(PERSON, Paper.A4, named=each) for each in (False, True))
    assert without.picture is not None
    assert named.picture is not None
    assert (without.picture.shown_name, without.picture.words) == ("", ())
    assert (named.picture.shown_name, len(named.picture.words)) == ("Ana M.", 1)
    assert without.picture.rows == named.picture.rows
