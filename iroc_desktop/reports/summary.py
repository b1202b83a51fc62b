"""The session summary: what a person takes away from one conversation, on one or two sheets.

It must not say anything that the frozen snapshot does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from iroc_desktop.charts.export import figure_of_points
from iroc_desktop.charts.journey import draw_journey
from iroc_desktop.charts.palette import Marker
from iroc_desktop.charts.spidergram import draw_spidergram
from iroc_desktop.domain.summary import Part, Quote, SessionSummary, SummaryRow, day
from iroc_desktop.i18n.formats import full_date, long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.reports.layout import SEPARATOR, Look, PrintedDocument
from iroc_desktop.reports.matplotlib_renderer import FigureFlowable
from iroc_desktop.reports.pictures import journey_of, spidergram_of, voices_of
from iroc_desktop.reports.pieces import Boxed, MarkedLine, Rule, Signatures, StepLines
from iroc_desktop.reports.ratings_table import (
    columns_of,
    height_of,
    ratings_table,
    side_by_side,
    voices_table,
)

_GROUND = "#f2f2f2"
_PICTURE_SHARE = 0.5
_PICTURE_HEIGHT = 210.0
_HIGHEST_BESIDE = 420.0
"""A higher table goes below the picture, where it can flow over pages."""
_JOURNEY_HEIGHT = 400.0
_VOICES_HEIGHT = 205.0
_STEPS_TO_WRITE = 3
_SHORT_LIST = 3
_SHORT_NOTE = 300
_SHORT_NAME = 80


class SummaryDocument(PrintedDocument):
    """The summary of one conversation, in its own language."""

    def __init__(self, look: Look, phrases: Phrases, summary: SessionSummary) -> None:
        super().__init__(look, phrases, summary.paper)
        self._summary = summary

    @property
    def metadata_title(self) -> str:
        """Return a title that says nothing about anybody."""
        return self.phrases.text("Summary")

    def footer(self) -> tuple[str, ...]:
        """Return whose wording it is, and which sheet."""
        sheet = self.phrases.text("sheet {fingerprint}", fingerprint=self._summary.fingerprint)
        sheet = sheet.replace(" ", "\xa0")
        return (self._summary.licence_line, sheet) if self._summary.licence_line else (sheet,)

    def watermark(self) -> str:
        """Return what lies behind each page in practice mode."""
        return self.phrases.text("Practice: not a real person") if self._summary.practice else ""

    def story(self) -> list[Flowable]:
        """Return every part that is to be on the paper, in reading order."""
        parts = (
            (None, self._head),
            (Part.HIGHLIGHTS, self._highlights),
            (None, self._picture_and_table),
            (Part.WORDS, self._words),
            (Part.STRENGTHS, self._strengths),
            (Part.FOCUS, self._focus),
            (Part.NEXT_STEPS, self._next_steps),
            (Part.NEXT_DATE, self._next_time),
            (Part.SIGNATURES, self._signatures),
            (Part.VOICES, self._voices),
            (Part.JOURNEY, self._journey),
        )
        return [each for part, tell in parts if part is None or self._summary.shows(part) for each in tell()]

    def _head(self) -> Iterator[Flowable]:
        summary, styles, say = self._summary, self.styles, self.phrases.text
        held_on = long_date(day(summary.held_on), summary.language)
        yield self.text(say("My conversation, {date}", date=held_on), styles.title)
        named = summary.shows(Part.NAME) and summary.shown_name
        said = [summary.shown_name] if named else []
        said.append(say("conversation {number}", number=summary.ordinal))
        if summary.shows(Part.PRACTITIONER):
            said += [self._with_whom()] if summary.practitioner else []
        said.append(
            say("this page belongs to {name}", name=summary.shown_name) if named else say("this page is mine")
        )
        yield self.text(SEPARATOR.join(said), styles.quiet)
        yield Rule(self.look.palette.frame)

    def _with_whom(self) -> str:
        summary, say = self._summary, self.phrases.text
        if not summary.organisation:
            return say("with {practitioner}", practitioner=summary.practitioner)
        return say(
            "with {practitioner}, {organisation}",
            practitioner=summary.practitioner,
            organisation=summary.organisation,
        )

    def _highlights(self) -> Iterator[Flowable]:
        yield from self.heading(self.phrases.text("What is strong, and what moved up"))
        accent = self.look.palette.ink
        found = sorted((row for row in self._summary.rows if _is_highlight(row)), key=_highlight_rank)
        lines: list[Flowable] = [
            MarkedLine(
                self.text(self._highlight(row), self.styles.body),
                Marker.TRIANGLE if (row.change or 0) > 0 else Marker.CIRCLE,
                accent,
            )
            for row in found
        ]
        if len(lines) > _SHORT_LIST:
            yield columns_of(lines, self.width)
        else:
            yield from lines
        if not found:
            encouragement = self.phrases.text(
                "You took the time to look at your life today. That is a good place to start."
            )
            yield self.text(encouragement, self.styles.body)

    def _highlight(self, row: SummaryRow) -> str:
        say, word = self.phrases.text, dict(self._summary.steps).get(row.now or 0, "")
        if row.change is not None and row.change > 0 and row.now is not None:
            before = row.now - row.change
            return say(
                "{indicator} went up from {before} to {rating}.",
                indicator=row.indicator,
                before=before,
                rating=row.now,
            )
        if row.change == 0:
            return say(
                "{indicator} stayed strong at {rating}: {word}.",
                indicator=row.indicator,
                rating=row.now,
                word=word,
            )
        return say("{indicator} is a {rating}: {word}.", indicator=row.indicator, rating=row.now, word=word)

    def _picture_and_table(self) -> Iterator[Flowable]:
        picture, table = self._summary.shows(Part.PICTURE), self._summary.shows(Part.TABLE)
        yield self.gap(8)
        width = self.width * _PICTURE_SHARE
        beside = self._table(self.width - width - 8.0)
        if picture and table and height_of(beside, self.width) < _HIGHEST_BESIDE:
            yield side_by_side(self._picture(width), beside, width, self.width - width)
        elif picture and table:
            yield self._picture(self.width, _PICTURE_HEIGHT * 1.35)
            yield self._table(self.width)
        elif picture:
            yield self._picture(self.width, _PICTURE_HEIGHT * 1.35)
        elif table:
            yield self._table(self.width)
        if picture or table:
            yield from self._gaps()

    def _picture(self, width: float, height: float = _PICTURE_HEIGHT) -> Flowable:
        figure = figure_of_points(width, height)
        draw_spidergram(figure, spidergram_of(self._summary, self.phrases), self.look.palette)
        return FigureFlowable(figure, self.look.faces)

    def _table(self, width: float) -> Flowable:
        return ratings_table(self._summary, self.phrases, self.look, self.styles, width)

    def _gaps(self) -> Iterator[Flowable]:
        """Say how many were rated, and why the others were not."""
        rows, say = self._summary.rows, self.phrases.text
        missing = sorted((row for row in rows if row.now is None), key=lambda row: row.gap)
        if not missing:
            return
        count, of = len(rows) - len(missing), len(rows)
        said = [say("{rated} of {of} rated this time.", rated=count, of=of)]
        for gap, group in groupby(missing, key=lambda row: row.gap):
            said.append(self._reason(gap, ", ".join(row.indicator for row in group)))
        yield self.gap(3)
        yield self.text(SEPARATOR.join(said), self.styles.small)

    def _reason(self, gap: str, indicators: str) -> str:
        say = self.phrases.text
        match gap:
            case "did_not_want":
                return say("Did not want to answer this time: {indicators}", indicators=indicators)
            case "not_applicable":
                return say("Does not fit here: {indicators}", indicators=indicators)
            case _:
                return say("Not answered: {indicators}", indicators=indicators)

    def _words(self) -> Iterator[Flowable]:
        yield from self._quotes(self.phrases.text("In my words"), self._summary.words, quoted=True)

    def _strengths(self) -> Iterator[Flowable]:
        yield from self._quotes(
            self.phrases.text("Strengths we noticed"), self._summary.strengths, quoted=False
        )

    def _quotes(self, heading: str, quotes: tuple[Quote, ...], *, quoted: bool) -> Iterator[Flowable]:
        shown = [quote for quote in quotes if self._summary.shows(quote.key)]
        if shown:
            yield from self.heading(heading)
        for quote in shown:
            yield CondPageBreak(40.0)
            yield self.text(quote.indicator, self.styles.small)
            words = self.phrases.text("“{words}”", words=quote.text) if quoted else quote.text
            yield self.text(words, self.styles.body)
            yield self.gap(3)

    def _focus(self) -> Iterator[Flowable]:
        if not self._summary.focus or self._summary.shows(Part.NEXT_STEPS):
            return
        yield from self.heading(self.phrases.text("What matters to me now"))
        for name in self._summary.focus:
            yield MarkedLine(self.text(name, self.styles.body), Marker.CIRCLE, self.look.palette.ink)

    def _next_steps(self) -> Iterator[Flowable]:
        """Leave room to write steps by hand, below each chosen area."""
        names = self._summary.focus if self._summary.shows(Part.FOCUS) else ()
        heading = self.phrases.text("What matters to me now") if names else self.phrases.text("My next steps")
        hint = self.phrases.text("Small steps, who helps, and by when")
        opening: list[Flowable] = [*self.heading(heading)[1:], self.text(hint, self.styles.quiet)]
        for name in names or ("",):
            lines = StepLines(_STEPS_TO_WRITE if len(names) < 2 else 2, self.look.palette.muted)
            area = [self.text(name, self.styles.subheading)] if name else []
            yield KeepTogether([*opening, *area, lines])
            opening = []

    def _next_time(self) -> Iterator[Flowable]:
        summary = self._summary
        inner = self.width - 24.0
        lines = [self.text(self._when(), self.styles.strong, width=inner)]
        note = self.text(summary.next_note, self.styles.body, width=inner)
        short = len(summary.next_note) <= _SHORT_NOTE
        if summary.next_note and short:
            lines.append(note)
        blank = "" if summary.next_on else self.look.palette.muted
        yield self.gap(8)
        yield Boxed(lines, _GROUND, blank)
        if not short:
            yield note

    def _when(self) -> str:
        summary = self._summary
        if not summary.next_on:
            return self.phrases.text("Next time")
        return self.phrases.text("Next time: {date}", date=full_date(day(summary.next_on), summary.language))

    def _signatures(self) -> Iterator[Flowable]:
        summary, say = self._summary, self.phrases.text
        me = summary.shown_name if summary.shows(Part.NAME) else ""
        other = summary.practitioner if summary.shows(Part.PRACTITIONER) else ""
        # a name longer than a line to sign on is already said whole above
        said = [me if 0 < len(me) <= _SHORT_NAME else say("Me")]
        said.append(other if 0 < len(other) <= _SHORT_NAME else say("Practitioner"))
        names = [self.text(name, self.styles.quiet, width=self.width / 2 - 40.0) for name in said]
        yield Signatures(names, self.look.palette.muted)

    def _voices(self) -> Iterator[Flowable]:
        """Show each voice's ratings beside the others, all drawn and set alike."""
        if not self._summary.more_voices:
            return
        width = self.width * _PICTURE_SHARE
        figure = figure_of_points(width, _VOICES_HEIGHT)
        draw_spidergram(figure, voices_of(self._summary, self.phrases), self.look.palette)
        picture = FigureFlowable(figure, self.look.faces)
        beside = self.width - width - 8.0
        table = voices_table(self._summary, self.phrases, self.look, self.styles, beside)
        yield CondPageBreak(_VOICES_HEIGHT + 60.0)
        yield from self.heading(self.phrases.text("How each of us sees it"))
        yield self.text(
            self.phrases.text("We may see things in different ways. No voice counts more than another."),
            self.styles.quiet,
        )
        if height_of(table, self.width) < _HIGHEST_BESIDE:
            yield side_by_side(picture, table, width, self.width - width)
        else:
            yield picture
            yield voices_table(self._summary, self.phrases, self.look, self.styles, self.width)

    def _journey(self) -> Iterator[Flowable]:
        if len(self._summary.points) < 2:
            return
        figure = figure_of_points(self.width, _JOURNEY_HEIGHT)
        draw_journey(figure, journey_of(self._summary, self.phrases), self.look.palette)
        explained = self.phrases.text(
            "Each small picture is one part of life, from the first conversation to this one. "
            "Higher is better. A break in a line means there was no rating."
        )
        yield CondPageBreak(_JOURNEY_HEIGHT + 90.0)
        yield from self.heading(self.phrases.text("My journey so far"))
        yield self.text(explained, self.styles.quiet)
        yield self.gap(8)
        yield FigureFlowable(figure, self.look.faces)


def _is_highlight(row: SummaryRow) -> bool:
    return row.now is not None and (row.strong or (row.change or 0) > 0)


def _highlight_rank(row: SummaryRow) -> tuple[bool, int, int]:
    return not row.strong, -(row.change or 0), -(row.now or 0)
