"""The days on which the plan was, or will be, looked at together, and what was seen then.

It must not refuse a day: an odd one is asked about.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plan import Review
from iroc_desktop.i18n.formats import long_date
from iroc_desktop.services.writers import Piece
from iroc_desktop.ui.screens.plan.reviews_presenter import Asked, ReviewsPresenter, ReviewsState
from iroc_desktop.ui.screens.plan.sentences import date_question
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.asked_date import AskedDate
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.disclosure import Disclosure
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.note_field import LONG_PAUSE_MS, NoteField
from iroc_desktop.ui.widgets.written_by import WrittenBy


class ReviewsCard(Card):
    """A row for each day, and a field for one more."""

    removed = Signal(str)
    """The id of a review."""

    def __init__(self, look: Look, presenter: ReviewsPresenter) -> None:
        super().__init__(look, look.phrases.text("When we look at the plan together"))
        self._look = look
        self._presenter = presenter
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.theme.space(2))
        self.rows: dict[str, ReviewRow] = {}
        text = look.phrases.text
        self.add = AskedDate(look, text("Another day to look at it"), text("Add this day"))
        self.add.show_date(presenter.likely_day)
        self.add.picked.connect(presenter.propose)
        self.add.answered.connect(lambda keep: presenter.answer(keep=keep))
        self.body.addLayout(self._rows)
        self.body.addSpacing(look.theme.space())
        self.body.addWidget(self.add)
        presenter.attach(self._show)

    def leave(self) -> None:
        """Stop drawing."""
        self._presenter.detach(self._show)

    def show_plan(self, plan: PersonalPlan) -> None:
        """Show the days of the plan, in their order."""
        ids = [each.id for each in plan.reviews]
        if ids != list(self.rows):
            self._rebuild(ids)
        for review in plan.reviews:
            self.rows[review.id].show_review(review)

    def flush(self) -> None:
        """Tell at once what has not been told yet."""
        for row in self.rows.values():
            row.words.flush()

    def _show(self, state: ReviewsState) -> None:
        for review_id, field in {"": self.add, **{key: row.day for key, row in self.rows.items()}}.items():
            field.ask(self._question(state.asked, review_id))

    def _question(self, asked: Asked | None, review_id: str) -> str:
        if asked is None or asked.review_id != review_id:
            return ""
        return date_question(asked.question, self._look.phrases)

    def _rebuild(self, ids: list[str]) -> None:
        known, self.rows = self.rows, {}
        for review_id, row in known.items():
            self._rows.removeWidget(row)
            if review_id not in ids:
                row.hide()
                row.deleteLater()
        for review_id in ids:
            row = known[review_id] if review_id in known else self._row(review_id)
            self._rows.addWidget(row)
            self.rows[review_id] = row

    def _row(self, review_id: str) -> ReviewRow:
        presenter = self._presenter
        row = ReviewRow(self._look, review_id)
        row.words.edited.connect(lambda words: presenter.word(review_id, words))
        row.day.picked.connect(lambda day: presenter.propose(day, review_id))
        row.day.answered.connect(lambda keep: presenter.answer(keep=keep))
        row.drop.clicked.connect(lambda: self.removed.emit(review_id))
        return row


class ReviewRow(QWidget):
    """One day, what was seen on it, and on demand another day instead."""

    def __init__(self, look: Look, review_id: str) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._look = look
        self._shown: date | None = None
        text = look.phrases.text
        self._title = Text("", TextKind.LABEL)
        self.drop = Button(look, "", ButtonKind.QUIET, "x")
        self.words = NoteField(look, "", lines=1, pause_ms=LONG_PAUSE_MS)
        self.day = AskedDate(look, text("The day"), text("Take this day"))
        self.other = Disclosure(look, text("Another day"), self.day)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(0.5))
        column.addLayout(head)
        column.addWidget(self.words)
        column.addWidget(WrittenBy(look, Piece(Entity(EntityKind.REVIEW, review_id))))
        column.addWidget(self.other)

    def show_review(self, review: Review) -> None:
        """Show what the record says."""
        text = self._look.phrases.text
        day = text("A day that is still open")
        if review.day is not None:
            day = long_date(review.day, self._look.phrases.language)
        self._title.setText(day)
        self.words.set_label(text("What we saw on {day}, or want to look at", day=day))
        self.words.set_text(review.words)
        name = text("Take away the day: {day}", day=day)
        self.drop.setAccessibleName(name)
        self.drop.setToolTip(name)
        if review.day is not None and review.day != self._shown:
            self._shown = review.day
            self.day.show_date(review.day)
            self.other.set_open(False)
