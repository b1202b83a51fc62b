"""Opens the program: one instance, its window, and the worker behind it.

It must not import anything heavy before the first window is on the screen.
"""

from __future__ import annotations

import logging
import os
import sys

from PySide6.QtCore import QSettings, QSize, QTimer
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from iroc_desktop.app.crash import tell_crashes
from iroc_desktop.app.late import prefetch, prefetch_windows
from iroc_desktop.app.surroundings import surroundings_of
from iroc_desktop.system.logs import start_log
from iroc_desktop.system.passing_files import begin_passing, clear_passing
from iroc_desktop.system.paths import DataFolder, resources
from iroc_desktop.system.settings import Settings
from iroc_desktop.ui.application.application import Application
from iroc_desktop.ui.main_window.window import TITLE
from iroc_desktop.ui.tasks.serial_runner import SerialRunner
from iroc_desktop.ui.tasks.single_instance import SingleInstance
from iroc_desktop.ui.theme.fonts import register_fonts

log = logging.getLogger(__name__)

FRAME_PX = 40
"""At most so high is the frame that the system draws around the window."""

PAINTED_MS = 50
"""After this many milliseconds the first window is on the screen, and nobody has typed yet."""


def open_program(data: DataFolder) -> int:
    """Run the program on one data folder until its window is closed; return the exit code."""
    start_log(data.log)
    # matplotlib lists the machine's fonts once; without a place of its own it would at every start
    os.environ.setdefault("MPLCONFIGDIR", str(data.root / "cache"))
    qt = make_qt()
    instance = SingleInstance(data.root)
    if not instance.claim():
        instance.call()
        return 0
    begin_passing(data.passing)
    # where Qt's own file dialog writes which folders were looked into
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(data.passing))
    application = show_first_window(qt, data)
    instance.called.connect(application.window.come_forward)
    try:
        return qt.exec()
    finally:
        application.close()
        clear_passing(data.passing)
        instance.release()


def make_qt() -> QApplication:
    """Return Qt's application object, with the program's fonts."""
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    qt.setApplicationName(TITLE)
    qt.saveStateRequest.connect(_never_again)
    register_fonts(resources() / "fonts")
    return qt


def _never_again(session: QSessionManager) -> None:
    """Let the desktop keep nothing of this window for its next start."""
    session.setRestartHint(QSessionManager.RestartHint.RestartNever)


def first_size(room: QSize) -> QSize:
    """Return how large the first window is, in pixels, on a screen with this much `room`."""
    return QSize(1280, 800).boundedTo(room - QSize(0, FRAME_PX))


def show_first_window(qt: QApplication, data: DataFolder) -> Application:
    """Show first start or the door, and begin to import what comes after it."""
    settings = Settings.load(data.settings)
    runner = SerialRunner()
    application = Application(qt, surroundings_of(data, runner), settings)
    tell_crashes(application.window, lambda: application.phrases)
    application.begin()
    application.window.resize(first_size(qt.primaryScreen().availableSize()))
    application.window.show()
    # not before the first window is painted, which it would slow down
    QTimer.singleShot(PAINTED_MS, application, lambda: runner.submit(prefetch, lambda _: prefetch_windows()))
    return application
