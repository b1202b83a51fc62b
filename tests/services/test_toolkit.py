"""Finding toolkit pages: by words without accents or case, by filters, and as suggestions with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from iroc_desktop.domain.toolkit import Company, Need, PageKind, PageWords, Setting, Toolkit
from iroc_desktop.services.toolkit import PageIndex, Wanted, page_with, suggest
from tests.fakes.toolkit import page, words

NEEDS = {Need.HOPE: "Esperanza", Need.SLEEP: "Dormir"}

BREATH = page(
    "breath",
    words("en", "A slow breath"),
    words("es", "Respiración lenta"),
    kind=PageKind.TIP,
    indicators=("a", "b"),
    needs=(Need.SLEEP,),
    minutes=3,
)
YARD = page(
    "yard",
    words("en", "Round the yard", summary="A slow walk."),
    indicators=("b",),
    settings=(Setting.YARD,),
    minutes=20,
    company=(Company.ALONE, Company.GROUP),
)
LETTER = page("letter", words("en", "A letter"), words("es", "Una carta"), indicators=("a",), minutes=15)
CALL = page("call", words("en", "A call"), indicators=("a",), settings=(Setting.PHONE,), minutes=5)
TOOLKIT = Toolkit((BREATH, YARD, LETTER, CALL))


def found(language: str = "en", **wanted: Any) -> list[str]:  # noqa: ANN401  # any field of Wanted
    index = PageIndex(TOOLKIT, language, NEEDS)
    return [each.id for each in index.find(Wanted(**wanted))]


def test_nothing_wanted_lists_every_page_by_title() -> None:
    assert found() == ["call", "letter", "breath", "yard"]
    assert Wanted().empty


def test_the_beginning_of_each_word_is_enough_and_accents_and_case_do_not_count() -> None:
    assert found("es", typed="RESPIRACION len") == ["breath"]
    assert found("es", typed="spiracion") == []


def test_a_title_stands_above_a_summary_and_a_summary_above_the_rest() -> None:
    assert found(typed="slow") == ["breath", "yard"]
    assert found(typed="paragraph") == ["call", "letter", "breath", "yard"]


def test_names_of_needs_are_found_in_the_readers_language() -> None:
    assert found("es", typed="dormir") == ["breath"]


def test_a_page_without_the_language_is_found_in_the_words_it_is_shown_in() -> None:
    assert found("es", typed="yard") == ["yard"]
    assert found("es", typed="letter") == []


def test_words_that_are_nowhere_find_nothing() -> None:
    assert found(typed="slow letter") == []


@pytest.mark.parametrize("typed", ["", "   ", "¿?", "·", "a" * 5000, "(", "\\", "%"])
def test_whatever_is_typed_is_answered(typed: str) -> None:
    assert isinstance(found(typed=typed), list)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({"indicator": "b"}, ["breath", "yard"]),
        ({"need": Need.SLEEP}, ["breath"]),
        ({"setting": Setting.YARD}, ["yard"]),
        ({"kind": PageKind.TIP}, ["breath"]),
        ({"minutes": 5}, ["call", "breath"]),
        ({"company": Company.GROUP}, ["yard"]),
        ({"only": frozenset({"letter"})}, ["letter"]),
        ({"indicator": "b", "minutes": 5}, ["breath"]),
        ({"indicator": "b", "typed": "yard"}, ["yard"]),
        ({"indicator": "nobody"}, []),
    ],
)
def test_filters_narrow_the_list(wanted: dict[str, Any], ids: list[str]) -> None:
    assert found(**wanted) == ids


def test_suggestions_are_possible_here_and_say_why() -> None:
    told = [
        (each.page.id, each.indicator, each.setting) for each in suggest(TOOLKIT.pages, ["a"], frozenset())
    ]
    assert told == [("breath", "a", Setting.CELL), ("letter", "a", Setting.CELL)]


def test_what_is_there_beside_a_cell_brings_more() -> None:
    told = [
        (each.page.id, each.setting) for each in suggest(TOOLKIT.pages, ["a"], frozenset({Setting.PHONE}))
    ]
    assert told == [("breath", Setting.CELL), ("call", Setting.PHONE), ("letter", Setting.CELL)]


def test_pages_that_are_mainly_for_an_indicator_come_first() -> None:
    told = [each.page.id for each in suggest(TOOLKIT.pages, ["b"], frozenset({Setting.YARD}))]
    assert told == ["yard", "breath"]


def test_each_chosen_indicator_has_its_turn_and_no_page_comes_twice() -> None:
    told = [
        (each.page.id, each.indicator)
        for each in suggest(TOOLKIT.pages, ["b", "a"], frozenset({Setting.YARD}))
    ]
    assert told == [("yard", "b"), ("breath", "a"), ("letter", "a")]


def test_there_are_never_more_suggestions_than_asked_for() -> None:
    many = [page(f"page-{number}") for number in range(50)]
    assert len(suggest(many, ["a"], frozenset())) == 6
    assert len(suggest(many, ["a"], frozenset(), most=2)) == 2
    assert suggest(many, [], frozenset()) == ()


def test_a_page_is_found_by_its_id() -> None:
    assert page_with(TOOLKIT, "yard") is YARD
    assert page_with(TOOLKIT, "nowhere") is None


def test_searching_200_pages_reads_none_of_them_again(monkeypatch: pytest.MonkeyPatch) -> None:
    many = Toolkit(tuple(page(f"page-{number}", words(title=f"Page {number}")) for number in range(200)))
    index = PageIndex(many, "en", NEEDS)
    read: list[str] = []

    def counted(each: PageWords) -> Iterator[str]:
        read.append(each.title)
        return iter([each.title])

    monkeypatch.setattr(PageWords, "sentences", counted)
    assert len(index.find(Wanted("sma goo thi"))) == 200
    assert read == []
    PageIndex(many, "en", NEEDS)
    # what was counted is really what an index is made from
    assert len(read) == 200
