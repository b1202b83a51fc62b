"""A column of a readable width at the beginning of a page, with the rest of the width left free.

It must not know what the column holds, nor scroll: whoever shows the page does.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget


def reading_page(column: QWidget) -> QWidget:
    """Return a page on which `column` takes the width it may, and no more."""
    page = QWidget()
    page.setObjectName("page")
    # wrapped words ask for more height than they need, and the page would scroll without reason
    page.setMinimumHeight(1)
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(column, 100)
    across.addStretch(1)
    return page
