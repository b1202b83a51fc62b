"""What the settings screen knows and does: every choice is applied at once.

It must not write a file; whoever listens to `changed` does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Licence, Organisation
from iroc_desktop.services.arrangements import Arranging
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.ports import Runner
from iroc_desktop.services.settling_in import SettlingIn
from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.models.writing import Writing


@dataclass(frozen=True, slots=True)
class State:
    """All that the screen shows; `organisation` is None until it was read."""

    settings: Settings
    data_folder: Path = field(repr=False)
    organisation: Organisation | None = None
    saved: Organisation | None = None
    """What the store holds."""
    error: ExpectedError | None = None
    arrangements: Arrangements | None = None
    """What is chosen and typed about sessions; None until it was read."""
    arranged: Arrangements | None = None
    """What the store holds of it."""
    problem: ExpectedError | None = None
    """Why it could not be read or kept; it can be tried again."""

    @property
    def arrangements_saved(self) -> bool:
        """Return whether everything about sessions is in the store."""
        return self.arrangements == self.arranged

    @property
    def organisation_saved(self) -> bool:
        """Return whether everything typed about the organisation is in the store."""
        return self.organisation == self.saved


class Exits(Protocol):
    """Where the screen leads."""

    def changed(self, settings: Settings) -> None:
        """Use these settings from now on, and keep them."""


class SettingsPresenter:
    """This machine's settings, and the organisation's facts in the store."""

    def __init__(
        self,
        settings: Settings,
        data_folder: Path,
        settling_in: SettlingIn,
        arranging: Arranging,
        runner: Runner,
        exits: Exits,
    ) -> None:
        self._settling_in = settling_in
        self._arranging = arranging
        self._writing = Writing(runner, self, self._on_problem)
        self._runner = runner
        self._exits = exits
        self._state = State(settings, data_folder)
        self._show: Callable[[State], None] = lambda state: None

    def attach(self, show: Callable[[State], None]) -> None:
        """Tell every new state to `show`, and read the organisation."""
        self._show = show
        show(self._state)
        self._read_arrangements()
        self._runner.submit(self._settling_in.organisation, self._read, self._failed)

    def detach(self) -> None:
        """Show nothing more: the view is about to be gone, and answers may still be on their way."""
        self._show = lambda state: None

    def choose_language(self, code: str) -> None:
        """Use this language."""
        self._change(replace(self._state.settings, language=code))

    def choose_theme(self, name: str) -> None:
        """Use this theme."""
        self._change(replace(self._state.settings, theme=name))

    def choose_text_scale(self, percent: int) -> None:
        """Use this text size."""
        self._change(replace(self._state.settings, text_scale=percent))

    def choose_idle_minutes(self, minutes: int) -> None:
        """Lock after so many minutes without a key or a click."""
        self._change(replace(self._state.settings, idle_minutes=minutes))

    def show_previous(self, shown: bool) -> None:
        """Show the rating of last time once an indicator is rated, or do not."""
        self._change(replace(self._state.settings, show_previous=shown))

    def ask_passphrase(self, asked: bool) -> None:
        """Ask for the passphrase on leaving the person-facing view, or do not."""
        self._change(replace(self._state.settings, passphrase_leaves_person_view=asked))

    def choose_paper(self, paper: str) -> None:
        """Print on this paper."""
        self._change(replace(self._state.settings, paper=paper))

    def edit_organisation(self, name: str, licence: Licence, reference: str) -> None:
        """Remember what is typed about the organisation, until it is saved."""
        given = Organisation(name, licence, reference if licence is Licence.YES else "")
        if self._state.organisation is not None and given != self._state.organisation:
            self._put(organisation=given, error=None)

    def save_organisation(self) -> None:
        """Keep what is typed about the organisation."""
        organisation = self._state.organisation
        if organisation is None or self._state.organisation_saved:
            return
        tidy = replace(
            organisation,
            name=organisation.name.strip(),
            licence_reference=organisation.licence_reference.strip(),
        )
        self._runner.submit(
            lambda: self._settling_in.answer_licence(tidy), self._kept, self._failed, initiator=self
        )

    def want_two_voices(self, wanted: bool) -> None:
        """Keep the practitioner's and the agreed rating beside the person's from now on, or do not."""
        if self._state.arrangements is not None:
            self._arrange(replace(self._state.arrangements, two_voices=wanted))

    def write_contacts(self, contacts: str) -> None:
        """Keep whom to turn to in distress, one on each line."""
        if self._state.arrangements is not None:
            self._arrange(replace(self._state.arrangements, support_contacts=contacts))

    def try_again(self) -> None:
        """Try once more what failed."""
        self._writing.try_again()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Read the organisation again when somebody else changed it."""
        if changes.organisation and initiator is not self:
            self._runner.submit(self._settling_in.organisation, self._read, self._failed)
            self._read_arrangements()

    def leave(self) -> None:
        """Keep what is typed about the organisation, and what could not be kept before."""
        self.save_organisation()
        if self._state.problem is not None:
            self.try_again()

    def _read_arrangements(self) -> None:
        self._writing.send("read", self._arranging.look, self._on_arrangements)

    def _on_arrangements(self, arranged: Arrangements) -> None:
        # what is chosen and not yet kept is worth more than what was read
        shown = arranged if self._state.arrangements_saved else self._state.arrangements
        self._put(arrangements=shown, arranged=arranged, problem=self._writing.problem)

    def _arrange(self, arrangements: Arrangements) -> None:
        if arrangements == self._state.arrangements:
            return
        self._put(arrangements=arrangements)
        self._keep_arrangements()

    def _keep_arrangements(self) -> None:
        chosen = self._state.arrangements
        if chosen is not None:
            self._writing.send(
                "keep", lambda: self._arranging.keep(chosen), self._on_arranged, again=self._keep_arrangements
            )

    def _on_arranged(self, done: Done[Arrangements]) -> None:
        self._put(arranged=done.value, problem=self._writing.problem)

    def _on_problem(self) -> None:
        self._put(problem=self._writing.problem)

    def _change(self, settings: Settings) -> None:
        if settings != self._state.settings:
            self._put(settings=settings)
            self._exits.changed(settings)

    def _read(self, organisation: Organisation) -> None:
        # what is typed and not yet kept is worth more than what was read
        shown = organisation if self._state.organisation_saved else self._state.organisation
        self._put(organisation=shown, saved=organisation, error=None)

    def _kept(self, done: Done[Organisation]) -> None:
        self._put(organisation=done.value, saved=done.value, error=None)

    def _failed(self, error: ExpectedError) -> None:
        self._put(error=error)

    def _put(self, **changed: object) -> None:
        self._state = replace(self._state, **changed)  # type: ignore[arg-type]  # names of State's own fields
        self._show(self._state)
