"""People are found by the beginnings of words, and possible duplicates are only hinted at.

These tests must not use real names.
"""

from __future__ import annotations

import pytest

from iroc_desktop.domain import names
from iroc_desktop.domain.names import as_read, duplicates_among, matches, possible_duplicates, searchable
from iroc_desktop.domain.people import Person
from tests.fakes.builders import person


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("jose", "José Luis"),
        ("LUI", "José Luis"),
        ("lu jo", "José Luis"),
        ("", "anyone"),
        ("stan", "Ștefan Stanciu"),
        ("عم", "عمر"),
        ("o'b", "Kate O'Brien"),
    ],
)
def test_words_are_found_by_their_beginnings_without_accents_or_case(typed: str, name: str) -> None:
    assert matches(searchable(typed), searchable(name))


@pytest.mark.parametrize(("typed", "name"), [("ose", "José"), ("jose x", "José")])
def test_every_typed_word_must_begin_a_word(typed: str, name: str) -> None:
    assert not matches(searchable(typed), searchable(name))


def test_the_same_letter_typed_in_two_ways_is_the_same() -> None:
    assert searchable("e\u0301mile") == searchable("émile")


@pytest.mark.parametrize("name", ["ana m.", "M. Ana", "Ana  M.", "Aña M."])
def test_nearly_the_same_name_is_hinted_at(name: str) -> None:
    other = person("person-2", name)
    assert possible_duplicates(person(), [other]) == (other,)


@pytest.mark.parametrize("name", ["Marta", "Bo", ""])
def test_other_names_are_not(name: str) -> None:
    assert possible_duplicates(person(), [person("person-2", name)]) == ()


def test_a_person_is_not_their_own_duplicate() -> None:
    assert possible_duplicates(person(), [person()]) == ()


def test_nobody_is_like_an_empty_name() -> None:
    assert possible_duplicates(person(name=" "), [person("person-2", "")]) == ()


def test_names_are_sorted_as_people_read_them() -> None:
    read = ["Álamo", "almendro", "module 2", "Module 10", "module 10 b", "north", "2", "10", "modulo"]
    assert sorted(read, key=as_read) == [
        "2",
        "10",
        "Álamo",
        "almendro",
        "module 2",
        "Module 10",
        "module 10 b",
        "modulo",
        "north",
    ]


def test_many_who_arrive_are_compared_with_those_who_are_here() -> None:
    here = [Person("a", "Ana López"), Person("b", "Bea")]
    arriving = [Person("c", "Lopez Ana"), Person("d", "Ana Lopes"), Person("e", "Zoë"), Person("f", "")]
    assert duplicates_among(arriving, here) == {"c": ("a",), "d": ("a",)}


def test_very_many_are_compared_by_their_words_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "MOST_PAIRS", 1)
    here = [Person("a", "Ana López"), Person("b", "Bea")]
    arriving = [Person("c", "Lopez Ana"), Person("d", "Ana Lopes"), Person("f", "")]
    assert duplicates_among(arriving, here) == {"c": ("a",)}
