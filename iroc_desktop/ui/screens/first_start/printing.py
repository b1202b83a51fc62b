"""Puts a PDF that lies in memory on a printer that the practitioner chooses.

It must not write a file, nor name the print job after anything in it.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

DOTS_PER_INCH = 200
"""Sharp enough for digits, small enough for an old printer's memory."""
_POINTS_PER_INCH = 72


def print_pdf(pdf: bytes, parent: QWidget) -> bool:
    """Ask for a printer and print; return False when the practitioner changed their mind."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("iroc-desktop")
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return False
    paint_pages(pictures_of(pdf), printer)
    return True


def pictures_of(pdf: bytes) -> list[QImage]:
    """Return each page as a picture at `DOTS_PER_INCH`."""
    # imported here: it is needed once in the life of a machine, and the first window has to be quick
    from pypdfium2 import PdfDocument

    document = PdfDocument(pdf)
    pictures: list[QImage] = []
    for page in document:
        drawn = page.render(scale=DOTS_PER_INCH / _POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
        form = QImage.Format.Format_RGBX8888
        pictures.append(QImage(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride, form).copy())
    document.close()
    return pictures


def paint_pages(pictures: list[QImage], printer: QPrinter) -> None:
    """Paint each picture on a page of its own, as large as fits without distortion."""
    painter = QPainter(printer)
    for place, picture in enumerate(pictures):
        if place:
            printer.newPage()
        room = QRectF(painter.viewport())
        size = picture.size().scaled(painter.viewport().size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(room.x(), room.y(), size.width(), size.height()), picture)
    painter.end()
