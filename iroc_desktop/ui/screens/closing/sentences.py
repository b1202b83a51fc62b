"""What the last stage of a session says, as whole sentences.

It must not blame: what stays open may stay open.
"""

from __future__ import annotations

from iroc_desktop.i18n.formats import long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.models.dates import Doubt
from iroc_desktop.ui.screens.closing.state import NextMeeting, Sheet, TakeAway


def doubt_question(meeting: NextMeeting, phrases: Phrases) -> str:
    """Return what to ask about an odd day to meet again; empty when there is nothing to ask."""
    if meeting.asked is None or meeting.doubt is None:
        return ""
    day = long_date(meeting.asked, phrases.language)
    if meeting.doubt is Doubt.BEFORE_TODAY:
        return phrases.text("{day} has already passed on this machine's calendar. Is that the day?", day=day)
    return phrases.text("{day} is more than two years away. Is that the day?", day=day)


def how_answered(sheet: Sheet, phrases: Phrases) -> str:
    """Return how many indicators are answered, without blame."""
    if not sheet.settled:
        return phrases.text("No rating was given today, and that is fine.")
    if not sheet.open_ones:
        return phrases.plural("It is answered.", "All {count} are answered.", sheet.of)
    if sheet.meeting is None:
        return phrases.plural(
            "{settled} of {count} is answered.",
            "{settled} of {count} are answered.",
            sheet.of,
            settled=sheet.settled,
        )
    return phrases.plural(
        "{settled} of {count} is answered. What is open may stay open, or you go back to it:",
        "{settled} of {count} are answered. What is open may stay open, or you go back to it:",
        sheet.of,
        settled=sheet.settled,
    )


def what_finishing_means(sheet: Sheet, phrases: Phrases) -> str:
    """Return what happens to what was said, and to the plan."""
    return phrases.text(
        "The answers are locked as they are now. They can still be put right later, with a reason; the old "
        "answer stays readable. The plan is not locked: {name} can go on with it. After this you can print.",
        name=sheet.person_name,
    )


def what_to_take(taken: TakeAway, phrases: Phrases) -> str:
    """Return the sentence above the papers."""
    if taken.nothing:
        return phrases.text("Everything is kept. There is no paper from today, and that is fine.")
    return phrases.text("Everything is kept. Now you can print what to take along.")


def from_the_toolkit(taken: TakeAway, phrases: Phrases) -> str:
    """Return which worksheets were filled in; empty without one."""
    if not taken.worksheets:
        return ""
    titles = ", ".join(taken.worksheets)
    return phrases.plural(
        "Filled in today: {titles}", "Filled in today: {titles}", len(taken.worksheets), titles=titles
    )
