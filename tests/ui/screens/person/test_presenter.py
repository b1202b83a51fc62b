"""One person's page: what is there, and the ways on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from iroc_desktop.domain.consent import ConsentState
from iroc_desktop.domain.kept_sheets import SheetKind
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.summary import Paper
from iroc_desktop.services.changes import person_changed
from iroc_desktop.services.writers import Piece
from iroc_desktop.ui.screens.person.presenter import DocumentLine, PersonPresenter, State
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import FixedClock, ImmediateRunner, desk_in_memory
from tests.ui.screens.stage import Exits, WaitingRunner

SECOND_DAY = date(2026, 5, 26)
SUMMARY = Piece(Entity(EntityKind.SUMMARY, "s"))


class _Scene:
    def __init__(self, runner: ImmediateRunner | WaitingRunner | None = None, *, known: bool = True) -> None:
        self.desk = desk_in_memory(pack())
        if known:
            self.desk.people.save(person())
        self.exits = Exits()
        self.shown: list[State] = []
        self.presenter = PersonPresenter(
            "person-1",
            self.desk.people,
            self.desk.plans,
            runner or ImmediateRunner(),
            self.exits,
            FixedClock(),
            self.desk.history_of,
        )

    def attach(self) -> None:
        self.presenter.attach(self.shown.append)

    @property
    def state(self) -> State:
        return self.shown[-1]

    def talk(self, day: date, **ratings: int) -> str:
        conversations = self.desk.conversations
        conversation_id = conversations.start("person-1", day).value.draft.conversation.id
        for indicator, rating in ratings.items():
            conversations.rate(conversation_id, indicator, rating)
        conversations.agree_next(conversation_id, date(2026, 12, 1), "10:00")
        conversations.complete(conversation_id)
        return conversation_id


def test_conversations_come_newest_first_with_a_total_that_says_of_how_many() -> None:
    scene = _Scene()
    first = scene.talk(FIRST_DAY, a=2, b=3, c=4, d=5)
    second = scene.talk(SECOND_DAY, a=3, b=3)
    scene.attach()
    lines = scene.state.sessions
    assert [(line.conversation_id, line.ordinal) for line in lines] == [(second, 2), (first, 1)]
    assert [(line.points, line.rated, line.of) for line in lines] == [(6, 2, 4), (14, 4, 4)]
    assert (scene.state.next_on, scene.state.next_note) == (date(2026, 12, 1), "10:00")


def test_a_draft_waits_to_be_resumed() -> None:
    scene = _Scene()
    started = scene.desk.conversations.start("person-1", FIRST_DAY).value.draft.conversation
    scene.desk.conversations.rate(started.id, "a", 3)
    scene.attach()
    assert scene.state.draft is not None
    assert (scene.state.draft.settled, scene.state.draft.of) == (1, 4)


def test_a_session_begins_on_the_day_it_is_held() -> None:
    scene = _Scene()
    scene.attach()
    assert scene.state.held_on == FixedClock().today()
    scene.presenter.hold_on(SECOND_DAY)
    scene.presenter.start()
    assert scene.exits.taken == [("begin_session", "person-1", SECOND_DAY)]


def test_nothing_begins_before_the_person_was_read() -> None:
    scene = _Scene(known=False)
    scene.attach()
    scene.presenter.start()
    assert scene.exits.taken == []


def test_a_person_who_is_gone_is_told_of() -> None:
    scene = _Scene(known=False)
    scene.attach()
    assert isinstance(scene.state.error, RecordMissingError)
    assert scene.state.person is None


def test_prints_are_listed_with_their_fingerprints_newest_first() -> None:
    scene = _Scene()
    talks = [scene.talk(FIRST_DAY, a=2), scene.talk(SECOND_DAY, a=3)]
    for each in talks:
        scene.desk.summaries.keep(scene.desk.summaries.draft(each, "es", Paper.A4), Action.PRINTED)
    scene.attach()
    assert [line.day for line in scene.state.documents] == [SECOND_DAY, FIRST_DAY]
    kept = scene.desk.summaries.reprint(scene.state.documents[0].id)
    assert scene.state.documents[0].fingerprint == kept.fingerprint


def test_plans_and_staying_well_plans_that_were_printed_stand_among_the_prints_by_day() -> None:
    scene = _Scene()
    scene.desk.summaries.keep(
        scene.desk.summaries.draft(scene.talk(FIRST_DAY, a=2), "es", Paper.A4), Action.PRINTED
    )
    scene.desk.plans.begin("person-1")
    scene.desk.sheets.keep(scene.desk.sheets.plan("person-1", Paper.A4), Action.PRINTED)
    scene.desk.sheets.keep(scene.desk.sheets.staying_well("person-1", Paper.A4), Action.EXPORTED)
    scene.attach()
    kinds = [line.kind for line in scene.state.documents]
    assert set(kinds[:2]) == {SheetKind.PLAN, SheetKind.STAYING_WELL}
    assert kinds[2:] == [None]
    sheet = scene.desk.sheets.reprint("person-1", scene.state.documents[0].id)
    assert sheet.fingerprint == scene.state.documents[0].fingerprint


def test_only_changes_to_this_person_are_read() -> None:
    scene = _Scene()
    scene.attach()
    before = len(scene.shown)
    scene.presenter.on_changes(person_changed("somebody else"), None)
    assert len(scene.shown) == before
    scene.desk.people.save(replace(person(), site="module 7"))
    scene.presenter.on_changes(person_changed("person-1"), None)
    assert scene.state.person is not None
    assert scene.state.person.site == "module 7"


def test_ways_out() -> None:
    scene = _Scene()
    scene.attach()
    scene.presenter.open_conversation("c")
    scene.presenter.correct("c")
    scene.presenter.print_summary("c")
    scene.presenter.reprint(DocumentLine("s", None, "", FIRST_DAY, "en", SUMMARY))
    scene.presenter.reprint(DocumentLine("p", SheetKind.PLAN, "", FIRST_DAY, "en", SUMMARY))
    scene.presenter.edit()
    assert scene.exits.taken == [
        ("open_conversation", "c"),
        ("correct", "c"),
        ("print_summary", "c"),
        ("reprint", "s"),
        ("reprint_sheet", "p"),
        ("edit_person", "person-1"),
    ]


def test_the_state_prints_nothing_personal() -> None:
    scene = _Scene()
    scene.talk(FIRST_DAY, a=2)
    scene.attach()
    assert scene.state.person is not None
    assert "Ana" not in repr(scene.state)
    assert "10:00" not in repr(scene.state)


def test_how_the_facts_came_to_be_so_is_read_when_wanted_and_again_after_a_change() -> None:
    scene = _Scene()
    scene.attach()
    assert scene.state.changes is None
    scene.presenter.read_changes()
    assert scene.state.changes is not None
    assert len(scene.state.changes) == 1
    done = scene.desk.people.save(replace(person(), site="module 4"))
    scene.presenter.on_changes(done.changes, None)
    assert [each.parts[0].after for each in scene.state.changes[:1]] == ["module 4"]


def test_whether_the_person_agreed_comes_with_the_page_and_leads_to_what_they_agreed_to() -> None:
    scene = _Scene()
    scene.desk.people.save(replace(person(), consent_on=FIRST_DAY))
    scene.attach()
    assert (scene.state.agreed.state, scene.state.agreed.day) == (ConsentState.AGREED, FIRST_DAY)
    done = scene.desk.consents.withdraw("person-1", FixedClock().today())
    scene.presenter.on_changes(done.changes, None)
    assert scene.state.agreed.state is ConsentState.TAKEN_BACK
    scene.presenter.open_consent()
    assert scene.exits.taken == [("open_consent", "person-1")]
