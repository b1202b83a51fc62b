"""Writes that fail are remembered by name, tried again in order, and superseded by later ones."""

from __future__ import annotations

from functools import partial

from pytestqt.qtbot import QtBot

from iroc_desktop.domain.store_errors import DiskFullError, ReadOnlyError
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing
from iroc_desktop.ui.tasks.said import Said
from iroc_desktop.ui.tasks.serial_runner import SerialRunner
from tests.fakes.desk import ImmediateRunner
from tests.ui.screens.stage import WaitingRunner


class Disk:
    """Takes words unless it is told to refuse."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.trouble: type[DiskFullError] | type[ReadOnlyError] | None = None

    def write(self, word: str) -> str:
        """Keep a word."""
        if self.trouble is not None:
            raise self.trouble
        self.kept.append(word)
        return word


def writing_on(disk: Disk) -> tuple[Writing, list[str]]:
    told: list[str] = []
    writing = Writing(ImmediateRunner(), object(), lambda: told.append("changed"))
    return writing, told


def test_what_failed_is_tried_again_in_order() -> None:
    disk = Disk()
    writing, told = writing_on(disk)
    done: list[str] = []
    disk.trouble = DiskFullError
    for word in ("one", "two"):
        writing.send(word, partial(disk.write, word), done.append)
    assert (told, done) == (["changed", "changed"], [])
    disk.trouble = None
    writing.try_again()
    assert (disk.kept, done, writing.problem) == (["one", "two"], ["one", "two"], None)


def test_a_later_write_of_the_same_name_supersedes_the_failed_one() -> None:
    disk = Disk()
    writing, _ = writing_on(disk)
    disk.trouble = DiskFullError
    writing.send("rating", lambda: disk.write("old"), lambda _: None)
    disk.trouble = None
    writing.send("rating", lambda: disk.write("new"), lambda _: None)
    writing.try_again()
    assert disk.kept == ["new"]


def test_the_newest_problem_is_the_one_that_is_told() -> None:
    disk = Disk()
    writing, _ = writing_on(disk)
    disk.trouble = DiskFullError
    writing.send("one", lambda: disk.write("one"), lambda _: None)
    disk.trouble = ReadOnlyError
    writing.send("two", lambda: disk.write("two"), lambda _: None)
    assert isinstance(writing.problem, ReadOnlyError)


def test_trying_again_in_another_way_replaces_repeating_the_same_work() -> None:
    disk = Disk()
    writing, _ = writing_on(disk)
    disk.trouble = DiskFullError
    writing.send(
        "note",
        lambda: disk.write("stale"),
        lambda _: None,
        again=lambda: writing.send("note", lambda: disk.write("fresh"), lambda _: None),
    )
    disk.trouble = None
    writing.try_again()
    assert (disk.kept, writing.problem) == (["fresh"], None)


def test_two_presses_on_try_again_write_once() -> None:
    disk, runner = Disk(), WaitingRunner()
    writing = Writing(runner, object(), lambda: None)
    disk.trouble = DiskFullError
    writing.send("option", lambda: disk.write("one"), lambda _: None)
    runner.run_all()
    disk.trouble = None
    writing.try_again()
    writing.try_again()
    runner.run_all()
    assert disk.kept == ["one"]


def test_what_fails_a_second_time_can_be_tried_a_third_time() -> None:
    disk = Disk()
    writing, _ = writing_on(disk)
    disk.trouble = DiskFullError
    writing.send("option", lambda: disk.write("one"), lambda _: None)
    writing.try_again()
    disk.trouble = None
    writing.try_again()
    assert (disk.kept, writing.problem) == (["one"], None)


def test_a_write_that_fails_once_its_screen_was_left_is_told_by_the_window() -> None:
    disk, runner = Disk(), ImmediateRunner()
    seen: list[str] = []
    screen, view = Showing("state"), seen.append
    writing = Writing(runner, screen, lambda: None)
    disk.trouble = DiskFullError
    screen.attach(view)
    writing.send("note", lambda: disk.write("seen"), lambda _: None)
    assert runner.unheard == []
    screen.detach(view)
    writing.send("note", lambda: disk.write("typed last"), lambda _: None)
    (told,) = runner.unheard
    assert isinstance(told, DiskFullError)


def test_what_was_refused_counts_as_held_only_while_a_screen_shows_it_and_does_not_send_it_again(
    qtbot: QtBot,
) -> None:
    disk, showing, runner = Disk(), Showing("state"), SerialRunner()
    writing = Writing(runner, showing, lambda: None)
    disk.trouble = DiskFullError
    look: list[str] = []
    showing.attach(look.append)
    writing.send("words", lambda: disk.write("words"), lambda _: None)
    qtbot.waitUntil(lambda: writing.problem is not None)
    (refused,) = runner.refused()
    assert not refused.taken_over
    writing.try_again()
    assert refused.taken_over
    showing.detach(look.append)
    assert runner.refused() == ()
    runner.close()


def test_what_fails_after_the_lock_is_told_as_lost_and_reads_are_not(qtbot: QtBot) -> None:
    disk, runner = Disk(), SerialRunner()
    lost: list[Said[object]] = []
    runner.lost.connect(lost.append)
    disk.trouble = DiskFullError
    Writing(runner, object(), lambda: None).send("words", lambda: disk.write("words"), lambda _: None)
    runner.submit(lambda: disk.write("no words"), lambda _: None)
    runner.forget()
    qtbot.waitUntil(lambda: bool(lost))
    answered: list[None] = []
    runner.submit(lambda: None, answered.append)
    qtbot.waitUntil(lambda: bool(answered))
    disk.trouble = None
    assert [each() for each in lost] == ["words"]
    runner.close()
