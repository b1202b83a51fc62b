"""Everything held on one person is gathered whole: what is out of sight and in progress included."""

from __future__ import annotations

import gettext
from dataclasses import replace
from datetime import date

import pytest

from iroc_desktop.domain.conversation import Answer, Draft
from iroc_desktop.domain.holdings import as_json
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.people import Person, Practitioner, Role
from iroc_desktop.domain.roles import LeadsOnlyError
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.summary import Paper
from iroc_desktop.domain.withheld import Keeping
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.desk import Desk
from iroc_desktop.services.held_words import deeds, sections
from iroc_desktop.services.ports import Stamp
from tests.fakes import session_builders as made
from tests.fakes.builders import conversation, pack
from tests.fakes.desk import desk_in_memory
from tests.fakes.memory_store import MemoryStore

DAY = date(2026, 11, 24)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(store: MemoryStore) -> Desk:
    opened = desk_in_memory(pack(), store)
    with store.begin(Stamp("practitioner-1", made.AT)) as unit:
        unit.people.put(Person("ana", "Ana M.", language="es"))
        unit.people.put(Person("bea", "Bea Bienvenida"))
        answers = {"a": Answer(rating=3, words="Mornings", private="Ask about the dog")}
        unit.conversations.add(conversation("held", DAY, answers, of="ana", complete=True))
        after = replace(answers["a"], rating=5)
        unit.conversations.correct("held", "a", after, "misheard")
        unit.drafts.put(Draft(conversation("draft", DAY, {"b": Answer(words="Half said")}, of="ana")))
        made.write_one_of_each(unit, "ana")
        unit.commit()
    return opened


@pytest.fixture
def english() -> Phrases:
    return Phrases("en", gettext.NullTranslations())


def test_every_kind_of_record_is_in_it_and_nothing_of_anybody_else(desk: Desk) -> None:
    held = desk.holdings.gather("ana", Paper.A4)
    kinds = {each.entity.kind for each in held.held}
    assert kinds == set(EntityKind) - {
        EntityKind.PRACTITIONER,
        EntityKind.ORGANISATION,
        EntityKind.FAVOURITES,
        EntityKind.ARRANGEMENTS,
        EntityKind.SUMMARY,
        EntityKind.HOLDINGS,
    }
    said = as_json(held).decode()
    for told in ("Mornings", "Ask about the dog", "misheard", "Half said", "More silence next time"):
        assert told in said, told
    assert "Bienvenida" not in said
    assert held.language == "es"


def test_what_is_in_the_bin_is_in_it_and_marked(desk: Desk, store: MemoryStore) -> None:
    with store.begin(Stamp("practitioner-1", made.AT)) as unit:
        talk = Entity(EntityKind.CONVERSATION, "held")
        unit.withheld.put_away(talk, Keeping.IN_BIN)
        unit.withheld.put_away(talk, Keeping.IN_BIN, "answer/a/words")
        unit.commit()
    held = desk.holdings.gather("ana", Paper.A4)
    (found,) = (each for each in held.of(EntityKind.CONVERSATION) if each.finished)
    assert (found.in_bin, found.parts_in_bin) == (True, ("answer/a/words",))
    assert found.fields["answer/a/words"] == "Mornings"
    assert not [name for name in found.fields if name.startswith("bin")]


def test_somebody_blocked_can_still_be_told_what_is_held(desk: Desk) -> None:
    desk.erasing.block("ana", "asked to be forgotten")
    held = desk.holdings.gather("ana", Paper.A4)
    assert "Mornings" in as_json(held).decode()


def test_what_practitioners_wrote_for_themselves_can_be_left_out(desk: Desk) -> None:
    said = as_json(desk.holdings.gather("ana", Paper.A4, own_notes=False, reflections=False)).decode()
    assert "Ask about the dog" not in said
    assert "More silence next time" not in said
    assert "notes of practitioners" in said
    assert "Mornings" in said


def test_only_a_team_lead_may_ask_because_colleagues_own_notes_are_in_it(
    desk: Desk, store: MemoryStore
) -> None:
    with store.begin(Stamp("lead", made.AT)) as unit:
        unit.practitioners.put(Practitioner("lead", "Rosa", Role.TEAM_LEAD))
        unit.commit()
    with pytest.raises(LeadsOnlyError):
        desk.holdings.gather("ana", Paper.A4)


def test_nobody_is_gathered_who_is_not_there(desk: Desk) -> None:
    with pytest.raises(RecordMissingError):
        desk.holdings.gather("nobody", Paper.A4)
    desk.erasing.block("ana", "asked")
    desk.erasing.destroy("ana", "Ana M.")
    with pytest.raises(RecordMissingError):
        desk.holdings.gather("ana", Paper.A4)


def test_handing_it_over_is_noted(desk: Desk, store: MemoryStore) -> None:
    desk.holdings.handed_over("ana", Action.EXPORTED)
    assert store.operations[-1].action is Action.EXPORTED
    assert store.operations[-1].entity == Entity(EntityKind.HOLDINGS, "ana")


def test_every_sort_has_words_and_corrections_say_why(desk: Desk, english: Phrases) -> None:
    held = desk.holdings.gather("ana", Paper.A4)
    found = {each.key: each for each in sections(held, english)}
    assert set(found) == {
        "facts",
        "consents",
        "conversations",
        "sessions",
        "plans",
        "values",
        "staying-well",
        "worksheets",
        "prints",
        "reflections",
    }
    changes = [change for item in found["conversations"].items for change in item.changes]
    assert any("misheard" in each and "Marta" in each for each in changes)
    assert ("Half said") in {words for item in found["conversations"].items for _, words in item.facts}
    facts = {words for section in found.values() for item in section.items for _, words in item.facts}
    assert {"I stop shaving", "Honest talk"} <= facts


def test_who_did_what_is_told_from_the_first_to_the_last(desk: Desk, english: Phrases) -> None:
    held = desk.holdings.gather("ana", Paper.A4)
    lines = deeds(held, english)
    assert len(lines) == held.changes
    assert lines[0].thing == "person"
    assert {each.who for each in lines} == {"Marta"}
