"""Finds the message for any expected error.

It must not invent one for an error nobody thought of: that is a bug, and a test finds it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from iroc_desktop.domain.content_errors import BadContentError
from iroc_desktop.domain.conversation import CompletedError, ReasonMissingError, TooManyFocusAreasError
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.instrument import NotOnScaleError
from iroc_desktop.domain.recovery import RecoveryDigitsError
from iroc_desktop.domain.store_errors import PassphraseTooShortError, StoreTooNewError
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.people import NameMissingError
from iroc_desktop.ui.messages.content import content_message
from iroc_desktop.ui.messages.custody import CUSTODY_MESSAGES
from iroc_desktop.ui.messages.exchange import EXCHANGE_MESSAGES
from iroc_desktop.ui.messages.exports import EXPORT_MESSAGES
from iroc_desktop.ui.messages.keys import KEY_MESSAGES
from iroc_desktop.ui.messages.message import Message
from iroc_desktop.ui.messages.session import SESSION_MESSAGES
from iroc_desktop.ui.messages.store import STORE_MESSAGES


def message_for(error: ExpectedError, phrases: Phrases) -> Message:
    """Return what happened and what to do, in the reader's language.

    Raises:
        KeyError: if the error has no message, which is a bug.
    """
    return _MESSAGES[type(error)](error, phrases)


def told_errors() -> frozenset[type[ExpectedError]]:
    """Return every error that has a message."""
    return frozenset(_MESSAGES)


def _passphrase_too_short(error: PassphraseTooShortError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This passphrase is too short to keep people's words safe."),
        phrases.text("Use at least {least} characters. A few words in a row work well.", least=error.least),
    )


def _store_too_new(error: StoreTooNewError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This record was last opened with a newer version of the program."),
        phrases.text(
            "Install the newer version, then open it again. Nothing was changed. (Record version {needed}.)",
            needed=error.needed,
        ),
    )


def _recovery_digits(error: RecoveryDigitsError, phrases: Phrases) -> Message:
    if error.group == 0:
        return Message(
            phrases.text("The recovery sheet has eight groups of six digits."),
            phrases.text("Type all eight groups, in order."),
        )
    return Message(
        phrases.text("Group {group} has a wrong digit.", group=error.group),
        phrases.text("Look at that group on the sheet and type it again."),
    )


def _not_on_scale(error: NotOnScaleError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("{rating} is not on this scale.", rating=error.rating),
        phrases.text(
            "Choose a number from {minimum} to {maximum}.",
            minimum=error.scale.minimum,
            maximum=error.scale.maximum,
        ),
    )


def _too_many_focus_areas(error: TooManyFocusAreasError, phrases: Phrases) -> Message:
    return Message(
        phrases.plural(
            "One area is enough for one session.", "{count} areas are enough for one session.", error.most
        ),
        phrases.text("To choose another one, take one away first."),
    )


def _completed(_: CompletedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This conversation is completed and locked."),
        phrases.text("Use Correct, and say why. The old answer stays readable."),
    )


def _reason_missing(_: ReasonMissingError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("A correction needs a reason."),
        phrases.text("Write in a few words why the answer changes."),
    )


def _name_missing(_: NameMissingError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("The name is still empty."),
        phrases.text("Type a name. A nickname or a code is fine."),
    )


_MESSAGES: dict[type[ExpectedError], Callable[[Any, Phrases], Message]] = {
    **CUSTODY_MESSAGES,
    **EXCHANGE_MESSAGES,
    **EXPORT_MESSAGES,
    **KEY_MESSAGES,
    **SESSION_MESSAGES,
    **STORE_MESSAGES,
    BadContentError: content_message,
    CompletedError: _completed,
    NameMissingError: _name_missing,
    NotOnScaleError: _not_on_scale,
    PassphraseTooShortError: _passphrase_too_short,
    ReasonMissingError: _reason_missing,
    RecoveryDigitsError: _recovery_digits,
    StoreTooNewError: _store_too_new,
    TooManyFocusAreasError: _too_many_focus_areas,
}
