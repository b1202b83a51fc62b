"""What was done in words, on the screen and in a saved list alike.

It must not say what was written, nor judge what somebody did.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from iroc_desktop.domain.audit import Deed
from iroc_desktop.domain.operations import EntityKind
from iroc_desktop.domain.spreadsheets import Cell, Table
from iroc_desktop.i18n.formats import moment
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.audit import CODE_LENGTH, LOG, Noted, Whose
from iroc_desktop.services.field_words import field_label

Row = tuple[Cell, ...]

MACHINE_CODE = 4
"""Digits of a replica that tell two machines apart."""


def deed_words(deed: Deed, phrases: Phrases) -> str:
    """Return what was done, in a word or two."""
    return {
        Deed.OPENED: phrases.about("what was done", "Opened"),
        Deed.WROTE: phrases.about("what was done", "Written or changed"),
        Deed.CORRECTED: phrases.about("what was done", "Corrected, with a reason"),
        Deed.PRINTED: phrases.about("what was done", "Printed"),
        Deed.EXPORTED: phrases.about("what was done", "Saved as a file"),
        Deed.UNLOCKED: phrases.about("what was done", "Unlocked"),
        Deed.PUT_AWAY: phrases.about("what was done", "Put in the bin"),
        Deed.BROUGHT_OUT: phrases.about("what was done", "Taken out of the bin"),
        Deed.BLOCKED: phrases.about("what was done", "Blocked"),
        Deed.UNBLOCKED: phrases.about("what was done", "No longer blocked"),
        Deed.DESTROYED: phrases.about("what was done", "Destroyed for good"),
        Deed.BROUGHT_BACK: phrases.about("what was done", "Brought back from a backup"),
        Deed.LET_IN: phrases.about("what was done", "A colleague was let in"),
        Deed.SHUT_OUT: phrases.about("what was done", "A colleague was shut out"),
        Deed.CHANGED_PASSPHRASE: phrases.about("what was done", "New passphrase"),
        Deed.RENEWED_SHEET: phrases.about("what was done", "New recovery sheet"),
    }[deed]


def thing_words(noted: Noted, phrases: Phrases) -> str:
    """Return what it was done with."""
    entry = noted.entry
    if entry.entity == LOG:
        return phrases.about("what was done with", "list of what was done")
    if entry.entity.kind is EntityKind.ORGANISATION and entry.deed is Deed.EXPORTED:
        return phrases.about("what was done with", "copy of a backup")
    if entry.entity.kind is EntityKind.ORGANISATION and entry.deed is Deed.BROUGHT_BACK:
        return phrases.about("what was done with", "whole record")
    if entry.entity.kind is EntityKind.PRACTITIONER and entry.deed is Deed.UNLOCKED:
        return phrases.about("what was done with", "whole record")
    return kind_words(entry.entity.kind, phrases)


def kind_words(kind: EntityKind, phrases: Phrases) -> str:
    """Return what one thing of a kind is called."""
    return {
        EntityKind.PERSON: phrases.about("what was done with", "person"),
        EntityKind.PRACTITIONER: phrases.about("what was done with", "colleague"),
        EntityKind.ORGANISATION: phrases.about("what was done with", "organisation"),
        EntityKind.CONVERSATION: phrases.about("what was done with", "conversation"),
        EntityKind.SUMMARY: phrases.about("what was done with", "summary of a conversation"),
        EntityKind.SESSION: phrases.about("what was done with", "session"),
        EntityKind.EXPLORATION: phrases.about("what was done with", "what was explored"),
        EntityKind.REFLECTION: phrases.about("what was done with", "own reflection"),
        EntityKind.PLAN: phrases.about("what was done with", "plan"),
        EntityKind.OUTCOME: phrases.about("what was done with", "outcome in a plan"),
        EntityKind.STEP: phrases.about("what was done with", "step in a plan"),
        EntityKind.SUPPORT: phrases.about("what was done with", "support in a plan"),
        EntityKind.REVIEW: phrases.about("what was done with", "day to look at a plan"),
        EntityKind.PLAN_SNAPSHOT: phrases.about("what was done with", "plan as it stood"),
        EntityKind.STAYING_WELL: phrases.about("what was done with", "staying-well plan"),
        EntityKind.VALUES: phrases.about("what was done with", "what matters to the person"),
        EntityKind.WORKSHEET: phrases.about("what was done with", "worksheet"),
        EntityKind.FAVOURITES: phrases.about("what was done with", "favourite pages"),
        EntityKind.ARRANGEMENTS: phrases.about("what was done with", "choices of the organisation"),
        EntityKind.SHEETS: phrases.about("what was done with", "printed sheet"),
        EntityKind.CONSENT: phrases.about("what was done with", "consent"),
        EntityKind.HOLDINGS: phrases.about("what was done with", "everything held"),
    }[kind]


def whose_words(noted: Noted, phrases: Phrases) -> str:
    """Return whom it is about: a name, a code for somebody without one here, or nothing."""
    if noted.entry.deed is Deed.UNLOCKED:
        # whoever unlocks is named as who did it
        return ""
    if noted.whose is Whose.NOBODY or noted.whose is Whose.IN_SIGHT:
        return noted.name
    if noted.whose is Whose.OUT_OF_SIGHT:
        return phrases.text("a person out of sight, code {code}", code=noted.code)
    return phrases.text("a person whose record was destroyed, code {code}", code=noted.code)


def who_words(noted: Noted, phrases: Phrases) -> str:
    """Return who did it."""
    code = noted.entry.author[:CODE_LENGTH]
    return noted.who or phrases.text("somebody this record does not know, code {code}", code=code)


def machine_words(replica: str, phrases: Phrases, *, this: bool) -> str:
    """Return which machine it was done at."""
    if this:
        return phrases.text("this machine")
    return phrases.text("machine {code}", code=replica[:MACHINE_CODE].upper())


def when_words(claimed_at: str, phrases: Phrases) -> str:
    """Return when, as the machine's clock said."""
    try:
        return moment(datetime.fromisoformat(claimed_at), phrases.language)
    except ValueError:
        # a clock can claim anything
        return claimed_at


