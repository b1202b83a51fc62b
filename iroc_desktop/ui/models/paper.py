"""What a size of paper is called, wherever one can be chosen.

It must not know how large a sheet is.
"""

from __future__ import annotations

from iroc_desktop.domain.summary import Paper
from iroc_desktop.i18n.phrases import Phrases


def paper_name(paper: Paper, phrases: Phrases) -> str:
    """Return what a paper size is called."""
    return {Paper.A4: phrases.text("A4"), Paper.LETTER: phrases.text("Letter")}[paper]
