"""What the list says about each item on the paper.

It must not hide what will be read there: short facts are shown in full.
"""

from __future__ import annotations

from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.summary import Part
from iroc_desktop.i18n.formats import full_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.screens.summary.items import Item
from iroc_desktop.ui.screens.summary.presenter import Sheet, State

LONGEST_SHOWN = 200
"""Of a quote, in characters; the preview beside the list shows all of it."""


def item_words(item: Item, sheet: Sheet, phrases: Phrases) -> str:
    """Return one line of the list."""
    if item.quote:
        return shortened(item.detail)
    if item.part is Part.NEXT_DATE:
        return _next_time(item, sheet, phrases)
    if item.detail:
        return _detailed(item, phrases)
    return _plain(item.part, phrases)


def shortened(text: str) -> str:
    """Return a text on one line, at most `LONGEST_SHOWN` characters of it."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1].rstrip() + "…"


def done_words(state: State, phrases: Phrases) -> str:
    """Return what happened to the sheet a moment ago; empty if nothing did."""
    if state.sheet is None or state.done is None:
        return ""
    if state.done is Action.PRINTED:
        return phrases.text("Sent to the printer. Sheet {number} is kept.", number=state.sheet.fingerprint)
    return phrases.text("Saved. Sheet {number} is kept.", number=state.sheet.fingerprint)


def _next_time(item: Item, sheet: Sheet, phrases: Phrases) -> str:
    if sheet.next_on is None:
        return phrases.text("Next time: room to write it in")
    day = full_date(sheet.next_on, phrases.language)
    if item.detail:
        return phrases.text("Next time: {day}, {note}", day=day, note=shortened(item.detail))
    return phrases.text("Next time: {day}", day=day)


def _detailed(item: Item, phrases: Phrases) -> str:
    if item.part is Part.NAME:
        return phrases.text("Name: {name}", name=item.detail)
    if item.part is Part.PRACTITIONER:
        return phrases.text("Practitioner: {name}", name=item.detail)
    return phrases.text("What matters now: {names}", names=item.detail)


def _plain(part: Part, phrases: Phrases) -> str:
    return {
        Part.NAME: phrases.text("Name"),
        Part.PRACTITIONER: phrases.text("Practitioner"),
        Part.HIGHLIGHTS: phrases.text("What is strong, and what moved up"),
        Part.PICTURE: phrases.text("Spidergram"),
        Part.TABLE: phrases.text("Table of the ratings"),
        Part.VOICES: phrases.text("How each of us sees it"),
        Part.WORDS: phrases.text("In their own words"),
        Part.STRENGTHS: phrases.text("Strengths we noticed"),
        Part.FOCUS: phrases.text("What matters now"),
        Part.NEXT_STEPS: phrases.text("Room for the next steps"),
        Part.NEXT_DATE: phrases.text("Next time"),
        Part.JOURNEY: phrases.text("The journey through all conversations"),
        Part.SIGNATURES: phrases.text("Lines to sign"),
    }[part]
