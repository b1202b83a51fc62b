"""One unlocked desk on the window: its ways, and the commands that are possible there.

It must not outlive the lock.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from iroc_desktop import __version__
from iroc_desktop.domain.backups import Backup
from iroc_desktop.services.changes import Changes
from iroc_desktop.services.desk import Desk
from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.application.bin_paths import Places
from iroc_desktop.ui.application.custody_paths import CustodyPaths
from iroc_desktop.ui.application.people_paths import PeoplePaths
from iroc_desktop.ui.application.plan_paths import PlanPaths
from iroc_desktop.ui.application.record_paths import RecordPaths
from iroc_desktop.ui.application.room import Room
from iroc_desktop.ui.application.session_paths import Beyond, SessionPaths
from iroc_desktop.ui.application.surroundings import Surroundings
from iroc_desktop.ui.application.toolkit_paths import ToolkitPaths
from iroc_desktop.ui.main_window.commands import Command
from iroc_desktop.ui.main_window.window import MainWindow
from iroc_desktop.ui.theme.look import Look

if TYPE_CHECKING:
    from iroc_desktop.ui.screens.settings.backups_presenter import BackupsPresenter


class Workplace:
    """The room with its ways through people and sessions."""

    def __init__(
        self,
        window: MainWindow,
        look: Look,
        desk: Desk,
        surroundings: Surroundings,
        settings: Settings,
        change_settings: Callable[[Settings], None],
        bring_back: Callable[[Backup], None],
        *,
        practising: bool = False,
    ) -> None:
        """Say under the places of the side bar that people are invented, when `practising`."""
        self.desk = desk
        self._practising = practising
        self._change_settings = change_settings
        self._bring_back = bring_back
        self._room = Room(window, look, desk, surroundings, settings)
        self.records = RecordPaths(self._room, self._open_person)
        self.plans = PlanPaths(self._room, self._open_person)
        self.toolkit = ToolkitPaths(self._room, self._open_person)
        beyond = Beyond(self.records, self.plans, self.toolkit)
        self.session = SessionPaths(self._room, self._open_person, beyond)
        places = Places(
            self._open_person, self.records.to_record, self.plans.open_plan, self.toolkit.open_with
        )
        self.custody = CustodyPaths(self._room, places, self.settings)
        self.people = PeoplePaths(
            self._room,
            self.session,
            self.records,
            self.plans,
            self.toolkit,
            self.custody.bin.open_keeping,
            self.custody.erasures,
        )

    @property
    def commands(self) -> dict[Command, Callable[[], None]]:
        """Return what can be asked for now, besides what is always possible."""
        everywhere: dict[Command, Callable[[], None]] = {
            Command.TODAY: self.people.today,
            Command.PEOPLE: self.people.people,
            Command.FIND: self.people.people,
            Command.NEW_PERSON: self.people.add_person,
            Command.TOOLKIT: self.toolkit.open_toolkit,
            Command.BIN: self.custody.bin.open_bin,
            Command.SETTINGS: self.settings,
            Command.HELP: self.help,
        }
        return everywhere | self._room.commands

    def on_commands_changed(self, tell: Callable[[], None]) -> None:
        """Call `tell` whenever other commands have become possible."""
        self._room.commands_changed = tell

    def begin(self) -> None:
        """Show the neutral start page."""
        self._say_practising()
        self.people.today()
        # behind what Today asked for, and before a backup could be taken
        self._room.note(self.desk.trail.unlocked)
        self.custody.erasures.finish()
        if self.desk.backups is not None:
            # behind what Today asked for; whether it was made or not, Today says so
            failed = Changes(backups=True)
            self._room.runner.submit(
                self.desk.backups.take_if_due,
                lambda _: self._rehearse(),
                lambda _: self.on_changes(failed, None),
            )

    def _rehearse(self) -> None:
        """Try the newest backup out once a week, a little at a time: what is written comes in between."""
        if self.desk.backups is not None:
            tried = Changes(backups=True)
            self._room.runner.submit(
                self.desk.backups.rehearse,
                lambda done: self._rehearse() if done.value else None,
                lambda _: self.on_changes(tried, None),
            )

    def _say_practising(self) -> None:
        words = self._room.look.phrases.text("Practice people: nothing here is real")
        self._room.window.show_foot(words if self._practising else "")

    def settings(self) -> None:
        """Show the settings."""
        from iroc_desktop.ui.screens.settings.presenter import SettingsPresenter
        from iroc_desktop.ui.screens.settings.view import SettingsView

        room = self._room
        presenter = SettingsPresenter(
            room.settings,
            room.surroundings.data_folder,
            self.desk.settling_in,
            self.desk.arranging,
            room.runner,
            self,
        )
        room.about_nobody(room.look.phrases.about("place", "Settings"))
        view = SettingsView(presenter, room.look, self._backups(), ways=self.custody.ways())
        room.show(view, self.settings, Command.SETTINGS)

    def _backups(self) -> BackupsPresenter | None:
        from iroc_desktop.system.drives import removable_drives
        from iroc_desktop.ui.screens.settings.backups_presenter import BackupsPresenter

        if self.desk.backups is None:
            return None
        return BackupsPresenter(self.desk.backups, removable_drives, self._room.runner, self)

    def bring_back(self, backup: Backup) -> None:
        """Hand a backup that shall be brought back to the application."""
        self._bring_back(backup)

    def help(self) -> None:
        """Show keys and help."""
        from iroc_desktop.domain.guide import guide_for
        from iroc_desktop.system.content.guide import load_guide
        from iroc_desktop.ui.screens.help.presenter import HelpPresenter
        from iroc_desktop.ui.screens.help.view import HelpView

        room = self._room
        resources = room.surroundings.resources
        notices = resources.parent / "THIRD-PARTY-NOTICES.md"
        guide = guide_for(load_guide(resources / "help", resources / "schemas"), room.look.phrases.language)
        presenter = HelpPresenter(
            __version__,
            notices,
            room.surroundings.data_folder,
            guide=guide,
            arranging=self.desk.arranging,
            runner=room.runner,
        )
        room.about_nobody(room.look.phrases.about("place", "Help"))
        room.show(HelpView(presenter, room.look), self.help, Command.HELP)

    def changed(self, settings: Settings) -> None:
        """Hand settings that were changed on their page to the application."""
        self._change_settings(settings)

    def use(self, settings: Settings) -> None:
        """Use other settings, which need no new look."""
        self._room.settings = settings

    def show_again(self, look: Look, settings: Settings) -> None:
        """Show the same place in another look."""
        self._room.show_again(look, settings)
        self._say_practising()

    def leave(self) -> None:
        """Keep what is typed on the screens that are shown."""
        self.session.leave()
        self._room.leave()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Hand changes to the screen that is shown."""
        self._room.on_changes(changes, initiator)

    def _open_person(self, person_id: str) -> None:
        self.people.open_person(person_id)
