"""Shows every widget in each theme, at 100 % and 200 %, in English and stretched, and keeps pictures of it.

It must not be collected as a test: it is run by hand to look at.
Run `python -m tests.ui.gallery FOLDER`.
"""

from __future__ import annotations

import gettext
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from iroc_desktop.i18n.phrases import Phrases, untranslated
from iroc_desktop.ui.theme.apply import apply_theme
from iroc_desktop.ui.theme.fonts import register_fonts
from iroc_desktop.ui.theme.look import Look, make_look
from iroc_desktop.ui.theme.tokens import ThemeName
from iroc_desktop.ui.widgets.area_chip import AreaChip
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.history_table import HistoryRow, HistoryTable
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.markers import Fill
from iroc_desktop.ui.widgets.note_field import NoteField
from iroc_desktop.ui.widgets.passphrase_field import PassphraseField
from iroc_desktop.ui.widgets.person_list import ListLine, PersonList
from iroc_desktop.ui.widgets.progress_dots import Dot, ProgressDots
from iroc_desktop.ui.widgets.rating_scale import RatingScale
from iroc_desktop.ui.widgets.stepper import Stepper, StepperStage

RESOURCES = Path(__file__).parents[2] / "resources"
WORDS = {1: "never", 2: "almost never", 3: "sometimes", 4: "often", 5: "most of the time", 6: "all the time"}
AREAS = ("home", "opportunity", "people", "empowerment")


class Stretched(gettext.NullTranslations):
    """Twice as long, with accents, as the longest languages are."""

    def gettext(self, message: str) -> str:
        """Return the sentence, stretched."""
        return stretch(message)

    def pgettext(self, context: str, message: str) -> str:
        """Return the sentence, stretched."""
        return stretch(message)


def stretch(words: str) -> str:
    """Return `words` about half as long again, placeholders untouched."""
    return words + " " + "áéñß" * (len(words) // 10 + 1)


def rating_page(look: Look, own: Callable[[str], str]) -> QWidget:
    """Return what the conversation is made of."""
    card = Card(look)
    card.body.setSpacing(look.theme.space(1.5))
    stages = ("Welcome back", "Conversation", "Picture", "Choose", "Explore", "Plan", "Toolkit", "Print")
    stepper = Stepper(look, [StepperStage(name, own(name), available=name != "Toolkit") for name in stages])
    stepper.set_state("Conversation", ("Welcome back",))
    dots = ProgressDots(look)
    fills = [Fill.FULL, Fill.FULL, Fill.HALF, Fill.EMPTY]
    dots.set_dots([Dot(str(n), AREAS[n // 3], fills[(n * 2 + n // 3) % 4]) for n in range(12)], 3)
    scale = RatingScale(look, {step: own(word) for step, word in WORDS.items()}, "opportunity")
    scale.set_rating(4)
    note = NoteField(look, own("In their own words"), own("What the person says"))
    hidden = Disclosure(look, own("Only for me"), NoteField(look, own("Only for me")))
    chips = FlowLayout(gap=8)
    for area in AREAS:
        chips.addWidget(AreaChip(look, own(area.capitalize()), area))
    buttons = QHBoxLayout()
    buttons.addWidget(Button(look, own("Back"), icon="arrow-left"))
    buttons.addWidget(dots, 1)
    buttons.addWidget(Button(look, own("Next"), ButtonKind.PRIMARY, "arrow-right"))
    card.body.addLayout(chips)
    card.body.addWidget(Heading(own("Purpose and direction"), TextKind.DISPLAY))
    question = "In the last three months, how often have you felt that your days were going somewhere?"
    card.body.addWidget(Text(own(question), TextKind.QUESTION))
    for part in (scale, note, hidden):
        card.body.addWidget(part)
    card.body.addStretch(1)
    card.body.addLayout(buttons)
    return _page(stepper, card)


def other_page(look: Look, own: Callable[[str], str]) -> QWidget:
    """Return everything else."""
    banner = Banner(look)
    banner.show_problem(own("The disk is full."), own("Free some space, then try again."), own("Try again"))
    passphrase = PassphraseField(look, own("Passphrase"))
    passphrase.show_strength(3, own("Good: long enough to last"))
    people = PersonList(look, own("People"))
    names = ("Ana M.", "Božidar Ž.", "Chloé", "Дмитро", "محمد")
    people.set_lines([ListLine(name, name, own("3 conversations"), own("not finished")) for name in names])
    heads = [own(word) for word in ("Indicator", "Start", "Last", "Now", "Change")]
    table = HistoryTable(look, own("Picture"), heads)
    cells = (own("Physical health"), "2", "3", "5", own("2 steps up"))
    table.set_rows([HistoryRow(cells, "spoken")] * 4)
    buttons = FlowLayout(gap=8)
    for kind in ButtonKind:
        buttons.addWidget(Button(look, own(kind.value), kind, "plus"))
    off = Button(look, own("Disabled"), icon="printer")
    off.setEnabled(False)
    buttons.addWidget(off)
    row = QHBoxLayout()
    row.addWidget(people, 1)
    row.addWidget(table, 2)
    return _page(banner, passphrase, buttons, row, QLabel("—"))


def _page(*parts: QWidget | QHBoxLayout | FlowLayout) -> QWidget:
    page = QWidget()
    page.setObjectName("page")
    column = QVBoxLayout(page)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    return page


def main(folder: Path) -> None:
    """Keep a picture of every page in `folder`."""
    app = QApplication(sys.argv[:1])
    register_fonts(RESOURCES / "fonts")
    stretched = Phrases("qps", Stretched())
    for name in ThemeName:
        for scale in (100, 200):
            for phrases, own in ((untranslated(), str), (stretched, stretch)):
                look = make_look(RESOURCES, phrases, name, scale)
                apply_theme(app, look.theme)
                for make in (rating_page, other_page):
                    mirrored = phrases is stretched and scale == 100
                    direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
                    app.setLayoutDirection(direction)
                    page = make(look, own)
                    page.resize(1024 if scale == 100 else 1500, 720 if scale == 100 else 1100)
                    page.show()
                    app.processEvents()
                    page.grab().save(str(folder / f"{make.__name__}-{name}-{scale}-{phrases.language}.png"))
                    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
