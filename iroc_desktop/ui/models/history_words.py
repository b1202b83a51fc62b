"""How something came to be what it is, in words: a heading for each change and a line for each part.

It must not shorten what a person said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from iroc_desktop.domain.audit import Deed
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.audit_words import deed_words, kind_words, when_words
from iroc_desktop.services.field_words import field_label, field_value
from iroc_desktop.services.history_of import Change, PartChange


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change."""

    heading: str = field(repr=False)
    """Who and when."""
    lines: tuple[str, ...] = field(repr=False)


def history_lines(
    changes: Iterable[Change], phrases: Phrases, indicators: Mapping[str, str], *, of_several: bool = False
) -> tuple[HistoryLine, ...]:
    """Return a history, newest first; `of_several` says of each change to what it belongs."""
    told = (_line(each, phrases, indicators, of_several=of_several) for each in changes)
    return tuple(each for each in told if each.lines)


def _line(
    change: Change, phrases: Phrases, indicators: Mapping[str, str], *, of_several: bool
) -> HistoryLine:
    who = change.who or phrases.text("a colleague")
    facts = [when_words(change.claimed_at, phrases), who]
    if of_several:
        facts.insert(0, _capital(kind_words(change.entity.kind, phrases)))
    return HistoryLine(" · ".join(facts), tuple(_told(change, phrases, indicators)))


def _told(change: Change, phrases: Phrases, indicators: Mapping[str, str]) -> Iterable[str]:
    if change.deed not in {Deed.WROTE, Deed.CORRECTED}:
        yield deed_words(change.deed, phrases)
        return
    parts = [each for each in change.parts if field_label(each.entity.kind, each.name, phrases, indicators)]
    if change.first:
        yield phrases.text("First written")
        parts = [each for each in parts if each.after not in (None, "", [], False)]
    for part in parts:
        yield _part_words(part, phrases, indicators, first=change.first)
        if part.conflicting:
            yield phrases.text("Two machines say different things here. Both are kept.")
    if change.reason:
        yield phrases.text("Because: {reason}", reason=change.reason)


def _part_words(part: PartChange, phrases: Phrases, indicators: Mapping[str, str], *, first: bool) -> str:
    kind = part.entity.kind
    label = _capital(field_label(kind, part.name, phrases, indicators))
    after = _value(part, part.after, phrases, indicators)
    if first:
        return phrases.text("{part}: {value}", part=label, value=after)
    before = _value(part, part.before, phrases, indicators)
    return phrases.text("{part}: was {before}, now {after}", part=label, before=before, after=after)


def _value(part: PartChange, value: object, phrases: Phrases, indicators: Mapping[str, str]) -> str:
    if part.name in {"indicator_ids", "focus"} and isinstance(value, list):
        value = [indicators.get(each, each) for each in value]
    return field_value(part.entity.kind, part.name, value, phrases)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
