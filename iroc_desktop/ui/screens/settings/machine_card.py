"""The settings of this machine, as fields.

It must not apply anything by itself: each choice goes to the presenter at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from iroc_desktop.domain.summary import Paper
from iroc_desktop.i18n.languages import own_name
from iroc_desktop.system.settings import IDLE_MINUTES, LANGUAGES, TEXT_SCALES, Settings
from iroc_desktop.ui.models.paper import paper_name
from iroc_desktop.ui.screens.settings.presenter import SettingsPresenter
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.counted_box import CountedBox
from iroc_desktop.ui.widgets.labels import Text
from iroc_desktop.ui.widgets.tick import Tick


class MachineCards(QWidget):
    """Two cards: how the program looks, and how it behaves."""

    def __init__(self, presenter: SettingsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._boxes: dict[str, QComboBox] = {}
        text = look.phrases.text
        self._minutes = self._make_minutes()
        self._previous = Tick(look, text("Show the rating of last time, once an indicator is rated"))
        self._previous.clicked.connect(presenter.show_previous)
        self._passphrase = Tick(look, text("Ask for my passphrase on leaving the person’s view"))
        self._passphrase.clicked.connect(presenter.ask_passphrase)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.space(2.5))
        layout.addWidget(self._look_card(), 0, 0)
        layout.addWidget(self._habits_card(), 1, 0)
        self.setFocusProxy(self._boxes["language"])

    def show_settings(self, settings: Settings) -> None:
        """Show the settings in use without telling anybody."""
        for name, box in self._boxes.items():
            box.setCurrentIndex(max(0, box.findData(getattr(settings, name))))
        self._minutes.blockSignals(True)
        self._minutes.setValue(settings.idle_minutes)
        self._minutes.blockSignals(False)
        self._previous.show_as(ticked=settings.show_previous)
        self._passphrase.show_as(ticked=settings.passphrase_leaves_person_view)

    def _look_card(self) -> Card:
        text, presenter = self._look.phrases.text, self._presenter
        card = Card(self._look, text("Language and look"))
        grid = self._grid(card)
        self._choice(
            grid,
            "language",
            text("Language of the program"),
            {code: own_name(code) for code in LANGUAGES},
            presenter.choose_language,
        )
        themes = {"light": text("Light"), "dark": text("Dark"), "high-contrast": text("High contrast")}
        self._choice(grid, "theme", text("Theme"), themes, presenter.choose_theme)
        sizes = {scale: text("{percent} %", percent=scale) for scale in TEXT_SCALES}
        self._choice(grid, "text_scale", text("Text size"), sizes, presenter.choose_text_scale)
        papers = {each.value: paper_name(each, self._look.phrases) for each in Paper}
        self._choice(grid, "paper", text("Paper size"), papers, presenter.choose_paper)
        return card

    def _habits_card(self) -> Card:
        text = self._look.phrases.text
        card = Card(self._look, text("Safety and habits"))
        grid = self._grid(card)
        self._row(grid, text("Lock after"), self._minutes)
        card.body.addSpacing(self._look.theme.space(0.5))
        card.body.addWidget(self._previous)
        card.body.addWidget(self._passphrase)
        return card

    def _choice(
        self,
        grid: QGridLayout,
        name: str,
        label: str,
        words: Mapping[str, str] | Mapping[int, str],
        choose: Callable[[str], None] | Callable[[int], None],
    ) -> None:
        box = _Box()
        for value, word in words.items():
            box.addItem(word, value)
        box.activated.connect(lambda place: choose(box.itemData(place)))
        self._boxes[name] = box
        self._row(grid, label, box)

    def _row(self, grid: QGridLayout, label: str, field: QWidget) -> None:
        field.setAccessibleName(label)
        field.setMinimumWidth(max(field.minimumWidth(), self._look.theme.grown(200)))
        caption = Text(label)
        caption.setBuddy(field)
        row = grid.rowCount()
        # beside each other while there is room, below each other in large print
        if self._look.theme.text_scale <= 150:
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeading)
        else:
            caption.setContentsMargins(0, self._look.theme.space(1.5) if row > 1 else 0, 0, 0)
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row + 1, 0, Qt.AlignmentFlag.AlignLeading)

    def _grid(self, card: Card) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._look.theme.space(3))
        grid.setVerticalSpacing(self._look.theme.space())
        grid.setColumnMinimumWidth(0, self._look.theme.grown(220))
        grid.setColumnStretch(1, 1)
        card.body.addLayout(grid)
        return grid

    def _make_minutes(self) -> CountedBox:
        plural = self._look.phrases.plural
        box = CountedBox(lambda count: plural("1 minute", "{count} minutes", count))
        box.setRange(IDLE_MINUTES.start, IDLE_MINUTES.stop - 1)
        box.setAccessibleDescription(
            self._look.phrases.text("Minutes without a key or a click until the program locks, 1 to 30.")
        )
        longest = box.fontMetrics().horizontalAdvance(box.textFromValue(box.maximum()))
        box.setMinimumWidth(longest + self._look.theme.grown(72))
        box.valueChanged.connect(self._presenter.choose_idle_minutes)
        return box


class _Box(QComboBox):
    """A choice that scrolling past does not change."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the page scroll instead."""
        event.ignore()
