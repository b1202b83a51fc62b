"""What the trail's screen says: lines, how the check went, and what there is to choose.

It must not say what was written.
"""

from __future__ import annotations

from collections.abc import Mapping

from iroc_desktop.domain.audit import Deed
from iroc_desktop.domain.chains import Checking
from iroc_desktop.i18n.formats import clock_time
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.audit import Choices, Noted, Whose
from iroc_desktop.services.audit_words import (
    changed_words,
    deed_words,
    machine_words,
    thing_words,
    when_words,
    who_words,
    whose_words,
)
from iroc_desktop.ui.screens.audit.state import Span, State
from iroc_desktop.ui.widgets.person_list import ListLine


def line_of(noted: Noted, phrases: Phrases) -> ListLine:
    """Return an entry as the list shows it: what and whose, then who, when and where."""
    entry = noted.entry
    what = (deed_words(entry.deed, phrases), thing_words(noted, phrases), whose_words(noted, phrases))
    machine = machine_words(entry.id.replica, phrases, this=noted.this_machine)
    facts = (who_words(noted, phrases), when_words(entry.claimed_at, phrases), machine)
    return ListLine(
        str(entry.position), " · ".join(each for each in what if each), " · ".join(facts), mark=""
    )


def detail_of(noted: Noted, phrases: Phrases, indicators: Mapping[str, str]) -> str:
    """Return what is said about the line that is current."""
    changed = changed_words(noted, phrases, indicators)
    if noted.whose is Whose.DESTROYED and noted.entry.deed is Deed.WROTE and not noted.entry.changed:
        return phrases.text("What was written then was destroyed. That it was written stays known.")
    if not changed:
        return phrases.text("Nothing was written.")
    return phrases.text("Written: {parts}.", parts=", ".join(changed))


def count_words(state: State, phrases: Phrases) -> str:
    """Return how much is shown, or that it is looked for."""
    if state.searching:
        return phrases.text("Looking…")
    if not state.lines:
        return phrases.text("Nothing like this was done.")
    if state.more:
        return phrases.plural("The newest entry", "The newest {count} entries", len(state.lines))
    return phrases.plural("1 entry", "{count} entries", len(state.lines))


def check_words(state: State, phrases: Phrases) -> str:
    """Return how the check stands, and what was found."""
    checking = state.checking
    if checking is None:
        return phrases.text("Checking whether all entries fit together…")
    if not checking.done:
        return phrases.text(
            "Checking whether all entries fit together… {checked} of {total}",
            checked=checking.checked,
            total=checking.total,
        )
    if not checking.good:
        return _fault_words(checking, phrases)
    if state.checked_at is None:
        return ""
    return phrases.plural(
        "The one entry is as it was written. Checked at {time}.",
        "All {count} entries fit together. Checked at {time}.",
        checking.checked,
        time=clock_time(state.checked_at.astimezone(), phrases.language),
    )


def _fault_words(checking: Checking, phrases: Phrases) -> str:
    if checking.faults:
        fault = checking.faults[0]
        return phrases.text(
            "Entry {number} of machine {machine} is not as it was written, or one before it is missing.",
            number=fault.seq,
            machine=fault.replica[:4].upper(),
        )
    return phrases.text(
        "The last entries of machine {machine} are missing, or their seal is not genuine.",
        machine=checking.false_ends[0][:4].upper(),
    )


def deed_choices(phrases: Phrases) -> dict[Deed | None, str]:
    """Return every kind of what can be done, and first that each is wanted."""
    every: dict[Deed | None, str] = {None: phrases.about("what was done", "everything")}
    return every | {each: deed_words(each, phrases) for each in Deed}


def practitioner_choices(choices: Choices, phrases: Phrases) -> dict[str, str]:
    """Return every practitioner, and first that each is wanted."""
    every = {"": phrases.about("who did it", "everybody")}
    return every | {each.id: each.name for each in choices.practitioners}


def machine_choices(choices: Choices, phrases: Phrases) -> dict[str, str]:
    """Return every machine, and first that each is wanted."""
    every = {"": phrases.about("where it was done", "every machine")}
    own = choices.machines[0]
    return every | {each: machine_words(each, phrases, this=each == own) for each in choices.machines}


def span_choices(phrases: Phrases) -> dict[Span, str]:
    """Return which days there are to choose."""
    return {
        Span.ANY: phrases.about("when it was done", "at any time"),
        Span.TODAY: phrases.about("when it was done", "today"),
        Span.WEEK: phrases.about("when it was done", "in the last 7 days"),
        Span.MONTH: phrases.about("when it was done", "in the last 30 days"),
        Span.BETWEEN: phrases.about("when it was done", "between two days"),
    }
