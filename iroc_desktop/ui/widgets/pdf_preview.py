"""Shows the very PDF that will be printed, page below page.

It must not make or change a PDF; it draws the bytes it is given.
"""

from __future__ import annotations

from collections import OrderedDict

import pypdfium2 as pdfium
from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from iroc_desktop.ui.theme.look import Look

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""How much wider than the window a page may be shown."""

KEPT_PAGES = 6
"""Pages kept drawn, so that scrolling back is quick and a long document does not fill the memory."""


class PdfPreview(QScrollArea):
    """Pages fit the width at zoom 1. Plus and minus zoom; Page Up, Page Down, Home and End move."""

    page_shown = Signal(int, int)
    """The page now in sight, from 1, and how many there are."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._zoom = ZOOMS.index(1.0)
        self._pages: list[PdfPage] = []
        self._document: pdfium.PdfDocument | None = None
        self._kept: OrderedDict[int, PdfPage] = OrderedDict()
        # a bar that comes and goes would change the width that pages are fitted to
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(look.phrases.text("Preview of the pages"))
        self.verticalScrollBar().valueChanged.connect(self._tell_page)
        self.show_pdf(b"")

    @property
    def page_count(self) -> int:
        """Return how many pages there are."""
        return len(self._pages)

    def show_pdf(self, content: bytes) -> None:
        """Show another document from its first page; with no bytes, nothing."""
        self.close_pdf()
        sheet = self._sheet = QWidget()
        sheet.setObjectName("page")
        if content:
            self._document = pdfium.PdfDocument(content)
            self._pages = [PdfPage(self, number, sheet) for number in range(len(self._document))]
        self.setWidget(sheet)
        # a sheet that joins a window already on the screen stays hidden otherwise
        sheet.show()
        self._fit()
        self._tell_page()

    def close_pdf(self) -> None:
        """Let the document go."""
        self._kept.clear()
        self._pages = []
        if self._document is not None:
            self._document.close()
            self._document = None

    def zoom_by(self, steps: int) -> None:
        """Show pages larger (+1) or smaller (-1); the page in sight stays in sight."""
        shown = self.page_in_sight()
        self._zoom = min(max(self._zoom + steps, 0), len(ZOOMS) - 1)
        self._fit()
        self.go_to(shown)

    def go_to(self, page: int) -> None:
        """Scroll to a page, counted from 1; past either end goes to the end."""
        if self._pages:
            wanted = self._pages[min(max(page, 1), len(self._pages)) - 1]
            self.verticalScrollBar().setValue(wanted.y() - self._look.theme.space())

    def page_in_sight(self) -> int:
        """Return the page that fills most of the middle, from 1; 0 if there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        passed = [number for number, page in enumerate(self._pages, start=1) if page.y() <= middle]
        return passed[-1] if passed else min(1, len(self._pages))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom and move."""
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(1)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(-1)
        elif key == Qt.Key.Key_Home:
            self.go_to(1)
        elif key == Qt.Key.Key_End:
            self.go_to(len(self._pages))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._fit()

    def draw_page(self, number: int, width: int, ratio: float) -> QImage:
        """Return page `number` (from 0) as a picture of `width` pixels on a screen of `ratio`."""
        if self._document is None:
            return QImage()
        page = self._document[number]
        bitmap = page.render(scale=width * ratio / page.get_width(), rev_byteorder=True, prefer_bgrx=True)
        picture = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
        ).copy()
        picture.setDevicePixelRatio(ratio)
        page.close()
        return picture

    def keep(self, page: PdfPage) -> None:
        """Remember that `page` was drawn, and let the picture go that was not looked at for longest."""
        self._kept[page.number] = page
        self._kept.move_to_end(page.number)
        while len(self._kept) > KEPT_PAGES:
            self._kept.popitem(last=False)[1].forget()

    def edge(self) -> str:
        """Return the colour of the edge of a sheet."""
        return self._look.theme.colour("control_line")

    def _fit(self) -> None:
        if self._document is None:
            return
        gap = self._look.theme.space(2)
        width = max(120, round((self.viewport().width() - 2 * gap) * ZOOMS[self._zoom]))
        across = max(self.viewport().width(), width + 2 * gap)
        down = gap
        for page in self._pages:
            wide, high = self._document.get_page_size(page.number)
            page.fit(QSize(width, round(width * high / wide)))
            page.move((across - width) // 2, down)
            down += page.height() + gap
        self._sheet.resize(across, down)

    def _tell_page(self) -> None:
        shown = self.page_in_sight()
        self.setAccessibleDescription(
            self._look.phrases.text("Page {page} of {pages}", page=shown, pages=len(self._pages))
        )
        self.page_shown.emit(shown, len(self._pages))


class PdfPage(QWidget):
    """One sheet of paper, drawn when it comes into sight."""

    def __init__(self, preview: PdfPreview, number: int, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._preview = preview
        self.number = number
        self._picture: QImage | None = None

    def fit(self, size: QSize) -> None:
        """Take this size, and draw freshly if it is another."""
        if size != self.size():
            self.resize(size)
            self.forget()

    def forget(self) -> None:
        """Let the picture go; it is drawn again when it is looked at."""
        self._picture = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Show the sheet and its edge."""
        if self._picture is None:
            self._picture = self._preview.draw_page(self.number, self.width(), self.devicePixelRatioF())
        self._preview.keep(self)
        painter = QPainter(self)
        painter.drawImage(QPoint(0, 0), self._picture)
        painter.setPen(QPen(QColor(self._preview.edge()), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
