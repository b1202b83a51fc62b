"""The parts of a page on the screen: something to read, or a field to fill in, by kind.

They must not keep an answer: each change is told.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from iroc_desktop.domain.operations import JsonValue
from iroc_desktop.domain.toolkit import Part, PartWords
from iroc_desktop.domain.worksheets import lines_answer, step_answer
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.bullets import Bullets
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.note_field import TALLEST_LINES, NoteField
from iroc_desktop.ui.widgets.pressable import CheckBox, RadioButton


class PartField(QWidget):
    """One part; subclasses fill `column`."""

    answered = Signal(str, object)
    """The part's id and the whole answer, as a `Worksheet` keeps it."""

    def __init__(self, look: Look, part: Part) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.look, self.part = look, part
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.theme.space(0.75))

    def set_answer(self, answer: JsonValue) -> None:
        """Show an answer without telling anybody."""

    def set_read_only(self) -> None:
        """Let the answer be read, not changed."""
        self.setEnabled(False)

    def flush(self) -> None:
        """Tell at once what has not been told yet."""

    def tell(self, answer: JsonValue) -> None:
        """Tell the whole answer."""
        self.answered.emit(self.part.id, answer)

    def ask(self, words: PartWords) -> None:
        """Show what is asked, above the field."""
        self.column.addWidget(Text(words.label, TextKind.LABEL))
        if words.hint:
            self.column.addWidget(Text(words.hint, TextKind.MUTED))


class TextPart(PartField):
    """Something to read."""

    def __init__(self, look: Look, part: Part, words: PartWords) -> None:
        super().__init__(look, part)
        if words.heading:
            self.column.addWidget(Heading(words.heading))
        for paragraph in words.paragraphs:
            self.column.addWidget(Text(paragraph))
        if words.bullets:
            bullets = Bullets(look)
            bullets.set_lines(words.bullets)
            self.column.addWidget(bullets)


class ListField(PartField):
    """Lines to write on."""

    def __init__(self, look: Look, part: Part, words: PartWords) -> None:
        super().__init__(look, part)
        self.note = NoteField(look, words.label, lines=min(part.lines, TALLEST_LINES))
        self.note.edited.connect(lambda text: self.tell(text.splitlines()))
        inner = self.note.layout()
        if words.hint and isinstance(inner, QVBoxLayout):
            inner.insertWidget(1, Text(words.hint, TextKind.MUTED))
        field = self.note.focusProxy()
        if field is not None:
            field.setAccessibleDescription(words.hint)
        self.column.addWidget(self.note)
        self.setFocusProxy(self.note)

    def set_answer(self, answer: JsonValue) -> None:
        """Show the lines."""
        self.note.set_text("\n".join(lines_answer(answer)))

    def set_read_only(self) -> None:
        """Let the lines be read and copied."""
        self.note.set_read_only(True)

    def flush(self) -> None:
        """Tell what was typed last."""
        self.note.flush()


