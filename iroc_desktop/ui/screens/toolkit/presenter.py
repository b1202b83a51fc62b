"""What the toolkit screen knows and does: find pages, open one, fill it in, keep it with a person.

It must not lose what was filled in: leaving a part, a page or the screen keeps it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from iroc_desktop.domain.bin import BinKind, Thing
from iroc_desktop.domain.kept_sheets import Sheet
from iroc_desktop.domain.operations import JsonValue
from iroc_desktop.domain.toolkit import PartKind, Setting, Toolkit, ToolkitPage
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
from iroc_desktop.domain.worksheets import Worksheet
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.ports import Clock, NewId, Runner
from iroc_desktop.services.toolkit import Wanted
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing
from iroc_desktop.ui.screens.toolkit.catalogue import Catalogue
from iroc_desktop.ui.screens.toolkit.filling import Filling
from iroc_desktop.ui.screens.toolkit.keepers import Keepers
from iroc_desktop.ui.screens.toolkit.sheet_presenter import SheetPresenter
from iroc_desktop.ui.screens.toolkit.state import Kept, Somebody, State

_TYPED = (PartKind.LIST, PartKind.TABLE)
"""Kinds of parts that are answered key by key; any other answer is whole at once."""


class Exits(Protocol):
    """The ways out of the toolkit."""

    def to_person(self, person_id: str) -> None:
        """Go to the person's page."""

    def opened_worksheet(self, person_id: str, worksheet_id: str) -> None:
        """What a person filled in before was opened."""

    def put_away(self, thing: Thing) -> None:
        """Put a worksheet into the bin, with a way to undo it."""


