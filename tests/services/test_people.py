"""People through the service, on the memory store.

These tests must not know how the store keeps things.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from iroc_desktop.services.desk import Desk
from iroc_desktop.services.people import NameMissingError
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import desk_in_memory


@pytest.fixture
def desk() -> Desk:
    return desk_in_memory(pack())


def test_a_person_is_found_by_the_beginning_of_any_word(desk: Desk) -> None:
    desk.people.save(person("1", "José Luis"))
    desk.people.save(person("2", "Ana M."))
    assert [line.person.id for line in desk.people.find("lui")] == ["1"]
    assert [line.person.id for line in desk.people.find("")] == ["2", "1"]


def test_a_line_says_what_the_list_needs_and_no_more(desk: Desk) -> None:
    desk.people.save(person())
    talk = desk.conversations.start("person-1", FIRST_DAY).value.draft.conversation
    assert desk.people.find("")[0].has_draft
    desk.conversations.complete(talk.id)
    (line,) = desk.people.find("")
    assert (line.conversations, line.last_held_on, line.has_draft) == (1, FIRST_DAY, False)


def test_a_person_needs_a_name(desk: Desk) -> None:
    with pytest.raises(NameMissingError):
        desk.people.save(person(name="  "))
    assert desk.people.find("") == []


def test_an_edit_changes_one_person_only(desk: Desk) -> None:
    desk.people.save(person())
    done = desk.people.save(replace(person(), site="module 7"))
    assert done.changes.people == frozenset({"person-1"})
    assert desk.people.overview("person-1").person.site == "module 7"


def test_possible_duplicates_are_hinted_at_and_still_saved(desk: Desk) -> None:
    desk.people.save(person())
    twin = person("2", "ana m")
    assert [each.id for each in desk.people.possible_duplicates(twin)] == ["person-1"]
    desk.people.save(twin)
    assert len(desk.people.find("ana")) == 2


@pytest.mark.parametrize("name", ["عمر بن سعيد", "Ștefan 🙂", "e\u0301milie", "a" * 300])
def test_any_script_is_kept_letter_by_letter(desk: Desk, name: str) -> None:
    desk.people.save(person(name=name))
    assert desk.people.overview("person-1").person.preferred_name == name
    assert desk.people.find(name.split()[0])
