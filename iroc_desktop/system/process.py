"""What this process may leave behind: no core dump, no memory or file that other programs can read.

It must not come late: before anything secret is in memory.
"""

from __future__ import annotations

import ctypes
import os
import sys
from typing import Final

PRIVATE = 0o077
"""The permissions that new files and folders do not get."""

_PR_SET_DUMPABLE: Final = 4

_NO_CRASH_BOXES: Final = 0x0001 | 0x0002 | 0x8000
"""Windows: no box for a missing disk, a crash or a file that cannot be opened."""
_NO_HEAP_IN_REPORTS: Final = 0x1
"""Windows: a crash report holds stacks, never the heap."""


def harden() -> None:
    """Forbid core dumps, keep other programs of this account out of our memory, new files to this account.

    Windows keeps no program of the same account out; there, only crash reports are cut down.
    """
    os.umask(PRIVATE)
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetErrorMode(_NO_CRASH_BOXES)
        kernel.WerSetFlags(_NO_HEAP_IN_REPORTS)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # the kernel then gives /proc/PID/mem, a debugger and a core pipe to root alone
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
