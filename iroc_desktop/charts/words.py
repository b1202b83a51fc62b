"""A chart as words and as a table, for whoever cannot see it or would rather read.

It must not judge: strengths and rises come first, the rest is said as plainly, and a gap is called a gap.
"""

from __future__ import annotations

from dataclasses import dataclass

from iroc_desktop.charts.journey import Journey, Panel
from iroc_desktop.charts.palette import SeriesKind
from iroc_desktop.charts.spidergram import Series, Spidergram
from iroc_desktop.i18n.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Table:
    """Headings, and as many cells in each row."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One indicator now, and the time before."""

    name: str
    before: int | None
    now: int | None
    strong: bool

    @property
    def rank(self) -> tuple[int, int]:
        """What is said first: strong, risen, steady, lower, and gaps last; the most of each first."""
        if self.now is None:
            return 4, 0
        moved = 0 if self.before is None else self.now - self.before
        if self.strong:
            return 0, -self.now
        if moved > 0:
            return 1, -moved
        return (2, 0) if moved == 0 else (3, 0)


def spidergram_words(data: Spidergram, phrases: Phrases) -> tuple[str, ...]:
    """Return one sentence for each indicator, what is strong and what rose first."""
    now = _values(data, SeriesKind.NOW)
    before = (
        _values(data, SeriesKind.LAST) if _has(data, SeriesKind.LAST) else _values(data, SeriesKind.START)
    )
    high = data.maximum - (data.maximum - data.minimum) // 3
    readings = [
        _Reading(spoke.label, before[place], now[place], (now[place] or data.minimum) >= high)
        for place, spoke in enumerate(data.spokes)
    ]
    return tuple(_sentence(each, data, phrases) for each in sorted(readings, key=lambda each: each.rank))


def voices_words(data: Spidergram, phrases: Phrases) -> tuple[str, ...]:
    """Return one sentence for each indicator, in the order of asking; what each voice rates."""
    person, practitioner, agreed = (
        _values(data, kind) for kind in (SeriesKind.PERSON, SeriesKind.PRACTITIONER, SeriesKind.AGREED)
    )
    return tuple(
        phrases.text(
            "{indicator}. Person: {person}. Practitioner: {practitioner}. Agreed: {agreed}.",
            indicator=spoke.label,
            person=_cell(person[place], phrases),
            practitioner=_cell(practitioner[place], phrases),
            agreed=_cell(agreed[place], phrases),
        )
        for place, spoke in enumerate(data.spokes)
    )


def spidergram_table(data: Spidergram, phrases: Phrases) -> Table:
    """Return the rows of the spidergram, one for each indicator, a column for each conversation."""
    headings = (phrases.text("Indicator"), *(series.label for series in data.series))
    rows = tuple(
        (spoke.label, *(_cell(series.values[place], phrases) for series in data.series))
        for place, spoke in enumerate(data.spokes)
    )
    return Table(headings, rows)


def journey_words(data: Journey, phrases: Phrases) -> tuple[str, ...]:
    """Return one sentence for each indicator, in the order of asking."""
    return tuple(_journey_sentence(panel, data, phrases) for panel in data.panels)


def journey_table(data: Journey, phrases: Phrases) -> Table:
    """Return the rows of the journey, one for each indicator, a column for each conversation."""
    headings = (phrases.text("Indicator"), *(occasion.label for occasion in data.occasions))
    rows = tuple((panel.label, *(_cell(value, phrases) for value in panel.values)) for panel in data.panels)
    return Table(headings, rows)


def _sentence(reading: _Reading, data: Spidergram, phrases: Phrases) -> str:
    name, before, now = reading.name, reading.before, reading.now
    if now is None:
        return phrases.text("{indicator} has no rating this time.", indicator=name)
    rose = before is not None and now > before
    if reading.strong and rose:
        return phrases.text(
            "{indicator} is strong: it went up from {before} to {rating}.",
            indicator=name,
            before=before,
            rating=now,
        )
    if reading.strong:
        return phrases.text(
            "{indicator} is strong: {rating} out of {maximum}.",
            indicator=name,
            rating=now,
            maximum=data.maximum,
        )
    return _plain_sentence(name, before, now, phrases)


def _plain_sentence(name: str, before: int | None, now: int, phrases: Phrases) -> str:
    if before is None:
        return phrases.text("{indicator} is at {rating}.", indicator=name, rating=now)
    if now > before:
        return phrases.text(
            "{indicator} went up from {before} to {rating}.", indicator=name, before=before, rating=now
        )
    if now == before:
        return phrases.text("{indicator} stayed at {rating}.", indicator=name, rating=now)
    return phrases.text(
        "{indicator} is at {rating} now; the time before it was {before}.",
        indicator=name,
        rating=now,
        before=before,
    )


def _journey_sentence(panel: Panel, data: Journey, phrases: Phrases) -> str:
    rated = [
        (value, occasion.label)
        for value, occasion in zip(panel.values, data.occasions, strict=True)
        if value is not None
    ]
    if not rated:
        return phrases.text("{indicator} has no rating yet.", indicator=panel.label)
    (first, first_day), (newest, newest_day) = rated[0], rated[-1]
    if len(rated) == 1:
        return phrases.text(
            "{indicator} was rated once: {rating}, {day}.",
            indicator=panel.label,
            rating=newest,
            day=newest_day,
        )
    return phrases.text(
        "{indicator}: {first} in {first_day}, {rating} in {day}.",
        indicator=panel.label,
        first=first,
        first_day=first_day,
        rating=newest,
        day=newest_day,
    )


def _cell(value: int | None, phrases: Phrases) -> str:
    return phrases.text("not rated") if value is None else str(value)


def _series(data: Spidergram, kind: SeriesKind) -> Series | None:
    return next((series for series in data.series if series.kind is kind), None)


def _has(data: Spidergram, kind: SeriesKind) -> bool:
    return _series(data, kind) is not None


def _values(data: Spidergram, kind: SeriesKind) -> tuple[int | None, ...]:
    series = _series(data, kind)
    return series.values if series else (None,) * len(data.spokes)
