"""What *Today* says about backups and about the clock.

It must not name anybody, nor say that something is safe when it is not known to be.
"""

from __future__ import annotations

from datetime import datetime

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.machine_clock import ClockDoubt
from iroc_desktop.domain.store_errors import DiskFailedError, DiskFullError, ReadOnlyError
from iroc_desktop.i18n.formats import full_date, long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.backups import Standing
from iroc_desktop.services.clock_check import Doubted
from iroc_desktop.ui.messages.message import Message


def last_backup(standing: Standing, phrases: Phrases) -> str:
    """Return the quiet line; empty if there is nothing good to say."""
    if standing.last is None:
        return ""
    return phrases.text("Last good backup: {day}", day=_day(standing.last.taken_at, phrases))


def backup_warning(standing: Standing, phrases: Phrases) -> Message | None:
    """Return what to warn of; None while all is well, or not known yet."""
    if standing.trouble is None and not (standing.tried and standing.old):
        return None if standing.unrehearsed is None else _rehearsal_warning(standing.unrehearsed, phrases)
    return Message(_what(standing, phrases), _do(standing.trouble, phrases))


def clock_warning(doubted: Doubted | None, phrases: Phrases) -> Message | None:
    """Return what to warn of about the machine's clock; None if nothing speaks against it."""
    if doubted is None:
        return None
    today = full_date(doubted.says, phrases.language)
    what = {
        ClockDoubt.BEFORE_RECORD: phrases.text(
            "This machine says it is {today}, but something was written later than that.", today=today
        ),
        ClockDoubt.BEFORE_PROGRAM: phrases.text(
            "This machine says it is {today}, but the program was made later than that.", today=today
        ),
        ClockDoubt.LONG_AFTER: phrases.text(
            "This machine says it is {today}, more than 60 days after the last entry.", today=today
        ),
    }
    return Message(
        what[doubted.why],
        phrases.text(
            "Please look at its date and time. You can go on: nothing is lost, only dates may be off."
        ),
    )


def _rehearsal_warning(error: ExpectedError, phrases: Phrases) -> Message:
    if isinstance(error, DiskFullError | ReadOnlyError | DiskFailedError):
        what = phrases.text("The newest backup could not be tried out this week: the disk did not allow it.")
    else:
        what = phrases.text("The newest backup was tried out, and it could not be brought back.")
    return Message(what, _do(error if isinstance(error, DiskFullError | ReadOnlyError) else None, phrases))


def _what(standing: Standing, phrases: Phrases) -> str:
    if standing.last is None:
        return phrases.text("There is no good backup yet.")
    day = _day(standing.last.taken_at, phrases)
    if standing.old:
        return phrases.text("The last good backup is from {day}.", day=day)
    return phrases.text("A backup could not be made just now. The last good one is from {day}.", day=day)


def _do(trouble: ExpectedError | None, phrases: Phrases) -> str:
    if isinstance(trouble, DiskFullError):
        return phrases.text("The disk is full. Make some room, then choose Back up now.")
    if isinstance(trouble, ReadOnlyError):
        return phrases.text("The backup folder does not allow writing. Ask whoever looks after this machine.")
    if trouble is not None:
        return phrases.text(
            "The disk did not answer as it should. Try Back up now; if it fails again, "
            "copy your record to a stick under Settings."
        )
    return phrases.text("Choose Back up now. It takes a few seconds, and you can go on working.")


def _day(moment: datetime, phrases: Phrases) -> str:
    return long_date(moment.astimezone().date(), phrases.language)
