"""The program's own sentences in the language of the run, looked up as the program looks them up.

It must not import the program: the driver runs under the system's Python, which does not have it.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from pathlib import Path

CATALOGUES = Path(__file__).parents[2] / "translations"


@dataclass(frozen=True)
class Words:
    """The sentences of the screen catalogue in one language."""

    language: str
    catalogue: gettext.NullTranslations

    @classmethod
    def of(cls, language: str) -> Words:
        """Load the compiled catalogue; English is the language the sentences are written in."""
        if language == "en":
            return cls(language, gettext.NullTranslations())
        return cls(language, gettext.translation("ui", CATALOGUES, [language]))

    def text(self, sentence: str, **fields: object) -> str:
        """Return a sentence of the program with its fields filled in."""
        return self.catalogue.gettext(sentence).format(**fields)

    def about(self, context: str, sentence: str, **fields: object) -> str:
        """Return a sentence that needs its context to be told from another."""
        return self.catalogue.pgettext(context, sentence).format(**fields)

    def untranslated(self, sentence: str) -> bool:
        """Return whether a sentence is the same in both languages because nobody has translated it."""
        return self.language != "en" and self.catalogue.gettext(sentence) == sentence
