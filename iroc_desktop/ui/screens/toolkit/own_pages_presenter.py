"""The organisation's own pages: bringing them from a folder or a stick, taking one out, putting it back.

It must not know what a page says, nor ask for a folder: it is handed one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.toolkit import Toolkit
from iroc_desktop.services.ports import Runner
from iroc_desktop.system.content.own_pages import Brought
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing


class KeepsPages(Protocol):
    """Where pages are read and own ones kept; `system.content.own_pages.OwnPages` fills it."""

    def toolkit(self) -> Toolkit:
        """Return every page."""

    def bring(self, folder: Path) -> Brought:
        """Copy the good pages of a folder; tell why the others were not."""

    def take_out(self, page_id: str) -> None:
        """Take an own page out of the toolkit."""

    def put_back(self, page_id: str) -> None:
        """Put a page back that was taken out."""


@dataclass(frozen=True, slots=True)
class OwnState:
    """What happened to own pages a moment ago."""

    brought: Brought | None = None
    """None before a folder was chosen."""
    taken_out: str = ""
    """The id of a page that can still be put back."""
    title: str = ""
    """What that page is called."""
    problem: ExpectedError | None = None


class OwnPagesPresenter(Showing[OwnState]):
    """Own pages come and go; whoever shows pages is told at once."""

    def __init__(self, pages: KeepsPages, runner: Runner, use: Callable[[Toolkit], None]) -> None:
        """Hand `use` all pages whenever some came or went."""
        super().__init__(OwnState())
        self._pages = pages
        self._use = use
        self._writing = Writing(runner, self, self._on_problem)

    def bring(self, folder: Path) -> None:
        """Bring pages from a folder or a stick."""

        def work() -> tuple[Brought, Toolkit]:
            return self._pages.bring(folder), self._pages.toolkit()

        def on_brought(found: tuple[Brought, Toolkit]) -> None:
            self._tell(OwnState(brought=found[0]), found[1])

        self._writing.send("bring", work, on_brought)

    def take_out(self, page_id: str, title: str) -> None:
        """Take a page out; Undo puts it back."""

        def work() -> Toolkit:
            self._pages.take_out(page_id)
            return self._pages.toolkit()

        self._writing.send(
            "take_out", work, lambda found: self._tell(OwnState(taken_out=page_id, title=title), found)
        )

    def put_back(self) -> None:
        """Put the page back that was taken out last."""
        page_id = self.state.taken_out
        if not page_id:
            return

        def work() -> Toolkit:
            self._pages.put_back(page_id)
            return self._pages.toolkit()

        self._writing.send("put_back", work, lambda found: self._tell(OwnState(), found))

    def try_again(self) -> None:
        """Try what failed once more."""
        self._writing.try_again()

    def _tell(self, state: OwnState, toolkit: Toolkit) -> None:
        self._use(toolkit)
        self._show(replace(state, problem=self._writing.problem))

    def _on_problem(self) -> None:
        self._show(replace(self.state, problem=self._writing.problem))
