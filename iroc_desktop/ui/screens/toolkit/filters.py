"""The filters above the list: what a page is for, where it works, how long it takes, with whom.

They must not find anything: they tell what is wanted.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from iroc_desktop.domain.toolkit import Company, Need, PageKind, Setting
from iroc_desktop.services.toolkit import Wanted
from iroc_desktop.ui.screens.toolkit.sentences import (
    at_most,
    company_name,
    kind_name,
    need_names,
    setting_name,
)
from iroc_desktop.ui.screens.toolkit.state import State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.pressable import CheckBox

TIMES = (5, 10, 20, 30)
"""Minutes to choose from."""


class Filters(QWidget):
    """A drop-down field for each filter, and a box for the favourites."""

    changed = Signal(object, bool)
    """The `Wanted` without typed words, and whether only favourites are wanted."""

    def __init__(self, look: Look, indicators: Mapping[str, str]) -> None:
        """Offer these indicators (id → name) and everything else there is."""
        super().__init__()
        self.setObjectName("clear")
        phrases, say = look.phrases, look.phrases.text
        self._look = look
        self._flow = FlowLayout(self, gap=look.theme.space(1.5))
        self.indicator = self._choice(say("Area of life"), indicators)
        needs = {need.value: name for need, name in need_names(phrases).items()}
        self.need = self._choice(say("What for"), dict(sorted(needs.items(), key=lambda each: each[1])))
        self.setting = self._choice(
            say("Place"), {each.value: setting_name(each, phrases) for each in Setting}
        )
        self.minutes = self._choice(say("Time"), {str(each): at_most(each, phrases) for each in TIMES})
        self.company = self._choice(
            say("With whom"), {each.value: company_name(each, phrases) for each in Company}
        )
        self.kind = self._choice(say("Kind"), {each.value: kind_name(each, phrases) for each in PageKind})
        self.favourites = CheckBox(say("Only favourites"))
        self.favourites.toggled.connect(self._tell)
        self._flow.addWidget(self.favourites)

    def show_state(self, state: State) -> None:
        """Show what is wanted."""
        wanted = state.wanted
        for choice, value in (
            (self.indicator, wanted.indicator),
            (self.need, wanted.need or ""),
            (self.setting, wanted.setting or ""),
            (self.minutes, str(wanted.minutes or "")),
            (self.company, wanted.company or ""),
            (self.kind, wanted.kind or ""),
        ):
            choice.setCurrentIndex(max(choice.findData(str(value)), 0))
        self.favourites.blockSignals(True)
        self.favourites.setChecked(state.only_favourites)
        self.favourites.blockSignals(False)

    def _choice(self, label: str, values: Mapping[str, str]) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(label)
        choice.addItem(self._look.phrases.about("no filter", "Any"), "")
        for value, name in values.items():
            choice.addItem(name, value)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(15)
        choice.activated.connect(self._tell)
        field = QWidget()
        field.setObjectName("clear")
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.space(0.25))
        caption = Text(label, TextKind.SMALL, wrap=False)
        caption.setBuddy(choice)
        column.addWidget(caption)
        column.addWidget(choice)
        self._flow.addWidget(field)
        return choice

    def _tell(self) -> None:
        need, setting, minutes = (
            self.need.currentData(),
            self.setting.currentData(),
            self.minutes.currentData(),
        )
        company, kind = self.company.currentData(), self.kind.currentData()
        wanted = Wanted(
            indicator=self.indicator.currentData(),
            need=Need(need) if need else None,
            setting=Setting(setting) if setting else None,
            minutes=int(minutes) if minutes else None,
            company=Company(company) if company else None,
            kind=PageKind(kind) if kind else None,
        )
        self.changed.emit(wanted, self.favourites.isChecked())
