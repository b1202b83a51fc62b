"""The steps of a first start and of one session, in order.

They must not look anything up but by what it is called.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.screen_reader.hands import ByKeys
from tests.screen_reader.reader import SilenceError
from tests.screen_reader.session import PASSPHRASE, Session

OTHER_LANGUAGES = {"es": "Español"}


def first_start(session: Session) -> None:
    """Choose the language, make the keys, keep the sheet, answer the licence question."""
    reader, hands, text = session.reader, session.hands, session.text
    reader.find("Start work", "push button")
    other = OTHER_LANGUAGES.get(session.words.language)
    if other:
        hands.press(other)
    session.press("Start work", "push button")
    session.write("Your name", "Marta")
    session.write("Passphrase", PASSPHRASE)
    session.write("The same once more", PASSPHRASE)
    session.everything_speaks("passphrase page")
    session.press("Go on", "push button")
    session.hear("Your recovery sheet")
    groups = _groups(session)
    session.everything_speaks("recovery sheet")
    save_pdf(session, "sheet.pdf")
    session.hear("The sheet is ready.")
    session.press("I have the sheet")
    session.hear("Check your sheet")
    for number, digits in groups.items():
        if reader.all_named(text("Group {number}", number=number), "text"):
            session.write("Group {number}", digits, number=number)
    session.press("Go on", "push button")
    session.press("Not sure", "radio button")
    session.everything_speaks("organisation page")
    session.press("Finish", "push button")
    session.hear("Add the first person")


def _groups(session: Session) -> dict[int, str]:
    pattern = re.escape(session.text("Group {number}: {digits}", number="#", digits="@"))
    pattern = pattern.replace(re.escape("#"), r"(\d+)").replace("@", r"([\d ]+)")
    found = (re.fullmatch(pattern, each.name) for each in session.reader.things())
    groups = {int(each[1]): each[2].replace(" ", "") for each in found if each}
    if len(groups) != 8:
        raise SilenceError(f"the recovery sheet reads out {len(groups)} groups of digits, not 8")
    return groups


def save_pdf(session: Session, name: str) -> Path:
    """Save what the screen offers as a PDF, answer the dialog, and return the file."""
    session.press("Save as PDF…", "push button")
    place = session.folder / name
    session.hands.answer_dialog(str(place))
    session.reader.until(place.exists, f"a file {name}")
    return place


def add_person(session: Session) -> None:
    """Add the first person by name, and open their page."""
    session.press("Add the first person", "push button")
    session.write("Name", session.name)
    session.everything_speaks("person form")
    session.press("Save", "push button")
    session.reader.heard(session.text("Saved"))
    session.press("Open their page", "push button")


def begin(session: Session) -> None:
    """Begin a session from the person's page."""
    session.everything_speaks("person page")
    session.press("Begin a session", "push button")


def resume(session: Session) -> None:
    """Go on, from Today, with the one session that is open; its name is told only where the keyboard is."""
    go_on, whose = session.text("Go on"), session.text("Go on with {name}", name=session.name)
    look = session.reader.until(
        lambda: [*session.reader.all_named(go_on, "push button"), *session.reader.all_named(whose)],
        "a session to go on with",
    )
    session.everything_speaks("Today")
    session.hands.press(whose if isinstance(session.hands, ByKeys) else look[0].name)


def finish(session: Session) -> None:
    """Finish the session, which locks its answers."""
    session.press("Finish and lock", "push button")
    session.reader.heard(session.text("The session is finished"))
