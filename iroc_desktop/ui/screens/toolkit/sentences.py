"""What the toolkit screen says: names of kinds, needs and settings, reasons, faults.

It must not hold words of a page: those come with the page.
"""

from __future__ import annotations

from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.toolkit import Company, Need, PageFault, PageKind, Setting, ToolkitPage
from iroc_desktop.i18n.formats import language_in_sentence, long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.system.content.own_pages import Brought
from iroc_desktop.ui.messages.errors import message_for
from iroc_desktop.ui.screens.toolkit.sheet_presenter import SheetState
from iroc_desktop.ui.screens.toolkit.state import Card, Kept, OpenPage, State

SEPARATOR = " · "
"""Between facts that stand on one line."""


def kind_name(kind: PageKind, phrases: Phrases) -> str:
    """Return what a kind of page is called."""
    return {
        PageKind.GUIDE: phrases.about("kind of toolkit page", "Guide"),
        PageKind.WORKSHEET: phrases.about("kind of toolkit page", "Worksheet"),
        PageKind.PLAN: phrases.about("kind of toolkit page", "Plan"),
        PageKind.TIP: phrases.about("kind of toolkit page", "Tip"),
    }[kind]


def setting_name(setting: Setting, phrases: Phrases) -> str:
    """Return where a page works, or what it needs."""
    return {
        Setting.CELL: phrases.text("Works in a cell"),
        Setting.YARD: phrases.text("Needs a yard or open air"),
        Setting.PHONE: phrases.text("Needs a phone"),
        Setting.PRACTITIONER: phrases.text("Needs the practitioner"),
        Setting.HOME: phrases.text("Needs a home, a kitchen or own money"),
    }[setting]


def company_name(company: Company, phrases: Phrases) -> str:
    """Return with whom a page can be done."""
    return {
        Company.ALONE: phrases.about("with whom", "Alone"),
        Company.TOGETHER: phrases.about("with whom", "With someone"),
        Company.GROUP: phrases.about("with whom", "In a group"),
    }[company]


def need_names(phrases: Phrases) -> dict[Need, str]:
    """Return what every need is called, in the order of the list to choose from."""
    return {**_needs_of_body_and_mind(phrases), **_needs_of_every_day(phrases), **_needs_of_a_life(phrases)}


def _needs_of_body_and_mind(phrases: Phrases) -> dict[Need, str]:
    return {
        Need.SLEEP: phrases.about("need", "Sleep"),
        Need.CALM: phrases.about("need", "Calm"),
        Need.WORRY: phrases.about("need", "Worry"),
        Need.LOW_DAYS: phrases.about("need", "Low days"),
        Need.ANGER: phrases.about("need", "Anger"),
        Need.GRIEF: phrases.about("need", "Grief"),
        Need.VOICES: phrases.about("need", "Hearing voices"),
        Need.PAIN: phrases.about("need", "Pain"),
        Need.BODY: phrases.about("need", "Body"),
        Need.FOOD: phrases.about("need", "Food"),
        Need.MOVEMENT: phrases.about("need", "Movement"),
        Need.HABITS: phrases.about("need", "Habits"),
    }


def _needs_of_every_day(phrases: Phrases) -> dict[Need, str]:
    return {
        Need.MONEY: phrases.about("need", "Money"),
        Need.PAPERS: phrases.about("need", "Papers"),
        Need.SKILLS: phrases.about("need", "Skills"),
        Need.HOME: phrases.about("need", "Home"),
        Need.SAFETY: phrases.about("need", "Safety"),
        Need.CONNECTION: phrases.about("need", "Connection"),
        Need.FAMILY: phrases.about("need", "Family"),
        Need.FRIENDS: phrases.about("need", "Friends"),
        Need.TALKING: phrases.about("need", "Talking"),
        Need.TRUST: phrases.about("need", "Trust"),
        Need.BELONGING: phrases.about("need", "Belonging"),
        Need.WORK: phrases.about("need", "Work"),
        Need.LEARNING: phrases.about("need", "Learning"),
    }


def _needs_of_a_life(phrases: Phrases) -> dict[Need, str]:
    return {
        Need.SELF_WORTH: phrases.about("need", "Self-worth"),
        Need.IDENTITY: phrases.about("need", "Who I am"),
        Need.CHOICES: phrases.about("need", "Choices"),
        Need.RIGHTS: phrases.about("need", "Rights"),
        Need.SAY: phrases.about("need", "Having a say"),
        Need.PURPOSE: phrases.about("need", "Purpose"),
        Need.TIME: phrases.about("need", "Time"),
        Need.LEAVING: phrases.about("need", "Leaving prison"),
        Need.HOPE: phrases.about("need", "Hope"),
        Need.STRENGTHS: phrases.about("need", "Strengths"),
        Need.STAYING_WELL: phrases.about("need", "Staying well"),
        Need.ASKING_FOR_HELP: phrases.about("need", "Asking for help"),
    }


def minutes_words(minutes: int, phrases: Phrases) -> str:
    """Return how long a page takes."""
    return phrases.plural("{count} minute", "{count} minutes", minutes)


