"""What is seen before anything is open: first start, or the door of the record.

It must not import what only an open desk needs: the first window has to be quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from iroc_desktop.services.desk import Desk
    from iroc_desktop.system.settings import Settings
    from iroc_desktop.ui.application.surroundings import Surroundings
    from iroc_desktop.ui.main_window.window import MainWindow
    from iroc_desktop.ui.screens.first_start.presenter import FirstStartPresenter
    from iroc_desktop.ui.screens.unlock.presenter import UnlockPresenter
    from iroc_desktop.ui.screens.unlock.view import UnlockView
    from iroc_desktop.ui.theme.look import Look


class Exits(Protocol):
    """Where the doors lead."""

    def unlocked(self, desk: Desk) -> None:
        """Show *Today*."""

    def ready(self, desk: Desk) -> None:
        """Show *Today* on a new desk."""

    def unfinished(self, desk: Desk, groups: tuple[str, ...]) -> None:
        """Go on with a first start that was cut off."""

    def practice(self) -> None:
        """Open the practice people."""

    def language(self, code: str) -> None:
        """Speak another language."""

    def changed(self, settings: Settings) -> None:
        """Use other settings."""


class Doors:
    """First start and unlock."""

    def __init__(self, window: MainWindow, look: Look, surroundings: Surroundings, exits: Exits) -> None:
        self._window = window
        self._look = look
        self._surroundings = surroundings
        self._exits = exits
        self._first_start: FirstStartPresenter | None = None
        self._unlock: UnlockView | None = None
        self._unlocking: UnlockPresenter | None = None

    def dress(self, look: Look) -> None:
        """Use another look from now on."""
        self._look = look

    def show(self, settings: Settings) -> None:
        """Show the door of the record, or first start where there is none yet."""
        if self._surroundings.vault.exists() and self._first_start is None:
            self._show_unlock(settings)
        else:
            self._show_first_start(settings)

    def resume(self, desk: Desk, groups: tuple[str, ...], settings: Settings) -> None:
        """Show the pages of first start that an earlier one did not come to; the door has opened for them."""
        self.opened()
        self._first_start = self._new_first_start(settings)
        self._first_start.resume(desk, groups)
        self._show_first_start(settings)

    def tell_unkept(self) -> None:
        """Say at the door that something typed before the lock is not saved yet."""
        if self._unlock is not None:
            self._unlock.tell_unkept()

    def opened(self) -> None:
        """Let go of the door that was shown, and of what was typed there: it is open."""
        if self._unlock is not None:
            self._unlock.forget_typed()
        self._unlock = self._unlocking = None

    def settled(self) -> None:
        """Forget first start: from now on there is a record, and its door."""
        self._first_start = None

    # each door is imported when it is shown: only one of the two ever is, and the first window waits for it

    def _show_unlock(self, settings: Settings) -> None:
        from iroc_desktop.ui.screens.unlock.presenter import UnlockPresenter
        from iroc_desktop.ui.screens.unlock.view import UnlockView

        surroundings = self._surroundings
        # the presenter outlives a change of language: nothing typed is lost
        if self._unlocking is None:
            self._unlocking = UnlockPresenter(
                surroundings.vault,
                surroundings.runner,
                surroundings.open_desk,
                self._exits,
                settings,
                surroundings.clock.now,
            )
        presenter = self._unlocking
        presenter.use(settings)
        self._unlock = UnlockView(presenter, self._look)
        self._window.show_door(self._unlock)

    def _show_first_start(self, settings: Settings) -> None:
        from iroc_desktop.ui.screens.first_start.view import FirstStartView

        # the presenter outlives a change of language: nothing typed is lost
        if self._first_start is None:
            self._first_start = self._new_first_start(settings)
        self._window.show_door(FirstStartView(self._first_start, self._look))

    def _new_first_start(self, settings: Settings) -> FirstStartPresenter:
        from iroc_desktop.domain.summary import Paper
        from iroc_desktop.ui.screens.first_start.presenter import FirstStartPresenter, Means

        surroundings = self._surroundings
        means = Means(
            vault=surroundings.vault,
            runner=surroundings.runner,
            open_desk=surroundings.open_desk,
            writer=surroundings.writer,
            new_id=surroundings.new_id,
            pick_groups=pick_two,
            paper=Paper(settings.paper),
        )
        return FirstStartPresenter(means, self._exits, settings.language or "en")


def pick_two(groups: int) -> tuple[int, int]:
    """Return two different numbers from 1 to `groups`, in order."""
    import secrets

    first, second = sorted(secrets.SystemRandom().sample(range(1, groups + 1), 2))
    return first, second
