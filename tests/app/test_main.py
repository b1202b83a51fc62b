"""The first window fits the screen.

These tests must not open a window: the screens' own tests do.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from iroc_desktop.app.main import first_size


@pytest.mark.parametrize(
    ("room", "size"),
    [
        (QSize(1920, 1040), QSize(1280, 800)),
        (QSize(1366, 768), QSize(1280, 728)),
        (QSize(1024, 700), QSize(1024, 660)),
    ],
)
def test_the_first_window_is_no_larger_than_the_screen(room: QSize, size: QSize) -> None:
    assert first_size(room) == size
