"""What lies in the bin, in words.

They must not say more than helps to know a thing again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from iroc_desktop.domain.bin import BinKind
from iroc_desktop.i18n.formats import clock_time, long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.bin import InBin


def thing_words(lying: InBin, indicators: Mapping[str, str], phrases: Phrases) -> str:
    """Return what a thing is, and of which day."""
    if lying.day is None:
        return _without_a_day(lying, phrases)
    text, day = phrases.text, long_date(lying.day, phrases.language)
    indicator = indicators.get(lying.thing.indicator_id, "")
    return {
        BinKind.PERSON: text("The whole record of this person"),
        BinKind.CONVERSATION: text("Conversation of {day}", day=day),
        BinKind.SESSION: text("Session in progress, begun on {day}", day=day),
        BinKind.PLAN: text("Plan begun on {day}", day=day),
        BinKind.WORKSHEET: text("“{title}”, filled in on {day}", title=lying.title, day=day),
        BinKind.PRIVATE_NOTE: text(
            "Note that is never printed, about {indicator}, conversation of {day}",
            indicator=indicator,
            day=day,
        ),
        BinKind.REFLECTION: text("Your reflection on the session of {day}", day=day),
    }[lying.thing.kind]


def _without_a_day(lying: InBin, phrases: Phrases) -> str:
    text = phrases.text
    return {
        BinKind.PERSON: text("The whole record of this person"),
        BinKind.CONVERSATION: text("A conversation"),
        BinKind.SESSION: text("A session in progress"),
        BinKind.PLAN: text("A plan"),
        BinKind.WORKSHEET: text("“{title}”", title=lying.title),
        BinKind.PRIVATE_NOTE: text("A note that is never printed"),
        BinKind.REFLECTION: text("Your reflection on a session"),
    }[lying.thing.kind]


def put_away_when(lying: InBin, phrases: Phrases) -> str:
    """Return when a thing was put away and who did, as far as it is known."""
    if not lying.since:
        return phrases.text("Taken off the list before there was a bin")
    at = datetime.fromisoformat(lying.since)
    day, time = long_date(at.date(), phrases.language), clock_time(at, phrases.language)
    if not lying.by:
        return phrases.text("Put in the bin on {day} at {time}", day=day, time=time)
    return phrases.text("Put in the bin on {day} at {time} by {name}", day=day, time=time, name=lying.by)
