"""People as lines of the list: the name, and a few quiet facts below it.

They must not say more than helps to tell two people apart.
"""

from __future__ import annotations

from iroc_desktop.i18n.formats import short_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.ports import PersonLine
from iroc_desktop.ui.widgets.person_list import ListLine


def list_line(line: PersonLine, phrases: Phrases) -> ListLine:
    """Return one person as the list shows them; a conversation in progress is the mark."""
    mark = phrases.text("to go on with") if line.has_draft else ""
    return ListLine(line.person.id, line.person.preferred_name, facts_of(line, phrases), mark)


def facts_of(line: PersonLine, phrases: Phrases) -> str:
    """Return site, conversations and next date in one line; what is not known is left out."""
    language = phrases.language
    facts = [line.person.site]
    if line.last_held_on is None:
        facts.append(phrases.text("no conversation yet"))
    else:
        last = short_date(line.last_held_on, language)
        facts.append(
            phrases.plural(
                "1 conversation, on {day}",
                "{count} conversations, the last on {day}",
                line.conversations,
                day=last,
            )
        )
    if line.next_on is not None:
        facts.append(phrases.text("next on {day}", day=short_date(line.next_on, language)))
    return " · ".join(fact for fact in facts if fact)
