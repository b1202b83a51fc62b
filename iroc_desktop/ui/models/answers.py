"""Why there is no rating, in words, wherever an answer is shown.

It must not shorten what a person said.
"""

from __future__ import annotations

from iroc_desktop.domain.conversation import UnratedReason
from iroc_desktop.i18n.phrases import Phrases


def reason_words(reason: UnratedReason, phrases: Phrases) -> str:
    """Return why there is no rating, short enough for a button."""
    return {
        UnratedReason.NOT_ANSWERED: phrases.text("Not answered"),
        UnratedReason.DID_NOT_WANT: phrases.text("Did not want to answer"),
        UnratedReason.NOT_APPLICABLE: phrases.text("Does not apply here"),
    }[reason]
