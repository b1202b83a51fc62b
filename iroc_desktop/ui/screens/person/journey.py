"""A history as the journey chart needs it, in one language.

It must not draw, nor fill a gap.
"""

from __future__ import annotations

from iroc_desktop.charts.journey import Journey, Occasion, Panel
from iroc_desktop.domain.conversation import Conversation
from iroc_desktop.domain.history import History
from iroc_desktop.domain.wording import Wording
from iroc_desktop.i18n.formats import short_date
from iroc_desktop.i18n.phrases import Phrases


def journey_of(history: History, wording: Wording, phrases: Phrases) -> Journey:
    """Return every conversation of a history, oldest first, indicator by indicator."""
    instrument = history.instrument
    panels = tuple(
        Panel(
            wording.indicators[each.id].short_name,
            area.token,
            area.letter,
            tuple(talk.answer(each.id).rating for talk in history.conversations),
        )
        for each in instrument.indicators
        for area in (instrument.area_of(each.id),)
    )
    occasions = tuple(_occasion(each, history, phrases) for each in history.conversations)
    return Journey(occasions, panels, instrument.scale.minimum, instrument.scale.maximum)


def _occasion(conversation: Conversation, history: History, phrases: Phrases) -> Occasion:
    total = history.total(conversation)
    incomplete = (
        "" if total.rated == total.of else phrases.text("{rated} of {of}", rated=total.rated, of=total.of)
    )
    return Occasion(conversation.held_on, short_date(conversation.held_on, phrases.language), incomplete)
