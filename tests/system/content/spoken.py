"""Rules that hold for every text that is said or shown to people, in each language.

It must not know where a text comes from.
"""

from __future__ import annotations

import re
from typing import Final

FORBIDDEN: Final = {
    "en": re.compile(
        r"\b(patients?|cases?|assessments?|score sheets?|scores?|clients?|users?|symptoms?"
        r"|diagnos\w*|disorders?|complian\w+|dysfunction\w*|recovered|clinical|offenders?|inmates?|prisoners?|WRAP)\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\b(pacientes?|casos?|evaluaci[óo]n\w*|clientes?|usuari[oa]s?|s[íi]ntomas?|diagn[óo]stic\w*|trastornos?"
        r"|adherencia|disfunci\w+|recuperad[oa]s?|cl[íi]nic[oa]s?|delincuentes?|reclus[oa]s?|pres[oa]s?|WRAP)\b",
        re.IGNORECASE,
    ),
}
"""Language → words that have no place with a person; the Spanish ones are matched as whole words too."""

OUT_OF_REACH: Final = {
    "en": re.compile(r"\b(phones?|internet|online|apps?|websites?|e-?mails?|kitchen|money|buy|pay)\b", re.I),
    "es": re.compile(
        r"\b(tel[ée]fonos?|m[óo]vil|internet|en línea|app|web|correo|cocina|dinero|comprar|pagar)\b", re.I
    ),
}
"""Language → what a person in a cell may not have."""

_NUMBER: Final = re.compile(r"(?:\d[\s./-]?){3,}")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def looks_like_a_number_to_call(text: str) -> bool:
    """Return whether three or more digits stand together; a year does not count."""
    return bool(_NUMBER.search(_YEAR.sub("", text)))
