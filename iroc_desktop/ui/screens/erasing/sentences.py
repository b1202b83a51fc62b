"""What the screen of erasures says: days, counts, and what is on its way.

It must not name anybody.
"""

from __future__ import annotations

from datetime import date, datetime

from iroc_desktop.i18n.formats import long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.copies import CopyKind, OldCopy
from iroc_desktop.services.erasure import Blocked, Gone
from iroc_desktop.ui.screens.erasing.presenter import Busy, State, Told


def day_words(claimed_at: str, phrases: Phrases) -> str:
    """Return the day of a claimed moment."""
    try:
        return long_date(datetime.fromisoformat(claimed_at).date(), phrases.language)
    except ValueError:
        # a clock can claim anything
        return claimed_at


def blocked_words(blocked: Blocked, phrases: Phrases) -> str:
    """Return since when somebody is out of sight, and who saw to it."""
    day = day_words(blocked.since, phrases)
    if not blocked.by:
        return phrases.text("Out of sight since {day}", day=day)
    return phrases.text("Out of sight since {day}, by {name}", day=day, name=blocked.by)


def gone_words(gone: Gone, phrases: Phrases) -> str:
    """Return when somebody's record was destroyed, and who saw to it."""
    day = day_words(gone.at, phrases)
    if not gone.by:
        return phrases.text("{code}: destroyed on {day}", code=gone.code, day=day)
    return phrases.text("{code}: destroyed on {day} by {name}", code=gone.code, day=day, name=gone.by)


def copy_words(copy: OldCopy, phrases: Phrases) -> str:
    """Return what an old copy is."""
    day = long_date(copy.made_on, phrases.language) if isinstance(copy.made_on, date) else ""
    if copy.kind is CopyKind.SET_ASIDE:
        if not day:
            return phrases.text("A record that was set aside when a backup was brought back")
        return phrases.text("The record from before a backup was brought back on {day}", day=day)
    if not day:
        return phrases.text("A copy from before an update of the program")
    return phrases.text("A copy from before the update of {day}", day=day)


def waiting_words(state: State, phrases: Phrases) -> str:
    """Return how many backups still wait to be written anew."""
    behind = len(state.standing.behind) if state.standing else 0
    return phrases.plural(
        "1 backup may still hold what was destroyed.",
        "{count} backups may still hold what was destroyed.",
        behind,
    )


def busy_words(state: State, phrases: Phrases) -> str:
    """Return what is on its way; empty for nothing."""
    if state.busy is Busy.DESTROYING:
        return phrases.text("Destroying…")
    if state.busy is Busy.SWEEPING:
        return phrases.text("Destroyed. Now the file is written anew, so that nothing of it is left there…")
    if state.busy is Busy.BACKUPS and state.of and state.standing is not None:
        done = state.of - len(state.standing.behind)
        return phrases.text(
            "Destroyed. Now the backups are written anew: {done} of {of}. You can go on working.",
            done=done,
            of=state.of,
        )
    return ""


def told_words(state: State, phrases: Phrases) -> str:
    """Return what was done a moment ago; empty for nothing."""
    standing = state.standing
    if state.told is Told.DESTROYED and standing is not None and (standing.behind or standing.old_copies):
        return phrases.text(
            "This person’s record was destroyed. See below what is left to do on this machine."
        )
    return {
        None: "",
        Told.BLOCKED: phrases.text("This person is out of sight now. Step 1 is done."),
        Told.LIFTED: phrases.text("This person can be seen again. Everything is as it was."),
        Told.DESTROYED: phrases.text("Everything about this person was destroyed on this machine."),
        Told.COPY_GONE: phrases.text("It is deleted."),
    }[state.told]
