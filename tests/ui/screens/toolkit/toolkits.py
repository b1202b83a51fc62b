"""A small toolkit with a presenter on it, and what it keeps, prints and where it leads.

It must not know Qt.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium

from iroc_desktop.domain.content_errors import BadContentError, ContentFault, ContentProblem
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.summary import Paper
from iroc_desktop.domain.toolkit import Need, PageFault, PageKind, Setting, Toolkit, ToolkitPage
from iroc_desktop.system.content.own_pages import Brought
from iroc_desktop.ui.screens.toolkit.catalogue import Catalogue
from iroc_desktop.ui.screens.toolkit.keepers import Keepers
from iroc_desktop.ui.screens.toolkit.own_pages_presenter import OwnPagesPresenter
from iroc_desktop.ui.screens.toolkit.presenter import ToolkitPresenter
from iroc_desktop.ui.screens.toolkit.sheet_presenter import SheetPresenter
from iroc_desktop.ui.screens.toolkit.state import OpenPage, Somebody
from tests.fakes.builders import pack
from tests.fakes.desk import CountingIds, FixedClock, ImmediateRunner
from tests.fakes.toolkit import (
    MemoryFavourites,
    MemoryWorksheets,
    RememberedSheets,
    RememberingPages,
    page,
    words,
)
from tests.ui.screens.stage import Exits, WaitingRunner

ANA = Somebody("person-1", "Ana M.", "Ana", "es", "session-1")
PAGES = (
    page("good-things", words("en", "Good things"), words("es", "Cosas buenas"), needs=(Need.HOPE,)),
    page("letter", words("en", "A letter"), indicators=("b",), minutes=20),
    page(
        "yard",
        words("en", "Round the yard"),
        kind=PageKind.TIP,
        settings=(Setting.YARD,),
        parts=page().parts[:1],
    ),
)
FAULT = PageFault(
    "ours", BadContentError("page.yaml", 3, "minutes", ContentProblem(ContentFault.TOO_LOW, limit=1))
)


def empty_pdf(pages: int) -> bytes:
    """Return a document that can be previewed."""
    document = pdfium.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842).close()
    stream = BytesIO()
    document.save(stream)
    document.close()
    return stream.getvalue()


@dataclass
class MemoryPages:
    """Pages that come and go without files."""

    there: Toolkit = field(default_factory=lambda: Toolkit(PAGES, (FAULT,)))
    brought: Brought = field(default_factory=Brought)
    coming: tuple[ToolkitPage, ...] = ()
    gone: tuple[ToolkitPage, ...] = ()
    folders: list[Path] = field(default_factory=list)
    trouble: ExpectedError | None = None

    def toolkit(self) -> Toolkit:
        """Return them."""
        return self.there

    def bring(self, folder: Path) -> Brought:
        """Bring what is coming, unless there is trouble."""
        if self.trouble is not None:
            raise self.trouble
        self.folders.append(folder)
        self.there = replace(self.there, pages=(*self.there.pages, *self.coming))
        return self.brought

    def take_out(self, page_id: str) -> None:
        """Take one out."""
        self.gone = tuple(page for page in self.there.pages if page.id == page_id)
        self.there = replace(self.there, pages=tuple(p for p in self.there.pages if p.id != page_id))

    def put_back(self, page_id: str) -> None:
        """Put it back."""
        self.there = replace(self.there, pages=(*self.there.pages, *self.gone))


@dataclass
class Bench:
    """A presenter on a toolkit, with everything around it."""

    runner: ImmediateRunner | WaitingRunner = field(default_factory=ImmediateRunner)
    toolkit: Toolkit = field(default_factory=lambda: Toolkit(PAGES, (FAULT,)))
    worksheets: MemoryWorksheets = field(default_factory=MemoryWorksheets)
    favourites: MemoryFavourites = field(default_factory=MemoryFavourites)
    taken: RememberedSheets = field(default_factory=RememberedSheets)
    own_pages: MemoryPages = field(default_factory=MemoryPages)
    pages: RememberingPages = field(default_factory=RememberingPages)
    exits: Exits = field(default_factory=Exits)
    person: Somebody | None = ANA
    language: str = "en"

    def __post_init__(self) -> None:
        """Open the toolkit."""
        self.sheets = SheetPresenter(self.pages, self.taken, self.runner, Paper.A4)
        self.presenter = self.another()
        self.own = OwnPagesPresenter(self.own_pages, self.runner, self.use)

    def use(self, toolkit: Toolkit) -> None:
        """Show other pages."""
        self.toolkit = toolkit
        self.presenter.use(toolkit)

    def another(self) -> ToolkitPresenter:
        """Return one more presenter on the same things, as after a restart."""
        made = ToolkitPresenter(
            self.catalogue(),
            Keepers(self.worksheets, self.favourites, self.taken),
            self.sheets,
            self.runner,
            self.exits,
            FixedClock(),
            CountingIds(len(self.worksheets.kept)),
            self.language,
        )
        made.begin(self.person)
        return made

    def catalogue(self) -> Catalogue:
        """Return the pages as they are now."""
        return Catalogue(self.toolkit, pack(), self.language, {Need.HOPE: "Hope"})

    @property
    def open_page(self) -> OpenPage:
        """Return the page that is open."""
        assert self.presenter.state.open is not None
        return self.presenter.state.open

    @property
    def listed(self) -> list[str]:
        """Return the ids of the pages in the list."""
        return [card.page.id for card in self.presenter.state.cards]
