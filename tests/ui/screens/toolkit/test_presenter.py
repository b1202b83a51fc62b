"""The toolkit: pages found and suggested, filled in, kept with a person and seen again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from iroc_desktop.domain.operations import JsonValue
from iroc_desktop.domain.store_errors import DiskFullError
from iroc_desktop.domain.toolkit import PageKind, Setting, Toolkit
from iroc_desktop.services.changes import Changes, worksheet_changed
from iroc_desktop.services.toolkit import Wanted
from tests.fakes.toolkit import page, words
from tests.ui.screens.stage import WaitingRunner
from tests.ui.screens.toolkit.toolkits import ANA, FAULT, PAGES, Bench


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_it_opens_in_the_persons_language_with_every_page_and_every_fault(bench: Bench) -> None:
    state = bench.presenter.state
    assert (state.language, state.languages, state.total) == ("es", ("en", "es"), 3)
    assert [card.words.title for card in state.cards] == ["A letter", "Cosas buenas", "Round the yard"]
    assert [card.missing_language for card in state.cards] == ["es", "", "es"]
    assert state.faults == (FAULT,)


def test_without_a_person_or_their_language_it_speaks_the_programs() -> None:
    assert Bench(person=None).presenter.state.language == "en"
    assert Bench(language="ro").presenter.state.cards[0].words.language == "en"


def test_typing_filters_and_reset(bench: Bench) -> None:
    bench.presenter.type("BUEN")
    assert bench.listed == ["good-things"]
    bench.presenter.look_for(Wanted(typed="round", kind=PageKind.TIP))
    assert bench.listed == ["yard"]
    assert bench.presenter.state.filtered
    bench.presenter.reset()
    assert len(bench.listed) == 3
    assert not bench.presenter.state.filtered


def test_typing_stays_within_the_filters(bench: Bench) -> None:
    bench.presenter.look_for(Wanted(setting=Setting.YARD))
    bench.presenter.type("letter")
    assert bench.listed == []


def test_favourites_are_marked_kept_and_can_be_listed_alone(bench: Bench) -> None:
    bench.presenter.mark_favourite("letter", favourite=True)
    assert bench.favourites.liked == {"letter"}
    bench.presenter.look_for(Wanted(), only_favourites=True)
    assert bench.listed == ["letter"]
    bench.presenter.mark_favourite("letter", favourite=False)
    assert bench.listed == []


def test_suggestions_name_the_indicator_and_what_makes_it_possible(bench: Bench) -> None:
    bench.presenter.suggest_for(["a", "b"], frozenset({Setting.YARD}))
    told = [(each.page.id, each.because, each.possible_by) for each in bench.presenter.state.suggested]
    assert told == [
        ("good-things", "Indicator a en", Setting.CELL),
        ("letter", "Indicator b en", Setting.CELL),
        ("yard", "Indicator a en", Setting.YARD),
    ]
    assert all(not card.because for card in bench.presenter.state.cards)


def test_a_chosen_area_that_the_instrument_lacks_suggests_nothing() -> None:
    strange = Bench(toolkit=Toolkit((page(indicators=("elsewhere",)),)))
    strange.presenter.suggest_for(["elsewhere"], frozenset())
    assert strange.presenter.state.suggested == ()


def test_an_open_page_names_its_areas_and_opens_empty(bench: Bench) -> None:
    bench.presenter.open("good-things")
    shown = bench.open_page
    assert shown.indicators == ("Indicator a en",)
    assert (shown.filled, shown.kept, shown.words.language) == (False, False, "es")


def test_another_language_keeps_what_is_filled_in(bench: Bench) -> None:
    bench.presenter.open("good-things")
    bench.presenter.answer("things", ["el sol"])
    bench.presenter.show_in("en")
    assert bench.open_page.words.language == "en"
    assert bench.open_page.answers == {"things": ["el sol"]}


def test_a_page_that_is_only_looked_at_leaves_nothing_behind(bench: Bench) -> None:
    bench.presenter.open("good-things")
    bench.presenter.close()
    assert bench.worksheets.kept == {}
    assert bench.presenter.state.open is None


def test_what_is_filled_in_is_kept_with_all_that_is_needed_to_read_it(bench: Bench) -> None:
    bench.presenter.open("good-things")
    bench.presenter.answer("things", ["el sol"])
    bench.presenter.keep()
    (kept,) = bench.worksheets.kept.values()
    assert (kept.person_id, kept.page_id, kept.session_id) == ("person-1", "good-things", "session-1")
    assert (kept.title, kept.language, kept.held_on) == ("Cosas buenas", "es", date(2026, 11, 24))
    assert kept.answers == {"things": ["el sol"]}
    assert kept.asked == {"things": "Tres cosas buenas"}
    assert bench.open_page.kept


@pytest.mark.parametrize("leave", ["close", "to_person", "preview", "open another", "answer another part"])
def test_every_way_on_keeps_what_is_filled_in(bench: Bench, leave: str) -> None:
    bench.presenter.open("good-things")
    bench.presenter.answer("things", ["el sol"])
    assert bench.worksheets.kept == {}
    match leave:
        case "close":
            bench.presenter.close()
        case "to_person":
            bench.presenter.to_person()
            assert bench.exits.taken == [("to_person", "person-1")]
        case "preview":
            bench.presenter.preview(filled=True)
        case "open another":
            bench.presenter.open("letter")
        case _:
            bench.presenter.answer("log", [["now", ""]])
    (kept,) = bench.worksheets.kept.values()
    assert kept.answers == {"things": ["el sol"]}


@pytest.mark.parametrize(("part_id", "value"), [("sure", 7), ("one", ["yes"]), ("which", ["walk", "call"])])
def test_a_single_press_is_kept_at_once(bench: Bench, part_id: str, value: JsonValue) -> None:
    bench.presenter.open("good-things")
    bench.presenter.answer(part_id, value)
    (kept,) = bench.worksheets.kept.values()
    assert kept.answers == {part_id: value}


def test_one_page_becomes_one_worksheet_however_often_it_is_kept(bench: Bench) -> None:
    bench.presenter.open("good-things")
    for part_id, value in (("things", ["a"]), ("sure", 5), ("things", ["a", "b"]), ("one", ["yes"])):
        bench.presenter.answer(part_id, value)
    bench.presenter.close()
    (kept,) = bench.worksheets.kept.values()
    assert kept.answers == {"things": ["a", "b"], "sure": 5, "one": ["yes"]}
    assert len(bench.worksheets.history) == 4


def test_keeping_twice_without_a_change_writes_once(bench: Bench) -> None:
    bench.presenter.open("good-things")
    bench.presenter.answer("sure", 5)
    bench.presenter.keep()
    bench.presenter.keep()
    bench.presenter.close()
    assert len(bench.worksheets.history) == 1


def test_the_sheet_of_a_page_that_is_not_there_in_the_persons_language_knows_it(bench: Bench) -> None:
    for page_id, missing in (("letter", "es"), ("good-things", "")):
        bench.presenter.open(page_id)
        bench.presenter.preview(filled=False)
        assert bench.pages.sheets[-1].missing_language == missing


def test_without_a_person_nothing_is_kept_and_a_filled_sheet_can_still_be_printed() -> None:
    alone = Bench(person=None)
    alone.presenter.open("good-things")
    alone.presenter.answer("things", ["the sun"])
    alone.presenter.preview(filled=True)
    assert alone.worksheets.history == []
    assert alone.pages.sheets[-1].answers == {"things": ["the sun"]}
    assert alone.pages.sheets[-1].shown_name == ""


def test_it_is_seen_again_next_time_and_filled_in_further(bench: Bench) -> None:
    bench.presenter.open("good-things")
    bench.presenter.answer("things", ["el sol"])
    bench.presenter.close()
    again = bench.another()
    (line,) = again.state.worksheets
    assert (line.title, line.held_on) == ("Cosas buenas", date(2026, 11, 24))
    again.open_worksheet(line.id)
    assert again.state.open is not None
    assert again.state.open.answers == {"things": ["el sol"]}
    assert again.state.open.kept
    again.answer("sure", 8)
    again.close()
    (kept,) = bench.worksheets.kept.values()
    assert kept.answers == {"things": ["el sol"], "sure": 8}
    assert kept.asked == {"things": "Tres cosas buenas", "sure": "How sure are you?"}


def test_it_begins_where_somebody_stopped(bench: Bench) -> None:
    bench.presenter.open("good-things")
    assert bench.open_page.begin_at == ""
    bench.presenter.answer("week", [["Lunes", "patio"]])
    bench.presenter.answer("things", ["el sol"])
    bench.presenter.close()
    bench.presenter.open_worksheet(bench.presenter.state.worksheets[0].id)
    assert bench.open_page.begin_at == "week"


def test_what_belongs_to_this_session_stands_apart_from_what_was_before(bench: Bench) -> None:
    bench.presenter.open("good-things")
    bench.presenter.answer("sure", 5)
    bench.presenter.close()
    assert [each.title for each in bench.presenter.state.today] == ["Cosas buenas"]
    assert bench.presenter.state.filled_before == ()
    bench.person = replace(ANA, session_id="session-2")
    later = bench.another().state
    assert later.today == ()
    assert [each.title for each in later.filled_before] == ["Cosas buenas"]
    bench.person = replace(ANA, session_id="")
    outside = bench.another().state
    assert (outside.today, len(outside.filled_before)) == ((), 1)


def test_parts_that_a_page_has_no_longer_are_still_shown_with_what_was_said(bench: Bench) -> None:
    bench.presenter.open("good-things")
    for part_id, value in (("things", ["el sol"]), ("one", ["yes"]), ("sure", 8)):
        bench.presenter.answer(part_id, value)
    bench.presenter.close()
    shorter = page(parts=page().parts[:2], words=PAGES[0].words)
    bench.toolkit = Toolkit((shorter, *PAGES[1:]))
    later = bench.another()
    later.open_worksheet(later.state.worksheets[0].id)
    shown = later.state.open
    assert shown is not None
    assert not shown.gone
    assert [part.id for part in shown.page.parts] == ["opening", "things", "sure", "one"]
    assert shown.words.parts["one"].label == "Shall I try it?"
    assert shown.answers == {"things": ["el sol"], "one": ["Yes"], "sure": ["8"]}


def test_other_pages_can_be_used_without_losing_the_one_that_is_open(bench: Bench) -> None:
    bench.presenter.open("good-things")
    bench.presenter.answer("things", ["el sol"])
    bench.toolkit = Toolkit((*PAGES, page("new", words("en", "A new one"))))
    bench.presenter.use(bench.toolkit)
    assert bench.presenter.state.total == 4
    assert bench.open_page.answers == {"things": ["el sol"]}
    bench.presenter.answer("things", ["el sol", "el mar"])
    assert bench.open_page.answers == {"things": ["el sol", "el mar"]}


def test_a_worksheet_outlives_its_page_and_cannot_be_changed_then(bench: Bench) -> None:
    answers: dict[str, JsonValue] = {
        "things": ["el sol"],
        "sure": 8,
        "week": [["Lunes", "patio"]],
        "one": ["yes"],
    }
    bench.presenter.open("good-things")
    for part_id, value in answers.items():
        bench.presenter.answer(part_id, value)
    bench.presenter.close()
    bench.toolkit = Toolkit(PAGES[1:])
    later = bench.another()
    later.open_worksheet(later.state.worksheets[0].id)
    shown = later.state.open
    assert shown is not None
    assert shown.gone
    assert shown.words.title == "Cosas buenas"
    assert shown.words.parts["things"].label == "Tres cosas buenas"
    assert shown.answers == {"things": ["el sol"], "sure": ["8"], "week": ["Lunes, patio"], "one": ["Yes"]}
    later.answer("things", ["something else"])
    later.close()
    assert next(iter(bench.worksheets.kept.values())).answers == answers


def test_a_full_disk_loses_nothing_and_can_be_tried_again(bench: Bench) -> None:
    bench.worksheets.trouble = DiskFullError()
    bench.presenter.open("good-things")
    bench.presenter.answer("things", ["el sol"])
    bench.presenter.keep()
    assert isinstance(bench.presenter.state.problem, DiskFullError)
    assert not bench.open_page.kept
    bench.presenter.open("letter")
    bench.worksheets.trouble = None
    bench.presenter.try_again()
    assert bench.presenter.state.problem is None
    assert [each.page_id for each in bench.worksheets.history] == ["good-things"]


def test_what_was_typed_while_it_was_being_kept_is_not_called_kept() -> None:
    waiting = WaitingRunner()
    bench = Bench(runner=waiting)
    waiting.run_all()
    bench.presenter.open("good-things")
    bench.presenter.answer("things", ["one"])
    bench.presenter.keep()
    bench.presenter.answer("things", ["one", "two"])
    waiting.run_all()
    assert not bench.open_page.kept
    bench.presenter.keep()
    waiting.run_all()
    assert bench.open_page.kept
    assert bench.open_page.answers == {"things": ["one", "two"]}


def test_an_answer_that_comes_after_the_page_was_closed_does_not_open_it() -> None:
    waiting = WaitingRunner()
    bench = Bench(runner=waiting)
    bench.presenter.open("good-things")
    bench.presenter.answer("things", ["one"])
    bench.presenter.close()
    waiting.run_all()
    assert bench.presenter.state.open is None
    assert len(bench.worksheets.history) == 1


def test_changes_elsewhere_are_read_again_and_own_ones_are_not(bench: Bench) -> None:
    bench.favourites.liked = frozenset({"yard"})
    bench.presenter.on_changes(Changes(favourites=True), bench.presenter)
    assert not any(card.favourite for card in bench.presenter.state.cards)
    bench.presenter.on_changes(Changes(favourites=True), None)
    assert [card.page.id for card in bench.presenter.state.cards if card.favourite] == ["yard"]
    other = bench.another()
    other.open("letter")
    other.answer("sure", 3)
    other.close()
    bench.presenter.on_changes(worksheet_changed("somebody else"), None)
    assert bench.presenter.state.worksheets == ()
    bench.presenter.on_changes(worksheet_changed("person-1"), None)
    assert len(bench.presenter.state.worksheets) == 1


def test_nothing_personal_is_in_the_representation_of_the_state(bench: Bench) -> None:
    bench.presenter.open("good-things")
    bench.presenter.answer("things", ["sentinel words"])
    bench.presenter.preview(filled=True)
    shown = repr(bench.presenter.state) + repr(bench.sheets.state)
    assert "sentinel" not in shown
    assert ANA.name not in shown


def test_a_page_that_is_not_there_is_not_opened(bench: Bench) -> None:
    bench.presenter.open("nowhere")
    assert bench.presenter.state.open is None
    bench.presenter.answer("things", ["nothing to fill in"])
    bench.presenter.preview(filled=True)
    assert bench.sheets.state.sheet is None


def test_two_pages_with_one_title_are_both_listed() -> None:
    same = Bench(toolkit=Toolkit((page("one", words()), page("two", words()))))
    assert same.listed == ["one", "two"]


def test_a_printed_sheet_says_what_it_said_after_the_page_and_the_answers_have_changed(bench: Bench) -> None:
    bench.presenter.open("good-things")
    bench.presenter.answer("things", ["el sol"])
    bench.presenter.preview(filled=True)
    bench.sheets.print(lambda _: True)
    printed = bench.pages.sheets[-1]
    bench.sheets.close()
    bench.presenter.answer("things", ["otra cosa"])
    bench.presenter.close()
    bench.toolkit = Toolkit((page("good-things", words("es", "Otro título")),))
    later = bench.another()
    (line,) = [each for each in later.state.today if each.printed]
    assert (line.title, line.held_on) == ("Cosas buenas", date(2026, 11, 24))
    later.open_sheet(line.id)
    again = bench.pages.sheets[-1]
    assert (again.words, again.answers) == (printed.words, printed.answers)
    assert (again.page.parts, again.fingerprint) == (printed.page.parts, printed.fingerprint)


def test_a_page_printed_blank_in_the_session_is_among_what_was_taken_away(bench: Bench) -> None:
    bench.presenter.open("yard")
    bench.presenter.preview(filled=True)
    bench.sheets.print(lambda _: True)
    bench.presenter.on_changes(worksheet_changed("person-1"), bench.sheets)
    assert [(each.title, each.printed) for each in bench.presenter.state.today] == [("Round the yard", True)]
    bench.person = replace(ANA, session_id="session-2")
    assert [each.title for each in bench.another().state.printed_before] == ["Round the yard"]
