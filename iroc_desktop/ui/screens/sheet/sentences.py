"""What the preview of a sheet says about each kind of sheet.

It must not say whose sheet it is: others read the printer's queue and the names of files.
"""

from __future__ import annotations

from iroc_desktop.domain.kept_sheets import SheetKind
from iroc_desktop.domain.operations import Action
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.screens.sheet.presenter import State


def file_words(kind: SheetKind, phrases: Phrases) -> str:
    """Return how the name of a saved file begins."""
    return {
        SheetKind.PLAN: phrases.about("a file name", "plan"),
        SheetKind.STAYING_WELL: phrases.about("a file name", "sheet"),
        SheetKind.TOOLKIT_PAGE: phrases.about("a file name", "toolkit-page"),
    }[kind]


def back_words(state: State, phrases: Phrases) -> str:
    """Return what the way back is called."""
    if state.frozen:
        return phrases.text("Person page")
    return {
        SheetKind.PLAN: phrases.text("Back to the plan"),
        SheetKind.STAYING_WELL: phrases.text("Back to staying well"),
    }[state.kind]


def told_words(state: State, phrases: Phrases) -> str:
    """Return what is on the sheet."""
    if state.frozen:
        return phrases.text("This sheet is kept exactly as it was printed. It can be printed again.")
    return {
        SheetKind.PLAN: phrases.text("On the sheet: the whole plan, the newest picture, and room to sign."),
        SheetKind.STAYING_WELL: phrases.text(
            "On the sheet: every section. Where nothing stands yet, there is room to write with a pen."
        ),
    }[state.kind]


def done_words(done: Action | None, phrases: Phrases) -> str:
    """Return what happened to the sheet a moment ago; empty if nothing did."""
    said = {
        Action.PRINTED: phrases.text("It is on its way to the printer."),
        Action.EXPORTED: phrases.text("It is saved."),
    }
    return said.get(done, "") if done else ""
