"""The pages of a PDF with the number of the page in sight, and larger and smaller pages.

It must not lay anything out itself: what is shown is the PDF.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.pdf_preview import PdfPreview

LEAST_PREVIEW = 320
"""Height of the pages, in pixels."""


class PreviewPane(QWidget):
    """What will be on the paper. The same bytes again leave the reader where they are."""

    def __init__(self, look: Look, *notes: QWidget) -> None:
        """Put `notes` beside the number of the page."""
        super().__init__()
        self.setObjectName("clear")
        self._look = look
        self._shown: bytes | None = None
        self.pages = PdfPreview(look)
        self.pages.page_shown.connect(self._tell_page)
        self._page = Text("", TextKind.MUTED, wrap=False)
        head = QHBoxLayout()
        head.addWidget(self._page)
        for note in notes:
            head.addWidget(note)
        head.addStretch(1)
        text = look.phrases.text
        for words, icon, steps in (
            (text("Smaller pages"), "zoom-out", -1),
            (text("Larger pages"), "zoom-in", 1),
        ):
            head.addWidget(self._zoom(words, icon, steps))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(1.5))
        column.addLayout(head)
        column.addWidget(self.pages)
        column.addStretch(1)

    def show_pdf(self, pdf: bytes | None) -> bool:
        """Show a document; return whether it is the first."""
        if pdf is None or pdf is self._shown:
            return False
        first = self._shown is None
        self._shown = pdf
        self.pages.show_pdf(pdf)
        return first

    def fit_into(self, height: int) -> None:
        """Make the pages as high as can be seen in one piece, in pixels."""
        self.pages.setFixedHeight(max(height, LEAST_PREVIEW))

    def close_pdf(self) -> None:
        """Let the document go."""
        self._shown = None
        self.pages.close_pdf()

    def _zoom(self, words: str, icon: str, steps: int) -> Button:
        button = Button(self._look, "", ButtonKind.QUIET, icon)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(lambda: self.pages.zoom_by(steps))
        return button

    def _tell_page(self, page: int, pages: int) -> None:
        self._page.setText(self._look.phrases.text("Page {page} of {pages}", page=page, pages=pages))
