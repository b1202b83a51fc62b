"""A hardened process leaves no core dump and lets no other program look into it.

These tests must not harden the process they run in.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Final

import pytest

LINUX: Final = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own switch")
TELLING: Final = """
import ctypes, json, os, resource
from pathlib import Path
from iroc_desktop.system.process import harden
harden()
print(json.dumps({
    "core": resource.getrlimit(resource.RLIMIT_CORE),
    "dumpable": ctypes.CDLL(None).prctl(3, 0, 0, 0, 0),
    "mask": os.umask(0o077),
    "owner": Path("/proc/self/mem").stat().st_uid,
}))
"""


@LINUX
def test_a_hardened_process_dumps_no_core_and_its_memory_belongs_to_root() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", TELLING], capture_output=True, text=True, check=True, timeout=30
    )
    told = json.loads(answer.stdout)
    assert told == {"core": [0, 0], "dumpable": 0, "mask": 0o077, "owner": 0}


@LINUX
def test_without_hardening_the_memory_belongs_to_the_account_itself() -> None:
    planted = TELLING.replace("harden()\n", "", 1).replace(
        "os.setuid(65534) if os.getuid() == 0 else None", ""
    )
    answer = subprocess.run(
        [sys.executable, "-c", planted], capture_output=True, text=True, check=True, timeout=30
    )
    told = json.loads(answer.stdout)
    assert told["owner"] == os.getuid()
    assert told["dumpable"] == 1
