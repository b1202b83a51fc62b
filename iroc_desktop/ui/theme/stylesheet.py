"""The Qt style sheet, written from the tokens of a theme.

It must not hold a colour, and never names left or right, so that it mirrors.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from iroc_desktop.ui.theme.drawn import address
from iroc_desktop.ui.theme.tokens import Theme, TypeSize

_SURFACES = """
QWidget { color: $ink; font-size: ${base}px; }
QMainWindow, QDialog, QWidget#page, QStackedWidget, QScrollArea, QScrollArea > QWidget > QWidget#page {
    background: $paper;
}
QScrollArea { border: none; background: transparent; }
PdfPreview:focus { border: ${focus_width}px solid $focus; border-radius: ${radius}px; }
QWidget#clear { background: transparent; }
QFrame[kind="card"] { background: $card; border: 1px solid $line; border-radius: ${card_radius}px; }
QFrame[kind="side-bar"] { background: $side_bar; border: none; }
QFrame[kind="banner"] { background: $danger_soft; border: 1px solid $danger; border-radius: ${radius}px; }
QFrame[kind="notice"] { background: $accent_soft; border: 1px solid $accent_mid; border-radius: ${radius}px; }
QFrame[kind="toast"] { background: $toast; border: 1px solid $on_toast; border-radius: ${radius}px; }
QFrame[kind="toast"] QLabel { color: $on_toast; }
QFrame[kind="cover"] { background: $paper; }
QToolTip { background: $toast; color: $on_toast; border: 1px solid $on_toast; padding: 4px; }
"""

_TEXT = """
QLabel { background: transparent; }
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="small"] { color: $muted; font-size: ${small}px; }
QLabel[kind="label"] { font-weight: 600; }
QLabel[kind="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[kind="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[kind="display"] { font-size: ${display}px; font-weight: 600; }
QLabel[kind="question"] { font-size: ${question}px; }
QLabel[kind="error"] { color: $danger; }
QLabel:disabled { color: $disabled; }
"""

_BUTTONS = """
QPushButton::menu-indicator { image: none; width: 0px; }
QPushButton, QToolButton {
    background: $card; color: $ink; border: 1px solid $control_line; border-radius: ${radius}px;
    padding: ${pad_y}px ${pad_x}px; min-height: ${control}px; font-weight: 600;
}
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked {
    background: $selected; color: $selected_ink;
}
QPushButton:focus, QToolButton:focus {
    border: ${focus_width}px solid $focus; padding: ${pad_y_focus}px ${pad_x_focus}px;
}
QPushButton:disabled, QToolButton:disabled {
    color: $disabled; background: $disabled_surface; border-color: $disabled;
}
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $accent_strong; }
QPushButton[kind="primary"]:focus, QPushButton[kind="danger"]:focus { border-color: $focus; outline: none; }
QPushButton[kind="danger"] { background: $danger; color: $on_danger; border-color: $danger; }
QPushButton[kind="danger"]:hover, QPushButton[kind="danger"]:pressed { background: $danger_strong; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled {
    background: $disabled_surface; color: $disabled; border-color: $disabled;
}
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
    background: transparent; color: $accent; border-color: transparent; padding: ${pad_y}px ${pad_quiet}px;
}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $hover; color: $ink; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus {
    border-color: $focus; padding: ${pad_y_focus}px ${pad_quiet_focus}px;
}
QPushButton[kind="quiet"]:disabled, QToolButton[kind="quiet"]:disabled { color: $disabled; }
QToolButton[kind="disclosure"] {
    background: transparent; color: $muted; border-color: transparent; font-weight: normal;
    padding: 2px ${pad_y}px;
}
QToolButton[kind="disclosure"]:hover { color: $ink; background: $hover; }
QToolButton[kind="disclosure"]:focus { border-color: $focus; }
QToolButton[kind="place"] {
    background: transparent; border: ${focus_width}px solid transparent; font-weight: normal;
    padding: ${pad_place}px ${pad_x}px;
}
QToolButton[kind="place"]:hover { background: $hover; }
QToolButton[kind="place"]:checked { background: $selected; color: $selected_ink; font-weight: 600; }
QToolButton[kind="place"]:focus { border: ${focus_width}px solid $focus; padding: ${pad_place}px ${pad_x}px; }
QPushButton[kind="toast-action"] { background: transparent; color: $toast_action; border-color: transparent; }
QPushButton[kind="toast-action"]:hover { text-decoration: underline; }
QPushButton[kind="toast-action"]:focus { border-color: $on_toast; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox {
    background: $card; color: $ink; border: 1px solid $control_line; border-radius: ${radius}px;
    padding: ${field_pad}px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $muted; }
QLineEdit, QComboBox, QDateEdit, QSpinBox { min-height: ${control}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {
    border: ${focus_width}px solid $focus; padding: ${field_pad_focus}px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QSpinBox:disabled {
    color: $disabled; background: $disabled_surface; border-color: $disabled;
}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"],
QDateEdit[wrong="true"] {
    border: ${focus_width}px solid $danger;
}
QComboBox QAbstractItemView {
    background: $card; color: $ink; border: 1px solid $control_line;
    selection-background-color: $selected; selection-color: $selected_ink;
}
"""

_INDICATORS = """
QCheckBox, QRadioButton {
    spacing: ${space}px; min-height: ${control}px; border: ${focus_width}px solid transparent;
    border-radius: ${radius}px; padding: ${tick_pad}px 4px;
}
QCheckBox:focus, QRadioButton:focus { border-color: $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QRadioButton::indicator, QMenu::indicator {
    width: ${tick}px; height: ${tick}px; background: $card; border: ${edge}px solid $control_line;
}
QCheckBox::indicator, QMenu::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: ${tick_round}px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; background: $hover; }
QCheckBox::indicator:checked, QMenu::indicator:checked {
    background: $accent; border-color: $accent; image: url($check);
}
QRadioButton::indicator:checked {
    border-color: $accent;
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 $accent, stop: 0.52 $accent, stop: 0.58 $card, stop: 1 $card);
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled, QMenu::indicator:disabled {
    background: $disabled_surface; border-color: $disabled;
}
QCheckBox::indicator:checked:disabled, QMenu::indicator:checked:disabled { image: url($check_disabled); }
QRadioButton::indicator:checked:disabled {
    background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 $disabled, stop: 0.52 $disabled, stop: 0.58 $disabled_surface, stop: 1 $disabled_surface);
}
QComboBox::drop-down, QDateEdit::drop-down {
    subcontrol-origin: padding; subcontrol-position: center right; width: ${arrow_room}px;
    border: none; background: transparent;
}
QComboBox::down-arrow, QDateEdit::down-arrow {
    image: url($down); width: ${arrow}px; height: ${arrow}px;
}
QComboBox::down-arrow:disabled, QDateEdit::down-arrow:disabled { image: url($down_disabled); }
QSpinBox::up-button, QSpinBox::down-button {
    subcontrol-origin: padding; width: ${arrow_room}px; border: none; background: transparent;
    border-radius: 4px;
}
QSpinBox::up-button { subcontrol-position: top right; }
QSpinBox::down-button { subcontrol-position: bottom right; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover { background: $hover; }
QSpinBox::up-arrow { image: url($up); width: ${step_arrow}px; height: ${step_arrow}px; }
QSpinBox::down-arrow { image: url($down); width: ${step_arrow}px; height: ${step_arrow}px; }
QSpinBox::up-arrow:disabled, QSpinBox::up-arrow:off { image: url($up_disabled); }
QSpinBox::down-arrow:disabled, QSpinBox::down-arrow:off { image: url($down_disabled); }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
"""

_LISTS = """
QListView, QTableView, QTreeView, QListWidget, QTableWidget {
    background: $card; color: $ink; border: 1px solid $line; border-radius: ${radius}px; outline: none;
    selection-background-color: $selected; selection-color: $selected_ink; gridline-color: $line;
}
QListView:focus, QTableView:focus, QTreeView:focus { border: ${focus_width}px solid $focus; }
QListView::item { padding: ${field_pad}px; border-radius: ${radius}px; }
QListView::item:hover { background: $hover; color: $ink; }
QListView::item:selected { background: $selected; color: $selected_ink; }
QHeaderView { background: $card; border: none; }
QHeaderView::section {
    background: $card; color: $muted; border: none; border-bottom: 1px solid $control_line;
    padding: ${field_pad}px; font-weight: 600;
}
QTableView::item { padding: 4px; }
QMenuBar { background: $paper; color: $ink; }
QMenuBar::item { padding: 4px ${space}px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: $selected; color: $selected_ink; }
QMenu { background: $card; color: $ink; border: 1px solid $control_line; padding: 4px; }
QMenu::item { padding: ${pad_y}px ${menu_pad}px; border-radius: 4px; }
QMenu::item:selected { background: $selected; color: $selected_ink; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle {
    background: $control_line; border-radius: ${bar_radius}px; min-height: 32px; min-width: 32px;
    border: 2px solid $paper;
}
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QProgressBar {
    background: $disabled_surface; border: 1px solid $control_line; border-radius: 4px;
    text-align: center;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QTabBar::tab {
    background: transparent; color: $muted; padding: ${pad_y}px ${pad_x}px;
    border: ${focus_width}px solid transparent; border-radius: ${radius}px;
}
QTabBar::tab:selected { color: $selected_ink; background: $selected; }
QTabBar::tab:focus { border-color: $focus; }
QTabWidget::pane { border: none; }
"""


def stylesheet(theme: Theme) -> str:
    """Return the style sheet for the whole program in `theme`, text scale included."""
    sheet = Template(_SURFACES + _TEXT + _BUTTONS + _FIELDS + _INDICATORS + _LISTS)
    return sheet.substitute(theme.colours, **_sizes(theme), **_drawings(theme))


def _drawings(theme: Theme) -> Mapping[str, str]:
    return {
        "check": address(theme, "check", "on_accent"),
        "check_disabled": address(theme, "check", "disabled"),
        "down": address(theme, "chevron-down", "ink"),
        "down_disabled": address(theme, "chevron-down", "disabled"),
        "up": address(theme, "chevron-up", "ink"),
        "up_disabled": address(theme, "chevron-up", "disabled"),
    }


def _sizes(theme: Theme) -> Mapping[str, str]:
    type_sizes = {size.value: theme.pixels(size) for size in TypeSize}
    widths = {
        "question": round((theme.pixels(TypeSize.HEADING) + theme.pixels(TypeSize.TITLE)) / 2),
        "focus_width": theme.focus_width,
        "radius": theme.radius,
        "card_radius": theme.radius,
        "space": theme.space(),
        "control": theme.grown(22),
        "pad_x": theme.space(2),
        "pad_y": theme.space(0.75),
        "pad_x_focus": theme.space(2) + 1 - theme.focus_width,
        "pad_y_focus": theme.space(0.75) + 1 - theme.focus_width,
        "pad_place": theme.space(1),
        "pad_quiet": theme.space(1),
        "pad_quiet_focus": theme.space(1) + 1 - theme.focus_width,
        "menu_pad": theme.space(3),
        "field_pad": theme.space(0.75),
        "field_pad_focus": theme.space(0.75) + 1 - theme.focus_width,
        "tick": theme.grown(18),
        "tick_round": (theme.grown(18) + 2 * theme.focus_width) // 2,
        "tick_pad": theme.space(0.25),
        "edge": theme.focus_width,
        "arrow": theme.grown(16),
        "arrow_room": theme.grown(28),
        "step_arrow": theme.grown(12),
        "bar": theme.space(1.5),
        "bar_radius": theme.space(0.75),
    }
    return {token: str(value) for token, value in {**type_sizes, **widths}.items()}
