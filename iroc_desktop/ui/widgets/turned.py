"""How the screen is turned to a person: in whose language, how large, and who may turn it back.

It must not say whose screen it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.return_card import CheckPassphrase

LARGE = 200
"""Per cent; a page turned to the person stands half way between the program's text size and this."""


@dataclass(frozen=True, slots=True)
class Turned:
    """What every page is made with that is turned to a person."""

    look: Look
    """The practitioner's."""
    phrases: Phrases
    """The program's sentences for the person; in the program's language where it does not speak theirs."""
    language: str
    """The person's language, for the words of packs and pages."""
    check: CheckPassphrase | None = None
    """Given, the screen only goes back to whoever knows the passphrase."""

    @property
    def same_language(self) -> bool:
        """Return whether the practitioner reads what the person reads."""
        return self.phrases.language == self.look.phrases.language

    @property
    def theirs(self) -> Look:
        """Return the program's look in the person's language."""
        return replace(self.look, phrases=self.phrases)

    @property
    def large(self) -> Look:
        """Return the same in larger letters."""
        theme = self.look.theme
        scale = max(theme.text_scale, (theme.text_scale + LARGE) // 2)
        return replace(self.look, phrases=self.phrases, theme=replace(theme, text_scale=scale))
