"""What the tests of reports share: one writer, with the program's own typefaces and colours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iroc_desktop.charts.palette import palette_from_tokens
from iroc_desktop.reports.fonts import Typefaces
from iroc_desktop.reports.writer import PdfWriter

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def writer() -> PdfWriter:
    """Return a writer without catalogues: it writes English sentences."""
    tokens = json.loads((ROOT / "resources" / "theme" / "tokens.json").read_text("utf-8"))
    return PdfWriter(ROOT / "resources" / "fonts", ROOT / "nowhere", palette_from_tokens(tokens, "light"))


@pytest.fixture(scope="session")
def faces() -> Typefaces:
    """Return the program's typefaces."""
    return Typefaces(ROOT / "resources" / "fonts")
