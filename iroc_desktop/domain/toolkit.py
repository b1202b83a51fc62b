"""Toolkit pages: what a page consists of, its words in each language, and for whom and where it works.

It must not hold words of its own, nor know how a page is shown or printed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from iroc_desktop.domain.content_errors import BadContentError
from iroc_desktop.domain.readability import GRADES, reading_age
from iroc_desktop.domain.wording import ReviewStatus

HIGHEST_READING_AGE: Final = 11
"""Years; a page above it says in its words why."""

_SENTENCE_ENDS: Final = (".", "!", "?", "…", ":")


class PageKind(StrEnum):
    """What a page is for."""

    GUIDE = "guide"
    WORKSHEET = "worksheet"
    PLAN = "plan"
    TIP = "tip"


class Need(StrEnum):
    """What somebody may look for, beside the areas of the instrument."""

    SLEEP = "sleep"
    CALM = "calm"
    WORRY = "worry"
    LOW_DAYS = "low-days"
    ANGER = "anger"
    GRIEF = "grief"
    VOICES = "voices"
    PAIN = "pain"
    BODY = "body"
    FOOD = "food"
    MOVEMENT = "movement"
    HABITS = "habits"
    MONEY = "money"
    PAPERS = "papers"
    SKILLS = "skills"
    HOME = "home"
    SAFETY = "safety"
    CONNECTION = "connection"
    FAMILY = "family"
    FRIENDS = "friends"
    TALKING = "talking"
    TRUST = "trust"
    BELONGING = "belonging"
    SELF_WORTH = "self-worth"
    IDENTITY = "identity"
    CHOICES = "choices"
    RIGHTS = "rights"
    SAY = "say"
    PURPOSE = "purpose"
    WORK = "work"
    LEARNING = "learning"
    TIME = "time"
    LEAVING = "leaving"
    HOPE = "hope"
    STRENGTHS = "strengths"
    STAYING_WELL = "staying-well"
    ASKING_FOR_HELP = "asking-for-help"


class Setting(StrEnum):
    """Where a page works, or what it needs."""

    CELL = "cell"
    """Works in a cell, so it works anywhere."""
    YARD = "yard"
    """Needs a yard or open air."""
    PHONE = "phone"
    PRACTITIONER = "practitioner"
    HOME = "home"
    """Needs a home, a kitchen or money of one's own."""


class Company(StrEnum):
    """With whom it can be done."""

    ALONE = "alone"
    TOGETHER = "together"
    GROUP = "group"


class PartKind(StrEnum):
    """The kinds of parts that drive form and paper alike."""

    TEXT = "text"
    """Something to read."""
    LIST = "list"
    """Lines to write on."""
    SCALE = "scale"
    TABLE = "table"
    CHOICE = "choice"
    DRAWING = "drawing"
    """Room to draw, on paper only."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a page; which fields count depends on the kind."""

    id: str
    kind: PartKind
    lines: int = 0
    """Of a list: how many lines paper has."""
    lowest: int = 0
    """Of a scale."""
    highest: int = 0
    """Of a scale."""
    rows: int = 0
    """Of a table."""
    many: bool = False
    """Of a choice: whether more than one may be chosen."""
    options: tuple[str, ...] = ()
    """Of a choice: ids, in order."""
    height: int = 0
    """Of a drawing, in millimetres."""

    @property
    def asks(self) -> bool:
        """Return whether an answer can be typed or chosen here."""
        return self.kind not in (PartKind.TEXT, PartKind.DRAWING)


@dataclass(frozen=True, slots=True)
class PartWords:
    """The words of one part in one language; which fields count depends on its kind."""

    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    label: str = ""
    """What is asked."""
    hint: str = ""
    low: str = ""
    """What the lowest step of a scale means."""
    high: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    """Names that fill the first column of a table; empty where rows have none."""
    options: tuple[str, ...] = ()
    """Words of the options, in the order of the part's option ids."""

    def sentences(self) -> Iterator[str]:
        """Yield everything there is to read, in order."""
        yield from (each for each in (self.heading, *self.paragraphs, *self.bullets) if each)
        yield from (each for each in (self.label, self.hint, self.low, self.high) if each)
        yield from (*self.columns, *self.rows, *self.options)


@dataclass(frozen=True, slots=True)
class Source:
    """Where the idea of a page comes from, when it has a public, nameable source."""

    name: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class PageWords:
    """A page in one language."""

    language: str
    status: ReviewStatus
    reviewed_by: str
    title: str
    summary: str
    """One line for lists."""
    parts: Mapping[str, PartWords]
    """Part id → its words; complete, which the loader has checked."""
    hard_words: str = ""
    """Why it is harder to read than it should be; empty where it is not."""
    source: Source | None = None
    """Where the idea comes from, as this language says it; None where the page's own naming will do."""

    def sentences(self) -> Iterator[str]:
        """Yield everything there is to read, in order."""
        yield self.title
        yield self.summary
        for words in self.parts.values():
            yield from words.sentences()

    @property
    def reading_age(self) -> int | None:
        """Return the age in whole years, rounded up, at which it can be read; None where no formula fits."""
        if self.language not in GRADES:
            return None
        whole = " ".join(each if each.endswith(_SENTENCE_ENDS) else f"{each}." for each in self.sentences())
        # a tenth of a year is less than any formula knows
        return math.ceil(round(reading_age(whole, self.language), 1))


@dataclass(frozen=True, slots=True)
class WordedPage:
    """A page as it can be shown to somebody who asked for a language."""

    words: PageWords
    missing_language: str = ""
    """The language that was asked for, where the page has no words in it; empty otherwise."""


@dataclass(frozen=True, slots=True)
class ToolkitPage:
    """One page with its words in at least one language."""

    id: str
    kind: PageKind
    indicators: tuple[str, ...]
    """Ids of indicators, the main one first; an instrument need not have them."""
    needs: tuple[Need, ...]
    settings: tuple[Setting, ...]
    minutes: int
    company: tuple[Company, ...]
    parts: tuple[Part, ...]
    words: Mapping[str, PageWords]
    """Language code → words."""
    source: Source | None = None
    own: bool = False
    """True for a page that the organisation added."""

    def in_language(self, language: str, otherwise: str = "") -> WordedPage:
        """Return the words in a language; where there are none, in another language, and say so."""
        if language in self.words:
            return WordedPage(self.words[language])
        found = self.words.get(otherwise) or next(iter(self.words.values()))
        return WordedPage(found, language)

    def source_in(self, words: PageWords) -> Source | None:
        """Return where the idea comes from, in the language of the words if they say it."""
        return words.source or self.source

    def works_with(self, available: frozenset[Setting]) -> bool:
        """Return whether everything it needs is there; what works in a cell works everywhere."""
        return Setting.CELL in self.settings or available.issuperset(self.settings)

    @property
    def asks(self) -> bool:
        """Return whether there is anything to fill in on the screen."""
        return any(part.asks for part in self.parts)


@dataclass(frozen=True, slots=True)
class PageFault:
    """A page, or one language of it, that cannot be used."""

    page: str
    """The folder's name."""
    error: BadContentError


@dataclass(frozen=True, slots=True)
class Toolkit:
    """Every page that could be read, and what is wrong with the others."""

    pages: tuple[ToolkitPage, ...] = ()
    faults: tuple[PageFault, ...] = ()
