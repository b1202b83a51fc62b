"""A toolkit page on its way to paper: blank, or with what a person answered; everything that it will say.

It must not hold anything that is not to be read by whoever finds the sheet.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from iroc_desktop.domain.operations import JsonValue, canonical
from iroc_desktop.domain.summary import Paper
from iroc_desktop.domain.toolkit import PageWords, ToolkitPage
from iroc_desktop.domain.worksheets import NOTHING


@dataclass(frozen=True, slots=True)
class ToolkitSheet:
    """One page in one language, for one size of paper."""

    page: ToolkitPage
    words: PageWords
    paper: Paper
    answers: Mapping[str, JsonValue] = field(default_factory=lambda: NOTHING, repr=False)
    """Part id → answer, as in a `Worksheet`; none for a blank sheet."""
    shown_name: str = field(default="", repr=False)
    """Whose sheet it is; empty where no name shall be on it."""
    practice: bool = False

    @property
    def language(self) -> str:
        """Return the language of the sheet, which is that of its words."""
        return self.words.language

    def blank(self) -> ToolkitSheet:
        """Return the sheet with nothing filled in and no name."""
        return replace(self, answers=NOTHING, shown_name="")

    @property
    def fingerprint(self) -> str:
        """Return six letters and digits, such as "7F3K-22", that differ when anything on the sheet does."""
        said: list[JsonValue] = [self.page.id, self.language, *self.words.sentences()]
        said += [self.paper.value, self.shown_name, self.practice, dict(self.answers)]
        digest = hashlib.sha256(canonical(said)).digest()
        letters = base64.b32encode(digest).decode()[:6]
        return f"{letters[:4]}-{letters[4:]}"
