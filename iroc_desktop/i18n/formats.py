"""Dates and numbers as the document's language writes them.

It must not use the machine's locale: the language is always said.
"""

from __future__ import annotations

from datetime import date, datetime

from babel.core import Locale
from babel.dates import format_date, format_datetime, format_skeleton, format_time


def short_date(day: date, language: str) -> str:
    """Return a date with its month in letters, short: "24 Nov 2026"."""
    return format_date(day, "medium", locale=_british(language))


def long_date(day: date, language: str) -> str:
    """Return a date with its month written out: "24 November 2026"."""
    return format_date(day, "long", locale=_british(language))


def full_date(day: date, language: str) -> str:
    """Return a date with its weekday: "Tuesday 24 November 2026"."""
    return format_date(day, "full", locale=_british(language))


def month_and_year(day: date, language: str) -> str:
    """Return month and year, short: "Nov 2026"."""
    return format_skeleton("yMMM", day, locale=_british(language))


def clock_time(moment: datetime, language: str) -> str:
    """Return hours and minutes: "10:42"."""
    return format_time(moment, "HH:mm", locale=language)


def moment(moment_: datetime, language: str) -> str:
    """Return date and time, short."""
    return format_datetime(moment_, "medium", locale=_british(language))


def language_name(language: str, in_language: str) -> str:
    """Return a language's name to stand alone, with a capital: "Spanish", "Español"."""
    name = language_in_sentence(language, in_language)
    return name[:1].upper() + name[1:]


def language_in_sentence(language: str, in_language: str) -> str:
    """Return a language's name as it stands within a sentence: "Spanish", "español"."""
    # only the language that is read need be known: the frozen program carries no others
    names = Locale.parse(in_language).languages
    return names.get(language) or names.get(language.partition("_")[0]) or language


def _british(language: str) -> str:
    # day before month, as everywhere the I.ROC is used
    return "en_GB" if language == "en" else language
