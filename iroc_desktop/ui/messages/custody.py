"""What to say about who may do what, the bin, erasure and keys of colleagues.

It must not frighten: what is safe is said first, then whom to ask or what to do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from iroc_desktop.domain.consent import ConsentDayError
from iroc_desktop.domain.erasure import NameDiffersError, NotBlockedError
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.roles import LeadsOnlyError
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.messages.bin import BIN_MESSAGES
from iroc_desktop.ui.messages.message import Message


def _leads_only(_: LeadsOnlyError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("Only a team lead can do this."),
        phrases.text("Ask your team lead. Nothing was changed."),
    )


def _consent_day(_: ConsentDayError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This day cannot be right."),
        phrases.text("Take a day up to today, and not before the day they agreed. Nothing was changed."),
    )


def _not_blocked(_: NotBlockedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This person is not out of sight. Nothing was destroyed."),
        phrases.text("Take step 1 first: begin on the person’s page."),
    )


def _name_differs(_: NameDiffersError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("That is another name. Nothing was destroyed."),
        phrases.text("Type the name as it is shown."),
    )


CUSTODY_MESSAGES: dict[type[ExpectedError], Callable[[Any, Phrases], Message]] = {
    LeadsOnlyError: _leads_only,
    NotBlockedError: _not_blocked,
    NameDiffersError: _name_differs,
    ConsentDayError: _consent_day,
    **BIN_MESSAGES,
}
