"""A toolkit page on its way to paper: blank, or with what a person answered; everything that it will say.

It must not hold anything that is not to be read by whoever finds the sheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from iroc_desktop.domain.fingerprints import digest_of, fingerprint_of
from iroc_desktop.domain.operations import JsonValue
from iroc_desktop.domain.plain import plain
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
    missing_language: str = ""
    """The language that was asked for, where the page has no words in it; the sheet says so."""
    person_id: str = ""
    """Whose sheet it is, for the record only; empty where it was printed for nobody."""
    day: str = ""
    """ISO date on which it was prepared, for the record only."""
    session_id: str = ""
    """The session it was taken away from; empty outside of one."""
    worksheet_id: str = ""
    """The worksheet it shows; empty for a blank sheet."""
    id: str = ""
    """The digest of all the rest, once it is sealed: the same sheet has the same id."""

    @property
    def language(self) -> str:
        """Return the language of the sheet, which is that of its words."""
        return self.words.language

    def blank(self) -> ToolkitSheet:
        """Return the sheet with nothing filled in and no name."""
        return replace(self, answers=NOTHING, shown_name="", worksheet_id="")

    def sealed(self) -> ToolkitSheet:
        """Return the sheet as it is kept for good: with its id, without languages it does not speak."""
        return replace(self._spoken(), id=self._digest())

    @property
    def fingerprint(self) -> str:
        """Return six letters and digits, such as "7F3K-22", that differ when anything on the sheet does."""
        return fingerprint_of(self.id or self._digest())

    def _digest(self) -> str:
        return digest_of(plain(replace(self._spoken(), id="")))

    def _spoken(self) -> ToolkitSheet:
        return replace(self, page=replace(self.page, words=MappingProxyType({})))
