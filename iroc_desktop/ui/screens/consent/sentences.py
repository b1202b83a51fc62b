"""What is said about consents: who asked, when, in which language, and what was just recorded.

It must not judge an answer.
"""

from __future__ import annotations

from iroc_desktop.domain.consent import ConsentState
from iroc_desktop.i18n.formats import language_in_sentence, long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.consents import Given


def asked_words(given: Given, phrases: Phrases) -> list[str]:
    """Return the lines about one consent, the day first."""
    consent, language = given.consent, phrases.language
    lines = [phrases.text("Agreed on {day}", day=long_date(consent.given_on, language))]
    if consent.language:
        read_in = language_in_sentence(consent.language, language)
        lines.append(phrases.text("Read in {language}", language=read_in))
    if not consent.wording:
        lines.append(phrases.text("The words that were read were not recorded."))
    if given.asked_by:
        lines.append(phrases.text("Written down by {name}", name=given.asked_by))
    if consent.withdrawn_on is not None:
        lines.append(phrases.text("Taken back on {day}", day=long_date(consent.withdrawn_on, language)))
    return lines


def just_words(just: ConsentState | None, phrases: Phrases) -> str:
    """Return what was recorded a moment ago."""
    if just is ConsentState.AGREED:
        return phrases.text("It is kept that they agreed, with the words you read.")
    if just is ConsentState.TAKEN_BACK:
        return phrases.text("It is kept that they took it back.")
    return ""
