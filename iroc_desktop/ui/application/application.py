"""The life of the window: first start or door, an unlocked desk, lock, and the look in between.

It must not keep anything personal once it is locked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from iroc_desktop.system.memory import overwrite_freed, overwrite_freed_here
from iroc_desktop.system.settings import TEXT_SCALES, Settings
from iroc_desktop.ui.application.doors import Doors
from iroc_desktop.ui.application.qt_words import QtWords
from iroc_desktop.ui.application.unkept import Unkept
from iroc_desktop.ui.main_window.commands import Command
from iroc_desktop.ui.main_window.window import MainWindow
from iroc_desktop.ui.tasks.away import Away
from iroc_desktop.ui.tasks.clipboard import PassingClipboard
from iroc_desktop.ui.tasks.collector import Collector, keep_imports
from iroc_desktop.ui.theme.apply import apply_theme
from iroc_desktop.ui.theme.look import Look, make_look
from iroc_desktop.ui.theme.tokens import ThemeName

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from iroc_desktop.domain.backups import Backup
    from iroc_desktop.domain.errors import ExpectedError
    from iroc_desktop.i18n.phrases import Phrases
    from iroc_desktop.services.changes import Changes
    from iroc_desktop.services.desk import Desk
    from iroc_desktop.ui.application.surroundings import Surroundings
    from iroc_desktop.ui.application.workplace import Workplace
    from iroc_desktop.ui.tasks.said import Said

MILLISECONDS_A_MINUTE = 60_000

OPENED_MS = 2_000
"""How long after an unlock freed memory is overwritten, and with it what was typed at the door."""

THEIRS = frozenset({Command.LOCK, Command.PERSON_VIEW})
"""What can be asked for while the screen is turned to the person, besides hiding everything."""


class Application(QObject):
    """One running program: what is on the window now, and what happens at each command."""

    def __init__(self, qt: QApplication, surroundings: Surroundings, settings: Settings) -> None:
        super().__init__()
        self._qt = qt
        self.surroundings = surroundings
        self.settings = settings
        self._workplace: Workplace | None = None
        self._qt_words = QtWords(qt)
        look = self._dressed()
        self.window = MainWindow(look)
        self._unkept = Unkept()
        self._doors = Doors(self.window, look, surroundings, self)
        self._away = Away(qt, self.window)
        self._away.left.connect(self.lock)
        self._clipboard = PassingClipboard(qt.clipboard(), parent=self)
        self._collector = Collector(self)
        self.window.commanded.connect(self._command)
        self.window.closing.connect(self._leave)
        surroundings.runner.changed.connect(self._on_changes)
        surroundings.runner.unheard.connect(self._tell)
        surroundings.runner.lost.connect(self._on_lost)

    @property
    def phrases(self) -> Phrases:
        """Return the program's sentences in the language that is spoken now."""
        return self._look.phrases

    @property
    def workplace(self) -> Workplace | None:
        """Return the unlocked desk on the window, if there is one."""
        return self._workplace

    def begin(self) -> None:
        """Show first start, or the door of the record that is there."""
        self.window.allow(frozenset(self._always()))
        self._show_door()

    def unlocked(self, desk: Desk, *, practising: bool = False) -> None:
        """Show *Today* on a desk that was opened; `practising` with people who are invented."""
        # charts and screens are heavy to import: they come while the passphrase is typed, not before
        from iroc_desktop.ui.application.workplace import Workplace

        keep_imports()
        self._doors.opened()
        self._try_again(desk)
        self._workplace = Workplace(
            self.window,
            self._look,
            desk,
            self.surroundings,
            self.settings,
            self.changed,
            self.bring_back,
            practising=practising,
        )
        self._workplace.on_commands_changed(self._allow)
        self._away.watch(self._idle_limit())
        self._workplace.begin()
        self._allow()
        # by then Today is drawn, and the passphrase has done its work
        self._collector.later(OPENED_MS, self._overwrite)

    def ready(self, desk: Desk) -> None:
        """Show *Today* on the desk that first start has set up."""
        self._doors.settled()
        self.unlocked(desk)

    def unfinished(self, desk: Desk, groups: tuple[str, ...]) -> None:
        """Go on with a first start that was cut off."""
        self._doors.resume(desk, groups, self.settings)

    def practice(self) -> None:
        """Open the practice people; nothing is set up, and nothing of it is kept."""
        language = self._look.phrases.language
        self.surroundings.runner.submit(
            lambda: self.surroundings.open_practice(language),
            lambda desk: self.unlocked(desk, practising=True),
        )

    def lock(self) -> None:
        """Keep what is typed, drop the key and show the door."""
        workplace = self._leave_workplace()
        if workplace is None:
            return
        runner = self.surroundings.runner
        runner.submit(workplace.desk.lock, lambda _: None)
        runner.forget()
        self.begin()
        self._collector.forget(self._overwrite)

    def bring_back(self, backup: Backup) -> None:
        """Keep what is typed, put a backup in the record's place behind the window, then show the door."""
        from iroc_desktop.ui.screens.bringing_back.presenter import BringingBackPresenter
        from iroc_desktop.ui.screens.bringing_back.view import BringingBackView

        workplace = self._leave_workplace()
        if workplace is None or workplace.desk.backups is None:
            return
        desk, runner = workplace.desk, self.surroundings.runner
        runner.forget()
        self.window.allow(frozenset({Command.QUIT}))
        presenter = BringingBackPresenter(backup, workplace.desk.backups, desk.close, runner, self)
        self.window.show_door(BringingBackView(presenter, self._look))
        self._collector.forget(self._overwrite)

    def _leave_workplace(self) -> Workplace | None:
        workplace, self._workplace = self._workplace, None
        if workplace is not None:
            self.window.dismiss()
            refused = self.surroundings.runner.refused()
            workplace.leave()
            self._unkept.belongs_to(workplace.desk.work)
            for each in refused:
                # what the screen has sent once more on leaving is told when that fails as well
                if not each.taken_over:
                    self._unkept.add(each)
            self._away.rest()
            self._clipboard.clear()
        return workplace

    def changed(self, settings: Settings) -> None:
        """Use other settings from now on, and keep them."""
        before, self.settings = self.settings, settings
        self.surroundings.save_settings(settings)
        if self._workplace is not None:
            self._away.watch(self._idle_limit())
        if _looks(before) == _looks(settings):
            if self._workplace is not None:
                self._workplace.use(settings)
            return
        if self._workplace is not None:
            self._workplace.leave()
        look = self._dressed()
        self.window.dress(look)
        self._doors.dress(look)
        if self._workplace is None:
            self._show_door()
        else:
            self._workplace.show_again(look, settings)
            self._allow()

    def language(self, code: str) -> None:
        """Speak another language from now on."""
        self.changed(replace(self.settings, language=code))

    def close(self) -> None:
        """Keep what is typed and close the store; the window is gone afterwards."""
        self._leave()
        if self._workplace is not None:
            self.surroundings.runner.submit(self._workplace.desk.close, lambda _: None)
            self._workplace = None
        self._away.stop()
        self._clipboard.stop()
        self.surroundings.runner.close()
        self._collector.stop()

    def _dressed(self) -> Look:
        settings = self.settings
        phrases = self.surroundings.phrases(settings.language or "en")
        theme = ThemeName(settings.theme)
        self._qt_words.speak(phrases.language)
        self._look = make_look(self.surroundings.resources, phrases, theme, settings.text_scale)
        apply_theme(self._qt, self._look.theme)
        return self._look

    def _idle_limit(self) -> int:
        return self.settings.idle_minutes * MILLISECONDS_A_MINUTE

    def _overwrite(self) -> None:
        """Leave nothing in freed memory of what was typed or read; each thread keeps some of its own."""
        overwrite_freed_here()
        self.surroundings.runner.submit(overwrite_freed, lambda _: None)

    def _show_door(self) -> None:
        self._doors.show(self.settings)
        if self._unkept:
            self._doors.tell_unkept()

    def _leave(self) -> None:
        if self._workplace is not None:
            self._workplace.leave()

    def _on_changes(self, changes: Changes, initiator: object | None) -> None:
        if self._workplace is not None:
            self._workplace.on_changes(changes, initiator)

    def _tell(self, error: ExpectedError) -> None:
        from iroc_desktop.ui.messages.errors import message_for

        self.window.tell(message_for(error, self._look.phrases).whole)

    def _on_lost(self, said: Said[object]) -> None:
        self._unkept.add(said)
        self._doors.tell_unkept()

    def _try_again(self, desk: Desk) -> None:
        """Write what could not be written before the lock, ahead of everything that is read now."""
        self._unkept.belongs_to(desk.work)
        waiting = self._unkept.take(desk.work)

        def kept(_: object) -> None:
            self.window.tell(self._look.phrases.text("What was typed before the lock is saved now."))

        for each in waiting:
            self.surroundings.runner.submit(
                each, kept if each is waiting[-1] else lambda _: None, self._refused_again(each)
            )

    def _refused_again(self, said: Said[object]) -> Callable[[ExpectedError], None]:
        def refused(error: ExpectedError) -> None:
            self._unkept.add_again(said, error)
            self._tell(error)

        return refused

    def _command(self, command: Command) -> None:
        do = self._possible().get(command)
        if do is not None:
            do()

    def _allow(self) -> None:
        self.window.allow(frozenset(self._possible()))

    def _cover(self) -> None:
        self.window.cover()
        self._allow()

    def _possible(self) -> dict[Command, Callable[[], None]]:
        if self._workplace is None:
            return self._always()
        if self.window.covered:
            return {Command.PRIVACY: self._cover, Command.LOCK: self.lock}
        here = {Command.LOCK: self.lock} | self._workplace.commands
        if self.window.turned:
            # the screen is the person's: nothing may lead to another person or to a list
            return {Command.PRIVACY: self._cover} | {
                command: do for command, do in here.items() if command in THEIRS
            }
        return self._always() | here

    def _quit(self) -> None:
        self.window.close()

    def _always(self) -> dict[Command, Callable[[], None]]:
        scales = TEXT_SCALES
        place = scales.index(self.settings.text_scale)
        larger = scales[min(place + 1, len(scales) - 1)]
        smaller = scales[max(place - 1, 0)]

        def use(**changes: object) -> Callable[[], None]:
            return lambda: self.changed(replace(self.settings, **changes))  # type: ignore[arg-type]  # checked where it is called

        return {
            Command.QUIT: self._quit,
            Command.PRIVACY: self._cover,
            Command.LIGHT: use(theme=ThemeName.LIGHT.value),
            Command.DARK: use(theme=ThemeName.DARK.value),
            Command.HIGH_CONTRAST: use(theme=ThemeName.HIGH_CONTRAST.value),
            Command.LARGER: use(text_scale=larger),
            Command.SMALLER: use(text_scale=smaller),
        }


def _looks(settings: Settings) -> tuple[str, str, int]:
    return settings.language, settings.theme, settings.text_scale
