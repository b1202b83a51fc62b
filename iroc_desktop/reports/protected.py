"""A PDF that opens with a passphrase only: AES-256 over everything in it, its properties included.

It must not keep the passphrase, nor write a file.
"""

from __future__ import annotations

import secrets
from io import BytesIO
from typing import Final

from iroc_desktop.domain.pdf_passphrases import prepared

_REVISION: Final = 6
"""Of the format's locks: AES-256 as in ISO 32000-2."""
_OWNER_BYTES: Final = 32


def protected(pdf: bytes, passphrase: str) -> bytes:
    """Return the same PDF, which any program that reads PDF 2.0 opens with this passphrase only.

    Raises:
        PassphraseTooShortError, PdfPassphraseError: if the passphrase would not do.
    """
    known = prepared(passphrase)
    # imported here: few prints need it, and the first one has to be quick
    from pikepdf import Encryption, Pdf

    # the owner's passphrase would be a second way in: nobody gets to know it
    owner = secrets.token_hex(_OWNER_BYTES)
    locks = Encryption(user=known, owner=owner, R=_REVISION, aes=True, metadata=True)
    stream = BytesIO()
    with Pdf.open(BytesIO(pdf)) as document:
        document.save(stream, encryption=locks)
    return stream.getvalue()
