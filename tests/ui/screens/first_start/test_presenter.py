"""First start, page by page: nothing typed is lost, and nobody gets past without a sheet that can be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from iroc_desktop.domain.people import Licence, Organisation
from iroc_desktop.domain.store_errors import DiskFullError, PassphraseTooShortError, ReadOnlyError
from iroc_desktop.services.desk import Desk
from iroc_desktop.ui.models.strength import Strength, strength
from iroc_desktop.ui.screens.first_start.presenter import (
    Busy,
    FirstStartPresenter,
    Means,
    Page,
    Problem,
    State,
)
from tests.fakes.desk import PRACTITIONER_ID, CountingIds, ImmediateRunner, RememberingWriter
from tests.ui.screens.stage import GROUPS, RENEWED, RIGHT, Exits, MemoryVault, WaitingRunner, desk_on


class _Scene:
    def __init__(self, runner: ImmediateRunner | WaitingRunner | None = None) -> None:
        self.vault = MemoryVault(there=False)
        self.exits = Exits()
        self.shown: list[State] = []
        means = Means(
            vault=self.vault,
            runner=runner or ImmediateRunner(),
            open_desk=desk_on,
            writer=RememberingWriter(),
            new_id=CountingIds(),
            pick_groups=lambda groups: (3, groups),
        )
        self.presenter = FirstStartPresenter(means, self.exits, "en")
        self.presenter.attach(self.shown.append)

    @property
    def state(self) -> State:
        return self.shown[-1]

    def type(self, **changed: object) -> None:
        self.presenter.edit(replace(self.state.typed, **changed))  # type: ignore[arg-type]  # names of Typed's fields

    def to_sheet(self) -> None:
        self.presenter.proceed()
        self.type(name="Marta", passphrase=RIGHT, again=RIGHT)
        self.presenter.proceed()

    def to_organisation(self) -> None:
        self.to_sheet()
        self.presenter.proceed()
        self.type(groups=(GROUPS[2], GROUPS[7]))
        self.presenter.proceed()

    @property
    def desk(self) -> Desk:
        (way,) = [each for each in self.exits.taken if each[0] == "ready"]
        assert isinstance(way[1], Desk)
        return way[1]


def test_the_whole_way_ends_at_a_desk_that_knows_everything() -> None:
    scene = _Scene()
    scene.to_organisation()
    scene.type(organisation=" Àmbit ", licence=Licence.YES, reference="PEN-12", person="Ana M.")
    scene.presenter.proceed()
    assert scene.desk.settling_in.organisation() == Organisation("Àmbit", Licence.YES, "PEN-12")
    assert [line.person.preferred_name for line in scene.desk.people.find("")] == ["Ana M."]
    assert scene.vault.passphrase == RIGHT


def test_the_first_person_can_come_later() -> None:
    scene = _Scene()
    scene.to_organisation()
    scene.type(licence=Licence.UNSURE)
    scene.presenter.proceed()
    assert len(scene.desk.people.find("")) == 0


@pytest.mark.parametrize("licence", [Licence.NO, Licence.UNSURE])
def test_a_reference_without_a_licence_is_not_kept(licence: Licence) -> None:
    scene = _Scene()
    scene.to_organisation()
    scene.type(licence=licence, reference="left over")
    scene.presenter.proceed()
    assert scene.desk.settling_in.organisation() == Organisation("", licence, "")


def test_the_licence_question_is_not_passed_over() -> None:
    scene = _Scene()
    scene.to_organisation()
    scene.presenter.proceed()
    assert scene.state.problem is Problem.LICENCE_UNANSWERED
    assert scene.exits.taken == []


def test_the_language_changes_at_once_and_nothing_typed_is_lost() -> None:
    scene = _Scene()
    scene.presenter.proceed()
    scene.type(name="Marta", passphrase=RIGHT)
    scene.presenter.back()
    scene.presenter.choose_language("es")
    scene.presenter.choose_language("es")
    scene.presenter.proceed()
    assert scene.exits.taken == [("language", "es")]
    assert (scene.state.page, scene.state.typed.name, scene.state.typed.passphrase) == (
        Page.PASSPHRASE,
        "Marta",
        RIGHT,
    )


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"name": "  ", "passphrase": RIGHT, "again": RIGHT}, Problem.NAME_MISSING),
        ({"name": "Marta"}, Problem.PASSPHRASE_MISSING),
        ({"name": "Marta", "passphrase": RIGHT, "again": "other"}, Problem.NOT_THE_SAME),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_set_up(typed: dict[str, str], problem: Problem) -> None:
    scene = _Scene()
    scene.presenter.proceed()
    scene.type(**typed)
    scene.presenter.proceed()
    assert scene.state.problem is problem
    assert not scene.vault.there


def test_a_passphrase_that_is_shown_need_not_be_typed_twice() -> None:
    scene = _Scene()
    scene.presenter.proceed()
    scene.type(name="Marta", passphrase=RIGHT, shown=True)
    scene.presenter.proceed()
    assert scene.state.page is Page.SHEET


def test_a_short_passphrase_is_refused_by_the_store_which_names_the_least_length() -> None:
    scene = _Scene()
    scene.presenter.proceed()
    scene.type(name="Marta", passphrase="short", again="short")
    scene.presenter.proceed()
    assert isinstance(scene.state.error, PassphraseTooShortError)
    assert (scene.state.least, scene.state.page, scene.state.busy) == (12, Page.PASSPHRASE, Busy.NOTHING)
    scene.type(passphrase=RIGHT, again=RIGHT)
    scene.presenter.proceed()
    assert scene.state.page is Page.SHEET


def test_trouble_while_making_the_keys_can_be_tried_again() -> None:
    scene = _Scene()
    scene.vault.trouble = ReadOnlyError()
    scene.to_sheet()
    assert isinstance(scene.state.error, ReadOnlyError)
    scene.vault.trouble = None
    scene.presenter.proceed()
    assert scene.state.page is Page.SHEET


def test_keys_are_made_in_the_background_and_only_once() -> None:
    runner = WaitingRunner()
    scene = _Scene(runner)
    scene.to_sheet()
    scene.presenter.proceed()
    assert scene.state.busy is Busy.KEYS
    assert len(runner.waiting) == 1
    runner.run_all()
    assert scene.state.page is Page.SHEET


def test_the_passphrase_is_forgotten_once_the_keys_are_made() -> None:
    scene = _Scene()
    scene.to_sheet()
    assert (scene.state.typed.passphrase, scene.state.typed.again) == ("", "")
    scene.presenter.back()
    assert scene.state.page is Page.SHEET


def test_the_sheet_is_saved_where_the_practitioner_says(tmp_path: Path) -> None:
    scene = _Scene()
    scene.to_sheet()
    scene.presenter.save_sheet(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert scene.state.sheet_taken


def test_a_sheet_that_cannot_be_saved_is_told_of(tmp_path: Path) -> None:
    scene = _Scene()
    scene.to_sheet()
    scene.presenter.save_sheet(tmp_path / "missing" / "sheet.pdf")
    assert scene.state.error is not None
    assert (scene.state.sheet_taken, scene.state.busy) == (False, Busy.NOTHING)


def test_the_sheet_is_handed_to_the_printer() -> None:
    scene = _Scene()
    scene.to_sheet()
    printed: list[bytes] = []

    def refuse(pdf: bytes) -> bool:
        printed.append(pdf)
        return False

    scene.presenter.print_sheet(refuse)
    assert printed[0].startswith(b"%PDF")
    assert (scene.state.sheet_taken, scene.state.problem) == (False, Problem.PRINTER_FAILED)
    scene.presenter.print_sheet(lambda pdf: True)
    assert (scene.state.sheet_taken, scene.state.problem) == (True, None)


@pytest.mark.parametrize(
    ("groups", "wrong"),
    [
        (("", ""), 3),
        ((GROUPS[2], ""), 8),
        ((GROUPS[2], GROUPS[6]), 8),
        (("12345", GROUPS[7]), 3),
    ],
)
def test_a_group_that_is_not_on_the_sheet_is_named(groups: tuple[str, str], wrong: int) -> None:
    scene = _Scene()
    scene.to_sheet()
    scene.presenter.proceed()
    scene.type(groups=groups)
    scene.presenter.proceed()
    assert (scene.state.page, scene.state.wrong_group) == (Page.TYPE_BACK, wrong)


def test_spaces_in_a_group_do_not_matter_and_the_digits_are_forgotten_afterwards() -> None:
    scene = _Scene()
    scene.to_sheet()
    scene.presenter.proceed()
    scene.type(groups=(f"{GROUPS[2][:3]} {GROUPS[2][3:]}", GROUPS[7]))
    scene.presenter.proceed()
    assert scene.state.page is Page.ORGANISATION
    assert (scene.state.groups, scene.state.typed.groups) == ((), ("", ""))


def test_the_digits_can_be_seen_once_more() -> None:
    scene = _Scene()
    scene.to_sheet()
    scene.presenter.proceed()
    scene.presenter.back()
    assert (scene.state.page, scene.state.groups) == (Page.SHEET, GROUPS)


def test_practice_sets_nothing_up() -> None:
    scene = _Scene()
    scene.presenter.practise()
    assert scene.exits.taken == [("practice",)]
    assert not scene.vault.there


def test_trouble_at_the_end_is_told_and_finishing_again_works(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = _Scene()
    scene.to_organisation()
    scene.type(licence=Licence.NO)
    begin = scene.vault.store.begin

    def full(stamp: object) -> object:
        raise DiskFullError

    monkeypatch.setattr(scene.vault.store, "begin", full)
    scene.presenter.proceed()
    assert isinstance(scene.state.error, DiskFullError)
    monkeypatch.setattr(scene.vault.store, "begin", begin)
    scene.presenter.proceed()
    assert scene.desk.settling_in.organisation().licence is Licence.NO


def test_the_state_prints_no_secret() -> None:
    scene = _Scene()
    scene.presenter.proceed()
    scene.type(name="Xochitl", passphrase=RIGHT, again=RIGHT, person="Ana M.")
    assert "Xochitl" not in repr(scene.state)
    assert RIGHT not in repr(scene.state)
    assert "Ana" not in repr(scene.state)
    scene.presenter.proceed()
    assert GROUPS[0] not in repr(scene.state)


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", Strength.NOTHING),
        ("    ", Strength.NOTHING),
        ("secret", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("gr8tpaswde", Strength.FAIR),
        ("Tuesday walks!", Strength.GOOD),
        ("four small quiet words", Strength.STRONG),
    ],
)
def test_length_and_several_words_count_and_repetition_does_not(passphrase: str, expected: Strength) -> None:
    assert strength(passphrase) is expected


def _resumed(*, introduced: bool) -> _Scene:
    scene = _Scene()
    desk = desk_on(scene.vault.store, PRACTITIONER_ID)
    if introduced:
        desk.settling_in.introduce_as("Marta")
    scene.presenter.resume(desk, RENEWED)
    return scene


def test_a_first_start_that_was_cut_off_goes_on_at_its_new_sheet() -> None:
    scene = _resumed(introduced=True)
    assert (scene.state.page, scene.state.groups, scene.state.resumed) == (Page.SHEET, RENEWED, True)
    scene.presenter.proceed()
    scene.type(groups=(RENEWED[2], RENEWED[7]))
    scene.presenter.proceed()
    scene.type(licence=Licence.NO)
    scene.presenter.proceed()
    assert scene.desk.settling_in.practitioner().name == "Marta"
    assert scene.desk.settling_in.is_finished()


def test_a_first_start_cut_off_before_the_name_was_kept_asks_for_it() -> None:
    scene = _resumed(introduced=False)
    scene.presenter.proceed()
    scene.type(groups=(RENEWED[2], RENEWED[7]), licence=Licence.NO)
    scene.presenter.proceed()
    scene.presenter.proceed()
    assert scene.state.problem is Problem.NAME_MISSING
    scene.type(name="Iker")
    scene.presenter.proceed()
    assert scene.desk.settling_in.practitioner().name == "Iker"
