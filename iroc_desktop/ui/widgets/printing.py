"""Puts the pages of a PDF on a printer, page by page, as they were previewed.

It must not write a file, nor name anybody in the printer's queue.
"""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2 as pdfium
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from iroc_desktop.domain.summary import Paper

DOTS_PER_INCH = 300
POINTS_PER_INCH = 72

SendPages = Callable[[bytes], bool]
"""Puts a PDF on a printer and returns whether the printer took it."""
AskPrinter = Callable[[QWidget, str, Paper], SendPages | None]
"""Parent, neutral job name and paper → how to print, or None if the reader thought better of it."""

_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def ask_printer(parent: QWidget, job: str, paper: Paper) -> SendPages | None:
    """Ask for a printer with the platform's own dialog; an answer that comes after a lock is not heard."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(job)
    printer.setCreator("")
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    # the lock closes Qt's own dialogs, but not every platform's
    if not isValid(parent) or not parent.isVisible():
        return None
    dialog.deleteLater()
    return (lambda pdf: send_pages(pdf, printer)) if accepted else None


def send_pages(pdf: bytes, printer: QPrinter) -> bool:
    """Print every page chosen on `printer`; return False as soon as it refuses one."""
    painter = QPainter()
    # what lies at the edge is the sheet's own margin, so the whole sheet is used
    printer.setFullPage(True)
    if not painter.begin(printer):
        return False
    document = pdfium.PdfDocument(pdf)
    try:
        first = max(printer.fromPage(), 1) - 1
        last = min(printer.toPage() or len(document), len(document))
        return all(_send(document[each], painter, printer, new=each > first) for each in range(first, last))
    finally:
        painter.end()
        document.close()


def _send(page: pdfium.PdfPage, painter: QPainter, printer: QPrinter, *, new: bool) -> bool:
    if new and not printer.newPage():
        return False
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    painter.drawImage(QRectF(0, 0, sheet.width(), sheet.height()), page_image(page))
    return printer.printerState() is not QPrinter.PrinterState.Error


def page_image(page: pdfium.PdfPage) -> QImage:
    """Return a page at `DOTS_PER_INCH`, and let it go."""
    bitmap = page.render(scale=DOTS_PER_INCH / POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
    image = QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
    ).copy()
    page.close()
    return image
