"""What can go wrong with files that leave the program, as typed errors.

It must not hold sentences, places or names of files: `ui.messages` finds the words.
"""

from __future__ import annotations

from iroc_desktop.domain.errors import ExpectedError


class PdfPassphraseError(ExpectedError):
    """Not every program could take this passphrase for a PDF; `most` is how many bytes it may have."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most
