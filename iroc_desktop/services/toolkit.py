"""Finding toolkit pages: by words, by what they are for, by where they work, and as suggestions.

It must not read files or the record, nor know how anything is called: names come in as data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from iroc_desktop.domain.names import searchable
from iroc_desktop.domain.toolkit import Company, Need, PageKind, Setting, Toolkit, ToolkitPage

SUGGESTIONS: Final = 6
"""More than this is a list, not a suggestion."""
_NOTHING: Final = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; a field that is empty or None asks for nothing."""

    typed: str = ""
    indicator: str = ""
    need: Need | None = None
    setting: Setting | None = None
    kind: PageKind | None = None
    minutes: int | None = None
    """At most so many."""
    company: Company | None = None
    only: frozenset[str] | None = None
    """Ids of pages, such as the favourites."""

    @property
    def empty(self) -> bool:
        """Return whether nothing was asked for."""
        return self == Wanted()

    def admits(self, page: ToolkitPage) -> bool:
        """Return whether a page fits everything but the typed words."""
        return (
            (not self.indicator or self.indicator in page.indicators)
            and (self.need is None or self.need in page.needs)
            and (self.setting is None or self.setting in page.settings)
            and (self.kind is None or self.kind is page.kind)
            and (self.minutes is None or page.minutes <= self.minutes)
            and (self.company is None or self.company in page.company)
            and (self.only is None or page.id in self.only)
        )


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A page that may help, and why, as data."""

    page: ToolkitPage
    indicator: str
    """The chosen indicator it is for."""
    setting: Setting
    """What makes it possible here: it works in a cell, or what it needs is there."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A page as the search sees it; each text begins with a space and holds words parted by one space."""

    page: ToolkitPage
    texts: tuple[str, str, str, str]
    """Title, summary, names of needs, everything; a match in an earlier one stands higher."""

    def rank(self, words: Sequence[str]) -> int | None:
        """Return where all words are found, 0 for the title; None where one is nowhere."""
        for place, text in enumerate(self.texts):
            if all(word in text for word in words):
                return place
        return None


class PageIndex:
    """Pages in one language, ready to be searched; made once for a language."""

    def __init__(
        self, toolkit: Toolkit, language: str, needs: Mapping[Need, str], otherwise: str = ""
    ) -> None:
        """Take the names of needs in the reader's language, so that they can be typed.

        Args:
            toolkit: the pages.
            language: the one that is searched; a page without it is searched in the words it is shown in.
            needs: what each need is called.
            otherwise: the language of the words that stand in for a missing one.
        """
        entries = (_entry(page, language, otherwise, needs) for page in toolkit.pages)
        self._entries = sorted(entries, key=lambda entry: entry.texts[0])

    def find(self, wanted: Wanted) -> tuple[ToolkitPage, ...]:
        """Return the pages that fit: by where the typed words are, then by title.

        Accents and case make no difference; each typed word may be the beginning of one.
        """
        words = [f" {word}" for word in _plain(wanted.typed).split()]
        ranked = (
            (rank, entry.page)
            for entry in self._entries
            if wanted.admits(entry.page) and (rank := entry.rank(words)) is not None
        )
        return tuple(page for _, page in sorted(ranked, key=lambda each: each[0]))


def suggest(
    pages: Iterable[ToolkitPage],
    chosen: Sequence[str],
    available: frozenset[Setting],
    most: int = SUGGESTIONS,
) -> tuple[Suggestion, ...]:
    """Return pages for the chosen indicators that are possible here, each page once.

    Each indicator has its turn, in the order they were chosen. For one indicator, pages that are mainly
    for it come first, then the shorter ones.

    Args:
        pages: all there are.
        chosen: ids of indicators.
        available: what there is beside a cell; a page that works in a cell is always possible.
        most: how many to return, at most.
    """
    possible = [page for page in pages if page.works_with(available)]
    turns = [_for_indicator(possible, one) for one in dict.fromkeys(chosen)]
    found: dict[str, Suggestion] = {}
    for turn in zip_longest(*turns):
        for suggestion in turn:
            if suggestion is not None:
                found.setdefault(suggestion.page.id, suggestion)
    return tuple(found.values())[:most]


def page_with(toolkit: Toolkit, page_id: str) -> ToolkitPage | None:
    """Return one page; None if there is no such page, or none that can be used."""
    return next((page for page in toolkit.pages if page.id == page_id), None)


def _for_indicator(possible: Iterable[ToolkitPage], indicator: str) -> list[Suggestion]:
    fitting = [page for page in possible if indicator in page.indicators]
    fitting.sort(key=lambda page: (page.indicators.index(indicator), page.minutes, page.id))
    return [Suggestion(page, indicator, _possible_by(page)) for page in fitting]


def _possible_by(page: ToolkitPage) -> Setting:
    return Setting.CELL if Setting.CELL in page.settings else page.settings[0]


def _entry(page: ToolkitPage, language: str, otherwise: str, needs: Mapping[Need, str]) -> _Entry:
    words = page.in_language(language, otherwise).words
    named = " ".join(needs.get(need, "") for need in page.needs)
    title, summary, need_names = _plain(words.title), _plain(words.summary), _plain(named)
    whole = _plain(" ".join(words.sentences()))
    texts = (title, f"{title} {summary}", need_names, f"{whole} {need_names}")
    return _Entry(page, (f" {texts[0]}", f" {texts[1]}", f" {texts[2]}", f" {texts[3]}"))


def _plain(text: str) -> str:
    return " ".join(_NOTHING.sub(" ", searchable(text)).split())
