"""How an instrument is worded in one language, and the pack that joins wordings to an instrument.

It must not hold text of its own: every sentence comes from the pack's files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from iroc_desktop.domain.instrument import Instrument


class ReviewStatus(StrEnum):
    """Whether somebody who speaks the language has read a text and stands for it."""

    DRAFT = "draft"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class IndicatorWording:
    """The words around one indicator, for the person and for the practitioner."""

    name: str
    short_name: str
    """At most about 16 characters, for the spokes of the spidergram."""
    question: str
    """The whole question, look-back included."""
    easy_question: str
    """The same in the plainest words, for the person-facing view."""
    prompts: tuple[str, ...]
    """Questions that open the conversation, shown beside the rating."""
    other_ways: tuple[str, ...]
    """Other ways to ask the same thing."""


@dataclass(frozen=True, slots=True)
class Wording:
    """An instrument in one language."""

    language: str
    status: ReviewStatus
    reviewed_by: str
    name: str
    look_back: str
    """For example "in the last three months"."""
    licence_line: str
    """Says on each print whose wording this is."""
    areas: Mapping[str, str]
    """Area id → name."""
    steps: Mapping[int, str]
    """Step of the scale → its word, for example 3 → "sometimes"."""
    indicators: Mapping[str, IndicatorWording]
    """Indicator id → its words; complete, which the loader has checked."""


@dataclass(frozen=True, slots=True)
class Pack:
    """An instrument with its wordings."""

    instrument: Instrument
    wordings: Mapping[str, Wording]
    official: bool
    """True when a licence-holder supplied the official wording."""
    licence_holder: str

    def wording(self, language: str) -> Wording:
        """Return the wording in `language`, or in the pack's first language if it has none."""
        if language in self.wordings:
            return self.wordings[language]
        return next(iter(self.wordings.values()))
