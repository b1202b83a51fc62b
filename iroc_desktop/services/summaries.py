"""From a completed conversation to a frozen summary that can be printed again and again.

It must not put practitioner-only notes anywhere near paper.
"""

from __future__ import annotations

from iroc_desktop.domain.conversation import Conversation, NoteKind
from iroc_desktop.domain.history import History, Travelled
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.people import Licence, Organisation
from iroc_desktop.domain.summary import Paper, Point, Quote, SessionSummary, SummaryRow
from iroc_desktop.domain.wording import Pack, Wording
from iroc_desktop.services.changes import Done, conversation_changed
from iroc_desktop.services.ports import ReportWriter
from iroc_desktop.services.work import Work


class Summaries:
    """The summaries that people take away."""

    def __init__(self, work: Work, pack: Pack, writer: ReportWriter) -> None:
        self._work = work
        self._pack = pack
        self._writer = writer

    def draft(self, conversation_id: str, language: str, paper: Paper) -> SessionSummary:
        """Return what a summary of a completed conversation would say; nothing is kept yet."""
        with self._work.begin() as unit:
            conversation = unit.conversations.get(conversation_id)
            person = unit.people.get(conversation.person_id)
            every = unit.conversations.of(person.id)
            history = History.of(self._pack.instrument, every).until(conversation)
            practitioner = unit.practitioners.get(conversation.practitioner_id)
            organisation = unit.organisation.get()
        wording = self._pack.wording(language)
        return SessionSummary(
            id=self._work.new_id(),
            conversation_id=conversation.id,
            person_id=person.id,
            language=language,
            paper=paper,
            shown_name=person.name_on_paper,
            practitioner=practitioner.name,
            organisation=organisation.name,
            held_on=conversation.held_on.isoformat(),
            ordinal=len(history.conversations),
            start_on=_held(history.start),
            last_on=_held(history.last),
            minimum=history.instrument.scale.minimum,
            maximum=history.instrument.scale.maximum,
            steps=tuple(wording.steps.items()),
            rows=_rows(history, wording),
            points=_points(history),
            words=_quotes(conversation, wording, NoteKind.WORDS),
            strengths=_quotes(conversation, wording, NoteKind.STRENGTH),
            focus=tuple(wording.indicators[each].name for each in conversation.focus),
            next_on=conversation.next_on.isoformat() if conversation.next_on else None,
            next_note=conversation.next_note,
            licence_line=_licence_line(self._pack, wording, organisation),
            practice=person.practice,
        )

    def render(self, summary: SessionSummary) -> bytes:
        """Return the very PDF that will be printed."""
        return self._writer.summary(summary)

    def protected(self, pdf: bytes, passphrase: str) -> bytes:
        """Return a PDF to save: it opens with this passphrase only, or as it is where that is empty.

        Raises:
            PassphraseTooShortError, PdfPassphraseError: if the passphrase would not do.
        """
        return self._writer.protected(pdf, passphrase) if passphrase else pdf

    def keep(self, summary: SessionSummary, action: Action) -> Done[SessionSummary]:
        """Store the snapshot that was printed or saved, once, and note each time in the log."""
        with self._work.begin() as unit:
            if all(each.id != summary.id for each in unit.summaries.of(summary.person_id)):
                unit.summaries.add(summary)
            unit.log.note(Entity(EntityKind.SUMMARY, summary.id), action)
            unit.commit()
        return Done(summary, conversation_changed(summary.person_id))

    def reprint(self, summary_id: str) -> SessionSummary:
        """Return a stored snapshot, exactly as it was printed."""
        with self._work.begin() as unit:
            return unit.summaries.get(summary_id)


def _licence_line(pack: Pack, wording: Wording, organisation: Organisation) -> str:
    if pack.official and organisation.licence is Licence.YES:
        return pack.licence_holder
    return wording.licence_line


def _held(conversation: Conversation | None) -> str | None:
    return conversation.held_on.isoformat() if conversation else None


def _rows(history: History, wording: Wording) -> tuple[SummaryRow, ...]:
    strong = {each.indicator_id for each in history.strongest()}
    return tuple(
        _row(history, wording, each, strong=each.indicator_id in strong) for each in history.travelled()
    )


def _row(history: History, wording: Wording, travelled: Travelled, *, strong: bool) -> SummaryRow:
    area = history.instrument.area_of(travelled.indicator_id)
    words = wording.indicators[travelled.indicator_id]
    last = travelled.last if history.last else None
    unrated = travelled.now.unrated
    return SummaryRow(
        area_letter=area.letter,
        area_name=wording.areas[area.id],
        area_token=area.token,
        indicator=words.name,
        short_name=words.short_name,
        start=travelled.start.rating if travelled.start else None,
        last=last.rating if last else None,
        now=travelled.now.rating,
        change=travelled.since_last,
        strong=strong,
        gap=unrated.value if unrated else "",
        practitioner=travelled.now.practitioner_rating,
        agreed=travelled.now.agreed_rating,
    )


def _points(history: History) -> tuple[Point, ...]:
    return tuple(
        Point(
            each.held_on.isoformat(),
            tuple(each.answer(indicator.id).rating for indicator in history.instrument.indicators),
        )
        for each in history.conversations
    )


def _quotes(conversation: Conversation, wording: Wording, kind: NoteKind) -> tuple[Quote, ...]:
    if kind is NoteKind.PRIVATE:
        raise ValueError(kind)
    noted = ((each, conversation.answer(each).note(kind).strip()) for each in wording.indicators)
    return tuple(
        Quote(f"{kind.value}/{indicator_id}", wording.indicators[indicator_id].name, text)
        for indicator_id, text in noted
        if text
    )
