"""A process that says when its first window is painted: the program on a data folder, or a bare window.

It must not add to what is measured: both kinds are watched in the same way.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench import PAINTED


class FirstPaint(QObject):
    """Watches one window until it is painted, says so, and ends the program."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note the paint event; what lies inside the window is painted before the next event."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        sys.stdout.write(f"{PAINTED}\n")
        sys.stdout.flush()
        self._window.close()


def bare_window() -> int:
    """Show an empty window, and return the exit code."""
    qt = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    return qt.exec()


def program(data_folder: str) -> int:
    """Start the whole program as its command does, and return the exit code."""
    from iroc_desktop.__main__ import main

    return main(["--data-dir", data_folder])


def watch_first_window() -> None:
    """Watch the window that stands there when the event loop begins, before which nothing is painted."""
    run: Callable[[], int] = QApplication.exec
    watches: list[FirstPaint] = []

    def watched(_: object = None) -> int:
        windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        watches.extend(map(FirstPaint, windows))
        return run()

    QApplication.exec = watched  # type: ignore[method-assign]  # the one place that every start passes


if __name__ == "__main__":
    watch_first_window()
    sys.exit(program(sys.argv[1]) if sys.argv[1:] else bare_window())