def changed_words(noted: Noted, phrases: Phrases, indicators: Mapping[str, str]) -> tuple[str, ...]:
    """Return what the fields are called that were written, each once; indicators by their names."""
    entry = noted.entry
    if entry.deed not in {Deed.WROTE, Deed.CORRECTED}:
        return ()
    labels = (field_label(entry.entity.kind, name, phrases, indicators) for name in entry.changed)
    return tuple(dict.fromkeys(each for each in labels if each))


def row_of(noted: Noted, phrases: Phrases, indicators: Mapping[str, str]) -> Row:
    """Return an entry as a row of the table to save."""
    entry = noted.entry
    return (
        entry.claimed_at,
        who_words(noted, phrases),
        deed_words(entry.deed, phrases),
        thing_words(noted, phrases),
        whose_words(noted, phrases),
        noted.code,
        machine_words(entry.id.replica, phrases, this=noted.this_machine),
        entry.id.seq,
        "; ".join(changed_words(noted, phrases, indicators)),
    )


def table_of(rows: Iterable[Row], phrases: Phrases) -> Table:
    """Return the table to save."""
    columns = (
        phrases.about("column", "When, by that machine's clock"),
        phrases.about("column", "Who"),
        phrases.about("column", "What was done"),
        phrases.about("column", "With what"),
        phrases.about("column", "Whose"),
        phrases.about("column", "Code"),
        phrases.about("column", "Machine"),
        phrases.about("column", "Number on that machine"),
        phrases.about("column", "What was written"),
    )
    return Table(phrases.text("What was done"), columns, tuple(rows))
