"""What is copied here: nobody is to record it, and it is gone again after a moment.

It must not touch what another program has copied.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QClipboard

KEPT_MS: Final = 10_000
"""How long something stays that was copied: long enough to paste it, too short to forget it there."""

HINTS: Final = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
    "application/x-nspasteboard-concealed-type": b"1",
}
"""What clipboard managers and histories of Linux, Windows and macOS go by."""

MARK: Final = "application/x-iroc-desktop-passing"
"""On everything that this program put there itself."""

_MODES: Final = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)

Owns = Callable[[QClipboard.Mode], bool]


class PassingClipboard(QObject):
    """Watches both the clipboard and, where there is one, the selection that a middle click pastes."""

    def __init__(
        self, clipboard: QClipboard, owns: Owns | None = None, parent: QObject | None = None
    ) -> None:
        """`owns` says whether this program was the last to copy; tests know better than their platform."""
        super().__init__(parent)
        self._clipboard = clipboard
        self._owns = owns or self._asked
        self._timers = {mode: self._timer(mode) for mode in self._modes()}
        clipboard.changed.connect(self._on_changed)

    def clear(self) -> None:
        """Take back at once what was copied here, if it still lies there."""
        for mode in self._timers:
            self._take_back(mode)

    def stop(self) -> None:
        """Take everything back, and watch no longer."""
        self.clear()
        self._timers.clear()

    def _on_changed(self, mode: QClipboard.Mode) -> None:
        if mode not in self._timers or not self._owns(mode):
            return
        if not self._is_marked(mode):
            self._mark(mode)

    def _mark(self, mode: QClipboard.Mode) -> None:
        """Put the same there once more, with the wish that nobody records it."""
        copied = self._lying(mode)
        if copied is None or not copied.formats():
            return
        marked = QMimeData()
        for kind in copied.formats():
            marked.setData(kind, copied.data(kind))
        for kind, value in (*HINTS.items(), (MARK, b"1")):
            marked.setData(kind, value)
        self._clipboard.setMimeData(marked, mode)
        self._timers[mode].start(KEPT_MS)

    def _take_back(self, mode: QClipboard.Mode) -> None:
        self._timers[mode].stop()
        if self._owns(mode) and self._is_marked(mode):
            self._clipboard.clear(mode)

    def _is_marked(self, mode: QClipboard.Mode) -> bool:
        found = self._lying(mode)
        return found is not None and found.hasFormat(MARK)

    def _lying(self, mode: QClipboard.Mode) -> QMimeData | None:
        # nothing at all on an empty clipboard, whatever the stub says
        return self._clipboard.mimeData(mode)

    def _timer(self, mode: QClipboard.Mode) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: self._take_back(mode))
        return timer

    def _modes(self) -> tuple[QClipboard.Mode, ...]:
        return _MODES if self._clipboard.supportsSelection() else _MODES[:1]

    def _asked(self, mode: QClipboard.Mode) -> bool:
        if mode is QClipboard.Mode.Selection:
            return self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard()
