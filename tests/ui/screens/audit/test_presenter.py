"""Tests of asking what was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from iroc_desktop.domain.audit import Deed
from iroc_desktop.domain.operations import Action, Content
from iroc_desktop.domain.store_errors import PlaceGoneError
from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.services import audit as service
from iroc_desktop.ui.screens.audit import presenter as screen
from iroc_desktop.ui.screens.audit.sentences import check_words, count_words, detail_of, line_of
from iroc_desktop.ui.screens.audit.state import Span
from tests.ui.screens.audit.scene import COLLEAGUE, INDICATORS, LEAD, Scene
from tests.ui.screens.stage import WaitingRunner

PHRASES = untranslated()


def shown(scene: Scene) -> list[tuple[Deed, str]]:
    return [(each.entry.deed, each.name) for each in scene.presenter.state.lines]


def test_the_newest_come_first_and_the_log_is_checked() -> None:
    scene = Scene()
    state = scene.presenter.state
    assert shown(scene)[:3] == [(Deed.OPENED, ""), (Deed.PRINTED, "Bea"), (Deed.OPENED, "Ana")]
    assert (state.searching, state.more) == (False, False)
    assert state.checking is not None
    assert "fit together. Checked at" in check_words(state, PHRASES)


def test_somebody_who_is_no_lead_sees_nothing_and_no_error() -> None:
    scene = Scene(at=COLLEAGUE)
    state = scene.presenter.state
    assert (state.leads_only, state.problem, state.lines, state.choices) == (True, None, (), None)


def test_each_choice_narrows_and_can_be_taken_back() -> None:
    scene = Scene()
    everything = shown(scene)
    scene.presenter.show_practitioner(COLLEAGUE)
    assert shown(scene) == [(Deed.PRINTED, "Bea"), (Deed.OPENED, "Ana")]
    scene.presenter.show_deed(Deed.PRINTED)
    assert shown(scene) == [(Deed.PRINTED, "Bea")]
    scene.presenter.show_practitioner(LEAD)
    assert shown(scene) == []
    assert count_words(scene.presenter.state, PHRASES) == "Nothing like this was done."
    scene.presenter.show_practitioner("")
    scene.presenter.show_deed(None)
    assert shown(scene) == everything


def test_days_narrow_by_what_clocks_claimed() -> None:
    scene = Scene()
    scene.presenter.show_practitioner(COLLEAGUE)
    scene.presenter.show_span(Span.WEEK)
    assert shown(scene) == [(Deed.PRINTED, "Bea")]
    scene.presenter.show_span(Span.MONTH)
    assert len(shown(scene)) == 2
    scene.presenter.show_span(Span.BETWEEN)
    scene.presenter.show_days(date(2026, 11, 4), date(2026, 11, 1))
    assert shown(scene) == [(Deed.OPENED, "Ana")]
    scene.presenter.show_span(Span.ANY)
    assert len(shown(scene)) == 2


def test_a_person_is_found_by_typing_and_narrows() -> None:
    scene = Scene()
    scene.presenter.type("b")
    (bea,) = scene.presenter.state.matches
    scene.presenter.show_person(bea)
    state = scene.presenter.state
    assert (state.typed, state.matches, state.person) == ("", (), bea)
    assert {name for _, name in shown(scene)} == {"Bea"}
    scene.presenter.show_person(None)
    assert {name for _, name in shown(scene)} > {"Bea"}


def test_a_late_answer_to_an_older_question_is_not_shown() -> None:
    runner = WaitingRunner()
    scene = Scene(runner=runner)
    runner.run_all()
    scene.presenter.show_practitioner(COLLEAGUE)
    scene.presenter.show_practitioner(LEAD)
    runner.run(1)
    runner.run_all()
    assert {each.entry.author for each in scene.presenter.state.lines} == {LEAD}


def test_a_long_log_is_shown_page_by_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "PAGE", 3)
    scene = Scene()
    assert (len(scene.presenter.state.lines), scene.presenter.state.more) == (3, True)
    while scene.presenter.state.more:
        before = scene.presenter.state.lines
        scene.presenter.more()
        assert scene.presenter.state.lines[: len(before)] == before
        assert len(scene.presenter.state.lines) > len(before)
    places = [each.entry.position for each in scene.presenter.state.lines]
    assert places == list(range(len(scene.store.operations), 0, -1))


def test_a_check_goes_on_piece_by_piece_and_says_how_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "PIECE", 2)
    runner = WaitingRunner()
    scene = Scene(runner=runner)
    said = []
    while runner.waiting:
        runner.run()
        said.append(check_words(scene.presenter.state, PHRASES))
    assert any("2 of 8" in each for each in said)
    assert "All 8 entries fit together" in said[-1]


def test_a_fault_is_told_with_its_machine_and_number() -> None:
    scene = Scene()
    changed = scene.store.operations[2]
    scene.store.operations[2] = replace(changed, content=Content("0" * 32, {"preferred_name": "Eve"}))
    scene.presenter.check()
    assert "Entry 3 of machine MEMO is not as it was written" in check_words(scene.presenter.state, PHRASES)


def test_everything_that_is_asked_for_is_saved_and_that_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "GATHERED", 2)
    scene = Scene()
    scene.presenter.show_practitioner(COLLEAGUE)
    scene.presenter.save_as(tmp_path / "list.xlsx")
    assert (scene.presenter.state.saved, scene.presenter.state.gathered) == (True, None)
    assert (tmp_path / "list.xlsx").read_bytes() == b"xlsx"
    assert scene.store.operations[-1].action is Action.EXPORTED


def test_a_place_that_is_gone_is_told_and_can_be_tried_again(tmp_path: Path) -> None:
    scene = Scene()
    scene.presenter.save_as(tmp_path / "gone" / "list.csv")
    state = scene.presenter.state
    assert isinstance(state.problem, PlaceGoneError)
    assert (state.gathered, state.saved) == (None, False)
    (tmp_path / "gone").mkdir()
    scene.presenter.try_again()
    assert (scene.presenter.state.problem, scene.presenter.state.saved) == (None, True)


def test_a_line_reads_as_words() -> None:
    scene = Scene()
    scene.presenter.show_deed(Deed.WROTE)
    noted = scene.presenter.state.lines[0]
    line = line_of(noted, PHRASES)
    assert line.heading == "Written or changed · person · Bea"
    assert line.detail.startswith("Marta · 24 Nov 2026, 10:42")
    assert line.detail.endswith("this machine")
    assert "name" in detail_of(noted, PHRASES, INDICATORS)
    scene.presenter.show_deed(Deed.OPENED)
    assert detail_of(scene.presenter.state.lines[0], PHRASES, INDICATORS) == "Nothing was written."


def test_the_way_back_is_taken() -> None:
    scene = Scene()
    scene.presenter.back()
    assert scene.exits.taken == [("back",)]


def test_no_name_is_in_the_representation_of_the_state() -> None:
    scene = Scene()
    scene.presenter.type("b")
    assert "Bea" not in repr(scene.presenter.state)
