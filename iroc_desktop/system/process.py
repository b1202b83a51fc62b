"""What this process may leave behind: no core dump, no file that other accounts can read.

It must not come late: before anything secret is in memory.
"""

from __future__ import annotations

import os
import sys

PRIVATE = 0o077
"""The permissions that new files and folders do not get."""


def harden() -> None:
    """Forbid core dumps and keep new files to this account. Windows does neither this way."""
    os.umask(PRIVATE)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
