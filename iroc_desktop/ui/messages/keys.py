"""What to say about colleagues' passphrases and access.

It must not tell whose a passphrase is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.roles import LastLeadError
from iroc_desktop.domain.store_errors import (
    KeyFileAlteredError,
    KeysReplacedError,
    LastMemberError,
    OwnAccessError,
    PassphraseTakenError,
)
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.messages.message import Message


def _passphrase_taken(_: PassphraseTakenError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This passphrase cannot be used here."),
        phrases.text("Choose another one: a few words that belong to nobody else."),
    )


def _own_access(_: OwnAccessError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("You cannot end your own access."),
        phrases.text("Ask another team lead to do it."),
    )


def _last_member(_: LastMemberError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("Nobody else could open the record then, so nothing was changed."),
        phrases.text("Let a colleague in first."),
    )


def _key_file_altered(_: KeyFileAlteredError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("The key file vault.json was changed by hand, so no passphrase can be changed now."),
        phrases.text(
            "The record is safe. Lock it and open it with the recovery sheet: that puts the keys in order. "
            "Then let your colleagues in again."
        ),
    )


def _keys_replaced(_: KeysReplacedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("These keys are old: they were changed when somebody's access ended."),
        phrases.text("Use the record and the key file of today, or bring back the newest backup."),
    )


def _last_lead(_: LastLeadError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("A record needs at least one team lead, so nothing was changed."),
        phrases.text("Make a colleague team lead first."),
    )


KEY_MESSAGES: dict[type[ExpectedError], Callable[[Any, Phrases], Message]] = {
    KeyFileAlteredError: _key_file_altered,
    KeysReplacedError: _keys_replaced,
    LastLeadError: _last_lead,
    LastMemberError: _last_member,
    OwnAccessError: _own_access,
    PassphraseTakenError: _passphrase_taken,
}
