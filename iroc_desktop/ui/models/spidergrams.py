"""A history as the spidergram and the words beside it need it, in one language.

It must not draw, nor judge: a gap stays a gap, and nothing is called good or bad.
"""

from __future__ import annotations

from datetime import date

from iroc_desktop.charts.palette import SeriesKind
from iroc_desktop.charts.spidergram import Series, Spidergram, Spoke
from iroc_desktop.domain.conversation import Conversation, Voice
from iroc_desktop.domain.history import History
from iroc_desktop.domain.wording import Wording
from iroc_desktop.i18n.formats import month_and_year, short_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.models.voices import voice_name


def spidergram_of(history: History, wording: Wording, phrases: Phrases) -> Spidergram:
    """Return start, last and now of a history, newest drawn last; an empty history has no lines."""
    scale = history.instrument.scale
    return Spidergram(_spokes(history, wording), scale.minimum, scale.maximum, _series(history, phrases))


def voices_of(history: History, wording: Wording, phrases: Phrases) -> Spidergram | None:
    """Return what each voice rated in the newest conversation; None where only the person did."""
    now = history.now
    if now is None or not now.more_voices:
        return None
    heard = {
        voice: tuple(now.answer(each.id).heard(voice) for each in history.instrument.indicators)
        for voice in Voice
    }
    series = tuple(
        Series(SeriesKind(voice.value), voice_name(voice, phrases), values)
        for voice, values in heard.items()
        if any(value is not None for value in values)
    )
    scale = history.instrument.scale
    return Spidergram(_spokes(history, wording), scale.minimum, scale.maximum, series)


def _spokes(history: History, wording: Wording) -> tuple[Spoke, ...]:
    instrument = history.instrument
    return tuple(
        Spoke(wording.indicators[each.id].short_name, area.token, area.letter)
        for each in instrument.indicators
        for area in (instrument.area_of(each.id),)
    )


def _series(history: History, phrases: Phrases) -> tuple[Series, ...]:
    language = phrases.language
    start, last, now = history.start, history.last, history.now
    found: list[Series] = []
    if start is not None:
        # with two conversations the first one is both: people look for the last time
        label = (
            phrases.text("start, {month}", month=month_and_year(start.held_on, language))
            if last is not None
            else phrases.text("last time, {month}", month=month_and_year(start.held_on, language))
        )
        kind = SeriesKind.START if last is not None else SeriesKind.LAST
        found.append(Series(kind, label, _values(history, start)))
    if last is not None:
        label = phrases.text("last time, {month}", month=month_and_year(last.held_on, language))
        found.append(Series(SeriesKind.LAST, label, _values(history, last)))
    if now is not None:
        found.append(Series(SeriesKind.NOW, _now_label(now.held_on, phrases), _values(history, now)))
    return tuple(found)


def _now_label(held_on: date, phrases: Phrases) -> str:
    return phrases.text("now, {day}", day=short_date(held_on, phrases.language))


def _values(history: History, conversation: Conversation) -> tuple[int | None, ...]:
    return tuple(conversation.answer(each.id).rating for each in history.instrument.indicators)
