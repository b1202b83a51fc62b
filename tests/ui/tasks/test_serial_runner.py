"""The serial worker: order, threads, errors, and silence after the lock.

These tests must not sleep; they wait for signals.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import DiskFullError
from iroc_desktop.services.changes import Changes, Done, person_changed
from iroc_desktop.ui.tasks.serial_runner import SerialRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[SerialRunner]:
    made = SerialRunner()
    yield made
    made.close()


def fail_with(error: Exception) -> object:
    raise error


def test_work_runs_in_order_on_one_thread_and_answers_on_the_windows(
    runner: SerialRunner, qtbot: QtBot
) -> None:
    workers: list[int] = []
    answers: list[tuple[int, int]] = []

    def work(number: int) -> int:
        workers.append(threading.get_ident())
        return number

    for number in range(5):
        runner.submit(
            lambda number=number: work(number),  # type: ignore[misc]  # mypy cannot infer a defaulted lambda
            lambda value: answers.append((value, threading.get_ident())),
        )
    qtbot.waitUntil(lambda: len(answers) == 5)
    assert [value for value, _ in answers] == [0, 1, 2, 3, 4]
    assert {thread for _, thread in answers} == {threading.get_ident()}
    assert len(set(workers)) == 1
    assert workers[0] != threading.get_ident()


def test_changes_are_broadcast_with_their_initiator_after_the_answer(
    runner: SerialRunner, qtbot: QtBot
) -> None:
    heard: list[object] = []
    runner.changed.connect(lambda changes, initiator: heard.append((changes, initiator)))
    me = object()
    with qtbot.waitSignal(runner.changed):
        runner.submit(
            lambda: Done("saved", person_changed("1")), lambda _: heard.append("done"), initiator=me
        )
    assert heard == ["done", (Changes(people=frozenset({"1"})), me)]


def test_an_expected_error_goes_to_whoever_asked(runner: SerialRunner, qtbot: QtBot) -> None:
    failed: list[ExpectedError] = []
    runner.submit(lambda: fail_with(DiskFullError()), lambda _: None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], DiskFullError)


def test_an_expected_error_nobody_asked_about_is_told_to_all(runner: SerialRunner, qtbot: QtBot) -> None:
    with qtbot.waitSignal(runner.unheard) as told:
        runner.submit(lambda: fail_with(DiskFullError()), lambda _: None)
    assert isinstance(told.args[0], DiskFullError)


def test_a_bug_reaches_the_crash_hook_and_the_worker_goes_on(runner: SerialRunner, qtbot: QtBot) -> None:
    answers: list[int] = []
    with qtbot.captureExceptions() as bugs:
        runner.submit(lambda: fail_with(ZeroDivisionError()), lambda _: None)
        runner.submit(lambda: 7, answers.append)
        qtbot.waitUntil(lambda: bool(answers))
    assert [kind for kind, _, _ in bugs] == [ZeroDivisionError]


def test_after_the_lock_work_is_done_but_nobody_is_told(runner: SerialRunner, qtbot: QtBot) -> None:
    done: list[str] = []
    told: list[str] = []
    runner.submit(lambda: done.append("written"), lambda _: told.append("told"))
    runner.forget()
    runner.submit(lambda: None, lambda _: told.append("told of the next"))
    qtbot.waitUntil(lambda: bool(told))
    assert done == ["written"]
    assert told == ["told of the next"]


def test_closing_waits_for_work_already_given(qtbot: QtBot) -> None:
    runner = SerialRunner()
    done: list[int] = []
    for number in range(20):
        runner.submit(lambda number=number: done.append(number), lambda _: None)  # type: ignore[misc]  # as above
    runner.close()
    assert done == list(range(20))
