"""The report of a bug: what broke and where in our code, ready to be copied.

It must not hold anything personal: no message of an exception, no values, no paths of this machine.
"""

from __future__ import annotations

import platform
import sys
import traceback
from pathlib import PurePath
from types import TracebackType

PACKAGE = "iroc_desktop"


def crash_report(kind: type[BaseException], trace: TracebackType | None, version: str) -> str:
    """Return versions, the exception's type and the places in the code, innermost last.

    An exception's own words are left out: they can quote what a person said.
    """
    frames = [_place(frame) for frame in traceback.extract_tb(trace)]
    lines = [
        f"I.ROC Desktop {version}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}, {sys.platform}",
        kind.__name__,
        *frames,
    ]
    return "\n".join(lines)


def _place(frame: traceback.FrameSummary) -> str:
    parts = PurePath(frame.filename).parts
    own = parts.index(PACKAGE) if PACKAGE in parts else len(parts) - 1
    return f"  {'/'.join(parts[own:])}:{frame.lineno} {frame.name}"
