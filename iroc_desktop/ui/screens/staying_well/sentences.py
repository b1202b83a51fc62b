"""What may stand in the sections of the staying-well plan.

It must not suggest an answer: every line is the person's.
"""

from __future__ import annotations

from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.staying_well_words import section_title
from iroc_desktop.ui.widgets.lines_card import ListLabels


def section_labels(section: StayingWellSection, phrases: Phrases) -> ListLabels:
    """Return a section's heading, and what it asks."""
    text = phrases.text
    hint = {
        StayingWellSection.KEEPS_ME_WELL: text("Things I do, people I see, places I like. Small ones count."),
        StayingWellSection.TRIGGERS: text("Days, places, news or people that make it harder."),
        StayingWellSection.EARLY_SIGNS: text("What I, or others, notice first when it begins to get harder."),
        StayingWellSection.GETTING_WORSE: text("What I notice then, and what has helped before."),
        StayingWellSection.CRISIS: text("What I want others to do, and what not."),
        StayingWellSection.AFTER_A_CRISIS: text("What helps me to find my feet again."),
        StayingWellSection.ADVANCE_WISHES: text("What should be known if I cannot say it myself."),
        StayingWellSection.CONTACTS: text("People and services, and how to reach them."),
    }[section]
    return ListLabels(section_title(section, phrases), text("One more line"), text("Add"), hint)
