"""Rules and reminders in words.

They must not press anybody: a time that has ended is told, not urged.
"""

from __future__ import annotations

from iroc_desktop.domain.arrangements import EVERYWHERE
from iroc_desktop.domain.retention import IN_THE_BIN, MOST_MONTHS
from iroc_desktop.i18n.formats import long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.retention import Reached


def rule_name(site: str, phrases: Phrases) -> str:
    """Return what a rule is for."""
    if site == EVERYWHERE:
        return phrases.text("Everywhere")
    if site == IN_THE_BIN:
        return phrases.text("In the bin")
    return site


def months_words(months: int, site: str, phrases: Phrases) -> str:
    """Return how long, or what holds without a rule of its own."""
    if months:
        return phrases.plural("1 month", "{count} months", months)
    if site in (EVERYWHERE, IN_THE_BIN):
        return phrases.text("not set")
    return phrases.text("as everywhere")


def rule_hint(site: str, phrases: Phrases) -> str:
    """Return what the number of a rule means, and what it may be."""
    most = MOST_MONTHS
    if site == EVERYWHERE:
        return phrases.text("Months after the last conversation, 1 to {most}; 0 for no rule.", most=most)
    if site == IN_THE_BIN:
        return phrases.text(
            "Months in the bin until you are reminded, 1 to {most}; 0 for no rule.", most=most
        )
    return phrases.text(
        "Months after the last conversation, 1 to {most}; 0 to go by the one for everywhere.", most=most
    )


def reached_words(who: Reached, phrases: Phrases) -> str:
    """Return why somebody's record has reached the end of its time."""
    language = phrases.language
    since, ended = long_date(who.since, language), long_date(who.ended_on, language)
    if who.kept_until == who.ended_on:
        return phrases.text("Kept longer, until {ended}.", ended=ended)
    if who.held:
        return phrases.plural(
            "Last conversation on {since}. The rule is 1 month: until {ended}.",
            "Last conversation on {since}. The rule is {count} months: until {ended}.",
            who.months,
            since=since,
            ended=ended,
        )
    return phrases.plural(
        "No conversation yet, here since {since}. The rule is 1 month: until {ended}.",
        "No conversation yet, here since {since}. The rule is {count} months: until {ended}.",
        who.months,
        since=since,
        ended=ended,
    )
