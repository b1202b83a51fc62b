"""Whole sentences in one language, from one gettext catalogue.

It must not glue sentences from parts, and it keeps no global language: two can be in use at once.
"""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import Literal

Catalogue = Literal["ui", "report"]

SOURCE_LANGUAGE = "en"
"""The language in which sentences are written in the code; it needs no catalogue to be complete."""


class Phrases:
    """Sentences of one catalogue in one language.

    The English sentence is the key; `{name}` placeholders are filled from keyword arguments.
    """

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        self.language = language
        self._translations = translations

    @classmethod
    def load(cls, folder: Path, catalogue: Catalogue, language: str) -> Phrases:
        """Return the phrases of `catalogue` in `language`; English where there is no such language."""
        translations = gettext.translation(catalogue, folder, languages=[language], fallback=True)
        return cls(language, translations)

    def text(self, sentence: str, /, **fields: object) -> str:
        """Return the sentence in this language, its placeholders filled."""
        return self._translations.gettext(sentence).format(**fields)

    def about(self, context: str, sentence: str, /, **fields: object) -> str:
        """Return a sentence whose meaning depends on `context`, such as "Open" (a verb) on a button."""
        return self._translations.pgettext(context, sentence).format(**fields)

    def plural(self, one: str, many: str, count: int, /, **fields: object) -> str:
        """Return the form of the sentence that fits `count`, which fills `{count}`."""
        return self._translations.ngettext(one, many, count).format(count=count, **fields)


def untranslated(language: str = SOURCE_LANGUAGE) -> Phrases:
    """Return phrases that answer with the English sentence itself."""
    return Phrases(language, gettext.NullTranslations())
