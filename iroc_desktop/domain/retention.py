"""For how long records are kept: the organisation's rule, when it is reached, and who has reached it.

It must not bring a number of ours, nor decide anything: reaching a day is a reminder, people decide.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from iroc_desktop.domain.arrangements import EVERYWHERE
from iroc_desktop.domain.errors import ExpectedError

KEPT_UNTIL: Final = "kept_until"
"""The field of a person that says until which day their record is kept longer than the rule says."""
IN_THE_BIN: Final = " bin"
"""Stands among the sites for how long things lie in the bin; no site begins with a space."""
MOST_MONTHS: Final = 600
_MONTHS_A_YEAR: Final = 12


class NotLaterError(ExpectedError):
    """A record shall be kept until a day that has passed, or that changes nothing."""


class MonthsOutOfRangeError(ExpectedError):
    """A rule has to be 1 to `most` months long."""

    def __init__(self, most: int = MOST_MONTHS) -> None:
        super().__init__(most)
        self.most = most


@dataclass(frozen=True, slots=True)
class Kept:
    """What there is to know about one record to say when its keeping time ends."""

    site: str
    since: date
    """The day of the last conversation, or on which the record was begun where there was none."""
    until: date | None = None
    """The day until which somebody said that it is kept longer."""


def months_for(rules: Mapping[str, int], site: str) -> int | None:
    """Return for how many months records of a site are kept; None without a rule."""
    return rules.get(site.strip(), rules.get(EVERYWHERE))


def after_months(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of that month where it is shorter."""
    year, month = divmod(day.year * _MONTHS_A_YEAR + day.month - 1 + months, _MONTHS_A_YEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def ends_on(kept: Kept, rules: Mapping[str, int]) -> date | None:
    """Return the day on which the keeping time of a record ends; None without a rule."""
    months = months_for(rules, kept.site)
    if months is None:
        return None
    by_rule = after_months(kept.since, months)
    return by_rule if kept.until is None else max(by_rule, kept.until)


def lay_long_enough(rules: Mapping[str, int], since: str, today: date) -> bool:
    """Return whether what lies in the bin since a claimed moment (ISO 8601) has lain there for its time."""
    months = rules.get(IN_THE_BIN)
    if months is None or not since:
        return False
    return after_months(datetime.fromisoformat(since).date(), months) <= today


def with_rule(rules: Mapping[str, int], site: str, months: int | None) -> dict[str, int]:
    """Return the rules with another one for a site; None takes it away.

    Raises:
        MonthsOutOfRangeError: if it is shorter than a month or longer than `MOST_MONTHS`.
    """
    if months is not None and not 1 <= months <= MOST_MONTHS:
        raise MonthsOutOfRangeError
    others = {each: number for each, number in rules.items() if each != site}
    return others if months is None else {**others, site: months}
