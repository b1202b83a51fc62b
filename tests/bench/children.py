"""Runs a part of the measuring in a process of its own, so that nothing is warm that would be cold.

It must not guess: a child that fails ends the whole run with what it said.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Final

from tests.bench import PAINTED

ROOT: Final = Path(__file__).resolve().parents[2]
_LIMIT_SECONDS: Final = 120


def figures_of(module: str, *arguments: str) -> dict[str, float]:
    """Return the figures that a module of this package prints as JSON in its last line."""
    with _started(module, *arguments) as child:
        said, _ = child.communicate(timeout=_LIMIT_SECONDS)
        _must_have_worked(child)
    figures: dict[str, float] = json.loads(said.strip().splitlines()[-1])
    return figures


def milliseconds_to_paint(module: str, *arguments: str) -> float:
    """Return how long after its start a module says that its window was painted."""
    began = time.perf_counter()
    with _started(module, *arguments) as child:
        _wait_for_paint(child.stdout)
        took = (time.perf_counter() - began) * 1000
        child.communicate(timeout=_LIMIT_SECONDS)
        _must_have_worked(child)
    return took


def _started(module: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", f"tests.bench.{module}", *arguments]
    environment = {"QT_LOGGING_RULES": "qt.qpa.*=false", **os.environ}
    # people's machines keep compiled modules, so those that measure must too
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & environment.keys():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def _wait_for_paint(stream: IO[str] | None) -> None:
    for line in stream or ():
        if line.strip() == PAINTED:
            return
    raise RuntimeError("the window was never painted")


def _must_have_worked(child: subprocess.Popen[str]) -> None:
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, child.args)
