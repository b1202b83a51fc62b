"""Draws the page that is open: what it is for, its parts to read and to fill in, and what becomes of them.

It must not know any page: each part is drawn by its kind.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from iroc_desktop.domain.operations import Entity, EntityKind, JsonValue
from iroc_desktop.domain.toolkit import Part, PartWords
from iroc_desktop.i18n.formats import language_name
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.writers import Piece
from iroc_desktop.ui.screens.toolkit.fields import (
    PartField,
)
from iroc_desktop.ui.screens.toolkit.part_fields import KEEP_AFTER_MS, field_for
from iroc_desktop.ui.screens.toolkit.presenter import ToolkitPresenter
from iroc_desktop.ui.screens.toolkit.sentences import SEPARATOR, facts, keeping_words, missing_words
from iroc_desktop.ui.screens.toolkit.state import OpenPage, State
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.announcing import announce
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.flow import FlowLayout
from iroc_desktop.ui.widgets.keyboard import tab_through
from iroc_desktop.ui.widgets.labels import Heading, Text, TextKind
from iroc_desktop.ui.widgets.reading_page import reading_page
from iroc_desktop.ui.widgets.side_by_side import SideBySide
from iroc_desktop.ui.widgets.written_by import WrittenBy

WIDEST = 860
"""Of the column, in pixels at normal text size."""
GAP = 24
"""Around the part that is shown first, in pixels."""


class PageView(QWidget):
    """One page. Escape goes back to the list."""

    previewed = Signal()
    """The reader wants to see it on paper."""
    taken_out = Signal(str, str)
    """Id and title of an own page that shall be taken out of the toolkit."""

    def __init__(self, presenter: ToolkitPresenter, look: Look) -> None:
        super().__init__()
        self._presenter, self._look = presenter, look
        self._drawn: tuple[str, str, str] | None = None
        self._said = ""
        self._inside = False
        self.fields: dict[str, PartField] = {}
        say = look.phrases.text
        self.back = Button(look, say("All pages"), icon="arrow-left")
        self.back.clicked.connect(self._back)
        self.favourite = Button(look, say("Favourite"), icon="star")
        self.favourite.setCheckable(True)
        self.favourite.clicked.connect(self._mark)
        self.language = QComboBox()
        self.language.setAccessibleName(say("Language of the page"))
        self.language.activated.connect(self._show_in)
        self.take_out = Button(look, say("Take out of the toolkit"), ButtonKind.QUIET)
        self.take_out.clicked.connect(self._take_out)
        self.status = Text("", TextKind.MUTED)
        self.sheet = Button(look, say("Print or save…"), icon="printer")
        self.sheet.clicked.connect(self._preview)
        self.keep = Button(look, say("Keep"), ButtonKind.PRIMARY, "check")
        self.keep.clicked.connect(self._keep)
        self._scroll = QScrollArea()
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(KEEP_AFTER_MS)
        self.pause.timeout.connect(presenter.keep)
        self._lay_out()
        self.setFocusProxy(self.back)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def stand_inside(self) -> None:
        """Leave the room around to what it stands in, and the way on to its foot: keeping needs no press."""
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inside = True

    def show_state(self, state: State) -> None:
        """Draw the page that is open; nothing while none is."""
        shown = state.open
        if shown is None:
            self._drawn = None
            return
        drawn = (shown.page.id, shown.worksheet_id, shown.words.language)
        if drawn != self._drawn:
            self._drawn = drawn
            self._draw(shown)
            self._offer_languages(shown)
            self._begin_at(self.fields.get(shown.begin_at))
        for part_id, field in self.fields.items():
            field.set_answer(shown.answers.get(part_id))
        self.favourite.setChecked(shown.favourite)
        self.favourite.setVisible(not shown.gone)
        self.take_out.setVisible(shown.page.own and state.person is None)
        keeps = state.person is not None and shown.page.asks and not shown.gone
        self.keep.setVisible(keeps and not self._inside)
        self.keep.setEnabled(shown.filled and not shown.kept)
        self._tell(keeping_words(shown, state, self._look.phrases), spoken=shown.kept)

    def flush(self) -> None:
        """Tell what was typed last."""
        for field in self.fields.values():
            field.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go back with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def _draw(self, shown: OpenPage) -> None:
        self.fields = {part.id: self._field(part, shown.words.parts[part.id]) for part in shown.page.parts}
        space = self._look.theme.space
        column = QWidget()
        column.setObjectName("clear")
        column.setMaximumWidth(self._look.theme.grown(WIDEST))
        body = QVBoxLayout(column)
        body.setContentsMargins(0, 0, space(1), 0)
        body.setSpacing(space(1))
        for words in self._head(shown):
            body.addWidget(words)
        card = Card(self._look)
        card.setAccessibleName(shown.words.title)
        card.body.setSpacing(space(3))
        for field in self.fields.values():
            field.answered.connect(self._answer)
            if shown.gone:
                field.set_read_only()
            card.body.addWidget(field)
        body.addWidget(card)
        for words in self._below(shown):
            body.addWidget(words)
        body.addStretch()
        page = reading_page(column)
        self._scroll.setWidget(page)
        self._scroll.setAccessibleName(shown.words.title)
        self._scroll.verticalScrollBar().setValue(0)
        tab_through(
            [
                self.back,
                self.favourite,
                self.language,
                self.take_out,
                self._scroll,
                page,
                self.sheet,
                self.keep,
            ]
        )

    def _begin_at(self, field: PartField | None) -> None:
        self.setFocusProxy(self.back if field is None else field)
        if field is not None:
            # only once everything has its place
            QTimer.singleShot(0, field, lambda: self._scroll.ensureWidgetVisible(field, 0, GAP))

    def _answer(self, part_id: str, value: JsonValue) -> None:
        self._presenter.answer(part_id, value)
        self.pause.start()

    def _on_focus(self, left: QWidget | None, _: QWidget | None) -> None:
        """Keep what was typed as soon as its field is left."""
        if self.pause.isActive() and left is not None and self.isAncestorOf(left):
            self.pause.stop()
            self._presenter.keep()

    def _field(self, part: Part, words: PartWords) -> PartField:
        return field_for(self._look, part, words)

    def _writer(self, shown: OpenPage) -> list[Text]:
        if not shown.worksheet_id:
            return []
        return [WrittenBy(self._look, Piece(Entity(EntityKind.WORKSHEET, shown.worksheet_id)))]

    def _head(self, shown: OpenPage) -> list[Text]:
        phrases, words = self._look.phrases, shown.words
        head: list[Text] = [Heading(words.title, TextKind.DISPLAY)]
        if words.summary:
            head.append(Text(words.summary, TextKind.QUESTION))
        if not shown.gone:
            head.append(Text(facts(shown.page, words.reading_age, phrases), TextKind.MUTED))
        head += self._writer(shown)
        if shown.indicators:
            names = SEPARATOR.join(shown.indicators)
            head.append(Text(phrases.text("For: {names}", names=names), TextKind.MUTED))
        missing = missing_words(shown.missing_language, words.language, phrases)
        if missing:
            head.append(Text(missing, TextKind.LABEL))
        return head

    def _below(self, shown: OpenPage) -> list[Text]:
        told = [source_words(shown, self._look.phrases)]
        if shown.words.hard_words:
            told.append(
                self._look.phrases.text("Why it is harder to read: {reason}", reason=shown.words.hard_words)
            )
        return [Text(each, TextKind.SMALL) for each in told if each]

    def _offer_languages(self, shown: OpenPage) -> None:
        self.language.clear()
        for each in shown.page.words:
            self.language.addItem(language_name(each, self._look.phrases.language), each)
        self.language.setCurrentIndex(self.language.findData(shown.words.language))
        self.language.setVisible(self.language.count() > 1)

    def _tell(self, words: str, *, spoken: bool) -> None:
        self.status.setText(words)
        if spoken and words != self._said:
            announce(self, words)
        self._said = words

    def _back(self) -> None:
        self.flush()
        self._presenter.close()

    def _mark(self) -> None:
        shown = self._presenter.state.open
        if shown is not None:
            self._presenter.mark_favourite(shown.page.id, favourite=self.favourite.isChecked())

    def _show_in(self) -> None:
        self.flush()
        self._presenter.show_in(self.language.currentData())

    def _keep(self) -> None:
        self.flush()
        self._presenter.keep()

    def _take_out(self) -> None:
        shown = self._presenter.state.open
        if shown is not None:
            self.taken_out.emit(shown.page.id, shown.words.title)

    def _preview(self) -> None:
        self.flush()
        self.previewed.emit()

    def _lay_out(self) -> None:
        space = self._look.theme.space
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        # a page with nothing to fill in is scrolled with the arrow keys
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(space(3), space(2), space(2), space(1.5))
        column.setSpacing(space(1.5))
        column.addWidget(_row(self._look, self.back, self.favourite, self.language, self.take_out))
        column.addWidget(self._scroll, 1)
        ways = _row(self._look, self.sheet, self.keep)
        column.addWidget(SideBySide(self._look, self.status, ways, share=(1, 0), least=720))


def source_words(shown: OpenPage, phrases: Phrases) -> str:
    """Return where the idea comes from; empty where no source is named."""
    source = shown.page.source_in(shown.words)
    if source is None:
        return ""
    if not source.where:
        return phrases.text("The idea comes from: {name}.", name=source.name)
    return phrases.text("The idea comes from: {name} ({where}).", name=source.name, where=source.where)


def _row(look: Look, *parts: QWidget) -> QWidget:
    whole = QWidget()
    whole.setObjectName("clear")
    flow = FlowLayout(whole, gap=look.theme.space(1))
    for part in parts:
        flow.addWidget(part)
    return whole
