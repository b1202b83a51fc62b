"""A page while it is being filled in: the answers so far, and whether they are kept.

It must not keep anything itself, nor change an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from iroc_desktop.domain.operations import JsonValue
from iroc_desktop.domain.toolkit import PageKind, PageWords, Part, PartKind, PartWords, Setting, ToolkitPage
from iroc_desktop.domain.wording import ReviewStatus
from iroc_desktop.domain.worksheets import NOTHING, Worksheet, is_answered, lines_answer
from iroc_desktop.ui.screens.toolkit.state import Somebody

_OPTION: Final = "/"
"""Between a part and one of its options, in what was asked; ids have none."""


@dataclass(frozen=True, slots=True)
class Filling:
    """Answers on their way into a worksheet. Changes are counted: typed, sent to be kept, and kept."""

    worksheet_id: str
    answers: Mapping[str, JsonValue] = field(default_factory=lambda: NOTHING, repr=False)
    asked: Mapping[str, str] = field(default_factory=lambda: NOTHING, repr=False)
    begun_on: date | None = None
    """The day of a worksheet that was kept before; None for a new one."""
    session_id: str = ""
    changes: int = 0
    sent_changes: int = 0
    kept_changes: int = 0
    part_id: str = ""
    """The part that was filled in last."""
    begin_at: str = ""
    """The part where somebody stopped last time."""

    @classmethod
    def of(cls, worksheet: Worksheet, page: ToolkitPage) -> Filling:
        """Return what was filled in before on this page, to be filled in further."""
        lines = {part.id for part in page.parts if part.kind is PartKind.LIST}
        answers = {
            one: _spelled(said, one, worksheet.asked) if one in lines else said
            for one, said in worksheet.answers.items()
        }
        answered = [part.id for part in page.parts if is_answered(answers.get(part.id))]
        return cls(
            worksheet.id,
            MappingProxyType(answers),
            worksheet.asked,
            worksheet.held_on,
            worksheet.session_id,
            begin_at=answered[-1] if answered else "",
        )

    @property
    def filled(self) -> bool:
        """Return whether anything is filled in."""
        return any(is_answered(each) for each in self.answers.values())

    @property
    def unsent(self) -> bool:
        """Return whether something changed that nobody was asked to keep yet."""
        return self.changes > self.sent_changes

    @property
    def kept(self) -> bool:
        """Return whether something is filled in and all of it is kept."""
        return self.changes == self.kept_changes and (self.begun_on is not None or self.changes > 0)

    def begins_another(self, part_id: str) -> bool:
        """Return whether an answer to this part leaves another part behind."""
        return bool(self.part_id) and self.part_id != part_id

    def answered(self, part_id: str, value: JsonValue) -> Filling:
        """Return this with one more answer."""
        answers = MappingProxyType({**self.answers, part_id: value})
        return replace(self, answers=answers, changes=self.changes + 1, part_id=part_id)

    def sent(self) -> Filling:
        """Return this with everything on its way."""
        return replace(self, sent_changes=self.changes)

    def kept_up_to(self, changes: int) -> Filling:
        """Return this with so many changes kept."""
        return replace(self, kept_changes=max(self.kept_changes, changes))

    def worksheet(self, person: Somebody, page: ToolkitPage, words: PageWords, today: date) -> Worksheet:
        """Return the worksheet as it stands now; the day and session are those when it was begun."""
        asked = {
            key: label
            for part in page.parts
            if part.id in self.answers
            for key, label in _asked(part, words.parts[part.id])
        }
        return Worksheet(
            id=self.worksheet_id,
            person_id=person.id,
            page_id=page.id,
            title=words.title,
            language=words.language,
            held_on=self.begun_on or today,
            answers=self.answers,
            asked=MappingProxyType({**self.asked, **asked}),
            session_id=self.session_id if self.begun_on else person.session_id,
        )


def page_of(worksheet: Worksheet) -> ToolkitPage:
    """Return a page that asks what a worksheet was asked, for when its own page is no longer there."""
    lost = _lost_parts(worksheet, frozenset())
    words = PageWords(
        language=worksheet.language,
        status=ReviewStatus.DRAFT,
        reviewed_by="",
        title=worksheet.title,
        summary="",
        parts=_lost_words(worksheet, lost),
    )
    return ToolkitPage(
        id=worksheet.page_id,
        kind=PageKind.WORKSHEET,
        indicators=(),
        needs=(),
        settings=(Setting.CELL,),
        minutes=1,
        company=(),
        parts=lost,
        words=MappingProxyType({worksheet.language: words}),
    )


def with_lost_parts(page: ToolkitPage, worksheet: Worksheet) -> ToolkitPage:
    """Return a page with the parts that were answered on an earlier form of it, at its end."""
    lost = _lost_parts(worksheet, frozenset(part.id for part in page.parts))
    if not lost:
        return page
    more = _lost_words(worksheet, lost)
    words = {
        language: replace(each, parts=MappingProxyType({**each.parts, **more}))
        for language, each in page.words.items()
    }
    return replace(page, parts=(*page.parts, *lost), words=MappingProxyType(words))


def _lost_parts(worksheet: Worksheet, known: frozenset[str]) -> tuple[Part, ...]:
    answered = (each for each in worksheet.asked if _OPTION not in each and each not in known)
    return tuple(Part(each, PartKind.LIST, lines=1) for each in answered)


def _lost_words(worksheet: Worksheet, parts: tuple[Part, ...]) -> Mapping[str, PartWords]:
    return MappingProxyType({part.id: PartWords(label=worksheet.asked[part.id]) for part in parts})


def _asked(part: Part, words: PartWords) -> Iterator[tuple[str, str]]:
    """Yield what a part asks, and what its options are called."""
    yield part.id, words.label
    for option, name in zip(part.options, words.options, strict=True):
        yield f"{part.id}{_OPTION}{option}", name


def _spelled(value: JsonValue, part_id: str, asked: Mapping[str, str]) -> list[str]:
    """Return an answer of any kind as lines to read; options by what they were called."""
    if isinstance(value, str):
        return value.splitlines()
    if isinstance(value, int):
        return [str(value)]
    if value and all(isinstance(row, list | tuple) for row in value):
        return [", ".join(filter(None, lines_answer(row))) for row in value]
    return [asked.get(f"{part_id}{_OPTION}{one}", one) for one in lines_answer(value)]
