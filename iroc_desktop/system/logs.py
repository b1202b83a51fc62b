"""The technical log: what the program did, for whoever mends it.

It must not hold anything personal: no names, no words, no paths outside of the data folder.
"""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

MOST_BYTES: Final = 256 * 1024
"""One file of this size and one older one are kept."""


def start_log(file: Path) -> None:
    """Write log records of level INFO and above to `file`; do without where it cannot be written."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=MOST_BYTES, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        root.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    # these tell file paths and font names at INFO, which nobody needs
    for chatty in ("matplotlib", "fontTools", "alembic", "PIL"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


def stop_log() -> None:
    """Close every handler, so that the file can be moved or removed."""
    root = logging.getLogger()
    for handler in tuple(root.handlers):
        if isinstance(handler, RotatingFileHandler):
            root.removeHandler(handler)
            handler.close()
