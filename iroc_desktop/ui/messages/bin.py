"""What to say about the bin and keeping times: what was put away, and why something cannot be done.

It must not frighten: what is safe is said first, then what to do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from iroc_desktop.domain.bin import AnotherSessionWaitsError, BinKind, PersonInBinError
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.retention import MonthsOutOfRangeError, NotLaterError
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.messages.message import Message


def put_away_words(kind: BinKind, phrases: Phrases) -> str:
    """Return the sentence that tells that a thing has been put into the bin."""
    text = phrases.text
    return {
        BinKind.PERSON: text("The person is in the bin, with all that is kept about them."),
        BinKind.CONVERSATION: text("The conversation is in the bin."),
        BinKind.SESSION: text("The session is in the bin, as far as it came."),
        BinKind.PLAN: text("The plan is in the bin."),
        BinKind.WORKSHEET: text("The worksheet is in the bin."),
        BinKind.PRIVATE_NOTE: text("The note is in the bin."),
        BinKind.REFLECTION: text("Your reflection is in the bin."),
    }[kind]


def taken_out_words(kind: BinKind, phrases: Phrases) -> str:
    """Return the sentence that tells that a thing is back in its place."""
    text = phrases.text
    return {
        BinKind.PERSON: text("The person is back, as before."),
        BinKind.CONVERSATION: text("The conversation is back, as before."),
        BinKind.SESSION: text("The session is back, as before."),
        BinKind.PLAN: text("The plan is back. If a newer one was begun, it is among the earlier plans."),
        BinKind.WORKSHEET: text("The worksheet is back, as before."),
        BinKind.PRIVATE_NOTE: text("The note is back, as before."),
        BinKind.REFLECTION: text("Your reflection is back, as before."),
    }[kind]


def _person_in_bin(_: PersonInBinError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This belongs to a person who is in the bin."),
        phrases.text("Take the person out first. This can follow."),
    )


def _another_waits(_: AnotherSessionWaitsError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("Another session with this person is waiting. Only one can wait at a time."),
        phrases.text("Finish that one, or put it in the bin. Then take this one out."),
    )


def _not_later(_: NotLaterError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This day has already come."),
        phrases.text("Choose a later day."),
    )


def _months(error: MonthsOutOfRangeError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("That is not a number of months for which records can be kept."),
        phrases.text("Choose from 1 to {most} months.", most=error.most),
    )


BIN_MESSAGES: dict[type[ExpectedError], Callable[[Any, Phrases], Message]] = {
    PersonInBinError: _person_in_bin,
    AnotherSessionWaitsError: _another_waits,
    NotLaterError: _not_later,
    MonthsOutOfRangeError: _months,
}
