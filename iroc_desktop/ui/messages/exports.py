"""What to say when a file that leaves the program, or comes back to it, is not as it was asked for.

It must not name the file, its place or whose it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from iroc_desktop.domain.copy_errors import CopyNotThereError, EarlierKeyError, OtherRecordError
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.export_errors import PdfPassphraseError
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.messages.message import Message


def _pdf_passphrase(error: PdfPassphraseError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("Not every program could open the file with this passphrase."),
        phrases.text("Use letters, digits and spaces, at most {most} of them.", most=error.most),
    )


def _copy_not_there(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("There is no copy of a record in that place."),
        phrases.text("Look for a folder whose name begins with iroc-backup, and choose that one."),
    )


def _earlier_key(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("That copy is from before somebody's access ended, and has an earlier key."),
        phrases.text("Close the program and use the command restore --from with its folder."),
    )


def _other_record(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("That copy is of another record than the one on this machine."),
        phrases.text("Both are untouched. To bring it back beside this one, use an empty data folder."),
    )


EXPORT_MESSAGES: dict[type[ExpectedError], Callable[[Any, Phrases], Message]] = {
    CopyNotThereError: _copy_not_there,
    EarlierKeyError: _earlier_key,
    OtherRecordError: _other_record,
    PdfPassphraseError: _pdf_passphrase,
}
