"""Draws a sheet as it will be printed, with the language, the paper and the name to choose.

It must not print or save anything but the PDF that is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from iroc_desktop.domain.summary import Paper
from iroc_desktop.i18n.formats import language_name
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.models.file_names import pdf_name
from iroc_desktop.ui.models.paper import paper_name
from iroc_desktop.ui.screens.sheet.presenter import SheetPresenter, State
from iroc_desktop.ui.screens.sheet.sentences import back_words, done_words, file_words, told_words
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.buttons import Button
from iroc_desktop.ui.widgets.card import Card
from iroc_desktop.ui.widgets.labels import Text, TextKind
from iroc_desktop.ui.widgets.paper_page import PaperPage
from iroc_desktop.ui.widgets.pick import Pick
from iroc_desktop.ui.widgets.printing import AskPrinter, ask_printer
from iroc_desktop.ui.widgets.saving_place import AskPlace, ask_place
from iroc_desktop.ui.widgets.side_by_side import SideBySide, beginning_with
from iroc_desktop.ui.widgets.tick import Tick


class SheetView(PaperPage):
    """The sheet before it goes to the printer."""

    def __init__(
        self,
        presenter: SheetPresenter,
        look: Look,
        languages: Sequence[str],
        parent: QWidget | None = None,
        *,
        ask: AskPlace = ask_place,
        printers: AskPrinter = ask_printer,
    ) -> None:
        """Offer the sheet in each of `languages`."""
        super().__init__(look, ask, printers, parent)
        self._presenter = presenter
        text = look.phrases.text
        names = {each: language_name(each, look.phrases.language) for each in languages}
        self.language = Pick(look, text("Language of the paper"), names)
        papers = {each: paper_name(each, look.phrases) for each in Paper}
        self.paper = Pick(look, text("Paper"), papers)
        self.name = Tick(look, text("Name on it"))
        self._on_it = Text("", TextKind.MUTED)
        self.back = Button(look, back_words(presenter.state, look.phrases), icon="arrow-left")
        self._lay_out()
        self._connect()
        presenter.attach(self._show)

    def leave(self) -> None:
        """Stop drawing, and let the document go."""
        self._presenter.detach(self._show)
        self.close_paper()

    def on_changes(self, changes: Changes, initiator: object | None) -> None:
        """Pass on what changed elsewhere."""
        self._presenter.on_changes(changes, initiator)

    def _show(self, state: State) -> None:
        phrases = self._look.phrases
        kept = phrases.text("The sheet is kept. Check the printer, then print again.")
        self.show_paper_trouble(state.problem, refused=state.printer_failed, kept=kept)
        self._show_choices(state)
        self.show_paper(state.pdf, current=state.current, done=done_words(state.done, phrases))

    def _show_choices(self, state: State) -> None:
        phrases = self._look.phrases
        self._on_it.setText(told_words(state, phrases))
        self.back.setText(back_words(state, phrases))
        if state.sheet is not None:
            # a kept sheet may be in a language that this pack no longer has
            self.language.offer(state.sheet.language, language_name(state.sheet.language, phrases.language))
            self.language.show_value(state.sheet.language)
            self.paper.show_value(state.sheet.paper)
        self.name.show_as(ticked=state.named, possible=not state.frozen)
        for choice in (self.language, self.paper):
            choice.setEnabled(not state.frozen)

    def _lay_out(self) -> None:
        options = Card(self._look)
        others = Text(
            self._look.phrases.text("Others may read this sheet. The name can be left off."), TextKind.SMALL
        )
        for part in (self._on_it, self.language, self.paper, self.name, others, self.protecting):
            options.body.addWidget(part)
        options.body.addStretch(1)
        self.body.addWidget(SideBySide(self._look, options, self.preview, share=(1, 2), least=760), 1)
        back = beginning_with(self.back, self.done)
        on = beginning_with(self.save, self.print)
        self.foot.addWidget(SideBySide(self._look, back, on, share=(1, 0), least=600))

    def _connect(self) -> None:
        presenter = self._presenter
        self.retried.connect(presenter.try_again)
        self.language.picked.connect(presenter.write_in)
        self.paper.picked.connect(presenter.print_on)
        self.name.clicked.connect(lambda named: presenter.put_name(named=named))
        self.back.clicked.connect(presenter.go_back)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)

    def _print(self) -> None:
        sheet = self._presenter.state.sheet
        if sheet is None:
            return
        # a neutral name: others read the printer's queue
        send = self.choose_printer(self._look.phrases.text("Plan"), sheet.paper)
        if send is not None:
            self._presenter.print(send)

    def _save(self) -> None:
        state = self._presenter.state
        if state.sheet is None:
            return
        kind = file_words(state.kind, self._look.phrases)
        place = self.choose_place(pdf_name(kind, state.sheet.day, state.sheet.fingerprint))
        if place is not None:
            self._presenter.save_as(*place)
