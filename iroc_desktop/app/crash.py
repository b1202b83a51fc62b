"""What happens at a bug: it is logged and told once, and the program goes on where it can.

It must not show or log what the exception says, only where it happened.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from iroc_desktop import __version__

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QWidget

    from iroc_desktop.i18n.phrases import Phrases

log = logging.getLogger(__name__)


def tell_crashes(window: QWidget, phrases: Callable[[], Phrases]) -> None:
    """From now on, tell every bug in a dialog over `window`, with a report that can be copied."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        # what only a bug needs is imported when there is one
        from iroc_desktop.ui.messages.crash import crash_report

        report = crash_report(kind, trace, __version__)
        log.error("%s", report)
        _dialog(window, phrases(), report).open()

    sys.excepthook = tell
    # what nobody waits for would otherwise go to stderr, words and all
    sys.unraisablehook = lambda told: _note(told.exc_type, told.exc_traceback)
    threading.excepthook = lambda told: _note(told.exc_type, told.exc_traceback)


def _note(kind: type[BaseException], trace: TracebackType | None) -> None:
    from iroc_desktop.ui.messages.crash import crash_report

    log.error("%s", crash_report(kind, trace, __version__))


def _dialog(window: QWidget, phrases: Phrases, report: str) -> QMessageBox:
    from PySide6.QtWidgets import QMessageBox

    dialog = QMessageBox(window)
    dialog.setIcon(QMessageBox.Icon.Warning)
    dialog.setWindowTitle(phrases.text("Something went wrong"))
    dialog.setText(phrases.text("The program made a mistake. What you saved is safe; drafts are kept."))
    dialog.setInformativeText(
        phrases.text("You can go on. If it happens again, send this report to your team; it names nobody.")
    )
    dialog.setDetailedText(report)
    dialog.setStandardButtons(QMessageBox.StandardButton.Ok)
    return dialog
