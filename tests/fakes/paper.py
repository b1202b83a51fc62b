"""PDFs with nothing on them, for whatever only has to be shown or counted.

They must not be mistaken for a print.
"""

from __future__ import annotations

from io import BytesIO

import pypdfium2 as pdfium


def empty_pdf(pages: int) -> bytes:
    """Return a PDF of empty pages."""
    document = pdfium.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842).close()
    stream = BytesIO()
    document.save(stream)
    document.close()
    return stream.getvalue()


def locked_with(pdf: bytes, passphrase: str) -> bytes:
    """Return bytes that tell which PDF was locked, and with what."""
    return b"%PDF-locked " + passphrase.encode("utf-8") + b" " + pdf
