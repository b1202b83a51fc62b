"""The charts of a summary: what its frozen rows and points look like as chart data.

It must not compute anything that the snapshot does not say.
"""

from __future__ import annotations

from iroc_desktop.charts.journey import Journey, Occasion, Panel
from iroc_desktop.charts.palette import SeriesKind
from iroc_desktop.charts.spidergram import Series, Spidergram, Spoke
from iroc_desktop.domain.summary import Point, SessionSummary, day
from iroc_desktop.i18n.formats import month_and_year
from iroc_desktop.i18n.phrases import Phrases


def spidergram_of(summary: SessionSummary, phrases: Phrases) -> Spidergram:
    """Return the picture: now, and last time and the start where there were any."""
    rows, language = summary.rows, summary.language
    series = [Series(SeriesKind.NOW, phrases.text("now"), tuple(row.now for row in rows))]
    if summary.last_on:
        label = phrases.text("last time, {month}", month=month_and_year(day(summary.last_on), language))
        series.insert(0, Series(SeriesKind.LAST, label, tuple(row.last for row in rows)))
    if summary.start_on:
        label = phrases.text("start, {month}", month=month_and_year(day(summary.start_on), language))
        series.insert(0, Series(SeriesKind.START, label, tuple(row.start for row in rows)))
    spokes = tuple(Spoke(row.short_name, row.area_token, row.area_letter) for row in rows)
    return Spidergram(spokes, summary.minimum, summary.maximum, tuple(series))


def voices_of(summary: SessionSummary, phrases: Phrases) -> Spidergram:
    """Return what each voice rates now; a voice that rated nothing has no line."""
    rows = summary.rows
    heard = (
        (SeriesKind.PERSON, phrases.about("voice", "me"), tuple(row.now for row in rows)),
        (
            SeriesKind.PRACTITIONER,
            phrases.about("voice", "practitioner"),
            tuple(row.practitioner for row in rows),
        ),
        (SeriesKind.AGREED, phrases.about("voice", "agreed"), tuple(row.agreed for row in rows)),
    )
    series = tuple(Series(*each) for each in heard if any(value is not None for value in each[2]))
    spokes = tuple(Spoke(row.short_name, row.area_token, row.area_letter) for row in rows)
    return Spidergram(spokes, summary.minimum, summary.maximum, series)


def journey_of(summary: SessionSummary, phrases: Phrases) -> Journey:
    """Return every conversation up to this one, a panel for each indicator."""
    occasions = tuple(_occasion(point, summary.language, phrases) for point in summary.points)
    panels = tuple(
        Panel(
            row.short_name,
            row.area_token,
            row.area_letter,
            tuple(point.ratings[place] for point in summary.points),
        )
        for place, row in enumerate(summary.rows)
    )
    return Journey(occasions, panels, summary.minimum, summary.maximum)


def _occasion(point: Point, language: str, phrases: Phrases) -> Occasion:
    held_on = day(point.held_on)
    rated = sum(rating is not None for rating in point.ratings)
    of = len(point.ratings)
    incomplete = "" if rated == of else phrases.text("{rated} of {of}", rated=rated, of=of)
    return Occasion(held_on, month_and_year(held_on, language), incomplete)
