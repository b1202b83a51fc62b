"""Toolkit pages: a language that stands in for another, where a page works, how hard it is to read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from iroc_desktop.domain.summary import Paper
from iroc_desktop.domain.toolkit import PartKind, Setting
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
from tests.fakes.toolkit import page, words


def test_a_page_is_shown_in_the_language_asked_for() -> None:
    shown = page("one", words("en"), words("es", "Cosas buenas")).in_language("es")
    assert (shown.words.title, shown.missing_language) == ("Cosas buenas", "")


def test_a_missing_language_is_told_and_the_wanted_stand_in_is_used() -> None:
    both = page("one", words("en"), words("es", "Cosas buenas"))
    assert both.in_language("ro", "es").words.language == "es"
    assert both.in_language("ro", "fr").words.language == "en"
    assert both.in_language("ro").missing_language == "ro"


def test_what_works_in_a_cell_works_everywhere_and_the_rest_where_all_is_there() -> None:
    assert page(settings=(Setting.CELL,)).works_with(frozenset())
    outside = page(settings=(Setting.YARD, Setting.PRACTITIONER))
    assert not outside.works_with(frozenset({Setting.YARD}))
    assert outside.works_with(frozenset({Setting.YARD, Setting.PRACTITIONER}))


def test_only_some_kinds_of_parts_ask_for_an_answer() -> None:
    asking = {part.kind for part in page().parts if part.asks}
    assert asking == {PartKind.LIST, PartKind.SCALE, PartKind.TABLE, PartKind.CHOICE}
    assert not page(parts=page().parts[:1]).asks


def test_the_reading_age_grows_with_long_words_and_is_unknown_without_a_formula() -> None:
    easy = words()
    parts = {**easy.parts}
    hard = "Institutional responsibilities necessitate comprehensive documentation of circumstances"
    parts["opening"] = replace(parts["opening"], paragraphs=(" ".join([hard] * 4),))
    known, harder = easy.reading_age, replace(easy, parts=parts).reading_age
    assert known is not None
    assert harder is not None
    assert known < harder
    assert replace(easy, language="ro").reading_age is None


def test_a_title_without_a_full_stop_does_not_run_into_the_next_sentence() -> None:
    title = "Small words in a row as a title"
    stopped = replace(words(title=f"{title}."), summary="Go on.")
    assert replace(words(title=title), summary="Go on.").reading_age == stopped.reading_age


@pytest.mark.parametrize(
    "changes",
    [
        {"answers": {"sure": 4}},
        {"shown_name": "Ana"},
        {"paper": Paper.LETTER},
        {"practice": True},
        {"words": words(title="Other things")},
    ],
)
def test_anything_that_differs_on_a_sheet_gives_another_number(changes: dict[str, object]) -> None:
    sheet = ToolkitSheet(page(), words(), Paper.A4)
    other = replace(sheet, **changes)  # type: ignore[arg-type]  # each test names real fields
    assert other.fingerprint != sheet.fingerprint
    assert replace(sheet).fingerprint == sheet.fingerprint


def test_a_blank_sheet_has_no_answers_and_no_name() -> None:
    sheet = ToolkitSheet(page(), words(), Paper.A4, {"sure": 4}, "Ana")
    assert sheet.blank() == ToolkitSheet(page(), words(), Paper.A4)


def test_nothing_personal_is_in_the_representation_of_a_sheet() -> None:
    shown = repr(ToolkitSheet(page(), words(), Paper.A4, {"things": ["sentinel words"]}, "Ana"))
    assert "sentinel" not in shown
    assert "Ana" not in shown
