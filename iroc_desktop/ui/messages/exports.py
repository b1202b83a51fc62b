"""What to say when a file that leaves the program cannot be made as it was asked for.

It must not name the file, its place or whose it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.export_errors import PdfPassphraseError
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.messages.message import Message


def _pdf_passphrase(error: PdfPassphraseError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("Not every program could open the file with this passphrase."),
        phrases.text("Use letters, digits and spaces, at most {most} of them.", most=error.most),
    )


EXPORT_MESSAGES: dict[type[ExpectedError], Callable[[Any, Phrases], Message]] = {
    PdfPassphraseError: _pdf_passphrase,
}
