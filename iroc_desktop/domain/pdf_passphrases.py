"""What a passphrase for a PDF has to be, so that every program that reads PDFs takes it.

It must not keep a passphrase, nor judge how easy it is to guess beyond its length.
"""

from __future__ import annotations

import stringprep
import unicodedata
from typing import Final

from iroc_desktop.domain.export_errors import PdfPassphraseError
from iroc_desktop.domain.store_errors import PassphraseTooShortError

LEAST: Final = 10
"""Characters; as few as the record itself takes."""
MOST_BYTES: Final = 127
"""The format ignores what follows, so a longer passphrase would promise more than it holds."""

_FORBIDDEN: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_NEVER: Final = (stringprep.in_table_c6, stringprep.in_table_c7, stringprep.in_table_c8)
"""Signs that stand for other things than letters."""


def prepared(passphrase: str) -> str:
    """Return the passphrase as programs that read PDFs prepare it (SASLprep), whatever keyboard typed it.

    Raises:
        PassphraseTooShortError: if it has fewer than `LEAST` characters.
        PdfPassphraseError: if it is longer than the format holds, or has a character that it forbids.
    """
    mapped = "".join(
        " " if stringprep.in_table_c12(letter) else letter
        for letter in passphrase
        if not stringprep.in_table_b1(letter)
    )
    whole = unicodedata.normalize("NFKC", mapped)
    if any(map(_is_forbidden, whole)) or _turns_around(whole):
        raise PdfPassphraseError(MOST_BYTES)
    # halves of letters are among the forbidden ones, so that this can be spelled in bytes
    if len(whole.encode("utf-8")) > MOST_BYTES:
        raise PdfPassphraseError(MOST_BYTES)
    if len(whole.strip()) < LEAST:
        raise PassphraseTooShortError(LEAST)
    return whole


def _is_forbidden(letter: str) -> bool:
    return unicodedata.category(letter) in _FORBIDDEN or any(never(letter) for never in _NEVER)


def _turns_around(whole: str) -> bool:
    """Return whether right-to-left letters stand with others, or do not stand at both ends."""
    if not any(map(stringprep.in_table_d1, whole)):
        return False
    ends = stringprep.in_table_d1(whole[0]) and stringprep.in_table_d1(whole[-1])
    return not ends or any(map(stringprep.in_table_d2, whole))
