"""Guards that fail a test for what it leaves behind: threads, windows, log records, network calls.

It must not know the program: everything is watched from outside, through Python and Qt.
"""

from __future__ import annotations

import gc
import logging
import re
import sys
import threading
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

PATIENCE = 2.0
"""Seconds given to a thread that is already ending."""

_NETWORK_EVENTS = frozenset({"socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"})
_network_calls: list[str] = []
_audited = threading.Event()


class NetworkUsedError(AssertionError):
    """A test reached for the network, which the program never does."""


class StrayRecords(logging.Handler):
    """Keep every log record of level WARNING or above that no test asked for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record until the test is over."""
        self.records.append(record)


class ExpectLog(Protocol):
    """The type of the `expect_log` fixture."""

    def __call__(self, level: int, words: str) -> AbstractContextManager[None]:
        """Return a context in which a record of this level, matching these words, has to appear."""


@dataclass
class Watch:
    """What was there before a test began."""

    threads: set[threading.Thread] = field(default_factory=lambda: set(threading.enumerate()))
    windows: set[int] = field(default_factory=lambda: set(_windows()))
    calls: int = field(default_factory=lambda: len(_network_calls))
    stray: StrayRecords = field(default_factory=StrayRecords)
    passed: bool = False


_watch = pytest.StashKey[Watch]()


def pytest_configure(config: pytest.Config) -> None:
    """Listen for network calls; once for the process, since Python never lets a listener go."""
    if not _audited.is_set():
        _audited.set()
        sys.addaudithook(_refuse_network)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    """Take note of the world before any fixture of this test has run."""
    watch = item.stash[_watch] = Watch()
    logging.getLogger().addHandler(watch.stray)
    yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember whether the test passed: a failed one holds on to its objects through its traceback."""
    report = yield
    if report.when == "call" and _watch in item.stash:
        item.stash[_watch].passed = report.passed
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """Compare the world with the note, after every fixture has tidied up."""
    yield
    watch = item.stash[_watch]
    logging.getLogger().removeHandler(watch.stray)
    calls = _network_calls[watch.calls :]
    del _network_calls[watch.calls :]
    if watch.passed:
        faults = [*_left_threads(watch), *_left_windows(watch), *_stray_records(watch)]
        faults += [f"reached for the network: {call}" for call in calls]
        if faults:
            pytest.fail("this test " + "; ".join(faults), pytrace=False)


@pytest.fixture
def expect_log(request: pytest.FixtureRequest) -> ExpectLog:
    """Give a context manager for records that belong here, told by their level and some of their words.

    It fails when no such record appears, so it cannot hide a message that has gone.
    """
    stray = request.node.stash[_watch].stray

    @contextmanager
    def expected(level: int, words: str) -> Iterator[None]:
        before = list(stray.records)
        yield
        fresh = [record for record in stray.records if record not in before]
        wanted = [r for r in fresh if r.levelno == level and re.search(words, r.getMessage())]
        assert wanted, f"no {logging.getLevelName(level)} record matching {words!r} appeared"
        stray.records = [record for record in stray.records if record not in wanted]

    return expected


def _refuse_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Raise for every use of an internet address; local (Unix) sockets stay free."""
    if event not in _NETWORK_EVENTS:
        return
    if getattr(arguments[0], "family", None) is not None and arguments[0].family.name == "AF_UNIX":
        return
    _network_calls.append(event)
    raise NetworkUsedError(event)


def _left_threads(watch: Watch) -> list[str]:
    """Return a line for each thread that this test started and that still runs."""
    if "PySide6.QtCore" in sys.modules:
        _settle_qt_pool()
    fresh = [thread for thread in threading.enumerate() if thread not in watch.threads]
    for thread in fresh:
        if not isinstance(thread, threading._DummyThread):
            thread.join(PATIENCE)
    return [f"left a thread running: {thread.name}" for thread in fresh if _is_running(thread)]


def _is_running(thread: threading.Thread) -> bool:
    """Return whether a thread still runs; Python never learns of the end of those Qt has started."""
    if isinstance(thread, threading._DummyThread):
        tasks = Path("/proc/self/task")
        return tasks.exists() and (tasks / str(thread.native_id)).exists()
    return thread.is_alive()


def _settle_qt_pool() -> None:
    # imported here, as below: tests without Qt must stay without Qt
    from PySide6.QtCore import QThreadPool

    QThreadPool.globalInstance().waitForDone(int(PATIENCE * 1000))


def _windows() -> dict[int, str]:
    """Return the address and class of every window alive; nothing where Qt is not in use."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication
    from shiboken6 import getCppPointer

    if not isinstance(QApplication.instance(), QApplication):
        return {}
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return {getCppPointer(widget)[0]: type(widget).__name__ for widget in QApplication.topLevelWidgets()}


def _left_windows(watch: Watch) -> list[str]:
    """Return a line for each window of this test that is still alive."""
    left = {address: name for address, name in _windows().items() if address not in watch.windows}
    if left:
        # reference cycles keep windows alive until Python collects them: that is no leak
        gc.collect()
        left = {address: name for address, name in _windows().items() if address not in watch.windows}
    return [f"left a window open: {name}" for name in left.values()]


def _stray_records(watch: Watch) -> list[str]:
    return [f"logged a stray {r.levelname}: {r.name}: {r.getMessage()}" for r in watch.stray.records]