def at_most(minutes: int, phrases: Phrases) -> str:
    """Return the filter for how long a page may take."""
    return phrases.plural("At most {count} minute", "At most {count} minutes", minutes)


def facts(page: ToolkitPage, reading_age: int | None, phrases: Phrases) -> str:
    """Return kind, time, place, company and reading age on one line."""
    said = [kind_name(page.kind, phrases), minutes_words(page.minutes, phrases)]
    said += [setting_name(each, phrases) for each in page.settings]
    said += [company_name(each, phrases) for each in page.company]
    if reading_age is not None:
        said.append(phrases.text("Reading age {age}", age=reading_age))
    if page.own:
        said.append(phrases.text("From your organisation"))
    return SEPARATOR.join(said)


def reason(card: Card, phrases: Phrases) -> str:
    """Return why a page is suggested; empty where it is not."""
    if not card.because:
        return ""
    name = card.because
    return {
        Setting.CELL: phrases.text(
            "Because you chose {indicator}, and this works in a cell.", indicator=name
        ),
        Setting.YARD: phrases.text(
            "Because you chose {indicator}, and there is a yard or open air.", indicator=name
        ),
        Setting.PHONE: phrases.text("Because you chose {indicator}, and there is a phone.", indicator=name),
        Setting.PRACTITIONER: phrases.text(
            "Because you chose {indicator}, and the two of you can do it.", indicator=name
        ),
        Setting.HOME: phrases.text(
            "Because you chose {indicator}, and it can be done at home.", indicator=name
        ),
    }[card.possible_by]


def missing_words(missing: str, shown: str, phrases: Phrases) -> str:
    """Return that a page is not there in a language; empty where it is."""
    if not missing:
        return ""
    return phrases.text(
        "Not there in {missing} yet, so it is shown in {shown}.",
        missing=language_in_sentence(missing, phrases.language),
        shown=language_in_sentence(shown, phrases.language),
    )


def brought_words(brought: Brought, phrases: Phrases) -> str:
    """Return what became of a folder of pages."""
    if not (brought.added or brought.renewed or brought.faults):
        return phrases.text("There are no toolkit pages in that folder.")
    said = []
    if brought.added:
        said.append(phrases.plural("{count} page is new.", "{count} pages are new.", len(brought.added)))
    if brought.renewed:
        said.append(
            phrases.plural(
                "{count} page is up to date now.", "{count} pages are up to date now.", len(brought.renewed)
            )
        )
    if brought.faults:
        said.append(
            phrases.plural("{count} fault was found.", "{count} faults were found.", len(brought.faults))
        )
    return " ".join(said)


def fault_line(fault: PageFault, phrases: Phrases) -> str:
    """Return which page cannot be used, where in its file, and how to mend it."""
    message = message_for(fault.error, phrases)
    return phrases.text("Page {page}: {what} {advice}", page=fault.page, what=message.what, advice=message.do)


def count_words(state: State, phrases: Phrases) -> str:
    """Return how many pages are listed."""
    if not state.cards:
        return phrases.text("No page fits. Try fewer words, or show all pages.")
    if state.filtered:
        return phrases.plural("{count} page fits", "{count} pages fit", len(state.cards))
    return phrases.plural("{count} page", "{count} pages", len(state.cards))


def kept_words(kept: Kept, phrases: Phrases, *, dated: bool) -> str:
    """Return what was filled in or printed, with its day or without."""
    day = long_date(kept.held_on, phrases.language)
    if kept.printed and dated:
        return phrases.text("{title}, printed or saved on {date}", title=kept.title, date=day)
    if kept.printed:
        return phrases.text("{title}, printed or saved", title=kept.title)
    if dated:
        return phrases.text("{title}, {date}", title=kept.title, date=day)
    return phrases.text("{title}, filled in here", title=kept.title)


def keeping_words(shown: OpenPage, state: State, phrases: Phrases) -> str:
    """Return what becomes of what is filled in."""
    if shown.gone:
        return phrases.text("This page is no longer in the toolkit. What was written is still here.")
    if not shown.page.asks:
        return ""
    if state.person is None:
        return phrases.text(
            "What you fill in here is for printing. Open the toolkit with a person to keep it."
        )
    if not shown.filled:
        return phrases.text(
            "With {name}: what is filled in here is kept, and here again next time.", name=state.person.name
        )
    if shown.kept:
        return phrases.text("Kept. {name} finds it here again next time.", name=state.person.name)
    return phrases.text("Not kept yet.")


def told_words(state: SheetState, phrases: Phrases) -> str:
    """Return what there is to know about a sheet before it is printed."""
    if state.frozen:
        return phrases.text("This sheet is kept exactly as it was printed. It can be printed again.")
    return phrases.text("Others may read this sheet. It has no name unless you want one.")


def back_words(state: SheetState, phrases: Phrases) -> str:
    """Return what the way back from a sheet is called."""
    return phrases.text("Back") if state.frozen else phrases.text("Back to the page")


def done_words(state: SheetState, phrases: Phrases) -> str:
    """Return what happened to the sheet a moment ago; empty if nothing did."""
    if state.done is None:
        return ""
    return phrases.text("Sent to the printer.") if state.done is Action.PRINTED else phrases.text("Saved.")