class ScaleField(PartField):
    """A number for each step; arrows move, Backspace or the last button takes the answer away."""

    def __init__(self, look: Look, part: Part, words: PartWords) -> None:
        super().__init__(look, part)
        self.ask(words)
        self.steps: dict[int, Button] = {}
        self._group = QButtonGroup(self)
        row = QWidget()
        row.setObjectName("clear")
        flow = FlowLayout(row, gap=look.theme.space(0.75))
        for step in range(part.lowest, part.highest + 1):
            flow.addWidget(self._step(step, words))
        self.clear = Button(look, look.phrases.text("Clear"), ButtonKind.QUIET)
        self.clear.setAccessibleName(look.phrases.text("Clear the answer: {question}", question=words.label))
        self.clear.clicked.connect(self._clear)
        flow.addWidget(self.clear)
        self.column.addWidget(row)
        self.setFocusProxy(self.steps[part.lowest])
        ends = look.phrases.text(
            "{lowest}: {low}. {highest}: {high}.",
            lowest=part.lowest,
            low=words.low,
            highest=part.highest,
            high=words.high,
        )
        self.column.addWidget(Text(ends, TextKind.MUTED))
        self.set_answer(None)

    def set_answer(self, answer: JsonValue) -> None:
        """Show the chosen step, or none."""
        chosen = step_answer(answer)
        self._group.setExclusive(False)
        for step, button in self.steps.items():
            button.setChecked(step == chosen)
        self._group.setExclusive(True)
        self.clear.setVisible(chosen in self.steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take the answer away with Backspace or Delete."""
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._clear()
        else:
            super().keyPressEvent(event)

    def _step(self, step: int, words: PartWords) -> Button:
        say = self.look.phrases.text
        button = Button(self.look, str(step))
        button.setCheckable(True)
        button.setMinimumWidth(self.look.theme.grown(44))
        button.setAccessibleName(say("{question}: {step}", question=words.label, step=step))
        ends = {self.part.lowest: words.low, self.part.highest: words.high}
        button.setAccessibleDescription(ends.get(step, ""))
        button.clicked.connect(lambda: self._choose(step))
        self._group.addButton(button)
        self.steps[step] = button
        return button

    def _choose(self, step: int) -> None:
        self.clear.show()
        self.tell(step)

    def _clear(self) -> None:
        if self.clear.isHidden():
            return
        first = next(iter(self.steps.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_answer(None)
        self.tell(None)


class ChoiceField(PartField):
    """Boxes to tick, or rings where only one may be chosen; a second press takes a choice away."""

    def __init__(self, look: Look, part: Part, words: PartWords) -> None:
        super().__init__(look, part)
        self.ask(words)
        self.boxes: dict[str, QAbstractButton] = {}
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(look.theme.space(0.5))
        grid.setVerticalSpacing(0)
        for row, (option, name) in enumerate(zip(part.options, words.options, strict=True)):
            box = CheckBox() if part.many else RadioButton()
            box.setAutoExclusive(False)
            box.setAccessibleName(name)
            box.setAccessibleDescription(words.label)
            box.clicked.connect(lambda _=False, option=option: self._on_clicked(option))
            self.boxes[option] = box
            grid.addWidget(box, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_Pressed(name, box), row, 1)
        self.column.addLayout(grid)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def set_answer(self, answer: JsonValue) -> None:
        """Show what is chosen."""
        chosen = lines_answer(answer)
        for option, box in self.boxes.items():
            box.setChecked(option in chosen)

    def _on_clicked(self, option: str) -> None:
        if not self.part.many and self.boxes[option].isChecked():
            self.set_answer([option])
        self.tell([each for each, box in self.boxes.items() if box.isChecked()])


class DrawingPart(PartField):
    """Room to draw is on paper; the screen says so."""

    def __init__(self, look: Look, part: Part, words: PartWords) -> None:
        super().__init__(look, part)
        self.ask(words)
        note = QWidget()
        note.setObjectName("clear")
        row = QHBoxLayout(note)
        row.setContentsMargins(0, 0, 0, 0)
        sign = Text("", wrap=False)
        side = look.theme.grown(18)
        sign.setPixmap(look.icons.pixmap("pencil", "muted", side, self.devicePixelRatioF()))
        row.addWidget(sign)
        row.addWidget(Text(look.phrases.text("Room to draw is on the printed page."), TextKind.MUTED), 1)
        self.column.addWidget(note)


class _Pressed(Text):
    """The words beside a box; pressing them presses the box."""

    def __init__(self, words: str, box: QAbstractButton) -> None:
        super().__init__(words)
        self._box = box
        self.setMinimumHeight(box.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Press the box."""
        if self._box.isEnabled() and self.rect().contains(event.position().toPoint()):
            self._box.click()
            self._box.setFocus(Qt.FocusReason.MouseFocusReason)
