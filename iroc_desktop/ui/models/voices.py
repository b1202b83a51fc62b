"""What each voice is called on the screen.

It must not rank: whoever lists voices lists them side by side.
"""

from __future__ import annotations

from iroc_desktop.domain.conversation import Voice
from iroc_desktop.i18n.phrases import Phrases


def voice_name(voice: Voice, phrases: Phrases) -> str:
    """Return what the screen calls a voice."""
    return {
        Voice.PERSON: phrases.about("voice", "Person"),
        Voice.PRACTITIONER: phrases.about("voice", "Practitioner"),
        Voice.AGREED: phrases.about("voice", "Agreed"),
    }[voice]
