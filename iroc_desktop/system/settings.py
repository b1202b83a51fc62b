"""This machine's settings: language, look and habits. They are read before anything is unlocked.

It must not hold anything personal, and a damaged file never stops the program.
"""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)

LANGUAGES = ("en", "es")
"""The program's languages, in the order in which they are offered."""
THEMES = ("light", "dark", "high-contrast")
TEXT_SCALES = (100, 125, 150, 175, 200)
IDLE_MINUTES = range(1, 31)


@dataclass(frozen=True, slots=True)
class Settings:
    """What this machine remembers about itself."""

    language: str = ""
    """Empty until it was chosen at first start."""
    theme: str = "light"
    text_scale: int = 100
    """Per cent."""
    idle_minutes: int = 4
    """Minutes without a key or a click until the program locks, 1–30."""
    show_previous: bool = True
    """Whether the previous rating appears once an indicator is rated."""
    passphrase_leaves_person_view: bool = False
    """Whether leaving the person-facing view asks for the passphrase."""
    paper: str = "a4"

    @classmethod
    def load(cls, file: Path) -> Settings:
        """Return the settings in the file; for what is missing or makes no sense, the standard."""
        try:
            given = json.loads(file.read_text("utf-8"))
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError):
            log.info("settings could not be read; the standard ones are used")
            return cls()
        return cls(**_sensible(given if isinstance(given, dict) else {}))

    def save(self, file: Path) -> None:
        """Write the settings beside the old file, then replace it whole.

        Raises:
            OSError: if the folder cannot be written; the old file is then untouched.
        """
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(".new")
        with draft.open("w", encoding="utf-8") as stream:
            json.dump(asdict(self), stream, indent=1)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(file)


_ALLOWED: dict[str, Any] = {
    "language": LANGUAGES,
    "theme": THEMES,
    "text_scale": TEXT_SCALES,
    "idle_minutes": IDLE_MINUTES,
    "show_previous": (True, False),
    "passphrase_leaves_person_view": (True, False),
    "paper": ("a4", "letter"),
}


def _sensible(given: dict[str, Any]) -> dict[str, Any]:
    known = {each.name for each in fields(Settings)}
    return {name: value for name, value in given.items() if name in known and _fits(_ALLOWED[name], value)}


def _fits(allowed: Any, value: Any) -> bool:  # noqa: ANN401  # JSON may hold anything
    return any(value == each and type(value) is type(each) for each in allowed)
