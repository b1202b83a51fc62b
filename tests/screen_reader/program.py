"""The program as a process: started, killed without warning, and started again on the same folder.

It must not ask the program anything: that is the reader's.
"""

from __future__ import annotations

import subprocess
from pathlib import Path


class Program:
    """One folder of data, and at most one process on it."""

    def __init__(self, python: str, folder: Path) -> None:
        """Run the program with the interpreter `python` on the data in `folder`."""
        self._command = [python, "-X", "faulthandler", "-m", "iroc_desktop", "--data-dir", str(folder)]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Open the window."""
        self._process = subprocess.Popen(self._command)

    def kill(self) -> None:
        """End the process as a power cut does: it is not asked, and nothing is tidied up."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    @property
    def told(self) -> str:
        """Return whether the process is still there; a signal is told by its number, below zero."""
        code = None if self._process is None else self._process.poll()
        return "it runs" if code is None else f"it ended by itself with {code}"
