"""What the sections of a staying-well plan are called, on screens and on paper.

It must not know where the words are shown, nor suggest an answer: every line is the person's.
"""

from __future__ import annotations

from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.i18n.phrases import Phrases


def section_title(section: StayingWellSection, phrases: Phrases) -> str:
    """Return a section's heading."""
    text = phrases.text
    return {
        StayingWellSection.KEEPS_ME_WELL: text("What keeps me well"),
        StayingWellSection.TRIGGERS: text("What can throw me off"),
        StayingWellSection.EARLY_SIGNS: text("First signs"),
        StayingWellSection.GETTING_WORSE: text("When it gets worse"),
        StayingWellSection.CRISIS: text("In a crisis"),
        StayingWellSection.AFTER_A_CRISIS: text("After a crisis"),
        StayingWellSection.ADVANCE_WISHES: text("My wishes in advance"),
        StayingWellSection.CONTACTS: text("Who can help"),
    }[section]
