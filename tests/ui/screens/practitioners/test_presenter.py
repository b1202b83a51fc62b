"""Who works here: each branch ends where somebody can go on, and nothing counts before its last step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.people import Practitioner, Role
from iroc_desktop.domain.recovery import groups_from
from iroc_desktop.domain.roles import LastLeadError, LeadsOnlyError
from iroc_desktop.domain.store_errors import (
    PassphraseTakenError,
    PassphraseTooShortError,
    PlaceGoneError,
    WrongPassphraseError,
)
from iroc_desktop.services.changes import Changes
from iroc_desktop.ui.screens.practitioners.state import Busy, Page, Problem, Told, Typed
from tests.fakes.desk import PRACTITIONER_ID
from tests.fakes.vault import SECRET
from tests.ui.screens.practitioners.scene import ANAS, MINE, NEW, SHEET, Team
from tests.ui.screens.stage import WaitingRunner


def typed(**given: object) -> Typed:
    return replace(Typed(name="Pau", passphrase=NEW, again=NEW, own=MINE), **given)  # type: ignore[arg-type]  # names of Typed's own fields


def page_of(team: Team) -> Page:
    return team.state.page


def test_everybody_is_listed_with_who_can_open_the_record() -> None:
    state = Team().state
    assert [each.practitioner.name for each in state.here] == ["Marta", "Ana"]
    assert state.is_lead
    assert not state.before


def test_a_practitioner_who_is_no_lead_is_told_so() -> None:
    assert not Team("ana").state.is_lead


def test_a_new_colleague_can_open_the_record_with_their_own_passphrase() -> None:
    team = Team()
    team.presenter.add()
    team.presenter.edit(typed(role=Role.TEAM_LEAD))
    team.presenter.proceed()
    assert (team.state.page, team.state.told) == (Page.LIST, Told.LET_IN)
    assert team.state.about is not None
    assert team.state.about.practitioner.name == "Pau"
    assert team.state.about.is_lead
    assert team.vault.unlock(NEW)[1] == team.state.about.practitioner.id
    assert team.state.typed == Typed()


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"name": "  "}, Problem.NAME_MISSING),
        ({"passphrase": ""}, Problem.PASSPHRASE_MISSING),
        ({"again": "something else"}, Problem.NOT_THE_SAME),
        ({"own": ""}, Problem.OWN_MISSING),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_lost(given: dict[str, object], problem: Problem) -> None:
    team = Team()
    team.presenter.add()
    team.presenter.edit(typed(**given))
    team.presenter.proceed()
    assert (team.state.page, team.state.problem) == (Page.ADD, problem)
    assert team.state.typed == typed(**given)
    assert len(team.practitioners.all()) == 2
    team.presenter.edit(typed())
    assert team.state.problem is None


def test_a_passphrase_that_can_be_read_need_not_be_typed_twice() -> None:
    team = Team()
    team.presenter.add()
    team.presenter.edit(typed(again="", shown=True))
    team.presenter.proceed()
    assert team.state.told is Told.LET_IN


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"passphrase": ANAS, "again": ANAS}, PassphraseTakenError),
        ({"passphrase": "short", "again": "short"}, PassphraseTooShortError),
        ({"own": "not mine at all"}, WrongPassphraseError),
    ],
)
def test_a_refusal_leaves_the_page_and_nobody_new(given: dict[str, object], error: type[Exception]) -> None:
    team = Team()
    team.presenter.add()
    team.presenter.edit(typed(**given))
    team.presenter.proceed()
    assert page_of(team) is Page.ADD
    assert isinstance(team.state.error, error)
    assert team.state.typed == typed(**given)
    assert len(team.practitioners.all()) == 2


def test_the_least_length_stays_named_once_it_is_known() -> None:
    team = Team()
    team.presenter.add()
    team.presenter.edit(typed(passphrase="short", again="short"))
    team.presenter.proceed()
    assert team.state.least == 10
    team.presenter.back()
    team.presenter.change_own()
    assert team.state.least == 10


def test_a_colleague_who_forgot_gets_a_new_passphrase_and_the_old_one_is_over() -> None:
    team = Team()
    team.presenter.give(team.colleague("Ana"))
    team.presenter.edit(typed())
    team.presenter.proceed()
    assert (team.state.page, team.state.told) == (Page.LIST, Told.GIVEN)
    assert team.vault.unlock(NEW)[1] == "ana"
    with pytest.raises(WrongPassphraseError):
        team.vault.unlock(ANAS)


@pytest.mark.parametrize("at_desk", [PRACTITIONER_ID, "ana"])
def test_everybody_changes_their_own_passphrase(at_desk: str) -> None:
    team = Team(at_desk)
    team.presenter.change_own()
    team.presenter.edit(typed(own=MINE if at_desk == PRACTITIONER_ID else ANAS))
    team.presenter.proceed()
    assert (team.state.page, team.state.told) == (Page.LIST, Told.OWN_CHANGED)
    assert team.vault.unlock(NEW)[1] == at_desk


def test_somebody_elses_passphrase_does_not_change_ones_own() -> None:
    team = Team()
    team.presenter.change_own()
    team.presenter.edit(typed(own=ANAS))
    team.presenter.proceed()
    assert isinstance(team.state.error, WrongPassphraseError)
    assert team.vault.unlock(MINE)[1] == PRACTITIONER_ID


def test_a_role_is_changed_and_changed_back() -> None:
    team = Team()
    for lead in (True, False):
        team.presenter.consider_role(team.colleague("Ana"))
        team.presenter.proceed()
        assert team.state.told is Told.ROLE_CHANGED
        assert team.colleague("Ana").is_lead is lead


def test_the_last_team_lead_stays_one() -> None:
    team = Team()
    team.presenter.consider_role(team.colleague("Marta"))
    team.presenter.proceed()
    assert isinstance(team.state.error, LastLeadError)
    assert page_of(team) is Page.ROLE
    team.presenter.back()
    assert page_of(team) is Page.LIST


@pytest.mark.parametrize("way", ["a new lead", "another lead"])
def test_who_only_counts_as_lead_stays_one_beside_another(way: str) -> None:
    team = Team()
    # a record from before there were roles: nobody is named team lead, the first practitioner counts as one
    team.desk.settling_in.introduce(Practitioner(PRACTITIONER_ID, "Marta"))
    team.presenter.open()
    assert team.state.is_lead
    if way == "a new lead":
        team.presenter.add()
        team.presenter.edit(typed(role=Role.TEAM_LEAD))
    else:
        team.presenter.consider_role(team.colleague("Ana"))
    team.presenter.proceed()
    assert team.state.error is None
    assert team.state.is_lead
    assert sum(each.is_lead for each in team.state.here) == 2


def test_who_is_no_lead_is_refused_by_the_record_too() -> None:
    team = Team("ana")
    team.presenter.add()
    team.presenter.edit(typed(own=ANAS))
    team.presenter.proceed()
    assert isinstance(team.state.error, LeadsOnlyError)


def test_access_ends_after_the_sheet_and_ones_own_passphrase() -> None:
    team = Team()
    team.presenter.consider_removal(team.colleague("Ana"))
    assert page_of(team) is Page.REMOVE
    team.presenter.proceed()
    assert (team.state.page, team.state.groups) == (Page.SHEET, SHEET)
    team.to_confirm()
    assert page_of(team) is Page.CONFIRM
    team.vault.verify(ANAS)
    team.presenter.edit(replace(team.state.typed, own=MINE))
    team.presenter.proceed()
    assert (team.state.page, team.state.told) == (Page.LIST, Told.SHUT_OUT)
    assert team.state.groups == ()
    assert [each.practitioner.name for each in team.state.before] == ["Ana"]
    with pytest.raises(WrongPassphraseError):
        team.vault.verify(ANAS)
    assert groups_from(team.vault.secret) == SHEET


def test_who_was_shut_out_can_be_let_in_again_and_is_no_lead() -> None:
    team = Team()
    team.presenter.consider_removal(team.colleague("Ana"))
    team.presenter.proceed()
    team.to_confirm()
    team.presenter.edit(replace(team.state.typed, own=MINE))
    team.presenter.proceed()
    team.presenter.give(team.colleague("Ana"))
    team.presenter.edit(typed())
    team.presenter.proceed()
    assert team.state.told is Told.LET_IN
    assert team.colleague("Ana").has_access
    assert not team.colleague("Ana").is_lead
    with team.desk.practitioners._work.begin() as unit:  # type: ignore[union-attr]  # there is one
        noted = [each.action for each in unit.log.of(Entity(EntityKind.PRACTITIONER, "ana"))]
    assert noted.index(Action.SHUT_OUT) < noted.index(Action.LET_IN)


def test_a_wrong_passphrase_at_the_last_step_ends_nobodys_access() -> None:
    team = Team()
    team.presenter.consider_removal(team.colleague("Ana"))
    team.presenter.proceed()
    team.to_confirm()
    team.presenter.proceed()
    assert team.state.problem is Problem.OWN_MISSING
    team.presenter.edit(replace(team.state.typed, own="not mine at all"))
    team.presenter.proceed()
    assert isinstance(team.state.error, WrongPassphraseError)
    assert page_of(team) is Page.CONFIRM
    assert team.colleague("Ana").has_access
    assert team.vault.secret == SECRET


def test_a_wrong_group_is_named_and_the_digits_can_be_seen_again() -> None:
    team = Team()
    team.presenter.renew_sheet()
    team.presenter.proceed()
    team.presenter.edit(replace(team.state.typed, groups=(SHEET[1], SHEET[0])))
    team.presenter.proceed()
    assert (team.state.page, team.state.wrong_group) == (Page.TYPE_BACK, 8)
    team.presenter.back()
    assert (team.state.page, team.state.groups) == (Page.SHEET, SHEET)


def test_a_new_sheet_counts_after_its_last_step() -> None:
    team = Team()
    team.presenter.renew_sheet()
    team.to_confirm()
    assert team.vault.secret == SECRET
    team.presenter.edit(replace(team.state.typed, own=MINE))
    team.presenter.proceed()
    assert team.state.told is Told.SHEET_RENEWED
    assert groups_from(team.vault.secret) == SHEET


def test_a_sheet_that_is_left_opens_nothing_and_that_is_said_if_it_was_taken(tmp_path: Path) -> None:
    team = Team()
    team.presenter.renew_sheet()
    team.presenter.save_sheet(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    team.presenter.back()
    assert (team.state.page, team.state.told) == (Page.LIST, Told.SHEET_DROPPED)
    assert (team.state.groups, team.vault.secret) == ((), SECRET)
    team.presenter.renew_sheet()
    team.presenter.back()
    assert team.state.told is None


@pytest.mark.parametrize("printed", [True, False])
def test_the_sheet_counts_as_taken_when_the_printer_took_it(printed: bool) -> None:
    team = Team()
    team.presenter.renew_sheet()
    team.presenter.print_sheet(lambda pdf: printed)
    assert team.state.sheet_taken is printed
    assert (team.state.problem is Problem.PRINTER_FAILED) is not printed


def test_the_sheet_speaks_the_language_of_the_moment() -> None:
    team = Team()
    team.presenter.renew_sheet()
    team.language = "es"
    assert team.state.groups == SHEET
    sent: list[bytes] = []

    def send(pdf: bytes) -> bool:
        sent.append(pdf)
        return True

    team.presenter.print_sheet(send)
    assert sent == [b"%PDF-fake 8 es a4"]


def test_a_stick_that_went_away_is_told_and_the_sheet_stays(tmp_path: Path) -> None:
    team = Team()
    team.presenter.renew_sheet()
    team.presenter.save_sheet(tmp_path / "gone" / "sheet.pdf")
    assert isinstance(team.state.error, PlaceGoneError)
    assert team.state.groups == SHEET


def test_nothing_begins_or_ends_while_something_is_being_done() -> None:
    runner = WaitingRunner()
    team = Team(runner=runner)
    runner.run_all()
    team.presenter.add()
    team.presenter.edit(typed())
    team.presenter.proceed()
    assert team.state.busy is Busy.KEYS
    team.presenter.proceed()
    team.presenter.back()
    team.presenter.add()
    assert (team.state.page, len(runner.waiting)) == (Page.ADD, 1)
    runner.run_all()
    assert team.state.told is Told.LET_IN


def test_back_from_the_list_leaves_the_screen() -> None:
    team = Team()
    team.presenter.add()
    team.presenter.back()
    assert team.left == []
    team.presenter.back()
    assert team.left == ["left"]


def test_another_machines_news_show_in_the_list() -> None:
    team = Team()
    team.practitioners.change_role("ana", Role.TEAM_LEAD)
    team.presenter.on_changes(Changes(people=frozenset({"anybody"})), None)
    assert not team.state.here[1].is_lead
    team.presenter.on_changes(Changes(practitioners=True), None)
    assert team.state.here[1].is_lead


def test_nothing_secret_stands_in_a_repr() -> None:
    team = Team()
    team.presenter.renew_sheet()
    team.presenter.edit(typed(groups=(SHEET[1], SHEET[7])))
    shown = repr(team.state) + repr(team.state.typed)
    assert all(secret not in shown for secret in (*SHEET, MINE, NEW, "Marta", "Ana", "Pau"))
