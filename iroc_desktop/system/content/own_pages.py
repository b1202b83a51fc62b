"""An organisation's own toolkit pages: brought from a folder or a stick, used at once, taken out again.

It must not bring a page with a fault, nor half of one; and it must not touch the folder they come from.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from iroc_desktop.domain.content_errors import BadContentError, ContentFault, ContentProblem
from iroc_desktop.domain.toolkit import PageFault, Toolkit
from iroc_desktop.system.content.documents import MOST_BYTES
from iroc_desktop.system.content.toolkit import STRUCTURE_FILE, load_toolkit
from iroc_desktop.system.whole_files import disk_error, write_whole

INCOMING: Final = ".incoming"
"""Where pages wait until they are checked; hidden folders are no pages."""
TAKEN_OUT: Final = ".taken-out"
"""Where a page lies that was taken out, so that it can come back."""
MOST_PAGES: Final = 500
"""A whole stick would not be a folder of pages."""
INSIDE: Final = "toolkit"
"""A folder of this name on a stick holds the pages."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a folder of pages."""

    added: tuple[str, ...] = ()
    """Ids of pages that were not there before."""
    renewed: tuple[str, ...] = ()
    """Ids of own pages that were there, and say now what the folder says."""
    faults: tuple[PageFault, ...] = ()
    """Why the other pages, or languages of them, were left where they are."""


class OwnPages:
    """The program's pages and the organisation's own."""

    def __init__(self, shipped: Path, own: Path, schemas: Path, indicators: frozenset[str]) -> None:
        """Take the places, and the ids of the indicators that own pages may name."""
        self._shipped, self._own, self._schemas = shipped, own, schemas
        self._indicators = indicators
        self._read: Toolkit | None = None

    def toolkit(self) -> Toolkit:
        """Return every page, read once until something is brought or taken out."""
        if self._read is None:
            self._read = self._load(self._own)
        return self._read

    def bring(self, folder: Path) -> Brought:
        """Copy the good pages of a folder into the data folder; bad ones are told with their place.

        The folder holds pages, or is one page, or is a stick with a folder named `INSIDE`.

        Raises:
            DiskFullError, ReadOnlyError, DiskFailedError: what was complete before is there, the rest is not.
        """
        waiting = self._own / INCOMING
        try:
            _forget(waiting)
            waiting.mkdir(parents=True)
            missing = [_copy(page, waiting) for page in _pages(folder)]
            read = self._load(waiting)
            brought = self._settle(waiting, read, tuple(each for each in missing if each is not None))
        except OSError as error:
            raise disk_error(error) from error
        finally:
            _forget(waiting)
        self._read = None
        return brought

    def take_out(self, page_id: str) -> None:
        """Take an own page out of the toolkit; `put_back` undoes it. Worksheets stay readable without it.

        Raises:
            ReadOnlyError, DiskFailedError: the page is still there.
        """
        self._move(self._own / page_id, self._own / TAKEN_OUT / page_id)

    def put_back(self, page_id: str) -> None:
        """Put a page back that was taken out.

        Raises:
            ReadOnlyError, DiskFailedError: the page is still taken out.
        """
        self._move(self._own / TAKEN_OUT / page_id, self._own / page_id)

    def _load(self, own: Path) -> Toolkit:
        return load_toolkit(self._shipped, own, self._schemas, self._indicators)

    def _settle(self, waiting: Path, read: Toolkit, missing: tuple[PageFault, ...]) -> Brought:
        """Move what can be used into its place, with the languages that can be used."""
        faults = tuple(each for each in read.faults if (waiting / each.page).exists())
        added: list[str] = []
        renewed: list[str] = []
        for page in (each for each in read.pages if each.own):
            source, target = waiting / page.id, self._own / page.id
            for file in source.glob("*.yaml"):
                if file.name != STRUCTURE_FILE and file.stem not in page.words:
                    file.unlink()
            there = target.exists()
            if there:
                self._move(target, self._own / TAKEN_OUT / page.id)
            source.replace(target)
            (renewed if there else added).append(page.id)
        return Brought(tuple(added), tuple(renewed), (*faults, *missing))

    def _move(self, source: Path, target: Path) -> None:
        try:
            _forget(target)
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)
        except OSError as error:
            raise disk_error(error) from error
        self._read = None


def _pages(folder: Path) -> Iterator[Path]:
    """Yield the folders of pages in a folder, by name."""
    if (folder / STRUCTURE_FILE).is_file():
        yield folder
        return
    if (folder / INSIDE).is_dir():
        folder = folder / INSIDE
    found = (each for each in sorted(folder.iterdir()) if each.is_dir() and not each.name.startswith("."))
    # other folders on a stick are none of ours
    pages = [each for each in found if any(each.glob("*.yaml"))]
    yield from pages[:MOST_PAGES]


def _copy(page: Path, into: Path) -> PageFault | None:
    """Copy the files of one page; return why it could not be."""
    target = into / page.name
    target.mkdir()
    for file in sorted(page.glob("*.yaml")):
        try:
            with file.open("rb") as stream:
                content = stream.read(MOST_BYTES + 1)
        except OSError:
            shutil.rmtree(target)
            problem = ContentProblem(ContentFault.UNREADABLE)
            return PageFault(page.name, BadContentError(file.name, 0, "", problem))
        # one byte too many is enough for the reader to refuse it
        write_whole(target / file.name, content)
    return None


def _forget(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
