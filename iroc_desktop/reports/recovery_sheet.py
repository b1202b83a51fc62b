"""The recovery sheet: the digits that open the record when a passphrase is forgotten, and how to keep them.

It must not say whose record it is, or where.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table

from iroc_desktop.domain.summary import Paper
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.reports.fonts import Face
from iroc_desktop.reports.layout import Look, PrintedDocument
from iroc_desktop.reports.pieces import Rule

_IN_A_ROW = 2
_ROW = 56.0


class RecoverySheet(PrintedDocument):
    """One sheet with the groups of digits, large enough to read across a table."""

    def __init__(self, look: Look, phrases: Phrases, paper: Paper, groups: tuple[str, ...]) -> None:
        super().__init__(look, phrases, paper)
        self._groups = groups

    @property
    def metadata_title(self) -> str:
        """Return a title that does not say what the digits open."""
        return self.phrases.text("Sheet")

    def story(self) -> list[Flowable]:
        """Return the digits and how to keep them."""
        say, body = self.phrases.text, self.styles.body
        kept = (
            say("Keep this sheet in a safe or a locked drawer, away from the computer."),
            say("With these digits anybody can open the record. Do not photograph, copy or send them."),
            say("Without your passphrase and without this sheet, nobody can open the record again."),
        )
        used = (
            say("On the first screen, choose “I forgot my passphrase”."),
            say("Type the groups in their order. The program tells you at once if a group has a slip."),
            say("Then choose a new passphrase. This sheet stays good."),
        )
        return [
            self.text(say("Recovery sheet"), self.styles.title),
            self.text(say("For the day when a passphrase is forgotten."), self.styles.quiet),
            Rule(self.look.palette.frame),
            self.gap(16),
            self._digits(),
            self.gap(16),
            *self.heading(say("How to keep it")),
            *(self.text(line, body) for line in kept),
            *self.heading(say("How to use it")),
            *(self.text(line, body) for line in used),
        ]

    def _digits(self) -> Flowable:
        big = ParagraphStyle("big", self.styles.body, fontName=Face.BOLD.value, fontSize=30, leading=36)
        number = ParagraphStyle("number", self.styles.quiet, alignment=TA_CENTER)
        cells = [
            [Paragraph(str(place), number), Paragraph(_spaced(group), big)]
            for place, group in enumerate(self._groups, start=1)
        ]
        down = -(-len(cells) // _IN_A_ROW)
        rows = [[piece for cell in cells[row::down] for piece in cell] for row in range(down)]
        column = self.width / _IN_A_ROW
        frame = HexColor(self.look.palette.frame)
        style: list[Any] = [
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.6, frame),
            ("LINEABOVE", (0, 0), (-1, 0), 0.6, frame),
        ]
        return Table(rows, [34.0, column - 34.0] * _IN_A_ROW, [_ROW] * down, style=style)


def _spaced(group: str) -> str:
    """Return a group in two halves, which are easier to read and type."""
    middle = len(group) // 2
    return f"{group[:middle]}&nbsp;{group[middle:]}"
