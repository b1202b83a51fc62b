"""The program's languages as they call themselves, known without loading any language data.

It must not import Babel: the first window waits for this.
"""

from __future__ import annotations

from typing import Final

OWN_NAMES: Final = {"en": "English", "es": "Español"}
"""In the order in which they are offered."""


def own_name(language: str) -> str:
    """Return what a language of the program calls itself."""
    return OWN_NAMES[language]
