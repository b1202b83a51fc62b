"""The staying-well plan on paper: large and quiet, in the person's own lines, to keep at hand.

It must not say anything that the frozen sheet does not hold, nor bring a line of ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable

from iroc_desktop.charts.palette import Marker
from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.domain.staying_well_sheet import StayingWellSheet
from iroc_desktop.domain.summary import day
from iroc_desktop.i18n.formats import long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.reports.layout import SEPARATOR, Look, PrintedDocument
from iroc_desktop.reports.pieces import MarkedLine, Rule
from iroc_desktop.reports.toolkit_pieces import RuledLines
from iroc_desktop.services.staying_well_words import section_title

_LINE, _LEADING = 13.5, 19.0
_HEADING, _HEADING_LEADING = 15.5, 20.0
_EMPTY_LINES: Final = 2
"""To write on by hand, in a section without lines."""
_LEAST_ROOM = _HEADING_LEADING + 2 * _LEADING + 14.0
"""Points that have to be left for a heading with its first line, or with room to write."""


class StayingWellDocument(PrintedDocument):
    """One person's staying-well plan, in the language of the sheet."""

    def __init__(self, look: Look, phrases: Phrases, sheet: StayingWellSheet) -> None:
        super().__init__(look, phrases, sheet.paper)
        self._sheet = sheet
        styles = self.styles
        self._line = ParagraphStyle("line", styles.body, fontSize=_LINE, leading=_LEADING)
        self._section = ParagraphStyle(
            "section",
            styles.heading,
            fontSize=_HEADING,
            leading=_HEADING_LEADING,
            spaceBefore=0,
            spaceAfter=3,
        )

    @property
    def metadata_title(self) -> str:
        """Return a title that says nothing about anybody."""
        return self.phrases.text("Plan")

    def footer(self) -> tuple[str, ...]:
        """Return which sheet it is."""
        sheet = self.phrases.text("sheet {fingerprint}", fingerprint=self._sheet.fingerprint)
        return (sheet.replace(" ", "\xa0"),)

    def watermark(self) -> str:
        """Return what lies behind each page in practice mode."""
        return self.phrases.text("Practice: not a real person") if self._sheet.practice else ""

    def story(self) -> list[Flowable]:
        """Return every section in the order of reading."""
        told = list(self._head())
        for section in StayingWellSection:
            told += self._told(section)
        return told

    def _head(self) -> Iterator[Flowable]:
        sheet, say = self._sheet, self.phrases.text
        yield self.text(say("Staying well"), self.styles.title)
        said = [long_date(day(sheet.day), sheet.language)]
        if sheet.shown_name:
            said.append(say("this page belongs to {name}", name=sheet.shown_name))
        yield self.text(SEPARATOR.join(said), self.styles.quiet)
        yield Rule(self.look.palette.frame)

    def _told(self, section: StayingWellSection) -> Iterator[Flowable]:
        palette = self.look.palette
        yield CondPageBreak(_LEAST_ROOM)
        yield self.gap(13)
        yield self.text(section_title(section, self.phrases), self._section)
        lines = [line.words for line in self._sheet.plan.section(section) if line.words.strip()]
        for words in lines:
            yield MarkedLine(
                self.text(words, self._line, width=self.width - 17.0), Marker.CIRCLE, palette.muted
            )
        if not lines:
            yield RuledLines(_EMPTY_LINES, palette.muted)
