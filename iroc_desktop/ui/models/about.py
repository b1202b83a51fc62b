"""The few facts about a person that stand beside their name.

It must not say anything the person's own form does not.
"""

from __future__ import annotations

from iroc_desktop.domain.people import Person, Reading
from iroc_desktop.i18n.formats import language_in_sentence
from iroc_desktop.i18n.phrases import Phrases


def facts_about(person: Person, phrases: Phrases) -> tuple[str, ...]:
    """Return site, languages and reading, each as words of its own; what is not known is left out."""
    speaks = person.speaks or language_in_sentence(person.language, phrases.language)
    reading = {
        Reading.WELL: "",
        Reading.A_LITTLE: phrases.text("reads a little"),
        Reading.NOT_AT_ALL: phrases.text("does not read"),
    }[person.reading]
    languages = phrases.text("speaks {languages}", languages=speaks) if speaks else ""
    facts = (person.site, languages, reading)
    return tuple(fact for fact in facts if fact)
