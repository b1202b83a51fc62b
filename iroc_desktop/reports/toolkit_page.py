"""A toolkit page on paper: blank, to be filled in with a pen, or with what was answered on the screen.

It must not know any page: every part is drawn by its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportlab.platypus import CondPageBreak, Flowable

from iroc_desktop.charts.palette import Marker
from iroc_desktop.domain.operations import JsonValue
from iroc_desktop.domain.toolkit import Company, Part, PartKind, PartWords
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
from iroc_desktop.domain.worksheets import is_answered, lines_answer, rows_answer, step_answer
from iroc_desktop.i18n.formats import language_in_sentence
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.reports.layout import SEPARATOR, Look, PrintedDocument
from iroc_desktop.reports.pieces import MarkedLine, Rule
from iroc_desktop.reports.toolkit_pieces import DrawingRoom, RuledLines, ScaleRow, TickedLine
from iroc_desktop.reports.toolkit_table import stacked_rows, table_of

_MM = 72.0 / 25.4
_LEAST_ROOM = 60.0
"""Points that have to be left for a label with the beginning of its field."""
_TALLEST_CELL = 220.0
"""Points; what is written more fully than this is set below each other, where it can flow over pages."""
_HIGHEST_TABLE = 420.0

Drawn = Callable[[Part, PartWords, JsonValue], Iterator[Flowable]]


class ToolkitPageDocument(PrintedDocument):
    """One toolkit page in the language of its words."""

    def __init__(self, look: Look, phrases: Phrases, sheet: ToolkitSheet) -> None:
        super().__init__(look, phrases, sheet.paper)
        self._sheet = sheet
        self._drawn: dict[PartKind, Drawn] = {
            PartKind.TEXT: self._text,
            PartKind.LIST: self._list,
            PartKind.SCALE: self._scale,
            PartKind.TABLE: self._table,
            PartKind.CHOICE: self._choice,
            PartKind.DRAWING: self._drawing,
        }

    @property
    def metadata_title(self) -> str:
        """Return a title that does not say which page somebody took away."""
        return self.phrases.text("Toolkit page")

    def footer(self) -> tuple[str, ...]:
        """Return whose page it is, and which sheet."""
        say = self.phrases.text
        whose = (
            say("A page of this service's own toolkit")
            if self._sheet.page.own
            else say("I.ROC Desktop toolkit, free to copy (MIT licence)")
        )
        sheet = say("sheet {fingerprint}", fingerprint=self._sheet.fingerprint).replace(" ", "\xa0")
        return whose, sheet

    def watermark(self) -> str:
        """Return what lies behind each page in practice mode."""
        return self.phrases.text("Practice: not a real person") if self._sheet.practice else ""

    def story(self) -> list[Flowable]:
        """Return the whole page in reading order."""
        words, answers = self._sheet.words, self._sheet.answers
        parts = [
            flowable
            for part in self._sheet.page.parts
            for flowable in self._drawn[part.kind](part, words.parts[part.id], answers.get(part.id))
        ]
        return [*self._head(), *parts, *self._source()]

    def _head(self) -> Iterator[Flowable]:
        sheet, say = self._sheet, self.phrases.text
        yield self.text(sheet.words.title, self.styles.title)
        yield self.text(sheet.words.summary, self.styles.body)
        facts = [self.phrases.plural("{count} minute", "{count} minutes", sheet.page.minutes)]
        facts += [company_words(each, self.phrases) for each in sheet.page.company]
        facts += [say("this page belongs to {name}", name=sheet.shown_name)] if sheet.shown_name else []
        yield self.text(SEPARATOR.join(facts), self.styles.quiet)
        if sheet.missing_language:
            missing = language_in_sentence(sheet.missing_language, self.phrases.language)
            told = say("This page is not there in {language} yet.", language=missing)
            yield self.text(told, self.styles.quiet)
        yield Rule(self.look.palette.frame)

    def _source(self) -> Iterator[Flowable]:
        source, say = self._sheet.page.source_in(self._sheet.words), self.phrases.text
        if source is None:
            return
        yield self.gap(10)
        if source.where:
            told = say("The idea comes from: {name} ({where}).", name=source.name, where=source.where)
        else:
            told = say("The idea comes from: {name}.", name=source.name)
        yield self.text(told, self.styles.small)

    def _text(self, part: Part, words: PartWords, answer: JsonValue) -> Iterator[Flowable]:
        if words.heading:
            yield from self.heading(words.heading)
        for paragraph in words.paragraphs:
            yield self.gap(3)
            yield self.text(paragraph, self.styles.body)
        for bullet in words.bullets:
            yield self.gap(2)
            yield MarkedLine(
                self.text(bullet, self.styles.body, width=self.width - 18.0),
                Marker.CIRCLE,
                self.look.palette.ink,
            )

    def _list(self, part: Part, words: PartWords, answer: JsonValue) -> Iterator[Flowable]:
        said = [line for line in lines_answer(answer) if line.strip()]
        yield from self._asked(words, answered=bool(said))
        for line in said:
            yield self.text(line, self.styles.body)
            yield Rule(self.look.palette.frame, 2.0, 3.0)
        yield from (RuledLines(1, self.look.palette.muted) for _ in range(max(part.lines - _height(said), 0)))

    def _scale(self, part: Part, words: PartWords, answer: JsonValue) -> Iterator[Flowable]:
        step = step_answer(answer)
        yield from self._asked(words, answered=step is not None)
        yield CondPageBreak(_LEAST_ROOM)
        half = self.width / 2 - 6.0
        ends = tuple(self.text(each, self.styles.small, width=half) for each in (words.low, words.high))
        steps = tuple(range(part.lowest, part.highest + 1))
        yield ScaleRow(steps, step, ends, self.look.palette)

    def _table(self, part: Part, words: PartWords, answer: JsonValue) -> Iterator[Flowable]:
        rows = rows_answer(answer)
        yield from self._asked(words, answered=is_answered(answer))
        table = table_of(words, part.rows, rows, self.styles, self.look, self.width)
        if table.tallest_row > _TALLEST_CELL:
            yield from stacked_rows(words, rows, self.styles, self.look, self.width)
        else:
            yield self.gap(3)
            if table.height <= _HIGHEST_TABLE:
                yield CondPageBreak(table.height)
            yield table.flowable

    def _choice(self, part: Part, words: PartWords, answer: JsonValue) -> Iterator[Flowable]:
        chosen = lines_answer(answer)
        yield from self._asked(words, answered=bool(chosen))
        if part.many and not chosen:
            yield self.text(self.phrases.text("Tick as many as you like."), self.styles.small)
        for option, words_of_option in zip(part.options, words.options, strict=True):
            label = self.text(words_of_option, self.styles.body, width=self.width - 24.0)
            yield TickedLine(label, option in chosen, self.look.palette.ink, round_box=not part.many)

    def _drawing(self, part: Part, words: PartWords, answer: JsonValue) -> Iterator[Flowable]:
        room = self.page_height - 200.0
        height = min(part.height * _MM, room)
        yield CondPageBreak(height + 44.0)
        yield from self._asked(words, answered=False)
        yield self.gap(3)
        yield DrawingRoom(height, self.look.palette.muted)

    def _asked(self, words: PartWords, *, answered: bool) -> Iterator[Flowable]:
        yield self.gap(8)
        yield CondPageBreak(_LEAST_ROOM)
        yield self.text(words.label, self.styles.strong)
        if words.hint and not answered:
            yield self.text(words.hint, self.styles.quiet)


def company_words(company: Company, phrases: Phrases) -> str:
    """Return with whom a page can be done."""
    return {
        Company.ALONE: phrases.about("a toolkit page can be done", "alone"),
        Company.TOGETHER: phrases.about("a toolkit page can be done", "with someone"),
        Company.GROUP: phrases.about("a toolkit page can be done", "in a group"),
    }[company]


def _height(said: list[str]) -> int:
    """Return about how many lines of handwriting the answers stand for."""
    return sum(1 + len(line) // 80 for line in said)