class ToolkitPresenter(Showing[State]):
    """The toolkit, with a person or without one."""

    def __init__(
        self,
        catalogue: Catalogue,
        keepers: Keepers,
        sheets: SheetPresenter,
        runner: Runner,
        exits: Exits,
        clock: Clock,
        new_id: NewId,
        language: str,
    ) -> None:
        """Take the pages and where things are kept.

        `sheets` previews and prints the page that is open. `language` is the program's: pages are shown in it
        until a person or the reader says otherwise.
        """
        super().__init__(State(language=language))
        self.sheets = sheets
        self._catalogue = catalogue
        self._worksheets, self._favourites = keepers.worksheets, keepers.favourites
        self._kept_sheets = keepers.sheets
        self._exits, self._clock, self._new_id = exits, clock, new_id
        self._liked: frozenset[str] = frozenset()
        self._chosen: tuple[str, ...] = ()
        self._available: frozenset[Setting] = frozenset()
        self._filling: Filling | None = None
        self._open: ToolkitPage | None = None
        self._writing = Writing(runner, self, self._redraw)
        self._redraw()

    def use(self, toolkit: Toolkit) -> None:
        """Show other pages, because some came or went."""
        self._catalogue = self._catalogue.with_pages(toolkit)
        self._redraw()

    def begin(self, person: Somebody | None = None) -> None:
        """Read the favourites, and what the person filled in before."""
        self._show(replace(self.state, person=person, worksheets=(), sheets=()))
        if person is not None and person.language in self.state.languages:
            self._show(replace(self.state, language=person.language))
        self._read_favourites()
        self._read_worksheets()
        self._redraw()

    def suggest_for(self, chosen: Sequence[str], available: frozenset[Setting]) -> None:
        """Suggest pages for these indicators, where beside a cell there is what `available` says."""
        self._chosen, self._available = tuple(chosen), available
        self._redraw()

    def look_for(self, wanted: Wanted, *, only_favourites: bool = False) -> None:
        """List the pages that fit."""
        self._show(replace(self.state, wanted=wanted, only_favourites=only_favourites))
        self._redraw()

    def type(self, typed: str) -> None:
        """List the pages with words that begin like this, within the filters."""
        self.look_for(replace(self.state.wanted, typed=typed), only_favourites=self.state.only_favourites)

    def reset(self) -> None:
        """List every page."""
        self.look_for(Wanted())

    def show_in(self, language: str) -> None:
        """Show pages in another language; what is filled in stays."""
        self._show(replace(self.state, language=language))
        self._redraw()

    def open(self, page_id: str) -> None:
        """Open a page to read or to fill in; nothing happens if there is no such page."""
        self.keep()
        self._open, self._filling = self._catalogue.page(page_id), Filling(self._new_id())
        self._redraw()

    def open_worksheet(self, worksheet_id: str) -> None:
        """Open a page with what the person filled in before."""
        self.keep()
        self._writing.send("look", lambda: self._worksheets.look(worksheet_id), self._on_found)

    def put_worksheet_away(self, worksheet_id: str) -> None:
        """Put a worksheet of the person into the bin."""
        if self.state.person is not None:
            self._exits.put_away(Thing(BinKind.WORKSHEET, self.state.person.id, worksheet_id))

    def open_sheet(self, sheet_id: str) -> None:
        """Show a sheet that the person took away, exactly as it was printed."""
        if self.state.person is not None:
            self.keep()
            self.sheets.open_kept(self.state.person.id, sheet_id)

    def close(self) -> None:
        """Go back to the list."""
        self.keep()
        self._open = self._filling = None
        self._redraw()

    def mark_favourite(self, page_id: str, *, favourite: bool) -> None:
        """Keep whether a page is a favourite."""
        self._writing.send(
            f"favourite/{page_id}",
            lambda: self._favourites.mark(page_id, favourite=favourite),
            lambda done: self._on_favourites(done.value),
        )

    def answer(self, part_id: str, value: JsonValue) -> None:
        """Fill in one part; beginning another part keeps the one before, and so does a single press."""
        if self._filling is None or self._open is None or self._catalogue.page(self._open.id) is None:
            return
        if self._filling.begins_another(part_id):
            self.keep()
        self._filling = self._filling.answered(part_id, value)
        self._redraw()
        if any(part.id == part_id and part.kind not in _TYPED for part in self._open.parts):
            self.keep()

    def keep(self) -> None:
        """Keep what is filled in, where there is a person to keep it with."""
        worksheet = self._worksheet()
        if worksheet is None or self._filling is None:
            return
        self._filling = self._filling.sent()
        number = self._filling.changes

        def on_kept(_: Done[Worksheet]) -> None:
            if self._filling is not None and self._filling.worksheet_id == worksheet.id:
                self._filling = self._filling.kept_up_to(number)
            self._read_worksheets()
            self._redraw()

        # under its own name: keeping it again supersedes, another worksheet does not
        self._writing.send(f"keep/{worksheet.id}", lambda: self._worksheets.keep(worksheet), on_kept)

    def preview(self, *, filled: bool) -> None:
        """Show the open page as it will be printed, blank or with what is filled in."""
        self.keep()
        shown, person = self.state.open, self.state.person
        if shown is None:
            return
        sheet = ToolkitSheet(
            shown.page,
            shown.words,
            self.sheets.paper,
            shown.answers,
            missing_language=shown.missing_language,
        )
        if person is not None:
            sheet = replace(
                sheet,
                shown_name=person.shown_name,
                person_id=person.id,
                day=self._clock.today().isoformat(),
                session_id=person.session_id,
                worksheet_id=shown.worksheet_id,
            )
        self.sheets.open(sheet, filled=filled and shown.filled)

    def try_again(self) -> None:
        """Try what failed once more."""
        self._writing.try_again()

    def to_person(self) -> None:
        """Leave for the person's page."""
        self.keep()
        if self.state.person is not None:
            self._exits.to_person(self.state.person.id)

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Read again what something else changed."""
        if initiator is self:
            return
        if changes.favourites:
            self._read_favourites()
        if self.state.person is not None and self.state.person.id in changes.worksheets_of:
            self._read_worksheets()

    def _read_favourites(self) -> None:
        self._writing.send("favourites", self._favourites.pages, self._on_favourites)

    def _on_favourites(self, liked: frozenset[str]) -> None:
        self._liked = liked
        self._redraw()

    def _read_worksheets(self) -> None:
        person = self.state.person
        if person is not None:
            self._writing.send("worksheets", lambda: self._kept_with(person.id), self._on_kept_with)

    def _kept_with(self, person_id: str) -> tuple[Sequence[Worksheet], Sequence[Sheet]]:
        return self._worksheets.of(person_id), self._kept_sheets.kept(person_id)

    def _on_kept_with(self, found: tuple[Sequence[Worksheet], Sequence[Sheet]]) -> None:
        worksheets = (Kept(each.id, each.title, each.held_on, each.session_id) for each in reversed(found[0]))
        sheets = (each for each in reversed(found[1]) if isinstance(each, ToolkitSheet))
        printed = (
            Kept(each.id, each.words.title, date.fromisoformat(each.day), each.session_id, printed=True)
            for each in sheets
        )
        self._show(replace(self.state, worksheets=tuple(worksheets), sheets=tuple(printed)))
        self._redraw()

    def _on_found(self, worksheet: Worksheet) -> None:
        self._open = self._catalogue.page_for(worksheet)
        self._filling = Filling.of(worksheet, self._open)
        self._exits.opened_worksheet(worksheet.person_id, worksheet.id)
        self._redraw()

    def _worksheet(self) -> Worksheet | None:
        person, shown, filling = self.state.person, self.state.open, self._filling
        if person is None or shown is None or filling is None or not filling.unsent or shown.gone:
            return None
        return filling.worksheet(person, shown.page, shown.words, self._clock.today())

    def _redraw(self) -> None:
        state, catalogue = self.state, self._catalogue
        only = self._liked if state.only_favourites else None
        page, filling = self._open, self._filling
        self._show(
            replace(
                state,
                cards=catalogue.found(replace(state.wanted, only=only), state.language, self._liked),
                suggested=catalogue.suggested(self._chosen, self._available, state.language, self._liked),
                languages=catalogue.languages,
                faults=catalogue.toolkit.faults,
                total=len(catalogue.toolkit.pages),
                open=catalogue.opened(page, filling, state.language, self._liked)
                if page is not None and filling is not None
                else None,
                problem=self._writing.problem,
            )
        )
