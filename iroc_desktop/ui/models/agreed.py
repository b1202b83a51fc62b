"""How things stand between a person and their record, in one sentence.

It must not press anybody: not agreed is as good an answer as agreed.
"""

from __future__ import annotations

from iroc_desktop.domain.consent import Agreed, ConsentState
from iroc_desktop.i18n.formats import long_date
from iroc_desktop.i18n.phrases import Phrases


def agreed_words(agreed: Agreed, phrases: Phrases) -> str:
    """Return whether they agreed that their record is kept, and since when."""
    day = long_date(agreed.day, phrases.language) if agreed.day else ""
    if agreed.state is ConsentState.NOT_ASKED:
        return phrases.text("Has not yet agreed that this record is kept")
    if agreed.state is ConsentState.TAKEN_BACK:
        return phrases.text("No longer agrees that this record is kept, since {day}", day=day)
    if agreed.worded:
        return phrases.text("Agreed that this record is kept: {day}", day=day)
    return phrases.text("Agreed that this record is kept: {day}, wording not recorded", day=day)


def taken_back_words(agreed: Agreed, phrases: Phrases) -> str:
    """Return what to do next after somebody took it back; empty for anybody else."""
    if agreed.state is not ConsentState.TAKEN_BACK or agreed.day is None:
        return ""
    return phrases.text(
        "Since {day} they no longer agree that this record is kept. Write nothing more for now, and go on"
        " helping as before. Ask them what should happen with what is kept. A team lead can help with that.",
        day=long_date(agreed.day, phrases.language),
    )
