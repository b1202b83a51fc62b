"""What stands on a summary's paper, item by item, so that each can be left out.

It must not list what is not there: without words of the person's there is no line about them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from iroc_desktop.domain.summary import Part, Quote, SessionSummary


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list: a part of the paper, or one quote inside a part."""

    key: str
    """The key that `SessionSummary.without` takes."""
    part: Part
    """What it is, or what it belongs to."""
    shown: bool
    detail: str = field(default="", repr=False)
    """What exactly will be read there, where that is short."""
    quote: bool = False
    """True for what was said or noticed about one indicator."""
    possible: bool = True
    """False for a quote whose whole part is left out."""


def items_of(summary: SessionSummary) -> tuple[Item, ...]:
    """Return everything that can be on the paper, in reading order."""
    items: list[Item] = []
    for part in Part:
        if not _has(summary, part):
            continue
        shown = summary.shows(part)
        items.append(Item(part.value, part, shown, _detail(summary, part)))
        items += [
            Item(quote.key, part, summary.shows(quote.key), f"{quote.indicator}: {quote.text}", True, shown)
            for quote in _quotes(summary, part)
        ]
    return tuple(items)


def _has(summary: SessionSummary, part: Part) -> bool:
    missing = {
        Part.WORDS: not summary.words,
        Part.STRENGTHS: not summary.strengths,
        Part.FOCUS: not summary.focus,
        Part.VOICES: not summary.more_voices,
        Part.JOURNEY: len(summary.points) < 2,
    }
    return not missing.get(part, False)


def _detail(summary: SessionSummary, part: Part) -> str:
    details = {
        Part.NAME: summary.shown_name,
        Part.PRACTITIONER: ", ".join(each for each in (summary.practitioner, summary.organisation) if each),
        Part.FOCUS: ", ".join(summary.focus),
        Part.NEXT_DATE: summary.next_note,
    }
    return details.get(part, "")


def _quotes(summary: SessionSummary, part: Part) -> tuple[Quote, ...]:
    return {Part.WORDS: summary.words, Part.STRENGTHS: summary.strengths}.get(part, ())
