"""What the tests of charts share: the program's typefaces, registered once."""

from __future__ import annotations

from pathlib import Path

import pytest

from iroc_desktop.charts import fonts

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session", autouse=True)
def _typefaces() -> None:
    fonts.register(RESOURCES / "fonts")
