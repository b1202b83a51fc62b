"""What every printed document shares: sheet, margins, styles, footer, page x of y.

It must not know what a document says; that is each document's own module.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Protocol

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
)

from iroc_desktop.charts.palette import Palette
from iroc_desktop.domain.summary import Paper
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.reports.fonts import Face, Typefaces
from iroc_desktop.reports.text import markup, paragraph, runs, visual, width_of

_SIZES = {Paper.A4: A4, Paper.LETTER: LETTER}

MARGIN = 42.0
_TOP = 32.0
_BOTTOM = 48.0
_FOOT_RULE = 38.0
_ROOM_AFTER_HEADING = 72.0
SEPARATOR = "\xa0\xa0· "
"""Between facts that stand on one line."""


class Document(Protocol):
    """Something that can be printed."""

    def render(self) -> bytes:
        """Return the PDF."""


@dataclass(frozen=True, slots=True)
class Look:
    """What all documents of one program share: typefaces and colours."""

    faces: Typefaces
    palette: Palette


class Styles:
    """The styles of text, in points."""

    def __init__(self, palette: Palette) -> None:
        ink, muted = HexColor(palette.ink), HexColor(palette.muted)
        self.body = _style(Face.REGULAR, 11, ink, leading=15)
        self.strong = ParagraphStyle("strong", self.body, fontName=Face.SEMIBOLD.value)
        self.quiet = _style(Face.REGULAR, 9.5, muted, leading=13)
        self.small = _style(Face.REGULAR, 8.5, muted, leading=11)
        self.title = _style(Face.BOLD, 20, ink, leading=25)
        self.heading = _style(Face.BOLD, 13, ink, leading=17, before=9, after=2)
        self.subheading = _style(Face.SEMIBOLD, 11, ink, leading=15, before=3)
        self.cell = _style(Face.REGULAR, 9.5, ink, leading=11.5)


class PrintedDocument(ABC):
    """A document on sheets of one size. Subclasses say what it tells; this says how it looks."""

    def __init__(self, look: Look, phrases: Phrases, paper: Paper) -> None:
        self.look = look
        self.phrases = phrases
        self.styles = Styles(look.palette)
        self.page_width, self.page_height = _SIZES[paper]
        self.width = self.page_width - 2 * MARGIN

    @property
    @abstractmethod
    def metadata_title(self) -> str:
        """Return a neutral title for the file's properties: no name, nothing about anybody."""

    @abstractmethod
    def story(self) -> list[Flowable]:
        """Return what the document says, in reading order."""

    def footer(self) -> tuple[str, ...]:
        """Return what stands at the bottom of each sheet before "page x of y"."""
        return ()

    def watermark(self) -> str:
        """Return words to lay behind each page; none by default."""
        return ""

    def render(self) -> bytes:
        """Return the PDF; the same document gives the same bytes each time."""
        for face in (Face.REGULAR, Face.SEMIBOLD, Face.BOLD):
            self.look.faces.letters(face)
        # spelling compressed bytes in letters only makes files larger, and slower to write
        rl_config.useA85 = 0
        stream = BytesIO()
        foot = self._foot_height()
        template = BaseDocTemplate(
            stream,
            pagesize=(self.page_width, self.page_height),
            lang=self.phrases.language,
            invariant=1,
            pageCompression=1,
            title=self.metadata_title,
            author="",
            subject="",
            creator="I.ROC Desktop",
            producer="I.ROC Desktop",
            initialFontName=Face.REGULAR.value,
        )
        room = self.page_height - _TOP - _BOTTOM - foot
        frame = Frame(MARGIN, _BOTTOM + foot, self.width, room, 0, 0, 0, 0)
        template.addPageTemplates(PageTemplate(frames=[frame], onPage=self._draw_watermark))
        template.build(self.story(), canvasmaker=self._numbered)
        return stream.getvalue()

    def text(self, words: str, style: ParagraphStyle, *, width: float | None = None) -> Paragraph:
        """Return a paragraph of words that somebody may have typed."""
        return paragraph(words, style, self.look.faces, self.width if width is None else width)

    def heading(self, words: str) -> list[Flowable]:
        """Return a heading that does not stand alone at the foot of a page."""
        # not "keep with next": what follows may be longer than a page
        return [CondPageBreak(_ROOM_AFTER_HEADING), self.text(words, self.styles.heading)]

    def gap(self, points: float) -> Spacer:
        """Return empty room."""
        return Spacer(0, points)

    def _numbered(self, *args: object, **kwargs: object) -> Canvas:
        return _NumberedCanvas(self._draw_footer, *args, **kwargs)

    def _footer_paragraph(self, page: int, pages: int) -> Paragraph:
        numbered = self.phrases.text("page {page} of {pages}", page=page, pages=pages)
        said = (*self.footer(), numbered.replace(" ", "\xa0"))
        small = self.styles.small
        return Paragraph(markup(SEPARATOR.join(said), Face.REGULAR, self.look.faces), small)

    def _foot_height(self) -> float:
        """Return how much room a footer needs beyond its first line."""
        _, height = self._footer_paragraph(10, 10).wrap(self.width, self.page_height)
        return float(height) - self.styles.small.leading

    def _draw_footer(self, canvas: Canvas, page: int, pages: int) -> None:
        words = self._footer_paragraph(page, pages)
        _, height = words.wrap(self.width, self.page_height)
        top = _FOOT_RULE + height - self.styles.small.leading
        canvas.setStrokeColor(HexColor(self.look.palette.frame))
        canvas.setLineWidth(0.6)
        canvas.line(MARGIN, top, MARGIN + self.width, top)
        words.drawOn(canvas, MARGIN, top - height - 5.0)

    def _draw_watermark(self, canvas: Canvas, _template: object) -> None:
        words = visual(self.watermark())
        if not words:
            return
        faces = self.look.faces
        size = min(60.0, 60.0 * self.page_width * 0.95 / width_of(words, Face.BOLD, 60.0, faces))
        canvas.saveState()
        canvas.translate(self.page_width / 2, self.page_height / 2)
        canvas.rotate(52)
        canvas.setFillColor(HexColor("#e9e9e9"))
        line = canvas.beginText(-width_of(words, Face.BOLD, size, faces) / 2, 0)
        for face, piece in runs(words, Face.BOLD, faces):
            line.setFont(face.value, size)
            line.textOut(piece)
        canvas.drawText(line)
        canvas.restoreState()


class _NumberedCanvas(Canvas):
    """Holds every page back until it is known how many there are."""

    def __init__(
        self, draw_footer: Callable[[Canvas, int, int], None], *args: object, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came
        self._draw_page_footer = draw_footer
        self._held: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802  # ReportLab's name
        """Hold the page back and begin the next."""
        self._held.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]  # known to Canvas, not to its stubs

    def save(self) -> None:
        """Number the pages, then write them all."""
        held = self._held
        for page, state in enumerate(held, start=1):
            self.__dict__.update(state)
            self._draw_page_footer(self, page, len(held))
            super().showPage()
        super().save()


def _style(
    face: Face, size: float, colour: Color, *, leading: float, before: float = 0.0, after: float = 0.0
) -> ParagraphStyle:
    return ParagraphStyle(
        face.value,
        fontName=face.value,
        fontSize=size,
        textColor=colour,
        leading=leading,
        spaceBefore=before,
        spaceAfter=after,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )
