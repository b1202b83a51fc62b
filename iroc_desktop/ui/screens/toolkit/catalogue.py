"""The pages of the toolkit as the screen shows them: found, suggested, opened, in one language.

It must not keep anything, nor know which page is open: it answers what it is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from iroc_desktop.domain.toolkit import Need, Setting, Toolkit, ToolkitPage
from iroc_desktop.domain.wording import Pack
from iroc_desktop.domain.worksheets import Worksheet
from iroc_desktop.services.toolkit import PageIndex, Wanted, page_with, suggest
from iroc_desktop.ui.screens.toolkit.filling import Filling, page_of, with_lost_parts
from iroc_desktop.ui.screens.toolkit.state import Card, OpenPage


class Catalogue:
    """One reading of the pages; another one is made when pages come or go."""

    def __init__(self, toolkit: Toolkit, pack: Pack, language: str, needs: Mapping[Need, str]) -> None:
        """Name indicators and needs in the program's `language`; it also stands in for a missing one."""
        self.toolkit = toolkit
        self._pack = pack
        self._language = language
        self._needs = needs
        self._indexes: dict[str, PageIndex] = {}

    def with_pages(self, toolkit: Toolkit) -> Catalogue:
        """Return a catalogue of other pages."""
        return Catalogue(toolkit, self._pack, self._language, self._needs)

    @property
    def languages(self) -> tuple[str, ...]:
        """Return every language that some page speaks."""
        return tuple(dict.fromkeys(each for page in self.toolkit.pages for each in page.words))

    def page(self, page_id: str) -> ToolkitPage | None:
        """Return a page; None if there is no such page."""
        return page_with(self.toolkit, page_id)

    def page_for(self, worksheet: Worksheet) -> ToolkitPage:
        """Return the page of a worksheet with every part that was answered, also those that are gone."""
        page = self.page(worksheet.page_id)
        return page_of(worksheet) if page is None else with_lost_parts(page, worksheet)

    def found(self, wanted: Wanted, language: str, liked: frozenset[str]) -> tuple[Card, ...]:
        """Return the pages that fit, by where the typed words are, then by title."""
        if language not in self._indexes:
            self._indexes[language] = PageIndex(self.toolkit, language, self._needs, self._language)
        return tuple(self._card(page, language, liked) for page in self._indexes[language].find(wanted))

    def suggested(
        self, chosen: Sequence[str], available: frozenset[Setting], language: str, liked: frozenset[str]
    ) -> tuple[Card, ...]:
        """Return pages for the chosen indicators that are possible here, each with its reason."""
        named = self._pack.wording(self._language).indicators
        return tuple(
            replace(
                self._card(each.page, language, liked),
                because=named[each.indicator].name,
                possible_by=each.setting,
            )
            for each in suggest(self.toolkit.pages, chosen, available)
            if each.indicator in named
        )

    def opened(self, page: ToolkitPage, filling: Filling, language: str, liked: frozenset[str]) -> OpenPage:
        """Return a page as it is read and filled in."""
        worded = page.in_language(language, self._language)
        named = self._pack.wording(self._language).indicators
        gone = self.page(page.id) is None
        return OpenPage(
            page=page,
            words=worded.words,
            missing_language="" if gone else worded.missing_language,
            favourite=page.id in liked,
            indicators=tuple(named[each].name for each in page.indicators if each in named),
            answers=filling.answers,
            filled=filling.filled,
            kept=filling.kept,
            worksheet_id=filling.worksheet_id,
            begin_at=filling.begin_at,
            gone=gone,
        )

    def _card(self, page: ToolkitPage, language: str, liked: frozenset[str]) -> Card:
        worded = page.in_language(language, self._language)
        return Card(page, worded.words, worded.missing_language, page.id in liked)
