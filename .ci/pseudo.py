"""A pseudo-language: English with accents and padding, so that what does not fit or was not marked shows.

It must not change a placeholder: the program fills pseudo sentences as it fills real ones.
"""

from __future__ import annotations

import gettext
import string
from typing import Final

LANGUAGE: Final = "en_XA"
"""The code by which the world knows this pseudo-language."""

_ACCENTED: Final = str.maketrans("aceinosuyzACEINOSUYZ", "àçéîñöšûýžÀÇÉÎÑÖŠÛÝŽ")
_PADDING: Final = "one two three four five six seven eight nine ten "


def stretched(sentence: str, factor: float = 2.0) -> str:
    """Return the sentence with accents, in brackets, `factor` times as long, its placeholders kept."""
    accented = "".join(_pieces(sentence))
    missing = max(0, round(len(sentence) * factor) - len(accented) - 3)
    padding = (_PADDING * (missing // len(_PADDING) + 1))[:missing].rstrip()
    # spaces inside the padding let it wrap as words do
    return f"[{accented} {padding}]"


def _pieces(sentence: str) -> list[str]:
    pieces = []
    for literal, field, spec, conversion in string.Formatter().parse(sentence):
        pieces.append(literal.translate(_ACCENTED).replace("{", "{{").replace("}", "}}"))
        if field is not None:
            how = f"!{conversion}" if conversion else ""
            pieces.append(f"{{{field}{how}{':' + spec if spec else ''}}}")
    return pieces


class PseudoTranslations(gettext.NullTranslations):
    """Answer every sentence in the pseudo-language: `Phrases(pseudo.LANGUAGE, PseudoTranslations())`."""

    def gettext(self, message: str) -> str:
        """Return the stretched sentence."""
        return stretched(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the stretched form that fits `n`."""
        return stretched(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """Return the stretched sentence; the context is for people."""
        return stretched(message)
