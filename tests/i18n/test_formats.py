"""Dates follow the document's language, not the machine's.

These tests must not depend on the locale they run in.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from iroc_desktop.i18n import formats

DAY = date(2026, 11, 24)


def test_dates_are_written_as_each_language_writes_them() -> None:
    assert formats.long_date(DAY, "en") == "24 November 2026"
    assert formats.long_date(DAY, "es") == "24 de noviembre de 2026"
    assert formats.full_date(DAY, "es") == "martes, 24 de noviembre de 2026"
    assert formats.short_date(DAY, "en") == "24 Nov 2026"
    assert formats.month_and_year(DAY, "en") == "Nov 2026"


def test_the_clock_has_twenty_four_hours() -> None:
    assert formats.clock_time(datetime(2026, 11, 24, 15, 5, tzinfo=UTC), "en") == "15:05"


def test_languages_are_named_in_a_language() -> None:
    assert formats.language_name("es", "es") == "Español"
    assert formats.language_name("es", "en") == "Spanish"
    assert formats.language_name("es_MX", "es") == "Español de México"
    assert formats.language_name("ro_ZZ", "en") == "Romanian"
    assert formats.language_name("not one", "en") == "Not one"


def test_a_language_begins_with_a_capital_alone_and_as_its_readers_write_it_in_a_sentence() -> None:
    assert formats.language_name("ro", "es") == "Rumano"
    assert formats.language_in_sentence("ro", "es") == "rumano"
    assert formats.language_in_sentence("ro", "en") == "Romanian"
