"""A short guide to each coaching skill, for the practitioner: its pages, and finding one by its words.

It must not hold text of its own, and nothing in it is said for the practitioner.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from iroc_desktop.domain.names import matches, searchable
from iroc_desktop.domain.wording import ReviewStatus

_WORDS: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Skill:
    """One coaching skill, on less than a page."""

    id: str
    title: str
    text: tuple[str, ...]
    """Paragraphs."""
    say: tuple[str, ...]
    """Sentences that show how it may sound."""
    source: str = ""
    """Where a public idea comes from; empty when that is not known."""


@dataclass(frozen=True, slots=True)
class GuideText:
    """The guide in one language."""

    language: str
    status: ReviewStatus
    reviewed_by: str
    skills: tuple[Skill, ...]


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A skill as it is shown, and the language it is in."""

    skill: Skill
    language: str
    instead_of: str = ""
    """The language that was wanted, when this is in another one; empty otherwise."""
    status: ReviewStatus = ReviewStatus.DRAFT


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide for a reader, each page in the nearest language that has it."""

    pages: tuple[GuidePage, ...] = field(default=(), repr=False)

    @property
    def draft(self) -> bool:
        """Return whether nobody stands yet for one of the pages."""
        return any(page.status is ReviewStatus.DRAFT for page in self.pages)

    def find(self, typed: str) -> tuple[GuidePage, ...]:
        """Return the pages on which each typed word begins a word, in their order.

        Accents and capitals do not count; nothing typed finds every page.
        """
        words = _plain(typed)
        return tuple(page for page in self.pages if matches(words, _plain(_all_of(page.skill))))

    def best(self, typed: str) -> GuidePage | None:
        """Return the first page that is found by its title, else the first that is found, if any."""
        words, found = _plain(typed), self.find(typed)
        titled = (page for page in found if matches(words, _plain(page.skill.title)))
        return next(titled, found[0] if found else None)


NO_GUIDE: Final = Guide()


def guide_for(texts: Iterable[GuideText], language: str) -> Guide:
    """Return the guide for a reader of `language`; what it lacks comes from the others, at the end."""
    ordered = sorted(texts, key=lambda text: text.language != language)
    return Guide(tuple(_pages(ordered, language)))


def _pages(texts: Iterable[GuideText], language: str) -> Iterator[GuidePage]:
    known: set[str] = set()
    for text in texts:
        instead_of = "" if text.language == language else language
        for skill in text.skills:
            if skill.id not in known:
                known.add(skill.id)
                yield GuidePage(skill, text.language, instead_of, text.status)


def _all_of(skill: Skill) -> str:
    return " ".join((skill.title, *skill.text, *skill.say, skill.source))


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(searchable(text)))
