"""The summary: what is on the paper, which PDF is shown, and what is kept before it is printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from iroc_desktop.domain.conversation import Answer, NoteKind
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.store_errors import DiskFullError, PlaceGoneError, RecordMissingError
from iroc_desktop.domain.summary import Paper, Part, SessionSummary
from iroc_desktop.services.changes import conversation_changed
from iroc_desktop.ui.screens.summary.presenter import Sheet, SummaryPresenter
from tests.fakes.desk import ImmediateRunner
from tests.ui.screens.sessions import LAST_TIME, TODAY, Session
from tests.ui.screens.stage import Exits, WaitingRunner


@pytest.fixture
def session() -> Session:
    return Session()


@pytest.fixture
def exits() -> Exits:
    return Exits()


@pytest.fixture
def talk(session: Session) -> str:
    talks = session.desk.conversations
    conversation_id = session.begun(LAST_TIME, a=5, b=2)
    talks.note(conversation_id, "a", NoteKind.WORDS, "The workshop")
    talks.note(conversation_id, "a", NoteKind.PRIVATE, "sentinel private")
    talks.note(conversation_id, "b", NoteKind.STRENGTH, "Keeps promises")
    talks.choose(conversation_id, ("b",))
    talks.agree_next(conversation_id, date(2027, 2, 23), "10:00")
    return talks.complete(conversation_id).value.id


def presenter_of(
    session: Session, exits: Exits, runner: ImmediateRunner | WaitingRunner | None = None
) -> SummaryPresenter:
    return SummaryPresenter(
        session.desk.summaries,
        session.desk.people,
        session.pack,
        runner or ImmediateRunner(),
        exits,
        Paper.A4,
    )


@pytest.fixture
def presenter(session: Session, exits: Exits, talk: str) -> SummaryPresenter:
    made = presenter_of(session, exits)
    made.open(talk)
    return made


def sheet_of(presenter: SummaryPresenter) -> Sheet:
    assert presenter.state.sheet is not None
    return presenter.state.sheet


def kept(session: Session) -> list[SessionSummary]:
    return list(session.desk.people.overview("person-1").summaries)


def actions(session: Session, summary_id: str) -> list[Action]:
    entity = Entity(EntityKind.SUMMARY, summary_id)
    return [each.action for each in session.store.operations if each.entity == entity]


def test_it_opens_in_the_persons_language_with_everything_on_the_paper(presenter: SummaryPresenter) -> None:
    sheet = sheet_of(presenter)
    assert (sheet.language, sheet.languages, sheet.paper) == ("es", ("en", "es"), Paper.A4)
    keys = [each.key for each in sheet.items]
    assert keys[:6] == ["name", "practitioner", "highlights", "picture", "table", "words"]
    assert {"words/a", "strengths", "strength/b", "focus", "next_steps", "next_date"} <= set(keys)
    assert all(each.shown for each in sheet.items)
    assert presenter.state.current


def test_a_language_the_pack_lacks_falls_back_to_one_it_has(exits: Exits) -> None:
    session = Session()
    session.desk.people.save(replace(session.person, language="ro"))
    presenter = presenter_of(session, exits)
    presenter.open(session.held(LAST_TIME, a=3).id)
    assert sheet_of(presenter).language == "en"


def test_what_is_not_there_is_not_listed_and_one_conversation_is_no_journey(
    session: Session, exits: Exits
) -> None:
    presenter = presenter_of(session, exits)
    presenter.open(session.held(LAST_TIME, a=3).id)
    keys = {each.key for each in sheet_of(presenter).items}
    assert keys.isdisjoint({Part.WORDS, Part.STRENGTHS, Part.FOCUS, Part.JOURNEY})


def test_private_notes_are_nowhere(presenter: SummaryPresenter) -> None:
    assert not [each for each in sheet_of(presenter).items if "sentinel" in each.detail]


def test_leaving_out_and_taking_back_changes_the_sheets_number(presenter: SummaryPresenter) -> None:
    whole = sheet_of(presenter).fingerprint
    presenter.show_item("words", shown=False)
    items = {each.key: each for each in sheet_of(presenter).items}
    assert not items["words"].shown
    assert not items["words/a"].possible
    assert sheet_of(presenter).fingerprint != whole
    presenter.show_item("words", shown=True)
    assert sheet_of(presenter).fingerprint == whole


def test_another_language_or_paper_keeps_what_is_left_out(presenter: SummaryPresenter) -> None:
    presenter.show_item("table", shown=False)
    presenter.write_in("en")
    presenter.print_on(Paper.LETTER)
    sheet = sheet_of(presenter)
    assert (sheet.language, sheet.paper) == ("en", Paper.LETTER)
    assert [each.key for each in sheet.items if not each.shown] == ["table"]


def test_answers_to_older_choices_never_replace_a_newer_pdf(
    session: Session, exits: Exits, talk: str
) -> None:
    runner = WaitingRunner()
    presenter = presenter_of(session, exits, runner)
    presenter.open(talk)
    runner.run_all()
    presenter.show_item("table", shown=False)
    presenter.show_item("picture", shown=False)
    newest, older = 1, 0
    runner.run(newest)
    assert presenter.state.current
    shown = presenter.state
    runner.run(older)
    assert presenter.state == shown


def test_while_a_new_pdf_is_on_its_way_nothing_is_printed_or_saved(
    session: Session, exits: Exits, talk: str, tmp_path: Path
) -> None:
    runner = WaitingRunner()
    presenter = presenter_of(session, exits, runner)
    presenter.open(talk)
    runner.run_all()
    presenter.show_item("table", shown=False)
    assert not presenter.state.current
    presenter.print(lambda _: True)
    presenter.save_as(tmp_path / "summary.pdf")
    runner.run_all()
    assert kept(session) == []
    assert list(tmp_path.iterdir()) == []


def test_printing_keeps_the_snapshot_first_and_hands_over_the_very_pdf(
    session: Session, presenter: SummaryPresenter
) -> None:
    seen: list[tuple[bytes, int]] = []

    def send(pdf: bytes) -> bool:
        seen.append((pdf, len(kept(session))))
        return True

    presenter.print(send)
    assert seen == [(presenter.state.pdf, 1)]
    assert presenter.state.done is Action.PRINTED
    assert kept(session)[0].fingerprint == sheet_of(presenter).fingerprint
    assert Action.PRINTED in actions(session, kept(session)[0].id)


def test_a_full_disk_prints_nothing_and_can_be_tried_again(
    session: Session, presenter: SummaryPresenter
) -> None:
    sent: list[bytes] = []
    session.store.full = True

    def send(pdf: bytes) -> bool:
        sent.append(pdf)
        return True

    presenter.print(send)
    assert sent == []
    told = presenter.state
    assert isinstance(told.problem, DiskFullError)
    assert told.current
    session.store.full = False
    presenter.try_again()
    assert (len(sent), presenter.state.problem, presenter.state.done) == (1, None, Action.PRINTED)


def test_a_printer_that_refuses_is_told_with_the_preview_still_open(presenter: SummaryPresenter) -> None:
    presenter.print(lambda _: False)
    assert (presenter.state.printer_failed, presenter.state.done) == (True, None)
    assert presenter.state.pdf is not None
    presenter.print(lambda _: True)
    assert (presenter.state.printer_failed, presenter.state.done) == (False, Action.PRINTED)


def test_saving_writes_the_very_pdf_and_keeps_the_snapshot(
    session: Session, presenter: SummaryPresenter, tmp_path: Path
) -> None:
    presenter.save_as(tmp_path / "summary.pdf")
    assert (tmp_path / "summary.pdf").read_bytes() == presenter.state.pdf
    assert presenter.state.done is Action.EXPORTED
    assert Action.EXPORTED in actions(session, kept(session)[0].id)


def test_a_folder_that_is_gone_is_told_and_nothing_is_kept(
    session: Session, presenter: SummaryPresenter, tmp_path: Path
) -> None:
    presenter.save_as(tmp_path / "gone" / "summary.pdf")
    assert isinstance(presenter.state.problem, PlaceGoneError)
    assert kept(session) == []


def test_a_kept_one_is_shown_unchanged_and_cannot_be_changed(
    session: Session, presenter: SummaryPresenter, exits: Exits, talk: str
) -> None:
    presenter.show_item("table", shown=False)
    presenter.print(lambda _: True)
    session.desk.conversations.correct(talk, "a", Answer(rating=1), "a slip")
    again = presenter_of(session, exits)
    again.open_kept(kept(session)[0].id)
    before = sheet_of(again)
    assert before.frozen
    assert before.fingerprint == kept(session)[0].fingerprint
    again.show_item("table", shown=True)
    again.write_in("en")
    again.on_changes(conversation_changed("person-1"), None)
    assert sheet_of(again) == before


def test_a_correction_elsewhere_draws_it_up_again_and_keeps_what_is_left_out(
    session: Session, presenter: SummaryPresenter
) -> None:
    presenter.show_item("table", shown=False)
    whole = sheet_of(presenter).fingerprint
    session.held(TODAY, a=1)
    presenter.on_changes(conversation_changed("person-1"), presenter)
    assert sheet_of(presenter).fingerprint == whole
    presenter.on_changes(conversation_changed("person-1"), None)
    assert [each.key for each in sheet_of(presenter).items if not each.shown] == ["table"]


def test_one_that_is_gone_is_told(session: Session, exits: Exits) -> None:
    presenter = presenter_of(session, exits)
    presenter.open("nowhere")
    assert presenter.state.sheet is None
    assert isinstance(presenter.state.problem, RecordMissingError)
    presenter.to_person()
    presenter.to_record()
    presenter.print_on(Paper.LETTER)
    assert exits.taken == []


def test_the_ways_out(presenter: SummaryPresenter, exits: Exits, talk: str) -> None:
    presenter.to_person()
    presenter.to_record()
    assert exits.taken == [("to_person", "person-1"), ("to_record", "person-1", talk)]


def test_nothing_personal_is_in_the_representation_of_the_state(
    session: Session, presenter: SummaryPresenter
) -> None:
    shown = repr(presenter.state)
    assert session.person.preferred_name not in shown
    assert "workshop" not in shown
