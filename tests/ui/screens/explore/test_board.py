"""The board: options are added, weighed, chosen, moved and taken away, and can come back."""

from __future__ import annotations

from iroc_desktop.domain.exploring import FourBoxes, Whose
from iroc_desktop.ui.screens.explore.board import Box, OptionPart
from iroc_desktop.ui.screens.explore.state import Gone
from tests.ui.screens.explore.scene import PERSON, Scene
from tests.ui.screens.stage import WaitingRunner


def test_options_are_added_in_each_place_and_empty_ones_are_not() -> None:
    scene = Scene("a").opened()
    for whose in Whose:
        scene.presenter.board.add("a", whose, f" {whose.value} ")
        scene.presenter.board.add("a", whose, "  ")
    assert [(each.whose, each.words) for each in scene.kept().options] == [
        (whose, whose.value) for whose in Whose
    ]


def test_an_option_is_weighed_part_by_part() -> None:
    scene = Scene("a").opened()
    (option_id,) = scene.options("The course")
    for part in OptionPart:
        scene.presenter.board.write("a", option_id, part, f"said of {part.value}")
    option = scene.option(option_id)
    assert [getattr(option, part.value) for part in OptionPart] == [f"said of {each}" for each in OptionPart]


def test_quick_presses_add_up_although_the_disk_is_slow() -> None:
    runner = WaitingRunner()
    scene = Scene("a", runner=runner)
    first, second = scene.options("One", "Two")
    runner.run_all()
    board = scene.presenter.board
    board.choose("a", first, chosen=True)
    board.write("a", first, OptionPart.COST, "Mornings")
    board.fit("a", first, "v1", fits=True)
    board.fit("a", first, "v2", fits=True)
    board.fit("a", first, "v1", fits=False)
    board.choose("a", second, chosen=True)
    runner.run_all()
    option = scene.option(first)
    assert (option.chosen, option.cost, option.fits) == (True, "Mornings", ("v2",))
    assert len(scene.kept().chosen) == 2


def test_an_option_moves_earlier_and_the_first_stays() -> None:
    scene = Scene("a").opened()
    first, second = scene.options("One", "Two")
    scene.presenter.board.put_earlier("a", second)
    scene.presenter.board.put_earlier("a", second)
    assert [each.id for each in scene.shown.options] == [second, first]


def test_an_option_that_was_taken_away_comes_back_where_it_stood() -> None:
    scene = Scene("a").opened()
    first, second, third = scene.options("One", "Two", "Three")
    scene.presenter.board.write("a", second, OptionPart.SPEAKS_FOR, "Close by")
    scene.presenter.board.remove("a", second)
    assert scene.state.gone is Gone.OPTION
    assert [each.id for each in scene.kept().options] == [first, third]
    scene.presenter.undo()
    assert scene.state.gone is None
    assert [each.id for each in scene.kept().options] == [first, second, third]
    assert scene.option(second).speaks_for == "Close by"


def test_words_about_an_option_removed_meanwhile_bring_it_back() -> None:
    scene = Scene("a").opened()
    (option_id,) = scene.options("The course")
    scene.desk.exploring.remove_option(scene.session_id, "a", option_id)
    scene.presenter.open()
    assert not scene.shown.options
    scene.presenter.board.write("a", option_id, OptionPart.COST, "Mornings")
    assert (scene.option(option_id).words, scene.option(option_id).cost) == ("The course", "Mornings")


def test_two_options_that_could_not_be_added_are_told_and_both_arrive_later() -> None:
    scene = Scene("a").opened()
    scene.fill_disk()
    scene.presenter.board.add("a", Whose.ME, "Walk")
    scene.presenter.board.add("a", Whose.SERVICES, "The course")
    scene.presenter.values.add("Honesty")
    assert list(scene.state.waiting) == ["Walk", "The course", "Honesty"]
    scene.fill_disk(full=False)
    scene.presenter.try_again()
    assert list(scene.state.waiting) == []
    assert [each.words for each in scene.kept().options] == ["Walk", "The course"]
    assert [each.words for each in scene.state.values] == ["Honesty"]


def test_an_option_is_not_shown_as_taken_away_while_the_disk_is_full() -> None:
    scene = Scene("a").opened()
    (option_id,) = scene.options("The course")
    scene.fill_disk()
    scene.presenter.board.remove("a", option_id)
    assert [each.id for each in scene.shown.options] == [option_id]
    assert scene.state.gone is None


def test_the_four_boxes_are_none_until_something_is_said() -> None:
    scene = Scene("a").opened()
    board = scene.presenter.board
    board.fill_box("a", Box.TOPIC, "The move")
    board.fill_box("a", Box.STAYING_GOOD, "Quiet")
    assert scene.kept().decision == FourBoxes("The move", "Quiet")
    board.fill_box("a", Box.TOPIC, "")
    board.fill_box("a", Box.STAYING_GOOD, "")
    assert scene.kept().decision is None


def test_values_are_the_persons_own_list() -> None:
    scene = Scene("a").opened()
    values = scene.presenter.values
    values.add(" Honesty ")
    values.add("")
    values.add("My daughter")
    first, second = scene.state.values
    values.put_earlier(second.id)
    values.word(first.id, "Being honest")
    assert [each.words for each in scene.desk.values.of(PERSON)] == ["My daughter", "Being honest"]
    values.remove(second.id)
    assert scene.state.gone is Gone.VALUE
    assert [each.words for each in scene.state.values] == ["Being honest"]
    scene.presenter.undo()
    assert [each.words for each in scene.state.values] == ["My daughter", "Being honest"]


def test_a_value_that_could_not_be_kept_stays_in_the_words_that_were_typed() -> None:
    scene = Scene("a").opened()
    scene.presenter.values.add("Honesty")
    value_id = scene.state.values[0].id
    scene.fill_disk()
    scene.presenter.values.word(value_id, "Being honest")
    scene.presenter.open()
    assert [each.words for each in scene.state.values] == ["Being honest"]
    scene.fill_disk(full=False)
    scene.presenter.try_again()
    assert [each.words for each in scene.desk.values.of(PERSON)] == ["Being honest"]
