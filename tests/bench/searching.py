"""A toolkit page found by typing, as the screen does it: each key finds, sorts and words the list anew.

It must not choose easy words: every beginning that somebody types on the way to a word is timed.
"""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import cycle, islice
from statistics import median
from typing import Final

from iroc_desktop.domain.toolkit import Need, Toolkit
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.toolkit import Wanted
from iroc_desktop.system.content.toolkit import load_toolkit
from iroc_desktop.system.paths import resources
from iroc_desktop.ui.screens.toolkit.catalogue import Catalogue
from tests.bench.stopwatch import timed
from tests.bench.table import Row

PAGES: Final = 200
_WORDS: Final = 40
_MOST_MS: Final = 50.0


def searching(pack: Pack) -> Row:
    """Return the row of searching the toolkit; the slowest keystroke decides."""
    toolkit = many_pages(pack)
    catalogue = Catalogue(toolkit, pack, "en", {need: need.value for need in Need})
    index_ms = timed(lambda: catalogue.found(Wanted(), "en", frozenset()))[1]
    took = [
        timed(lambda typed=typed: catalogue.found(Wanted(typed=typed), "en", frozenset()))[1]  # type: ignore[misc]  # mypy cannot infer a defaulted lambda
        for typed in _typed(toolkit)
    ]
    return Row(
        f"toolkit page found by typing, {len(toolkit.pages)} pages",
        f"≤ {_MOST_MS:.0f} ms a keystroke",
        f"median {median(took):.1f} ms, slowest of {len(took)} keystrokes {max(took):.1f} ms;"
        f" made ready once in {index_ms:.0f} ms",
        max(took) <= _MOST_MS,
    )


def many_pages(pack: Pack) -> Toolkit:
    """Return the shipped pages, again and again under other ids, until there are enough."""
    indicators = frozenset(each.id for each in pack.instrument.indicators)
    shipped = load_toolkit(resources() / "toolkit", None, resources() / "schemas", indicators).pages
    again = islice(cycle(shipped), PAGES)
    return Toolkit(tuple(replace(page, id=f"{page.id}-{number}") for number, page in enumerate(again)))


def _typed(toolkit: Toolkit) -> list[str]:
    """Return what stands in the field after each key, for words of any page."""
    spoken = {
        word for page in toolkit.pages for text in page.words["en"].sentences() for word in text.split()
    }
    words = random.Random(20).sample(sorted(word for word in spoken if word.isalpha()), _WORDS)  # noqa: S311 - a choice that is the same in each run
    return ["", *(word[:length] for word in words for length in range(1, len(word) + 1))]
