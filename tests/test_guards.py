"""The guards are seen to fail: one planted fault for each, and an innocent twin that passes.

It must not plant a fault in this process: the faulty tests run in a process of their own.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

PLANTED = '''
import logging
import socket
import threading

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QWidget

kept = []


class Spinning(QThread):
    """Runs Python code until it is asked to stop."""

    def run(self):
        threading.current_thread()
        while not self.isInterruptionRequested():
            self.msleep(5)


def test_leaves_a_thread():
    gate = threading.Event()
    kept.append(gate)
    threading.Thread(target=gate.wait, name="forgotten", daemon=True).start()


def test_leaves_a_qt_thread(qtbot):
    thread = Spinning()
    kept.append(thread)
    thread.start()
    qtbot.wait(50)


def test_leaves_a_window(qtbot):
    kept.append(QWidget())


def test_leaves_a_log_record():
    logging.getLogger("planted").warning("nobody asked for this")


def test_hides_a_network_call():
    with pytest.raises(AssertionError):
        socket.getaddrinfo("example.org", 80)


def test_expects_a_record_that_never_comes(expect_log):
    with expect_log(logging.WARNING, "something"):
        pass


def test_is_innocent(qtbot, expect_log):
    widget = QWidget()
    qtbot.addWidget(widget)
    thread = threading.Thread(target=lambda: None)
    thread.start()
    first, second = socket.socketpair()
    first.close()
    second.close()
    with expect_log(logging.WARNING, "wanted"):
        logging.getLogger("planted").warning("this one is wanted")


def teardown_module():
    for left in kept:
        if isinstance(left, QThread):
            left.requestInterruption()
            left.wait()
'''


@pytest.fixture
def planted(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the summary lines of a run over the planted faults."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    monkeypatch.setenv("COLUMNS", "300")
    pytester.makepyfile(PLANTED)
    result = pytester.runpytest_subprocess("-p", "tests.guards", "-p", "no:cacheprovider", "-rA", "-q")
    return result.outlines


def test_each_planted_fault_is_named_and_the_innocent_test_passes(planted: list[str]) -> None:
    errors = "\n".join(line for line in planted if line.startswith("ERROR"))
    for test, fault in (
        ("leaves_a_thread", "left a thread running: forgotten"),
        ("leaves_a_qt_thread", "left a thread running: Dummy"),
        ("leaves_a_window", "left a window open: QWidget"),
        ("leaves_a_log_record", "logged a stray WARNING: planted: nobody asked for this"),
        ("hides_a_network_call", "reached for the network: socket.getaddrinfo"),
    ):
        assert [line for line in planted if f"test_{test} " in line and fault in line], (test, errors)
    assert any(line.startswith("FAILED") and "record_that_never_comes" in line for line in planted)
    assert any(line.startswith("PASSED") and "is_innocent" in line for line in planted)
    assert "is_innocent" not in errors


def test_the_home_folder_is_private(private_home: Path, tmp_path: Path) -> None:
    assert Path.home() == private_home
    assert Path(os.environ["XDG_DATA_HOME"]).is_relative_to(private_home)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permission bits")
def test_files_are_made_for_this_user_only(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.touch()
    assert secret.stat().st_mode & 0o077 == 0


def test_no_screen_is_needed() -> None:
    assert os.environ["QT_QPA_PLATFORM"]
